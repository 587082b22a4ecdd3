"""The plan as a workbook that came back: what changed in it, and applying just that."""
