"""An agency's view, given by itself or keyed for it.

Before the reveal it is the first view and may change; after it a view goes into a row of its own,
marked, and the first one stands. Answers are never repeated in an error or in the activity log.
"""

from collections.abc import Collection, Iterable
from typing import Any

from assessment.access.actor import Role
from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import BadInput, Refused
from assessment.access.texts import PARAGRAPH, accept_words
from assessment.access.typed import Typed
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment, Status
from assessment.store.activity import ActivityEvent
from assessment.store.work import Writing
from assessment.views import store
from assessment.views.model import MOST_PEOPLE, Answer, Confidence, Given, Said, View, Way
from assessment.views.permissions import check_user_can_give
from assessment.views.service.asking import CHOOSE_FIRST


KEYED_WAYS = frozenset({Way.CALLED_OUT, Way.PAPER})
GIVE_FIRST = "Choose an answer first; the words can follow."
GAVE_ITSELF = (
    "This agency gave a view of its own. Nothing was changed. "
    "Choose to replace it if the agency says so."
)
FROZEN = "This statement has been revealed, so its first views stand as they were given."


class GaveItself(Refused):
    """The agency gave a view itself; only a deliberate `replace` may take its place."""

    def __init__(self) -> None:
        super().__init__(GAVE_ITSELF)


def give(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    agency_id: str,
    said: Said,
    *,
    way: Way,
    replace: bool = False,
) -> View:
    """Keep one agency's answer on one statement; gives the view that stands then.

    The words beside it stay. After the reveal, or once the assessment is agreed, it is kept as a
    later view. `replace` lets the lead put another in the place of one the agency gave itself.

    Raises:
        Refused: not this person's to give, not asked for yet, the agency gave another itself, the
            assessment is closed, or the device was ended or is not the agency's contact's.
        BadInput: no statement of its set, or an agency of another area or one that observes.
    """
    with desk.store.writing() as tx:
        one = _open(desk, tx, assessment_id, [statement_id], [agency_id])
        given = Given(statement_id=statement_id, agency_id=agency_id, said=said)
        return _keep(desk, tx, one, given, way, replace)


def give_many(
    desk: Desk, assessment_id: str, given: Iterable[Given], *, way: Way, replace: bool = False
) -> int:
    """Keep many views at once, all or none, with their words; gives how many.

    Only what a `Given` says is written: an empty reason leaves the words that are there.

    Raises:
        Refused, BadInput: see `give`. LikelyIdentifier, TooLong: see accept_words.
    """
    wanted = tuple(given)
    with desk.store.writing() as tx:
        statements = {each.statement_id for each in wanted}
        agencies = {each.agency_id for each in wanted}
        one = _open(desk, tx, assessment_id, statements, agencies)
        for each in wanted:
            kept = _keep(desk, tx, one, each, way, replace)
            _add_words(desk, tx, one, kept, each)
    return len(wanted)


def take_back(
    desk: Desk, assessment_id: str, statement_id: str, agency_id: str, *, replace: bool = False
) -> None:
    """Take a first view back, as long as nobody has seen it; nothing where there is none.

    Raises:
        Refused: the statement has been revealed, the agency gave it itself and it is the lead who
            takes it back without `replace`, or see `give`.
    """
    with desk.store.writing() as tx:
        one = _open(desk, tx, assessment_id, [statement_id], [agency_id])
        if _is_late(tx, one, statement_id):
            raise Refused(FROZEN)
        row = store.view_row(tx, assessment_id, statement_id, agency_id, after_reveal=False)
        if row is not None:
            _check_may_replace(desk, row, replace)
            unlinked = _event(desk, one, row.id, "view.prisons_set")
            store.link_prisons(tx, row.id, (), unlinked)
            store.remove_view(tx, row.id, _event(desk, one, row.id, "view.taken_back"))


def edit_reason(
    desk: Desk, assessment_id: str, statement_id: str, agency_id: str, typed: Typed
) -> None:
    """Save the short reason typed beside a view.

    Raises:
        BadInput: no answer was chosen yet. Refused: see `give`.
        StaleEdit, LikelyIdentifier, TooLong: see accept_text.
    """
    with drafting(desk, typed) as draft:
        one = _open(desk, draft.tx, assessment_id, [statement_id], [agency_id])
        row = _standing(draft.tx, one, statement_id, agency_id)
        text = draft.accepted("view", row, "reason", limit=PARAGRAPH)
        event = _event(desk, one, row.id, "view.reason_edited", typed.spell)
        if text != row.reason:
            store.change_view(draft.tx, row.id, {"reason": text, "saved_at": desk.now()}, event)


def set_confidence(
    desk: Desk, assessment_id: str, statement_id: str, agency_id: str, value: Confidence | None
) -> None:
    """Say how sure the agency is of the evidence. Raises as `edit_reason` does."""
    _set(desk, assessment_id, statement_id, agency_id, {"confidence": value})


def set_people(
    desk: Desk, assessment_id: str, statement_id: str, agency_id: str, people: int | None
) -> None:
    """Say how many people the view rests on, 1 to 10,000. Raises as `edit_reason` does."""
    if people is not None and not 1 <= people <= MOST_PEOPLE:
        raise BadInput(f"Say how many people as a number from 1 to {MOST_PEOPLE:,}.")
    _set(desk, assessment_id, statement_id, agency_id, {"people": people})


def set_view_prisons(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    agency_id: str,
    prisons: Collection[str],
    *,
    seen: Collection[str] | None = None,
) -> None:
    """Say which prisons the view is about; see Writing.relink for `seen`.

    Raises:
        BadInput: a prison of another area. Otherwise as `edit_reason` does.
    """
    with desk.store.writing() as tx:
        one = _open(desk, tx, assessment_id, [statement_id], [agency_id])
        row = _standing(tx, one, statement_id, agency_id)
        partnerships.check_prisons_here(desk, one.partnership_id, prisons)
        event = _event(desk, one, row.id, "view.prisons_set")
        store.link_prisons(tx, row.id, prisons, event, seen)


def _open(
    desk: Desk,
    tx: Writing,
    assessment_id: str,
    statements: Collection[str],
    agencies: Collection[str],
) -> Assessment:
    """The assessment, once everything named belongs to it and this person may give views."""
    one = partnerships.assessment(desk, assessment_id)
    invitations.check_is_contact(desk)
    for agency_id in agencies:
        check_user_can_give(desk.actor, assessment_id, agency_id, one.status)
        partnerships.check_asked_here(desk, one.partnership_id, agency_id)
    partnerships.check_statements_here(desk, one, statements)
    asking = store.asking_row(tx, assessment_id)
    if asking is None or asking.names_shown is None:
        raise Refused(CHOOSE_FIRST)
    return one


def _is_late(tx: Writing, one: Assessment, statement_id: str) -> bool:
    """Whether a view given now is a later one: revealed, frozen, or the ratings are agreed."""
    agreed = one.status in {Status.AGREED, Status.CLOSED}
    return agreed or store.reveal_row(tx, one.id, statement_id) is not None


def _standing(tx: Writing, one: Assessment, statement_id: str, agency_id: str) -> View:
    """The view that words belong to now. Raises BadInput while there is none."""
    late = _is_late(tx, one, statement_id)
    row = store.view_row(tx, one.id, statement_id, agency_id, after_reveal=late)
    if row is None:
        raise BadInput(GIVE_FIRST)
    return row


def _keep(desk: Desk, tx: Writing, one: Assessment, given: Given, way: Way, replace: bool) -> View:
    late = _is_late(tx, one, given.statement_id)
    row = store.view_row(tx, one.id, given.statement_id, given.agency_id, after_reveal=late)
    now = desk.now()
    values = _as_columns(given.said) | {"way": way, "keyed_by": _keyed_by(desk, way)}
    if row is None:
        row = View(
            id=desk.new_id(),
            assessment_id=one.id,
            statement_id=given.statement_id,
            agency_id=given.agency_id,
            after_reveal=late,
            given_at=now,
            saved_at=now,
            **values,
        )
        store.add_view(tx, row, _event(desk, one, row.id, "view.given"))
        return row
    # What is keyed is not compared with what an agency gave itself: else one could try the answers
    # until none differs. A pack is: coming back twice, it changes nothing.
    if way in KEYED_WAYS:
        _check_may_replace(desk, row, replace)
    if row.said == given.said:
        return row
    _check_may_replace(desk, row, replace)
    values |= {"given_at": now, "saved_at": now}
    store.change_view(tx, row.id, values, _event(desk, one, row.id, "view.changed"))
    return row.model_copy(update=values)


def _check_may_replace(desk: Desk, row: View, replace: bool) -> None:
    if desk.actor.role is Role.LEAD and not row.keyed_by and not replace:
        raise GaveItself


def _add_words(desk: Desk, tx: Writing, one: Assessment, kept: View, given: Given) -> None:
    """What came with an answer in the same line of a file."""
    values: dict[str, Any] = {}
    if given.reason.strip():
        place = ("view", "reason")
        values["reason"] = accept_words(
            given.reason.strip(), stored=kept.reason, limit=PARAGRAPH, place=place
        )
    if given.confidence is not None:
        values["confidence"] = given.confidence
    if given.people is not None:
        values["people"] = given.people
    if values:
        store.change_view(tx, kept.id, values, _event(desk, one, kept.id, "view.words_added"))
    if given.prisons:
        partnerships.check_prisons_here(desk, one.partnership_id, given.prisons)
        event = _event(desk, one, kept.id, "view.prisons_set")
        store.link_prisons(tx, kept.id, given.prisons, event)


def _set(
    desk: Desk, assessment_id: str, statement_id: str, agency_id: str, values: dict[str, Any]
) -> None:
    with desk.store.writing() as tx:
        one = _open(desk, tx, assessment_id, [statement_id], [agency_id])
        row = _standing(tx, one, statement_id, agency_id)
        if any(getattr(row, name) != value for name, value in values.items()):
            changed = values | {"saved_at": desk.now()}
            event = _event(desk, one, row.id, f"view.{next(iter(values))}_set")
            store.change_view(tx, row.id, changed, event)


def _as_columns(said: Said) -> dict[str, Any]:
    if isinstance(said, Answer):
        return {"answer": said, "rating": None}
    return {"answer": Answer.RATED, "rating": said}


def _keyed_by(desk: Desk, way: Way) -> str:
    """Who keyed it, where that was not the agency itself; a pack was filled in by the agency."""
    return desk.actor.name if way in KEYED_WAYS else ""


def _event(desk: Desk, one: Assessment, view_id: str, what: str, spell: str = "") -> ActivityEvent:
    return desk.event(
        what,
        subject_table="view",
        subject_id=view_id,
        partnership_id=one.partnership_id,
        assessment_id=one.id,
        spell=spell or None,
    )
