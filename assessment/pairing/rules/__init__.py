"""What stands against a pair of areas."""
