"""What the folder's first page says."""
