"""What `run.py` does before anything is installed, with the standard library alone."""
