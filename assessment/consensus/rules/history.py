"""One statement's way from first views to the agreed rating."""

from datetime import datetime
from typing import Self

from pydantic import model_validator

from assessment.access.frozen import Frozen
from assessment.consensus.model import AgreedRating, DifferentView, RatingChange
from assessment.consensus.rules.spread import Spread
from assessment.partnership.model import Meeting
from assessment.views.model import ShownView


class LateVoice(Frozen):
    """A different view, and whether its agency was not there when the rating was decided."""

    view: DifferentView
    was_not_there: bool = False


class History(Frozen):
    """What happened to a statement, as far as the room may know.

    `views` and `spread` are there only once revealed, and views carry names only once those are
    shown; anything else is refused as a bug. `meeting` is where the rating that stands was decided.
    """

    statement_id: str
    answered: int = 0
    frozen_at: datetime | None = None
    spread_at: datetime | None = None
    names_at: datetime | None = None
    spread: Spread | None = None
    views: tuple[ShownView, ...] = ()
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
