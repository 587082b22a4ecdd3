"""Sets the board paper: in type with its template, and in Word."""
