"""An area with statements, prisons, agencies, a meeting and ratings, made through the services."""

from dataclasses import dataclass

from assessment.access.desk import Desk
from assessment.bank import service as banks
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind


@dataclass(frozen=True)
class Area:
    """Ids of what was made. The council was at the meeting, the prison was not."""

    desk: Desk
    partnership: str
    assessment: str
    council: str
    prison_team: str
    stonebrook: str
    fenwick: str

    def rate(self, **ratings: int) -> None:
        """Agree ratings, by statement id."""
        for statement, rating in ratings.items():
            consensus.record_rating(self.desk, self.assessment, statement, rating)


def an_area(desk: Desk) -> Area:
    """A small area whose meeting is today."""
    bank_id = banks.keep_bank(desk, banks.built_in_bank())
    partnership, assessment = partnerships.start_partnership(desk, "Aldermoor", bank_id)
    partnerships.set_scope_kind(desk, assessment, ScopeKind.ALL)
    council = partnerships.add_agency(desk, partnership, "Aldermoor Council", ["LAC"])
    prison_team = partnerships.add_agency(desk, partnership, "HMP Stonebrook", ["HMPPS"])
    meeting = partnerships.add_meeting(desk, assessment, desk.today())
    partnerships.set_present(desk, meeting, [council])
    return Area(
        desk=desk,
        partnership=partnership,
        assessment=assessment,
        council=council,
        prison_team=prison_team,
        stonebrook=partnerships.add_prison(desk, partnership, "HMP Stonebrook"),
        fenwick=partnerships.add_prison(desk, partnership, "HMP Fenwick", in_area=False),
    )
