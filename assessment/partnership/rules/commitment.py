"""An agency in one sentence: who speaks for it and what they can commit."""

from assessment.partnership.model import Agency, CanCommit


_COMMITMENT = {
    CanCommit.YES: "Can commit staff time.",
    CanCommit.MUST_CHECK: "Needs to check with {} before committing staff time.",
    CanCommit.NOT_KNOWN: "Not known yet whether staff time can be committed.",
}


def commitment_words(one: Agency) -> str:
    """One agency in a sentence: who speaks for it and what they can commit."""
    if one.observer:
        return "Observes; not asked to rate."
    role = one.role or "Who speaks for it is not set yet"
    return f"{role}. {_COMMITMENT[one.can_commit].format(one.check_with or '…')}"
