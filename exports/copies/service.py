"""The complete copy: make one, look into one, load one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from pathlib import Path
from typing import Any

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, NotFound
from assessment.documents.names import file_name
from assessment.partnership import service as partnerships
from assessment.store.activity import ActivityEvent
from assessment.store.bulk import remove_partnership
from assessment.store.location import data_folder
from assessment.store.work import Reading
from exports.copies import store
from exports.copies.model import (
    FORMAT,
    FORMAT_VERSION,
    HOLDS,
    CopyFile,
    CopyPreview,
    Loaded,
    UnusableCopy,
)
from exports.copies.permissions import check_user_can_copy
from exports.copies.rules import guarding, parsing, words
from exports.downloads import service as downloads
from exports.report.made import Made


KIND = "json"  # as which it is recorded when it leaves


def make_copy(desk: Desk, partnership_id: str) -> bytes:
    """Everything of a partnership as a file that another installation loads back.

    Raises:
        Refused: not the lead. NotFound: no such partnership.
    """
    check_user_can_copy(desk.actor)
    with desk.store.reading() as tx:
        return _copy(desk, tx, partnership_id).to_bytes()


def take_copy(desk: Desk, partnership_id: str) -> Made:
    """The complete copy as a file to take away, recorded as made. Raises as make_copy does."""
    data = make_copy(desk, partnership_id)
    area = partnerships.partnership(desk, partnership_id)
    name = file_name(area.marking, area.name, "complete copy", desk.today(), "json")
    downloads.record_made(desk, partnership_id, None, KIND, name, area.marking)
    return Made(data=data, file_name=name, notes=(HOLDS,))


def _copy(desk: Desk, tx: Reading, partnership_id: str) -> CopyFile:
    area = store.area_of(tx, partnership_id)
    if area is None:
        raise NotFound("That area is not kept here. Choose one from the home page.")
    return CopyFile(
        format=FORMAT,
        format_version=FORMAT_VERSION,
        app_version=_app_version(),
        schema_revision=store.current_revision(),
        made_at=desk.now(),
        partnership_id=partnership_id,
        area=area,
        holds=HOLDS,
        tables=store.tables_of(tx, partnership_id),
    ).sealed()


def _app_version() -> str:
    try:
        return version("throughcare")
    except PackageNotFoundError:
        return "from source"


def read_copy(desk: Desk, data: bytes) -> CopyPreview:
    """What the file would bring, everything about it checked; nothing is written.

    Raises:
        Refused: not the lead. BadInput: the file cannot be used, with the reason in words.
    """
    check_user_can_copy(desk.actor)
    with _plainly_refused():
        copy = _known(data)
        with store.staged(copy) as staged, desk.store.reading() as tx:
            return _preview(copy, staged, tx)


def _known(data: bytes) -> CopyFile:
    copy = parsing.parsed(data)
    if not store.is_known(copy.schema_revision):
        raise UnusableCopy(parsing.newer(copy.app_version))
    parsing.check_contents(copy)
    return copy


def _preview(copy: CopyFile, staged: Reading, here: Reading) -> CopyPreview:
    incoming = store.tables_of(staged, copy.partnership_id)
    present = store.tables_of(here, copy.partnership_id)
    return CopyPreview(
        partnership_id=copy.partnership_id,
        area=store.area_of(staged, copy.partnership_id) or "",
        assessments=words.assessments(incoming),
        counts=words.counts(incoming),
        made_at=copy.made_at,
        made_by=parsing.version_in(copy.app_version),
        findings=guarding.findings_in(incoming, present),
        replaces=store.area_of(here, copy.partnership_id) is not None,
    )


def load_copy(desk: Desk, data: bytes, *, replace: bool = False, confirmed: bool = False) -> Loaded:
    """Bring the file's partnership in, whole or not at all.

    With `replace`, what is kept of the same partnership is first written as a complete copy to
    the rescue folder. `confirmed` says that likely identifiers in it are kept on purpose.

    Raises:
        Refused: not the lead. BadInput: it cannot be used, is kept here already, or holds what
            may identify a person.
    """
    check_user_can_copy(desk.actor)
    with _plainly_refused():
        copy = _known(data)
        with store.staged(copy) as staged, desk.store.writing() as tx:
            preview = _preview(copy, staged, tx)
            _check_wanted(preview, replace=replace, confirmed=confirmed)
            rescue = None
            if preview.replaces:
                rescue = _rescued(desk, tx, copy.partnership_id)
                remove_partnership(tx, copy.partnership_id, _event(desk, copy, "copy.replaced"))
            rows = store.bring_in(
                staged, tx, copy.partnership_id, _event(desk, copy, "copy.loaded")
            )
    newest = partnerships.assessments(desk, copy.partnership_id)[:1]
    return Loaded(
        partnership_id=copy.partnership_id,
        area=preview.area,
        assessment_id=newest[0].id if newest else "",
        rows=rows,
        rescue=rescue,
    )


def _event(desk: Desk, copy: CopyFile, what: str) -> ActivityEvent:
    return desk.event(
        what, subject_table="partnership", subject_id=copy.partnership_id, partnership_id=None
    )


def _check_wanted(preview: CopyPreview, *, replace: bool, confirmed: bool) -> None:
    if preview.replaces and not replace:
        raise BadInput(
            f"{preview.area} is kept here already. Nothing was changed. To put this complete copy "
            "in its place, choose to replace it; what is here now is saved first."
        )
    if preview.findings and not confirmed:
        raise BadInput(
            "This complete copy holds what may identify a person, so it was not loaded. Nothing "
            "was changed. Have it removed where the copy was made, or confirm that it is kept on "
            "purpose.",
            preview.findings,
        )


def _rescued(desk: Desk, tx: Reading, partnership_id: str) -> Path:
    """Write a complete copy of what stands here to the rescue folder; gives its path."""
    copy = _copy(desk, tx, partnership_id)
    folder = rescue_folder(desk)
    folder.mkdir(parents=True, exist_ok=True)
    for attempt in count(1):
        what = f"before replacing {desk.now():%H%M%S} {attempt}"
        path = folder / file_name("", copy.area, what, desk.today(), "json")
        with suppress(FileExistsError), path.open("xb") as file:
            file.write(copy.to_bytes())
            return path
    raise AssertionError("unreachable")


def changed_copy(data: bytes, change: Callable[[dict[str, list[dict[str, Any]]]], None]) -> bytes:
    """A complete copy with its tables changed in place and sealed anew: to remove a text from it.

    Raises:
        BadInput: it is not one that can be read.
    """
    with _plainly_refused():
        value = parsing.parsed(data).model_dump()
    change(value["tables"])
    return CopyFile(**value).sealed().to_bytes()


def rescue_folder(desk: Desk) -> Path:
    """Where copies of what was replaced lie: beside the database, or in the data folder."""
    file = desk.store.file
    return (file.parent if file else data_folder()) / "rescue"


@contextmanager
def _plainly_refused() -> Iterator[None]:
    try:
        yield
    except UnusableCopy as error:
        raise BadInput(error.message, error.problems) from error
