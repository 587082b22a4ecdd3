"""Pages of agreeing ratings."""
