"""A review that has set off, as the tests of reviews need it."""

from dataclasses import dataclass
from datetime import date, timedelta

from action_plans.actions import service as actions
from action_plans.actions.model import Reported
from action_plans.reviews import service
from action_plans.reviews.model import Turn
from assessment.access.desk import Desk
from tests.action_plans.actions.area import Area


def in_days(desk: Desk, number: int) -> date:
    """The day so many from today."""
    return desk.today() + timedelta(days=number)


@dataclass(frozen=True)
class Held:
    """A review that has set off, with its turns by what the action says."""

    area: Area
    review: str

    @property
    def desk(self) -> Desk:
        """The lead's."""
        return self.area.desk

    def turn(self, what: str) -> Turn:
        """The turn of the action that says this."""
        found = service.here(self.desk, self.review).turns
        return next(t for t in found if actions.action(self.desk, t.action_id).what == what)

    def action(self, what: str):
        """That action as it stands."""
        return actions.action(self.desk, self.turn(what).action_id)

    def say(self, what: str, said: Reported | None, **given: object) -> None:
        """Report on it in its turn."""
        service.report(self.desk, self.turn(what).id, said, **given)  # type: ignore[arg-type]

    def end(self):
        """End the review; gives its record."""
        service.end(self.desk, self.review)
        return service.record_of(self.desk, self.review)


def raised(area: Area, what: str, due: int | None, **values: object) -> str:
    """The id of an action due in so many days, or never."""
    on = None if due is None else in_days(area.desk, due)
    return actions.raise_action(
        area.desk, area.assessment, ["P08"], what, due_on=on, **values  # type: ignore[arg-type]
    )  # fmt: skip


def setting_off(area: Area) -> Held:
    """Late, soon and done are gone through; what is due next year goes on by itself."""
    raised(area, "Soon", 20, owner_agency_id=area.council, owner_role="Commissioner")
    raised(area, "Late", -10, owner_agency_id=area.prison_team)
    raised(area, "Next year", 300)
    done = raised(area, "Done", -5)
    actions.complete(area.desk, done, shown_by="Signed protocol")
    review = service.begin_review(area.desk, area.assessment)
    service.set_present(area.desk, review, [area.council])
    service.set_off(area.desk, review)
    return Held(area, review)
