"""Joining by a code, the devices that came, and whose turn it is at the lead's laptop."""
