"""The board paper: two pages at most, written as boards read, as PDF and Word."""
