"""What a returned plan shows before anything is applied."""
