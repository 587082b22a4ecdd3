"""Pure rules of printed sheets: which words stand where."""
