"""Word documents for those who must edit: real headings, tables and styles, and text as text."""
