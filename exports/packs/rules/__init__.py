"""Pure rules of packs: what they say, what a cell means, how a file differs from what is here."""
