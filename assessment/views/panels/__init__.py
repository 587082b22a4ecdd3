"""Parts of first views that pages place; they take ids and read their own rows."""
