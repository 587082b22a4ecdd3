"""The agencies that take part and who speaks for them."""

from collections.abc import Collection, Sequence

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.seen import UNCHECKED, Unchecked
from assessment.access.typed import Typed
from assessment.partnership import store
from assessment.partnership.model import Agency, CanCommit, Kept
from assessment.partnership.permissions import check_user_can_prepare
from assessment.partnership.rules.suggestions import core_only
from assessment.partnership.service import reading, saving
from assessment.partnership.service.editing_area import accepted_name
from assessment.store.work import Writing


def add_agency(
    desk: Desk,
    partnership_id: str,
    name: str,
    types: Sequence[str],
    *,
    observer: bool = False,
    confirmed: bool = False,
) -> str:
    """Add an agency with one type or more; gives its id.

    Raises:
        BadInput: without a name or a type. LikelyIdentifier, TooLong: see accept_words.
    """
    check_user_can_prepare(desk.actor)
    item = _new(desk, partnership_id, accepted_name(name, confirmed=confirmed), types, observer)
    with desk.store.writing() as tx:
        _insert(tx, desk, item)
    return item.id


def add_suggested_core(desk: Desk, assessment_id: str) -> tuple[str, ...]:
    """Add one agency for each core type in the guidance that has none; gives their ids.

    Each is called by its type's short name until the lead changes it.
    """
    check_user_can_prepare(desk.actor)
    partnership_id = reading.partnership_of(desk, assessment_id)
    missing = core_only(reading.suggested_agencies(desk, assessment_id))
    items = [_new(desk, partnership_id, kind.short, [kind.code], False) for kind in missing]
    with desk.store.writing() as tx:
        for item in items:
            _insert(tx, desk, item)
    return tuple(item.id for item in items)


def _new(
    desk: Desk, partnership_id: str, name: str, types: Sequence[str], observer: bool
) -> Agency:
    now = desk.now()
    return Agency(
        id=desk.new_id(),
        partnership_id=partnership_id,
        name=name,
        types=_known(types),
        observer=observer,
        added_at=now,
        saved_at=now,
    )


def _known(types: Collection[str]) -> tuple[str, ...]:
    if not types:
        raise BadInput("Choose what kind of agency it is. One may be of several kinds.")
    return tuple(dict.fromkeys(types))


def _insert(tx: Writing, desk: Desk, item: Agency) -> None:
    place = {"partnership_id": item.partnership_id}
    saving.insert(tx, desk, Kept.AGENCY, item, place)
    row = {"id": item.id, "assessment_id": None, **place}
    event = saving.event_of(desk, Kept.AGENCY, row, "agency.types_set")
    store.link(tx, "types", item.id, item.types, event)


def edit_agency_text(desk: Desk, agency_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into a name or role of an agency; see saving.TEXTS for the fields."""
    saving.edit_text(desk, Kept.AGENCY, agency_id, field, typed)


def set_agency_types(
    desk: Desk, agency_id: str, types: Collection[str], seen: Collection[str] | None = None
) -> None:
    """Say what kinds of agency it is; with `seen`, by the difference to what the screen showed.

    Raises:
        BadInput: none would be left.
    """
    with desk.store.writing():
        what = "agency.types_set"
        _known(saving.set_links(desk, Kept.AGENCY, agency_id, what, "types", types, seen))


def set_can_commit(
    desk: Desk,
    agency_id: str,
    can_commit: CanCommit,
    *,
    seen: CanCommit | Unchecked = UNCHECKED,
) -> None:
    """Say whether its representative can commit staff time in the room.

    Raises ChangedMeanwhile when another screen chose something else than was `seen` here.
    """
    what, field = "agency.can_commit_set", "can_commit"
    saving.set_choice(desk, Kept.AGENCY, agency_id, what, field, can_commit, seen=seen)


def set_observer(desk: Desk, agency_id: str, observer: bool) -> None:
    """Say whether it only observes; an observer is not asked to rate."""
    saving.set_values(desk, Kept.AGENCY, agency_id, "agency.observer_set", observer=observer)
