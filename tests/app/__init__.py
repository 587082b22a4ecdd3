"""The web app as a whole, through its door."""
