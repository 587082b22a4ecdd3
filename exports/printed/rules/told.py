"""What one agency may be told of a statement after the workshop.

What it said is told only where the room was shown it: with its name, or in a spread in
which every answer was the same. The lead makes the page, so it obeys what was promised before views
were asked for: where names are not shown it does not tell the lead who said what.
"""

from collections.abc import Sequence

from assessment.access.frozen import Frozen
from assessment.consensus.model import AgreedRating, DifferentView, Standing
from assessment.views.model import Answer, Said, ShownView


NOT_JUDGED = frozenset({Answer.DONT_KNOW, Answer.NOT_OURS})


class Told(Frozen):
    """One statement as one agency may be told of it.

    `said` is None where the room was not shown what the agency said; `shown` and `answered` then
    say why. `standing` is of what was agreed.
    """

    id: str
    title: str
    answered: bool = False
    shown: bool = False
    said: Said | None = None
    agreed: AgreedRating | None = None
    standing: Standing = Standing.NOT_RATED
    recorded: DifferentView | None = None

    @property
    def settled(self) -> bool:
        """Whether a rating stands, or that it is not applicable here."""
        return self.standing not in {Standing.NOT_RATED, Standing.DEFERRED}

    @property
    def outcome(self) -> Said | None:
        """What was agreed, in the terms of a view."""
        if self.standing is Standing.NOT_APPLICABLE:
            return Answer.NOT_APPLICABLE
        return self.agreed.rating if self.agreed and self.settled else None

    @property
    def judged_otherwise(self) -> bool:
        """Whether the agency rated it, or set it aside, otherwise than the room did."""
        if self.said is None or self.said in NOT_JUDGED or not self.settled:
            return False
        return self.said != self.outcome

    @property
    def distance(self) -> int:
        """How far the two lie apart; a rating beside *not applicable* is as far as can be."""
        if isinstance(self.said, int) and isinstance(self.outcome, int):
            return abs(self.said - self.outcome)
        return 4


def said_in_the_room(shown: Sequence[ShownView], agency_id: str, *, answered: bool) -> Said | None:
    """What an agency's first view said, as far as the room was shown it; else None."""
    first = [view for view in shown if not view.after_reveal]
    for view in first:
        if view.agency_id == agency_id:
            return view.said
    if answered and len({view.said for view in first}) == 1:
        return first[0].said
    return None
