"""A review whose ratings are in: something of everything that its papers tell."""

from dataclasses import dataclass
from datetime import date

from action_plans.actions import service as actions
from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.peer_review import service as reviews
from assessment.peer_review.model import CANNOT_TELL, GivenRating, Outcome
from assessment.privacy.audience import Audience
from exports.audiences import service as audiences
from exports.audiences.model import Choice
from exports.visits import service
from tests.assessment.peer_review.reviewed import Reviewed, reviewed


SCOPE = ("G02", "P08", "A03", "G03", "D03")
FRIDAY = "The Friday call to the prison pharmacy"
MAILBOX = "drugs.partnership@aldermoor.gov.uk"
TASK, REASON = "Put the minutes in one place", "The minutes settle most of it."


@dataclass(frozen=True)
class Visited:
    """The review; `desk` is the lead's."""

    one: Reviewed

    @property
    def desk(self) -> Desk:
        """The lead's desk."""
        return self.one.desk

    @property
    def round_id(self) -> str:
        """The review's id."""
        return self.one.round_id

    def read(self, choice: Choice = Choice.KEEP) -> None:
        """Decide the same of every text of the letter."""
        here = (self.desk, self.one.assessment_id, Audience.REVIEWER)
        for text in service.texts_unread(self.desk, self.round_id):
            audiences.decide(*here, text.digest, choice)

    def released(self) -> None:
        """Facts checked and released, with everything to borrow passed on."""
        reviews.check_facts(self.desk, self.round_id)
        reviews.release(self.desk, self.round_id)
        for each in reviews.ratings(self.desk, self.round_id):
            reviews.set_pass_on(self.desk, each.id, bool(each.borrow))
        reviews.edit_round_text(self.desk, self.round_id, "mailbox", Typed.over("", MAILBOX))


def visited(desk: Desk) -> Visited:
    """The other reviewer's organisation may bid for the community provider's contract."""
    with desk.store.writing():  # one wait for the disk
        one = reviewed(desk)
        reviews.set_scope(desk, one.round_id, SCOPE)
        reviews.set_may_bid_for(desk, one.other, one.room.community)
        reviews.set_visit(desk, one.round_id, date(2027, 1, 14))
        reviews.set_visit_minutes(desk, one.round_id, 150)
        reviews.set_gate_notice(desk, one.round_id, 10)
        where = Typed.over("", "HMP Stonebrook")
        reviews.edit_round_text(desk, one.round_id, "visit_place", where)
    return Visited(one)


def back(desk: Desk) -> Visited:
    """The same with all ratings in, one challenge answered, and one rating moderated."""
    here = visited(desk)
    one = here.one
    with desk.store.writing():
        reviews.rate_many(
            desk,
            one.first,
            [
                GivenRating(statement_id="P08", said=3, borrow=FRIDAY),
                GivenRating(
                    statement_id="G02", said=1, line="No minutes seen", question="Who chairs?"
                ),
                GivenRating(statement_id="A03", said=CANNOT_TELL, evidence_asked="Kits given out"),
                GivenRating(statement_id="G03", said=1, for_visit=True),
            ],
        )
        reviews.rate_many(desk, one.other, [GivenRating(statement_id="D03", said=2)])
        for who in (one.first, one.other):
            reviews.show_area(desk, who)
        challenge = next(
            each
            for each in reviews.challenges(desk, one.round_id)
            if reviews.challenge_of(desk, each.id)[1].statement_id == "G02"
        )
        reviews.reply(desk, challenge.id, one.room.council, "We have minutes since the spring.")
        reviews.confirm(desk, challenge.id, Outcome.ACCEPT_IN_PART, "Half of it is done.")
        actions.raise_from_challenge(desk, challenge.id, TASK)
        reviews.moderate(desk, one.round_id, "G02", 2, REASON)
    return here
