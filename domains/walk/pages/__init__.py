"""The pages of the walk through the four domains."""
