"""What the papers of a visit hold, and how they say it."""
