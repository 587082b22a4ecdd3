"""Screens about the statements."""
