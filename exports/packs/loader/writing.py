"""Writes a pack: values only, no macro, no formula, no hidden sheet, no link to another file."""

from assessment.access.wording import counted, listed, long_date, moment
from assessment.bank.rules.defaults import meaning
from assessment.documents.writing import About, Sheet, Workbook
from assessment.views.model import CONFIDENCE_WORDS, MOST_PEOPLE
from exports.packs.loader.layout import (
    ABOUT,
    COLUMNS,
    LAST,
    LINES,
    NAMES_WORDS,
    PLACES,
    START,
    VIEW,
)
from exports.packs.loader.sheets import (
    ENABLE_EDITING,
    PROTECTED,
    SAVE_AS_IT_IS,
    about_pack,
    height,
    in_a_list,
    level_parts,
    paper,
    rich,
    rule,
    words_down,
)
from exports.packs.loader.styles import STYLES
from exports.packs.model import Pack, PackRow


_HEAD_ROW = 1
NOT_PART = "Not part of this assessment: an answer here is not read"
GREY = " Grey rows are not part of it."
HOW = "Choose an answer in the column Answer, from its list. Everything after it is optional."
NO_LAST = (
    "Earlier answers stand here only where agencies’ names were shown with them, since this file "
    "passes through other hands. Your own copy of the last pack has the others."
)


def written(pack: Pack) -> bytes:
    """The workbook of a pack; `reading.read_pack` takes it back."""
    book = Workbook(
        About(
            title=f"{pack.area}: first view of {pack.agency}",
            made_at=pack.made_at,
            subject=pack.assessment,
            marking=pack.marking,
        ),
        STYLES,
    )
    _start(book, book.sheet(START), pack)
    _view(book, book.sheet(VIEW), pack)
    if pack.last:
        _last(book.sheet(LAST), pack)
    _about(book.sheet(ABOUT), pack)
    return book.finished()


def start_lines(pack: Pack) -> tuple[str, ...]:
    """The four lines of the first sheet."""
    to = f" to {pack.reply_to}" if pack.reply_to else " to the message it came with"
    by = f" by {long_date(pack.reply_by)}" if pack.reply_by else ""
    return (
        f"1. {ENABLE_EDITING}",
        f"2. On the sheet {VIEW}, answer {counted(pack.asked, 'statement')}. It takes {pack.time}, "
        f"and can be done in parts.{GREY if pack.asked < len(pack.rows) else ''}",
        f"3. {SAVE_AS_IT_IS}",
        f"4. Reply{to}{by}, with the file attached.",
    )


def _paper(sheet: Sheet, pack: Pack, *, landscape: bool) -> None:
    paper(sheet, f"{pack.area}, {pack.agency}", pack.marking, landscape=landscape)


def _start(book: Workbook, sheet: Sheet, pack: Pack) -> None:
    _paper(sheet, pack, landscape=False)
    gentle = [row.statement_id for row in pack.rows if row.before and row.in_scope]
    lines = [
        (f"{pack.area}: the view of {pack.agency}", "title"),
        (f"{pack.assessment}. Your own view, before the partnership talks.", "muted"),
        *((line, "line") for line in start_lines(pack)),
        (pack.promise, "plain"),
        ("Good to know", "section"),
        (
            "There are no right answers. “Don’t know” is a good one, and so is “Not ours to "
            "judge”. Name no person who uses services, nor anything that could tell who they are.",
            "plain",
        ),
    ]
    if gentle:
        words = f"{listed(gentle)} {'is' if len(gentle) == 1 else 'are'} about deaths or overdose "
        lines.append((f"{words}after release, and can wait until last.", "plain"))
    if pack.notice:
        lines.append((pack.notice, "muted"))
    words_down(book, sheet, lines, {pack.promise: ". "})


def _view(book: Workbook, sheet: Sheet, pack: Pack) -> None:
    _paper(sheet, pack, landscape=True)
    for place, column in enumerate(COLUMNS):
        sheet.native.set_column(place, place, column.width)
    title = f"{pack.area}, {pack.agency}. {HOW}"
    sheet.native.merge_range(0, 0, 0, len(COLUMNS) - 1, "", book.format("label"))
    sheet.put(0, 0, title, "label")
    heads = [column.heading for column in COLUMNS]
    sheet.row(_HEAD_ROW, heads, "head")
    height(sheet, _HEAD_ROW, zip(heads, (column.width - 2 for column in COLUMNS), strict=True))
    for number, row in enumerate(pack.rows, _HEAD_ROW + 1):
        _row(book, sheet, number, row)
    last = _HEAD_ROW + len(pack.rows)
    if pack.rows:
        _drop_downs(sheet, pack, (_HEAD_ROW + 1, last))
    if not in_a_list(pack.answers):
        sheet.put(last + 2, PLACES["levels"], "The seven answers, to type:", "label")
        for number, words in enumerate(pack.answers, last + 3):
            sheet.put(number, PLACES["levels"], words, "plain")
    if "(t)" in "".join(row.statement + row.levels_cell for row in pack.rows):
        sheet.put(last + 1, PLACES["statement"], meaning(), "muted")
        height(sheet, last + 1, ((meaning(), COLUMNS[PLACES["statement"]].width),))
    sheet.native.freeze_panes(_HEAD_ROW + 1, 1)
    sheet.native.repeat_rows(_HEAD_ROW)
    sheet.native.protect("", PROTECTED)
    sheet.native.set_selection(_HEAD_ROW + 1, PLACES["answer"], _HEAD_ROW + 1, PLACES["answer"])


def _row(book: Workbook, sheet: Sheet, number: int, row: PackRow) -> None:
    out = "" if row.in_scope else " out"
    statement = row.statement_cell if row.in_scope else f"{NOT_PART}\n{row.statement_cell}"
    values = (row.statement_id, row.domain, statement, row.levels_cell)
    for place, column in enumerate(COLUMNS):
        sheet.put(number, place, values[place] if place < len(values) else None, column.style + out)
    first = "\n".join(part for part in (row.before, "" if row.in_scope else NOT_PART) if part)
    parts = [(f"{first}\n", "italic")] if first and row.in_scope else []
    if not row.in_scope:
        parts = [
            (f"{NOT_PART}\n", "bold"),
            *([(f"{row.before}\n", "italic")] if row.before else []),
        ]
    rest = [(row.title, "bold"), (f"\n{row.statement}", "normal")]
    rich(book, sheet, number, PLACES["statement"], [*parts, *rest], f"row{out}")
    rich(book, sheet, number, PLACES["levels"], list(level_parts(row)), f"row{out}")
    widths = [column.width for column in COLUMNS]
    height(sheet, number, zip(values, widths, strict=False))


def _drop_downs(sheet: Sheet, pack: Pack, rows: tuple[int, int]) -> None:
    """Lists that stand in the cells themselves, so that a pasted column brings no link along."""
    lists = {
        "answer": (pack.answers, "Choose one of the seven answers in the list."),
        "confidence": (
            tuple(CONFIDENCE_WORDS.values()),
            "Choose from the list, or leave it empty.",
        ),
    }
    for field, (source, words) in lists.items():
        if in_a_list(source):
            rule(sheet, PLACES[field], rows, words, {"validate": "list", "source": list(source)})
    if in_a_list(pack.prisons):
        # More than one may be typed, so what is not in the list passes here.
        offered = {"validate": "list", "source": list(pack.prisons), "show_error": False}
        rule(sheet, PLACES["prisons"], rows, "", offered)
    number = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": MOST_PEOPLE}
    words = f"A whole number from 1 to {MOST_PEOPLE:,}, or leave it empty."
    rule(sheet, PLACES["people"], rows, words, number)


def _last(sheet: Sheet, pack: Pack) -> None:
    _paper(sheet, pack, landscape=True)
    heads = ("Id", "Statement", "Your answer then", "Your later view", "Why")
    widths = (6.0, 44.0, 24.0, 24.0, 60.0)
    for place, width in enumerate(widths):
        sheet.native.set_column(place, place, width)
    sheet.put(0, 0, pack.last_title, "over")
    sheet.native.set_row(0, 22)
    sheet.row(1, heads, "head")
    for number, one in enumerate(pack.last, 2):
        values = (one.statement_id, one.title, one.first, one.later, one.reason)
        sheet.row(number, values, ["strong", "row", "row", "row", "row"])
        height(sheet, number, zip(values, widths, strict=True))
    sheet.put(len(pack.last) + 3, 1, NO_LAST, "muted")
    height(sheet, len(pack.last) + 3, ((NO_LAST, widths[1]),))
    sheet.native.freeze_panes(2, 1)
    sheet.native.repeat_rows(1)
    sheet.native.protect("", PROTECTED)


def _about(sheet: Sheet, pack: Pack) -> None:
    _paper(sheet, pack, landscape=False)
    leave = "The lines above let the answers find their way back. Leave them as they are."
    about_pack(sheet, about_lines(pack), leave)


def about_lines(pack: Pack) -> tuple[tuple[str, str], ...]:
    """What a pack says of itself, and is known again by."""
    lines = {
        "area": pack.area,
        "assessment": pack.assessment,
        "agency": pack.agency,
        "statements": pack.statements,
        "names_shown": NAMES_WORDS[pack.id.names_shown],
        "prisons": listed(pack.prisons),
        "made_at": moment(pack.made_at),
        "marking": pack.marking,
        "partnership_id": pack.id.partnership_id,
        "assessment_id": pack.id.assessment_id,
        "agency_id": pack.id.agency_id,
        "edition": pack.id.edition,
        "check": pack.id.check,
    }
    return tuple((LINES[name], text) for name, text in lines.items())
