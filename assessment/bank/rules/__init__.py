"""Pure rules over the statements."""
