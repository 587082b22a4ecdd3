"""What is held, and where a text stands."""

from pathlib import Path

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.wording import long_date
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment
from assessment.privacy.people import NAME_FIELDS
from assessment.store.location import data_folder
from assessment.store.work import Reading
from exports.copies.service import rescue_folder
from exports.downloads import service as downloads
from exports.holdings.model import Holdings, KeepUntil, PeopleFact, Place
from exports.holdings.permissions import check_user_can_remove, check_user_can_see_holdings
from exports.holdings.store import places, tables


SHORTEST_SEARCH = 3

_DATABASES = {
    "sqlite": "SQLite, one file on this computer, with no account and no password of its own",
    "postgresql": "PostgreSQL, on the server that this installation was given",
}


def holdings(desk: Desk, partnership_id: str) -> Holdings:
    """Everything that the page says, counted now. Raises NotFound, Refused."""
    check_user_can_see_holdings(desk.actor)
    area = partnerships.partnership(desk, partnership_id)
    file = desk.store.file
    with desk.store.reading() as tx:
        return Holdings(
            area=area.name,
            database=_DATABASES[desk.store.kind],
            folder=str(file.parent if file else data_folder()),
            local_copies=tuple(path.name for path in local_copies(desk)),
            people=_people(tx, partnership_id),
            fields=places.text_fields(tx, partnership_id),
            keep_until=tuple(
                _keep_until(desk, one) for one in partnerships.assessments(desk, partnership_id)
            ),
            exports_made=downloads.how_many_made(desk, partnership_id),
            removed=tables.removed_rows(tx, partnership_id),
            as_of=desk.now(),
        )


def local_copies(desk: Desk) -> list[Path]:
    """The safety copies on this computer: databases before an update, copies before a replace."""
    folder = rescue_folder(desk)
    return sorted(path for path in folder.glob("*") if path.is_file()) if folder.is_dir() else []


def _people(tx: Reading, partnership_id: str) -> tuple[PeopleFact, ...]:
    named = [
        PeopleFact(
            what=f"{words[0].upper()}{words[1:]}",
            number=places.filled(tx, partnership_id, table, column),
            why="So that the others know who speaks for the agency. Optional.",
        )
        for (table, column), words in NAME_FIELDS.items()
    ]
    roles = [
        PeopleFact(
            what=words,
            number=places.filled(tx, partnership_id, "agency", column),
            why="To know what was said on whose authority. A role is not a name.",
        )
        for column, words in (
            ("role", "Representative’s role"),
            ("substitute_role", "Substitute’s role"),
        )
    ]
    typed = PeopleFact(
        what="Who typed a change",
        number=places.actors(tx, partnership_id),
        why="So that a change can be traced. On one computer it is always “The lead”.",
    )
    return (*named, *roles, typed)


def _keep_until(desk: Desk, one: Assessment) -> KeepUntil:
    passed = one.keep_until is not None and one.keep_until < desk.today()
    notice = (
        f"The keep-until date was {long_date(one.keep_until)}. "
        "Remove the assessment, or set a later date."
        if passed and one.keep_until
        else ""
    )
    return KeepUntil(assessment_id=one.id, title=one.title, day=one.keep_until, notice=notice)


def find_text(desk: Desk, partnership_id: str, words: str) -> tuple[Place, ...]:
    """Where the words stand, in rows of today and in earlier versions.

    Raises:
        Refused: not the lead. BadInput: too few letters to look for.
    """
    check_user_can_remove(desk.actor)
    wanted = words.strip()
    if len(wanted) < SHORTEST_SEARCH:
        raise BadInput("Type at least three letters or figures of the text to look for.")
    with desk.store.reading() as tx:
        return places.find(tx, partnership_id, wanted)
