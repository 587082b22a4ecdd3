"""The lead’s pages of first views."""
