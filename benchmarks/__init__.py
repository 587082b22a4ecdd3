"""Commands that print how long things take. Each starts its own server on a fictional area."""
