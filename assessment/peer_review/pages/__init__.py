"""Pages of a review by another area: the list, one review, and moderated ratings."""
