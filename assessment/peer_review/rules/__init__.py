"""Pure rules of reviews by another area."""
