"""The area: its name, authorities, prisons, probation region and handling marking."""

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.seen import UNCHECKED, Unchecked
from assessment.access.texts import NAME, accept_words
from assessment.access.typed import Typed
from assessment.partnership.model import Authority, Kept, Prison
from assessment.partnership.permissions import check_user_can_prepare
from assessment.partnership.service import saving


def accepted_name(name: str, *, confirmed: bool = False) -> str:
    """A name fit to be kept. Raises BadInput when empty, LikelyIdentifier, TooLong."""
    name = accept_words(name.strip(), limit=NAME, confirmed=confirmed)
    if not name:
        raise BadInput("Type a name first.")
    return name


def edit_partnership_text(desk: Desk, partnership_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into the area's name, probation region or own marking."""
    saving.edit_text(desk, Kept.PARTNERSHIP, partnership_id, field, typed)


def set_marking(
    desk: Desk, partnership_id: str, marking: str, *, seen: str | Unchecked = UNCHECKED
) -> None:
    """Choose the handling marking that every copy carries; empty for none.

    Raises ChangedMeanwhile when another screen chose something else than was `seen` here.
    """
    accept_words(marking, limit=NAME)
    what = "partnership.marking_set"
    saving.set_choice(desk, Kept.PARTNERSHIP, partnership_id, what, "marking", marking, seen=seen)


def add_authority(desk: Desk, partnership_id: str, name: str, *, confirmed: bool = False) -> str:
    """Add a local authority; gives its id. Raises as `accepted_name` does."""
    check_user_can_prepare(desk.actor)
    now = desk.now()
    item = Authority(
        id=desk.new_id(),
        partnership_id=partnership_id,
        name=accepted_name(name, confirmed=confirmed),
        added_at=now,
        saved_at=now,
    )
    saving.add(desk, Kept.AUTHORITY, item, {"partnership_id": partnership_id})
    return item.id


def edit_authority_text(desk: Desk, authority_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into an authority's name or code."""
    saving.edit_text(desk, Kept.AUTHORITY, authority_id, field, typed)


def add_prison(
    desk: Desk, partnership_id: str, name: str, *, in_area: bool = True, confirmed: bool = False
) -> str:
    """Add a prison that people come home from; gives its id. Raises as `accepted_name` does."""
    check_user_can_prepare(desk.actor)
    now = desk.now()
    item = Prison(
        id=desk.new_id(),
        partnership_id=partnership_id,
        name=accepted_name(name, confirmed=confirmed),
        in_area=in_area,
        added_at=now,
        saved_at=now,
    )
    saving.add(desk, Kept.PRISON, item, {"partnership_id": partnership_id})
    return item.id


def edit_prison_text(desk: Desk, prison_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into a prison's name."""
    saving.edit_text(desk, Kept.PRISON, prison_id, field, typed)


def set_in_area(desk: Desk, prison_id: str, in_area: bool) -> None:
    """Say whether a prison lies inside the area."""
    saving.set_values(desk, Kept.PRISON, prison_id, "prison.place_set", in_area=in_area)
