"""An assessment taken to agreed, agencies of it, and the log of what was done."""

import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.store.activity import activity_event
from tests.desk import Area


def events(desk: Desk) -> list[sa.RowMapping]:
    """Every activity event, in order."""
    with desk.store.reading() as tx:
        return list(
            tx.all(sa.select(activity_event).order_by(activity_event.c.at, activity_event.c.id))
        )


def agree(desk: Desk, area: Area) -> None:
    """Take the assessment to agreed."""
    typed = Typed.over("", "Dates follow at the board in January")
    partnerships.edit_assessment_text(desk, area.assessment_id, "no_dates_reason", typed)
    partnerships.begin_consensus(desk, area.assessment_id)
    partnerships.agree(desk, area.assessment_id)


def agencies(desk: Desk, area: Area, *names: str) -> list[str]:
    """The ids of new agencies of these names."""
    return [partnerships.add_agency(desk, area.partnership_id, name, ["PS"]) for name in names]
