"""Tests of the words: the statements and the guides, read as files and not through the loader."""
