"""A room of four agencies that have been asked for their first views."""

from dataclasses import dataclass

from assessment.access.actor import Actor, Role
from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.views import service as views
from assessment.views.model import Said, Way
from tests.desk import begin_area, seen_by


# All four are asked about the first three, none of which is safety-critical; the last is.
ALIKE, APART, OTHER, SAFETY = "G02", "G03", "G04", "P08"


@dataclass(frozen=True)
class Room:
    """An assessment, its four agencies in the order added, and the lead's desk."""

    desk: Desk
    assessment_id: str
    council: str
    prison: str
    community: str
    probation: str

    @property
    def everyone(self) -> tuple[str, ...]:
        """The four agencies."""
        return (self.council, self.prison, self.community, self.probation)

    def give(self, statement_id: str, *said: Said) -> None:
        """The agencies' own views, in the order in which they were added."""
        for agency_id, each in zip(self.everyone, said, strict=False):
            self.give_one(statement_id, agency_id, each)

    def give_one(self, statement_id: str, agency_id: str, said: Said) -> None:
        """One agency's own view."""
        here = (self.assessment_id, statement_id, agency_id)
        views.give(self.partner(agency_id), *here, said, way=Way.JOINED)

    def partner(self, agency_id: str) -> Desk:
        """The desk of someone who speaks for an agency."""
        actor = Actor(
            name="A device",
            role=Role.PARTNER,
            assessment_id=self.assessment_id,
            agency_id=agency_id,
        )
        return seen_by(self.desk, actor)

    def reveal(self, statement_id: str, *, names: bool = False) -> None:
        """The spread is shown, and who said what with `names`."""
        views.show_spread(self.desk, self.assessment_id, statement_id)
        if names:
            views.show_names(self.desk, self.assessment_id, statement_id)

    def meet(self, *present: str) -> str:
        """A meeting today with these agencies."""
        meeting = partnerships.add_meeting(self.desk, self.assessment_id, self.desk.today())
        partnerships.set_present(self.desk, meeting, present)
        return meeting


def room_of(desk: Desk, *, names_shown: bool = True, asked: bool = True) -> Room:
    """A new area whose four agencies are asked for first views; or not, unless `asked`."""
    area = begin_area(desk)
    kinds = {"Council": "LAC", "HMP Stonebrook": "PTP", "Community": "CTP", "Probation": "PS"}
    ids = [
        partnerships.add_agency(desk, area.partnership_id, name, [kind])
        for name, kind in kinds.items()
    ]
    if asked:
        views.choose_names_shown(desk, area.assessment_id, names_shown)
        views.ask_for_views(desk, area.assessment_id)
    return Room(desk, area.assessment_id, *ids)
