"""The tables, searches and removals of this slice."""
