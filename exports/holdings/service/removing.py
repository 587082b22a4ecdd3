"""Removing for good: a text, and the names of representatives."""

from pathlib import Path

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, NotFound, UserError
from assessment.access.texts import LINE, accept_words
from assessment.access.wording import long_date
from assessment.partnership import service as partnerships
from assessment.privacy.people import NAME_FIELDS
from assessment.store.activity import ActivityEvent
from exports.copies.service import KIND as COPY_KIND
from exports.copies.service import changed_copy
from exports.downloads import service as downloads
from exports.downloads.model import ExportMade
from exports.finish.service import KIND as FOLDER_KIND
from exports.holdings.model import Erasure, Place, Removal, RemovedText
from exports.holdings.permissions import check_user_can_remove
from exports.holdings.service.bytes_gone import overwrite, tidy_up
from exports.holdings.service.reading import local_copies
from exports.holdings.store import erasing, places, tables
from exports.holdings.store.redacting import STANDS_OUT, erase_from_tables


def mark_of(desk: Desk) -> str:
    """What stands in a text's place: "Removed on 22 November 2026 by the lead."."""
    name = desk.actor.name
    who = name[0].lower() + name[1:] if name.startswith("The ") else name
    return f"Removed on {long_date(desk.today())} by {who}."


def remove_text(
    desk: Desk,
    partnership_id: str,
    table: str,
    row_id: str,
    field: str,
    reason: str,
    *,
    only_earlier: bool = False,
    confirmed: bool = False,
) -> Removal:
    """Take a text out of its row, its earlier versions, the log and the local copies.

    With `only_earlier`, what stands there today is harmless and stays. Gives the files made
    while the text stood here, which no one can call back, and where the same words still stand.

    Raises:
        Refused: not the lead. NotFound: no such place. BadInput: no reason. LikelyIdentifier:
            the reason holds what it should not, and it was not `confirmed` that it does not.
    """
    check_user_can_remove(desk.actor)
    why = accept_words(reason.strip(), limit=LINE, confirmed=confirmed)
    if not why:
        raise BadInput("Say in a few words why it is removed, without repeating the text.")
    place = Place(table=table, row_id=row_id, field=field, where="", excerpt="")
    mark = mark_of(desk)
    removal = _erase(desk, partnership_id, place, why, leave=mark, only_earlier=only_earlier)
    return removal.model_copy(update={"bytes_gone": tidy_up(desk)})


def remove_names(desk: Desk, partnership_id: str, agency_id: str | None = None) -> Removal:
    """Empty the names of an agency's people, or of every agency's, everywhere and for good.

    Agencies that were put away are included. Raises Refused.
    """
    check_user_can_remove(desk.actor)
    done = Removal(mark=mark_of(desk))
    for place in _named(desk, partnership_id, agency_id):
        one = _erase(desk, partnership_id, place, "Names removed", leave="")
        done = _joined(done, one)
    return done.model_copy(update={"bytes_gone": tidy_up(desk)})


def _named(desk: Desk, partnership_id: str, agency_id: str | None) -> list[Place]:
    """The name fields that hold a name, or ever did."""
    agencies = (
        *partnerships.agencies(desk, partnership_id),
        *partnerships.agencies(desk, partnership_id, archived=True),
    )
    every = [
        Place(table=table, row_id=agency.id, field=field, where="", excerpt="")
        for agency in agencies
        if agency_id in (None, agency.id)
        for table, field in NAME_FIELDS
    ]
    with desk.store.reading() as tx:
        return [p for p in every if places.first_seen(tx, p) or places.current_text(tx, p)]


def _erase(
    desk: Desk,
    partnership_id: str,
    place: Place,
    why: str,
    *,
    leave: str,
    only_earlier: bool = False,
) -> Removal:
    """One transaction in the database, then each safety copy."""
    with desk.store.writing() as tx:
        if not places.belongs(tx, partnership_id, place):
            raise NotFound("That text is not here any more. Search for it again.")
        since = places.first_seen(tx, place)
        held = places.current_text(tx, place)
        mark = mark_of(desk)
        text, keep = ("", held) if only_earlier or held == mark else (held, "")
        erasure = Erasure(place=place, text=text, mark=mark, leave=leave, keep=keep)
        event = _event(desk, "text.removed", place.table, place.row_id, partnership_id)
        erasing.erase_text(tx, partnership_id, erasure, desk.now(), event)
        record = _record(desk, partnership_id, place, why)
        tables.add_row(
            tx, record, _event(desk, "removal.recorded", "removed_text", record.id, partnership_id)
        )
        also = places.find(tx, partnership_id, text) if len(text) >= STANDS_OUT else ()
    cleaned, left = _clean_copies(desk, erasure)
    held_it = tuple(
        made
        for made in downloads.files_made(desk, partnership_id)
        if (since is None or made.made_at >= since) and _may_hold(made, place)
    )
    return Removal(mark=mark, also=also, exports=held_it, copies_cleaned=cleaned, copies_left=left)


def _may_hold(made: ExportMade, place: Place) -> bool:
    """A report shows roles and no names, so a name was in a complete copy or with one."""
    names = (place.table, place.field) in NAME_FIELDS
    return not names or made.kind in (COPY_KIND, FOLDER_KIND)


def _record(desk: Desk, partnership_id: str, place: Place, why: str) -> RemovedText:
    return RemovedText(
        id=desk.new_id(),
        partnership_id=partnership_id,
        at=desk.now(),
        removed_by=desk.actor.name,
        subject_table=place.table,
        subject_id=place.row_id,
        field=place.field,
        reason=why,
    )


def _event(desk: Desk, what: str, table: str, row_id: str, partnership_id: str) -> ActivityEvent:
    return desk.event(what, subject_table=table, subject_id=row_id, partnership_id=partnership_id)


def _joined(one: Removal, other: Removal) -> Removal:
    def both(
        first: tuple[ExportMade, ...], second: tuple[ExportMade, ...]
    ) -> tuple[ExportMade, ...]:
        return tuple({made.id: made for made in (*first, *second)}.values())

    return other.model_copy(
        update={
            "exports": both(one.exports, other.exports),
            "also": (*one.also, *other.also),
            "copies_cleaned": tuple(dict.fromkeys((*one.copies_cleaned, *other.copies_cleaned))),
            "copies_left": tuple(dict.fromkeys((*one.copies_left, *other.copies_left))),
        }
    )


def _clean_copies(desk: Desk, erasure: Erasure) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Clean each safety copy that knows the row; gives those cleaned, and those not readable."""
    cleaned: list[Path] = []
    left: list[Path] = []
    for path in local_copies(desk):
        if erasure.place.row_id.encode() not in path.read_bytes():
            continue
        try:
            _clean_copy(path, erasure)
            cleaned.append(path)
        except (UserError, erasing.CannotBeRead, OSError):
            left.append(path)
    return tuple(cleaned), tuple(left)


def _clean_copy(path: Path, erasure: Erasure) -> None:
    if path.suffix != ".json":
        erasing.erase_from_copy(path, erasure)
        return
    overwrite(path, changed_copy(path.read_bytes(), lambda t: erase_from_tables(t, erasure)))
