"""The three removals, each a part of the page."""
