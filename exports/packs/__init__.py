"""Agency packs: one workbook for each agency, and what comes back in it."""
