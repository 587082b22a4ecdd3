"""Finish: one folder of everything that leaves the room, each file beside whom it is for."""
