"""The report as an Excel workbook: no macro, no link to other files, no formula but our two."""
