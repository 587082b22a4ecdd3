"""An assessment that asks two agencies for views, and people who join by a code."""

from dataclasses import dataclass

from assessment.access.actor import Actor, Role
from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.invitations import service
from assessment.partnership import service as partnerships
from assessment.views import service as views
from tests.desk import begin_area, seen_by


STRANGER = Actor(name="Someone at the door", role=Role.STRANGER)


@dataclass(frozen=True)
class Room:
    """The lead's desk, the door, two agencies that are asked and one that observes."""

    lead: Desk
    door: Desk
    assessment_id: str
    prison: str
    probation: str
    observer: str

    def code(self, agency_id: str) -> str:
        """A new code of an agency."""
        return service.make_code(self.lead, self.assessment_id, agency_id)

    def joined(self, agency_id: str) -> Desk:
        """Another device of an agency, which has just joined."""
        token = service.join(self.door, self.code(agency_id), "10.0.0.9")
        return service.partner_desk(self.door, token)

    def agree(self) -> None:
        """The ratings are agreed, with a reason for having no dates."""
        typed = Typed.over("", "Dates follow")
        partnerships.edit_assessment_text(self.lead, self.assessment_id, "no_dates_reason", typed)
        partnerships.begin_consensus(self.lead, self.assessment_id)
        partnerships.agree(self.lead, self.assessment_id)


def room(desk: Desk, *, names_shown: bool = False, asked: bool = True) -> Room:
    """Begin an area on the desk, with views asked for unless they are not."""
    area = begin_area(desk)
    prison = partnerships.add_agency(desk, area.partnership_id, "HMP Stonebrook", ["PTP"])
    probation = partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
    observer = partnerships.add_agency(desk, area.partnership_id, "Regional team", ["PS"])
    partnerships.set_observer(desk, observer, True)
    views.choose_names_shown(desk, area.assessment_id, names_shown)
    if asked:
        views.ask_for_views(desk, area.assessment_id)
    door = seen_by(desk, STRANGER)
    return Room(desk, door, area.assessment_id, prison, probation, observer)
