"""Parts of the page of downloads."""
