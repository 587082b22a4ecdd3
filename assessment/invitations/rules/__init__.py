"""Pure rules of joining: what a code is, and how many wrong ones are borne."""
