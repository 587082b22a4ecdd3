"""What a review by another area needs on paper: the visit's agenda, the letter, what to borrow."""
