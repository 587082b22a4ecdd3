"""Who assesses themselves together: the area, its agencies, meetings, and what is in scope."""
