"""An action raised, a text typed and an assessment agreed, as many tests need them."""

from datetime import date

from action_plans.actions import service
from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from tests.action_plans.actions.area import Area


WHAT = "Agree who issues a bridging prescription"
DUE = date(2027, 1, 30)


def raised(area: Area, **values: object) -> str:
    """The id of an action on P08."""
    return service.raise_action(area.desk, area.assessment, ["P08"], WHAT, **values)  # type: ignore[arg-type]


def typed(text: str, stored: str = "") -> Typed:
    """What was typed over what stood there."""
    return Typed.over(stored, text)


def agreed(desk: Desk, area: Area) -> None:
    """Agree the assessment with its dates left for later; `desk` is whose hand it is."""
    area.rate(G03=1)
    reason = partnerships.assessment(area.desk, area.assessment).no_dates_reason
    given = typed("Dates follow", reason)
    partnerships.edit_assessment_text(area.desk, area.assessment, "no_dates_reason", given)
    service.agree_assessment(desk, area.assessment)
