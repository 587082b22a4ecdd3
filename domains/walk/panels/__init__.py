"""Parts that several pages of the walk share."""
