"""Whoever came by an invitation link: what they may do is asked anew at each step."""

from dataclasses import dataclass

from assessment.access.desk import Desk
from assessment.peer_review import service
from assessment.peer_review.model import GivenToReviewer
from assessment.ui.context import PageContext


@dataclass(frozen=True)
class Invited:
    """The door's own context, the token of the link, and where its holder is.

    No desk is kept: a link that ends or is revoked shuts at the next press.
    """

    ctx: PageContext
    token: str
    source: str

    def desk(self) -> Desk:
        """This reviewer's desk now. Raises Refused as `service.reviewer_desk`; it is logged."""
        return service.reviewer_desk(self.ctx.desk, self.token, self.source)

    def given(self) -> GivenToReviewer:
        """What they may see now. Raises Refused."""
        desk = self.desk()
        return service.given_to(desk, desk.actor.reviewer_id)
