"""Different views: they stand beside the agreed rating and may come late."""

from collections.abc import Callable
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.texts import PARAGRAPH
from assessment.access.typed import Typed
from assessment.consensus import store
from assessment.consensus.model import DifferentView, Stance
from assessment.consensus.permissions import check_user_can_record_different_view
from assessment.consensus.service.reading import different_view
from assessment.partnership import service as partnerships
from assessment.store.work import Writing


Check = Callable[[Writing, DifferentView], None]


def record_different_view(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    agency_id: str,
    said: int | Stance | None = None,
) -> str:
    """An agency sees it differently: its view is kept beside the agreed rating. Gives its id.

    What it `said` may come with it or follow, and so may its reason. It can come late, also after
    the assessment is agreed.

    Raises:
        BadInput: an agency of another area, or an observer. Refused: the assessment is closed.
        ChangedMeanwhile: its view is here already and says something else.
    """
    values = _as_columns(said)
    with desk.store.writing() as tx:
        check = check_user_can_record_different_view
        one = partnerships.at_work(desk, assessment_id, statement_id, check)
        partnerships.check_asked_here(desk, one.partnership_id, agency_id)
        there = _view_there(tx, assessment_id, statement_id, agency_id)
        if there is not None:
            if said is not None:
                set_different_rating(desk, there, values["stance"], values["rating"], seen=None)
            return there
        now = desk.now()
        view = DifferentView(
            id=desk.new_id(),
            assessment_id=assessment_id,
            statement_id=statement_id,
            agency_id=agency_id,
            recorded_at=now,
            saved_at=now,
            **values,
        )
        event = partnerships.event_on(desk, view, "different_view.recorded")
        store.add_different_view(tx, view, event)
        return view.id


def set_different_rating(
    desk: Desk,
    view_id: str,
    stance: Stance | None,
    rating: int | None = None,
    *,
    seen: int | Stance | None | Unchecked = UNCHECKED,
) -> None:
    """What the agency says instead: a rating, that it does not know, or not applicable here.

    `seen` is what the screen showed it to say. Raises ChangedMeanwhile, or Refused when closed.
    """
    rated = rating if stance is Stance.RATED else None
    values = {"stance": stance, "rating": rated}
    said = stance if rated is None else rated

    def unmoved(tx: Writing, view: DifferentView) -> None:
        if view.said != said:
            columns = ("stance", "rating")
            check_unmoved(tx, "different_view", view, columns, seen=seen, stands=view.said)

    _change(desk, view_id, "different_view.rated", values, check=unmoved)


def edit_different_reason(desk: Desk, view_id: str, typed: Typed) -> None:
    """Save what was typed into the reason. Raises as accept_text does; Refused when closed."""
    with drafting(desk, typed) as draft:
        view = different_view(desk, view_id)
        text = draft.accepted("different_view", view, "reason", limit=PARAGRAPH)
        if text != view.reason:
            what = "different_view.reason_edited"
            _change(desk, view_id, what, {"reason": text}, spell=typed.spell)


def put_view_away(desk: Desk, view_id: str) -> None:
    """Take a different view out of use; `put_view_back` undoes it. Raises Refused when closed."""
    _change(desk, view_id, "different_view.put_away", {"archived_at": desk.now()})


def put_view_back(desk: Desk, view_id: str) -> None:
    """Bring a different view back. Raises Refused when closed."""
    _change(desk, view_id, "different_view.put_back", {"archived_at": None})


def _view_there(tx: Writing, assessment_id: str, statement_id: str, agency_id: str) -> str | None:
    """The id of the view that this agency has of the statement already."""
    here = (statement_id, agency_id)
    views = store.different_views(tx, assessment_id)
    return next((one.id for one in views if (one.statement_id, one.agency_id) == here), None)


def _as_columns(said: int | Stance | None) -> dict[str, Any]:
    if said is None or isinstance(said, Stance):
        return {"stance": said, "rating": None}
    return {"stance": Stance.RATED, "rating": said}


def _change(
    desk: Desk,
    view_id: str,
    what: str,
    values: dict[str, Any],
    *,
    check: Check | None = None,
    spell: str | None = None,
) -> None:
    with desk.store.writing() as tx:
        view = different_view(desk, view_id)
        status = partnerships.assessment(desk, view.assessment_id).status
        check_user_can_record_different_view(desk.actor, status)
        if check is not None:
            check(tx, view)
        if any(getattr(view, name) != value for name, value in values.items()):
            event = partnerships.event_on(desk, view, what, spell)
            store.change_different_view(tx, view_id, values | {"saved_at": desk.now()}, event)
