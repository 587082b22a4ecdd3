"""Pure rules of agreeing ratings."""
