"""Each agency's own view of a statement, given before the room discusses it."""
