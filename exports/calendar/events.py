"""Which days go into whose calendar: one entry for each day, and only in the calendar it is for.

An entry keeps its id for good, so that a newer file stands for the same entry. Its number of
versions rises with every saved change of its row, and so whenever its date moves.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from action_plans.actions.model import Action, Answer
from action_plans.actions.rules.words import moved_words
from assessment.access.frozen import Frozen
from assessment.access.wording import in_sentence, long_date
from assessment.peer_review.model import ReviewRound
from exports.report.gathered import Gathered


HOW_TO_REPLACE = (
    "In Outlook, add the file to a calendar of its own: Add calendar, Create blank calendar, then "
    "Upload from file. When a newer file comes, delete that calendar and do the same again; your "
    "own entries stay."
)


class Event(Frozen):
    """A whole day in a calendar. `version` rises whenever the entry changes."""

    id: str
    day: date
    title: str
    words: tuple[str, ...]
    version: int
    changed_at: datetime


def review_events(g: Gathered, held: int) -> tuple[Event, ...]:
    """The days on which the partnership meets: the next review, and when it assesses again.

    `held` is how many reviews there were: the next one is an entry of its own, not the last moved.
    """
    one = g.assessment
    days = (
        (f"review-{held + 1}", one.next_review_on, "Review of the action plan", _rhythm(g)),
        ("assess-again", one.assess_again_on, "Time to assess again", ""),
    )
    return tuple(
        Event(
            id=f"{name}.{one.id}",
            day=day,
            title=f"{title}, {g.partnership.name}",
            words=_said(words, f"From {in_sentence(one.title)}.", _marking(g)),
            version=one.version,
            changed_at=one.saved_at,
        )
        for name, day, title, words in days
        if day is not None
    )


def visit_events(g: Gathered, rounds: Iterable[ReviewRound]) -> tuple[Event, ...]:
    """Visits by reviewing areas and the checks on progress with them; no entry names the area."""
    kinds = (
        ("visit", "visit_on", "Visit by a reviewing area"),
        ("progress", "progress_check_on", "Progress check with a reviewing area"),
    )
    return tuple(
        Event(
            id=f"{name}.{one.id}",
            day=getattr(one, field),
            title=f"{title}, {g.partnership.name}",
            words=_said(
                _gate(one) if name == "visit" else "",
                f"From {in_sentence(g.assessment.title)}.",
                _marking(g),
            ),
            version=one.version,
            changed_at=one.saved_at,
        )
        for one in rounds
        for name, field, title in kinds
        if getattr(one, field) is not None
    )


def _gate(one: ReviewRound) -> str:
    """By when a prison's gate needs the visitors' names, where it asks for notice."""
    if one.visit_on is None or not one.gate_notice_days:
        return ""
    by = long_date(one.visit_on - timedelta(days=one.gate_notice_days))
    return f"The gate needs the visitors’ names by {by}."


def due_events(g: Gathered, agency_id: str) -> tuple[Event, ...]:
    """An agency's own due dates: open actions that it leads and said yes to, by date.

    What it supports, and what it was not asked about yet, is not among them.
    """
    mine = [
        (action.due_on, action)
        for action in g.actions
        if action.open
        and action.due_on is not None
        and action.owner_agency_id == agency_id
        and action.answer is Answer.AGREED
    ]
    ordered = sorted(mine, key=lambda pair: (pair[0], pair[1].number))
    return tuple(_due(g, action, day) for day, action in ordered)


def _due(g: Gathered, action: Action, day: date) -> Event:
    return Event(
        id=f"action.{action.id}",
        day=day,
        title=f"Due: action {action.number}, {action.what}",
        words=_said(
            f"Led by: {action.owner_role}." if action.owner_role else "",
            f"{moved_words(action)}." if action.moved else "",
            f"Action plan of {g.partnership.name}.",
            _marking(g),
        ),
        version=action.version,
        changed_at=action.saved_at,
    )


def _rhythm(g: Gathered) -> str:
    rhythm = g.assessment.review_rhythm
    return f"Actions are reviewed {rhythm}." if rhythm else ""


def _marking(g: Gathered) -> str:
    marking = g.partnership.marking
    return f"Handling marking: {marking}." if marking else ""


def _said(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
