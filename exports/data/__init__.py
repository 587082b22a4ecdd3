"""The report as JSON, for analysis by other programs."""
