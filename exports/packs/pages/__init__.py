"""Pages of packs: what goes out to agencies and to peer reviewers, and what comes back."""
