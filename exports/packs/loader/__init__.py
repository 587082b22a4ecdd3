"""The workbook of a pack: written and read in one place, so that they cannot drift apart."""
