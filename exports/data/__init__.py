"""The report as JSON, for those who reckon with it."""
