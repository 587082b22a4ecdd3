"""What is printed and handed out: cards, paper packs, receipts, an agency's own page, slips."""
