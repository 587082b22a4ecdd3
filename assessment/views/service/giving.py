"""An agency's view, given by itself or keyed for it.

Before the reveal it is the first view and may change; after it a view goes into a row of its own,
marked, and the first one stands. Answers are never repeated in an error or in the activity log.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from assessment.access.actor import Role
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.texts import PARAGRAPH, accept_words
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment, Status
from assessment.store.activity import ActivityEvent
from assessment.store.work import Writing
from assessment.views import store
from assessment.views.model import Answer, Given, Said, View, Way
from assessment.views.permissions import check_user_can_give, is_from_here
from assessment.views.service.asking import CHOOSE_FIRST


NO_WORDS: dict[str, Any] = {"reason": "", "confidence": None, "people": None}
KEYED_WAYS = frozenset({Way.CALLED_OUT, Way.PAPER})
GIVE_FIRST = "Choose an answer first; the words can follow."
GAVE_ITSELF = (
    "This agency gave a view of its own. Nothing was changed. "
    "Choose to replace it if the agency says so."
)
FROZEN = "This statement has been revealed, so its first views stand as they were given."


ELSEWHERE = (
    "Your agency has answered this one already, by another way or on another device. Nothing was "
    "changed."
)


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
    later view. `replace` lets the lead put another in the place of one the agency gave itself, and
    a joined device in the place of one that came another way; then its words go too.

    Raises:
        Refused: not this person's to give, not asked for yet, the agency gave another itself or
            elsewhere, the assessment is closed, or the device was ended or is not its contact's.
        BadInput: no statement of its set, or an agency of another area or one that observes.
    """
    with desk.store.writing() as tx:
        one = open_to_give(desk, tx, assessment_id, [statement_id], [agency_id])
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
        one = open_to_give(desk, tx, assessment_id, statements, agencies)
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
        one = open_to_give(desk, tx, assessment_id, [statement_id], [agency_id])
        if is_late(tx, one, statement_id):
            raise Refused(FROZEN)
        row = store.view_row(tx, assessment_id, statement_id, agency_id, after_reveal=False)
        if row is not None:
            check_is_from_here(desk, row)
            _check_may_replace(desk, row, replace)
            unlinked = view_event(desk, one, row.id, "view.prisons_set")
            store.link_prisons(tx, row.id, (), unlinked)
            store.remove_view(tx, row.id, view_event(desk, one, row.id, "view.taken_back"))


def open_to_give(
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


def is_late(tx: Writing, one: Assessment, statement_id: str) -> bool:
    """Whether a view given now is a later one: revealed, frozen, or the ratings are agreed."""
    agreed = one.status in {Status.AGREED, Status.CLOSED}
    return agreed or store.reveal_row(tx, one.id, statement_id) is not None


def _keep(desk: Desk, tx: Writing, one: Assessment, given: Given, way: Way, replace: bool) -> View:
    late = is_late(tx, one, given.statement_id)
    row = store.view_row(tx, one.id, given.statement_id, given.agency_id, after_reveal=late)
    now = desk.now()
    values = _as_columns(given.said) | {
        "way": way,
        "keyed_by": _keyed_by(desk, way),
        "device_id": desk.actor.device_id,
    }
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
        store.add_view(tx, row, view_event(desk, one, row.id, "view.given"))
        return row
    values |= {"given_at": now, "saved_at": now}
    if not is_from_here(desk.actor, row):
        # Nor is this compared, and nothing is left of what was given elsewhere to be read here.
        check_is_from_here(desk, row, replace)
        store.link_prisons(tx, row.id, (), view_event(desk, one, row.id, "view.prisons_set"))
        return _change(desk, tx, one, row, values | NO_WORDS)
    # What is keyed is not compared with what an agency gave itself: else one could try the answers
    # until none differs. A pack is: coming back twice, it changes nothing.
    if way in KEYED_WAYS:
        _check_may_replace(desk, row, replace)
    if row.said == given.said:
        return row
    _check_may_replace(desk, row, replace)
    return _change(desk, tx, one, row, values)


def _change(desk: Desk, tx: Writing, one: Assessment, row: View, values: Mapping[str, Any]) -> View:
    store.change_view(tx, row.id, values, view_event(desk, one, row.id, "view.changed"))
    return row.model_copy(update=dict(values))


def check_is_from_here(desk: Desk, row: View, replace: bool = False) -> None:
    if not is_from_here(desk.actor, row) and not replace:
        raise Refused(ELSEWHERE)


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
        store.change_view(tx, kept.id, values, view_event(desk, one, kept.id, "view.words_added"))
    if given.prisons:
        partnerships.check_prisons_here(desk, one.partnership_id, given.prisons)
        event = view_event(desk, one, kept.id, "view.prisons_set")
        store.link_prisons(tx, kept.id, given.prisons, event)


def _as_columns(said: Said) -> dict[str, Any]:
    if isinstance(said, Answer):
        return {"answer": said, "rating": None}
    return {"answer": Answer.RATED, "rating": said}


def _keyed_by(desk: Desk, way: Way) -> str:
    """Who keyed it, where that was not the agency itself; a pack was filled in by the agency."""
    return desk.actor.name if way in KEYED_WAYS else ""


def view_event(
    desk: Desk, one: Assessment, view_id: str, what: str, spell: str = ""
) -> ActivityEvent:
    return desk.event(
        what,
        subject_table="view",
        subject_id=view_id,
        partnership_id=one.partnership_id,
        assessment_id=one.id,
        spell=spell or None,
    )
