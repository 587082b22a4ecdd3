"""Reads the workbook that `exports.workbook` wrote, by what stands in it."""
