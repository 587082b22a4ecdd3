"""Review by another area: rounds, peer reviewers, their ratings, challenges and the outcome."""
