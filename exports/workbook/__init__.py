"""The report as an Excel workbook of values: no macro, no formula, no link to other files."""
