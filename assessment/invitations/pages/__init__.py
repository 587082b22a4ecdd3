"""Pages of joining: the lead's codes, and the door where one is typed."""
