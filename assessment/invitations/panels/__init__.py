"""Parts of the lead's page of codes."""
