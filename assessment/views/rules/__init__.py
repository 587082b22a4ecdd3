"""Pure rules of first views."""
