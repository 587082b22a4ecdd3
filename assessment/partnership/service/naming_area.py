"""The name of an area that is not begun yet: kept while it is typed, then the area begins with it.

There is one such line, on the first page, and every screen shows it.
"""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.texts import NAME
from assessment.access.typed import Typed
from assessment.partnership.permissions import check_user_can_prepare
from assessment.partnership.service.editing_assessments import start_partnership
from assessment.partnership.service.naming import BeingNamed, line_event
from assessment.partnership.store import naming
from assessment.store.work import Writing


def area_being_named(desk: Desk) -> BeingNamed:
    """What was typed for a new area that has not begun yet."""
    with desk.store.reading() as tx:
        row = naming.area_row(tx)
    return BeingNamed(row["name"], saved_at=row["saved_at"]) if row else BeingNamed()


def type_area_name(desk: Desk, typed: Typed) -> None:
    """Keep what was typed as the name of a new area; there is no area yet.

    Raises:
        StaleEdit, LikelyIdentifier, TooLong: see accept_text.
    """
    check_user_can_prepare(desk.actor)
    with drafting(desk, typed) as draft:
        row = _row(desk, draft.tx)
        text = draft.accepted("area_draft", SimpleNamespace(**row), "name", limit=NAME)
        if text != row["name"]:
            event = line_event(desk, row, "area_draft.typed", typed.spell)
            naming.change_area(draft.tx, text, event)


def begin_named_area(desk: Desk) -> tuple[str, str]:
    """Begin the area whose name stands in the line, and empty the line; see `start_partnership`.

    Raises:
        BadInput: nothing stands there.
    """
    check_user_can_prepare(desk.actor)
    with desk.store.writing() as tx:
        row = _row(desk, tx)
        # It was accepted when it was typed, so it is not asked about a second time.
        begun = start_partnership(desk, row["name"], confirmed=True)
        naming.change_area(tx, "", line_event(desk, row, "area_draft.used"))
    return begun


def _row(desk: Desk, tx: Writing) -> Mapping[str, Any]:
    blank = naming.blank_area(desk.now())
    found = naming.area_row(tx)
    return found or naming.begin_area(tx, blank, line_event(desk, blank, "area_draft.begun"))
