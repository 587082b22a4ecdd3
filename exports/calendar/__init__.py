"""Dates for a calendar (.ics): the partnership's reviews, and each owner's own due dates."""
