"""What the board paper holds, and how it says it."""
