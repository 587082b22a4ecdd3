"""How money, and a yes, a no or neither, are said."""

from action_plans.actions.model import YES_NO_WORDS, YesNo


NOT_KNOWN = "Not known"


def yes_no_words(value: YesNo | None) -> str:
    """Yes, No, or Not known."""
    return YES_NO_WORDS[value] if value else NOT_KNOWN


def pounds(amount: int) -> str:
    """£12,000."""
    return f"£{amount:,}"
