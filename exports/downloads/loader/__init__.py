"""Writes an agency’s own sheet."""
