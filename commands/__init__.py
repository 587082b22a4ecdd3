"""What can be typed at the command line: `cli` is the door to it, and gives each its name."""
