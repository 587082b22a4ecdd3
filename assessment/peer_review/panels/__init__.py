"""Parts of the pages of a review by another area."""
