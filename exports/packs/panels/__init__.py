"""Packs go out, come back, and are answered with a receipt."""
