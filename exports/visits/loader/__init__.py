"""Sets the papers of a visit in type and in Word."""
