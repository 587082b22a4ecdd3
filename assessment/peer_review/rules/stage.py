"""How far a round has come, in words, and what is to be done next: all from its timestamps."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from enum import StrEnum

from assessment.access.frozen import Frozen
from assessment.access.wording import counted, long_date
from assessment.peer_review.model import PeerReviewer, ReviewRound


FACT_DAYS = 10  # working days; the toolkit's own default


class Stage(StrEnum):
    """A round's stages, in their order."""

    SETTING_UP = "setting_up"
    OUT = "out"
    BACK = "back"
    FACTS = "facts"
    RELEASED = "released"
    CLOSED = "closed"


STAGE_WORDS = {
    Stage.SETTING_UP: "Setting up",
    Stage.OUT: "With the reviewing area",
    Stage.BACK: "Ratings are coming back",
    Stage.FACTS: "Draft, facts being checked",
    Stage.RELEASED: "Released",
    Stage.CLOSED: "Closed",
}
DRAFT_WORDS = "Draft, facts being checked"


class Standing(Frozen):
    """Where a round stands: its stage, how that is said, and what to do next.

    `draft`: what reviewers said was not released, so that no other body's copy may hold it.
    """

    stage: Stage
    words: str
    next: str = ""
    draft: bool = True


def stage_of(one: ReviewRound, reviewers: Collection[PeerReviewer]) -> Stage:
    """A round's stage; `reviewers` are those in use."""
    if one.closed_at:
        return Stage.CLOSED
    if one.released_at:
        return Stage.RELEASED
    if one.returned_at is None:
        return Stage.OUT if one.sent_at else Stage.SETTING_UP
    return Stage.BACK if _waiting(one, reviewers) else Stage.FACTS


def waits_blind(one: ReviewRound, reviewers: Collection[PeerReviewer]) -> bool:
    """Whether a peer reviewer is still to rate without knowing the area's ratings.

    From its beginning, since what is sent before the pack tells as much; `reviewers` are those in
    use. A round that was released, closed or put away takes no more ratings.
    """
    if not one.blind or one.released_at or one.closed_at or one.archived_at:
        return False
    return not reviewers or any(each.returned_at is None for each in reviewers)


def standing_of(
    one: ReviewRound,
    reviewers: Collection[PeerReviewer],
    statements: int,
    today: date,
    *,
    unanswered: int = 0,
) -> Standing:
    """Where a round stands today, with `statements` in its scope.

    `unanswered` are the questions of its conflict note without an answer.
    """
    stage = stage_of(one, reviewers)
    said: Mapping[Stage, Callable[[], str]] = {
        Stage.SETTING_UP: lambda: _missing(one, reviewers, statements, unanswered),
        Stage.OUT: lambda: _out(one, today),
        Stage.BACK: lambda: _waiting(one, reviewers),
        Stage.FACTS: lambda: _facts(one, today),
        Stage.RELEASED: lambda: "Pass on strengths to borrow, then close the round.",
        Stage.CLOSED: lambda: "",
    }
    return Standing(
        stage=stage, words=STAGE_WORDS[stage], next=said[stage](), draft=one.released_at is None
    )


def _missing(
    one: ReviewRound, reviewers: Collection[PeerReviewer], statements: int, unanswered: int
) -> str:
    if not one.reviewing_area.strip():
        return "Say which area reviews."
    if not reviewers:
        return "Add a peer reviewer by role."
    if not all(each.role.strip() for each in reviewers):
        return "Say the role of each peer reviewer."
    if unanswered:
        return f"Answer the conflict note: {counted(unanswered, 'question')} left."
    if not statements:
        return "Choose the statements of the round."
    if one.texts_frozen_at is None:
        return "Read through the texts that reviewers are given."
    return "Make a reviewer pack for each peer reviewer."


def _out(one: ReviewRound, today: date) -> str:
    if one.expires_on < today:
        return f"Its last day was {long_date(one.expires_on)}. Set a later one, or end the round."
    return f"Wait for their ratings, until {long_date(one.expires_on)}."


def _waiting(one: ReviewRound, reviewers: Collection[PeerReviewer]) -> str:
    """What is waited for once the first ratings are back; empty when nothing is."""
    out = sum(each.returned_at is None for each in reviewers)
    unseen = sum(each.returned_at is not None and each.shown_at is None for each in reviewers)
    if one.blind and unseen:
        return f"Give the area’s ratings to {counted(unseen, 'peer reviewer')}: theirs are in."
    return f"Wait for {counted(out, 'more peer reviewer')}." if out else ""


def _facts(one: ReviewRound, today: date) -> str:
    if one.facts_checked_at:
        return "Release it when challenges are answered."
    if one.facts_due_on is None:
        return "Check the facts in what reviewers wrote."
    late = "; that day is over" if one.facts_due_on < today else ""
    return f"Check the facts in what reviewers wrote by {long_date(one.facts_due_on)}{late}."
