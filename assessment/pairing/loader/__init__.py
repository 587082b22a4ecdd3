"""The table of a region as a workbook."""
