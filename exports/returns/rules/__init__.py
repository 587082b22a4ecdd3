"""What a returned plan means; pure."""
