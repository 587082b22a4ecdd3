"""One statement's way from first views to the agreed rating."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Self

from pydantic import model_validator

from assessment.access.frozen import Frozen
from assessment.access.wording import are, counted
from assessment.consensus.model import (
    AgreedRating,
    Decision,
    DifferentView,
    LoggedAct,
    RatingChange,
)
from assessment.consensus.rules.spread import Spread
from assessment.partnership.model import Meeting
from assessment.views.model import ShownView


# How it was reached is often said in a click of its own, right after the rating.
ONE_ACT = timedelta(minutes=1)
WAS_NOT_THERE = "was not there"


class LateVoice(Frozen):
    """A different view, and whether its agency was not there when the rating was decided."""

    view: DifferentView
    was_not_there: bool = False

    @property
    def words(self) -> str:
        """What stands beside its agency's name; empty for one that was there."""
        return WAS_NOT_THERE if self.was_not_there else ""


class History(Frozen):
    """What happened to a statement, as far as the room may know.

    `views` and `spread` are there only once revealed, and views carry names only once those are
    shown; anything else is refused as a bug. `unnamed_later` counts the views given later that are
    not among `views`, since no names are shown. `meeting` is where the rating that stands was
    decided.
    """

    statement_id: str
    answered: int = 0
    frozen_at: datetime | None = None
    spread_at: datetime | None = None
    names_at: datetime | None = None
    spread: Spread | None = None
    views: tuple[ShownView, ...] = ()
    unnamed_later: int = 0
    changes: tuple[RatingChange, ...] = ()
    agreed: AgreedRating | None = None
    meeting: Meeting | None = None
    different: tuple[LateVoice, ...] = ()

    @model_validator(mode="after")
    def _sealed_until_revealed(self) -> Self:
        if self.spread_at is None and (self.views or self.spread is not None):
            raise ValueError("views that have not been revealed")
        if self.names_at is None and any(view.agency_id for view in self.views):
            raise ValueError("names that have not been shown")
        return self

    @property
    def first(self) -> tuple[ShownView, ...]:
        """The first views, as they may be shown."""
        return tuple(view for view in self.views if not view.after_reveal)

    @property
    def later(self) -> tuple[ShownView, ...]:
        """Views that came after the reveal; shown with their names or not at all."""
        return tuple(view for view in self.views if view.after_reveal)


def later_words(number: int) -> str:
    """Views given later where no names are shown: how many, and neither whose nor what they say.

    With few agencies, what a single later view says would tell whose first view it changes.
    """
    if not number:
        return ""
    stand = "It stands" if number == 1 else "They stand"
    come = f"{counted(number, 'view')} came after first views stood."
    return f"{come} {stand} beside them and {are(number)} not counted; no names are shown."


def changes_of(told: Iterable[LoggedAct]) -> tuple[RatingChange, ...]:
    """The changes of a decision from what the log tells of its row, the earliest first.

    Words, prisons and the like are left out. How it was reached joins the rating it follows,
    where the same person said it within a minute.
    """
    found: list[RatingChange] = []
    stands = Decision()
    for act in told:
        before, stands = stands, _decided(stands, act)
        if stands == before:
            continue
        last = found[-1] if found else None
        if last and _goes_with(last, act, before, stands):
            found[-1] = last.model_copy(update={"after": stands})
        else:
            found.append(RatingChange(at=act.at, by=act.by, before=before, after=stands))
    return tuple(found)


def _decided(stands: Decision, act: LoggedAct) -> Decision:
    written = {name: act.after[name] for name in Decision.model_fields if name in act.after}
    return Decision.model_validate(stands.model_dump() | written)


def _goes_with(last: RatingChange, act: LoggedAct, before: Decision, after: Decision) -> bool:
    same = (before.rating, before.not_applicable) == (after.rating, after.not_applicable)
    return same and act.by == last.by and act.at - last.at <= ONE_ACT
