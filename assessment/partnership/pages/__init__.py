"""Starting an area, and preparing its assessment."""
