"""An agreed assessment with a round of review, two peer reviewers and what they are given."""

from dataclasses import dataclass

from assessment.access.actor import STRANGER
from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.model import Challenge, Kind, Outcome
from tests.assessment.consensus.meeting_room import Room, room_of
from tests.desk import seen_by


# Two that are safety-critical, one fully met, and one that is neither.
SAFETY, FULL, PLAIN = "P08", "G02", "G03"
AGREED = {"P08": 1, "A03": 2, "G02": 3, "G03": 1}


@dataclass(frozen=True)
class Reviewed:
    """A round and its two reviewers; `desk` is the lead's."""

    room: Room
    round_id: str
    first: str
    other: str

    @property
    def desk(self) -> Desk:
        """The lead's desk."""
        return self.room.desk

    @property
    def assessment_id(self) -> str:
        """The assessment that is reviewed."""
        return self.room.assessment_id

    def door(self) -> Desk:
        """A desk at the door, where nobody is known yet."""
        return seen_by(self.desk, STRANGER)

    def by_link(self, reviewer_id: str | None = None) -> Desk:
        """The desk of a reviewer who came by their link."""
        token = service.make_link(self.desk, reviewer_id or self.first)
        return service.reviewer_desk(self.door(), token, "a laptop")

    def returned(self, reviewer_id: str | None = None, **said: int) -> Desk:
        """A reviewer has rated these statements and sent them; the first, unless named."""
        who = reviewer_id or self.first
        here = self.by_link(who)
        for statement_id, rating in said.items():
            service.rate(here, who, statement_id, rating)
        service.hand_in(here, who)
        return here

    def challenged(self) -> tuple[Desk, Challenge]:
        """The first reviewer rates the fully met statement lower; gives their desk too."""
        here = self.returned(**{FULL: 1})
        (found,) = service.challenges(self.desk, self.round_id)
        return here, found

    def confirmed(self) -> tuple[Desk, Challenge]:
        """The same with a reply that the lead has confirmed."""
        here, challenge = self.challenged()
        service.reply(self.desk, challenge.id, self.room.council, "We have minutes since.")
        service.confirm(self.desk, challenge.id, Outcome.ACCEPT_IN_PART, "Half of it is done.")
        return here, challenge


def agreed_room(desk: Desk) -> Room:
    """An assessment recorded as agreed, whose four agencies met."""
    room = room_of(desk)
    room.meet(*room.everyone)
    for statement_id, rating in AGREED.items():
        consensus.record_agreed(desk, room.assessment_id, statement_id, rating)
    agree(desk, room.assessment_id)
    return room


def agree(desk: Desk, assessment_id: str) -> None:
    """Record an assessment as agreed, without dates."""
    why = Typed.over("", "The boundary changes in April")
    partnerships.edit_assessment_text(desk, assessment_id, "no_dates_reason", why)
    partnerships.agree(desk, assessment_id)


def reviewed(desk: Desk) -> Reviewed:
    """A blind round by another authority with two peer reviewers."""
    with desk.store.writing():  # one wait for the disk, and not one for each step
        room = agreed_room(desk)
        one = service.begin_round(desk, room.assessment_id, "Brackley", Kind.LOCAL_AUTHORITY)
        first = service.add_reviewer(desk, one, "Commissioner", "Brackley Council")
        other = service.add_reviewer(desk, one, "Service manager", "Brackley Recovery")
    return Reviewed(room, one, first, other)
