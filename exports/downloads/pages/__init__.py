"""The page of downloads, and the page on which texts are read before they leave the area."""
