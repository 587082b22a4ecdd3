"""Pictures of results that other slices may place on their pages."""
