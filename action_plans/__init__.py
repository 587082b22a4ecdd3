"""What they will do: actions, their owners and their dates."""
