"""The report as one self-contained web page: no script, and nothing fetched."""
