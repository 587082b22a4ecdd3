"""Makes a file of the report and records that it left."""

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.texts import LINE
from assessment.partnership import service as partnerships
from assessment.privacy.audience import Audience
from exports.board import service as board
from exports.downloads import store
from exports.downloads.model import KINDS, ExportMade, Format
from exports.downloads.permissions import check_user_can_make_for, user_can_read_name
from exports.report.made import Made
from exports.report.model import Report
from exports.report.service import report_of


def make_file(
    desk: Desk,
    assessment_id: str,
    wanted: Format,
    audience: Audience = Audience.BOARD,
    *,
    deliberate: bool = False,
) -> Made:
    """The report of an assessment in one format for an audience, recorded as made.

    Our own copy holds what agencies said in the room, so it is made only where the person has
    said that this is meant: `deliberate`.

    Raises:
        Refused: the person may not, did not say that it is meant, or texts were not read yet.
        UserError: it cannot be made; says what stands in the way.
    """
    check_user_can_make_for(desk.actor, audience)
    if audience is Audience.OWN and not deliberate:
        raise Refused(
            "Not made: our own copy holds first views and different views by agency. Say first "
            "that it is not for circulation."
        )
    report = report_of(desk, assessment_id, audience)
    made = _made(desk, assessment_id, wanted, report)
    _record(desk, assessment_id, wanted, made, report)
    return made


def files_made(desk: Desk, partnership_id: str) -> tuple[ExportMade, ...]:
    """What has left so far, the newest first, as far as this person is told."""
    with desk.store.reading() as tx:
        rows = store.rows(tx, partnership_id)
    return tuple(one for one in rows if user_can_read_name(desk.actor, one.kind))


def how_many_made(desk: Desk, partnership_id: str) -> int:
    """How many files have left so far, whoever asks."""
    with desk.store.reading() as tx:
        return len(store.rows(tx, partnership_id))


def record_made(
    desk: Desk,
    partnership_id: str,
    assessment_id: str | None,
    kind: str,
    name: str,
    marking: str,
    notes: str = "",
) -> None:
    """Record a file made elsewhere (the complete copy), so that it can be traced."""
    made = ExportMade(
        id=desk.new_id(),
        partnership_id=partnership_id,
        assessment_id=assessment_id,
        made_at=desk.now(),
        kind=kind,
        file_name=name[:LINE],
        marking=marking,
        notes=notes[:LINE],
    )
    with desk.store.writing() as tx:
        event = desk.event(
            "export.made",
            subject_table="export_made",
            subject_id=made.id,
            partnership_id=partnership_id,
            assessment_id=assessment_id,
        )
        store.add_row(tx, made, event)


def _made(desk: Desk, assessment_id: str, wanted: Format, report: Report) -> Made:
    """Loads a format when it is first asked for: half a second that no page needs."""
    match wanted:
        case Format.BOARD | Format.BOARD_WORD:
            paper = board.board_paper(desk, assessment_id, report)
            set_ = board.pdf_of if wanted is Format.BOARD else board.word_of
            return set_(paper, report)
        case Format.PDF:
            from exports.pdf.make import make
        case Format.WORKBOOK:
            from exports.workbook.make import make
        case Format.HTML:
            from exports.html.make import make
        case Format.WORD:
            from exports.word.make import make
        case Format.PLAN:
            from exports.tables.make import plan as make
        case Format.STATEMENTS:
            from exports.tables.make import statements as make
        case Format.JSON:
            from exports.data.make import make
    return make(report)


def _record(desk: Desk, assessment_id: str, wanted: Format, made: Made, report: Report) -> None:
    record_made(
        desk,
        partnerships.partnership_of(desk, assessment_id),
        assessment_id,
        KINDS.get(wanted, wanted.value),
        made.file_name,
        report.marking,
        " ".join(made.notes),
    )
