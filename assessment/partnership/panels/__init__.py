"""Parts that several pages of preparing share."""
