"""Sets a sheet in type with the template of its kind."""
