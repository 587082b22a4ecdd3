"""The facts, and the three removals, each a part of the page."""
