"""What a partnership has settled for each audience: how its copy is marked, and what was read."""
