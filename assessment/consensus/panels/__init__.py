"""Parts of a page that record what the room agrees."""
