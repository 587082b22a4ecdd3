"""Packs that came back: read, compared with what is here, and kept whole or not at all.

Answers are compared here and stay here. What leaves names statements and counts, so that it may
stand on a projector before the reveal.
"""

from collections.abc import Sequence

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.views import service as views
from assessment.views.model import Given, View, Way
from exports.packs.model import FilePreview, Ground, Kept, RawPack, ReadPack, Standing
from exports.packs.rules.belonging import read_against
from exports.packs.rules.cells import NOT_KEPT
from exports.packs.rules.comparing import difference, preview_of, standing_of, with_file
from exports.packs.service.ground import ground_of, late_statements


MOVED = (
    "Answers came in while this was open, so {} was not kept. Nothing was changed. Look at what "
    "it says now and choose again."
)


def read_pack(data: bytes, file_name: str) -> RawPack:
    """A file as its cells; where it cannot be read, it says why. Knows no assessment yet."""
    from exports.packs.loader.reading import read_pack as read  # here: openpyxl, a tenth of a start

    return read(data, file_name)


def preview_packs(
    desk: Desk, assessment_id: str, files: Sequence[RawPack], take: Sequence[bool]
) -> tuple[FilePreview, ...]:
    """What keeping these files in turn would do; nothing is written.

    `take` says for each whether its answers take the place of those here. Each file is compared
    with what is here and with the files before it.

    Raises:
        Refused: see `ground_of`.
    """
    with desk.store.reading():
        ground = _known(desk, ground_of(desk, assessment_id), files)
        late = late_statements(desk, ground)
        sealed = views.sealed_views(desk, assessment_id)
    here: dict[str, dict[str, Standing]] = {}
    previews = []
    for raw, takes in zip(files, take, strict=True):
        read = read_against(ground, raw)
        mine = here.get(read.agency_id)
        if mine is None:
            mine = standing_of(_of(sealed, read.agency_id), late)
        found = difference(read.given, mine, late)
        here[read.agency_id] = with_file(mine, read, found, take=takes)
        previews.append(preview_of(read, found))
    return tuple(previews)


def keep_pack(
    desk: Desk,
    assessment_id: str,
    raw: RawPack,
    *,
    seen: FilePreview,
    take: bool = False,
    leave_out: bool = False,
) -> Kept:
    """Keep one file's answers, all or none; the same file twice changes nothing.

    `take` puts its answers in the place of those they differ from, which stay otherwise. `seen`
    is what the person was shown: an answer that came in since is never replaced unseen.
    `leave_out` keeps the rest where some cells cannot be taken.

    Raises:
        Refused: see `ground_of`; something came in meanwhile.
        BadInput: the file does not belong here, or has mistakes that are not to be left out.
    """
    with desk.store.writing():
        ground = _known(desk, ground_of(desk, assessment_id), [raw])
        read = read_against(ground, raw)
        _check_usable(read, leave_out=leave_out)
        late = late_statements(desk, ground)
        mine = _of(views.sealed_views(desk, assessment_id), read.agency_id)
        here = standing_of(mine, late)
        found = difference(read.given, here, late)
        if take and not found.differs <= seen.differs:
            raise Refused(MOVED.format(raw.file_name))
        wanted = found.added | (found.differs if take else frozenset())
        given = [one for one in read.given if one.statement_id in wanted]
        views.give_many(desk, assessment_id, given, way=Way.PACK, replace=take)
        for one in given:
            if one.statement_id in found.differs:
                _clear_beside(desk, assessment_id, one, here[one.statement_id])
    return Kept(agency_id=read.agency_id, agency=read.agency, answers=len(given))


def _clear_beside(desk: Desk, assessment_id: str, one: Given, before: Standing) -> None:
    """Take away what was said beside another answer: it would stand as the reason for this one."""
    if one.said == before.said:
        return
    ids = (assessment_id, one.statement_id, one.agency_id)
    if before.reason and not one.reason:
        views.edit_reason(desk, *ids, Typed.over(before.reason, ""))
    if before.confidence and not one.confidence:
        views.set_confidence(desk, *ids, None)
    if before.people and not one.people:
        views.set_people(desk, *ids, None)
    if before.prisons and not one.prisons:
        views.set_view_prisons(desk, *ids, ())


def _check_usable(read: ReadPack, *, leave_out: bool) -> None:
    if read.refused:
        raise BadInput(read.refused, read.problems)
    if read.mistakes and not leave_out:
        raise BadInput(NOT_KEPT.format(read.file_name), [one.line for one in read.mistakes])


def _of(sealed: Sequence[View], agency_id: str) -> list[View]:
    return [one for one in sealed if one.agency_id == agency_id]


def _known(desk: Desk, ground: Ground, files: Sequence[RawPack]) -> Ground:
    """The ground with the names of other areas kept here, where a file is from one of them."""
    other = {raw.id.partnership_id for raw in files if raw.id} - {ground.area.id}
    if not other:
        return ground
    areas = {one.id: one.name for one in partnerships.partnerships(desk) if one.id in other}
    return ground.model_copy(update={"areas": areas})
