"""Writes the two files of a peer reviewer: values only, and nothing hidden in either.

In a blind round the first holds nothing that the area said of itself but the titles of documents:
no column, sheet, name or property stands for its ratings. They are in the second file, which is
made once the reviewer's own are back.
"""

from collections.abc import Sequence

from assessment.access.wording import counted, listed, long_date, moment
from assessment.documents.writing import About, Sheet, Workbook
from exports.packs.loader.layout import Column
from exports.packs.loader.reviewer_layout import (
    ABOUT,
    AREA,
    DOCUMENTS,
    FILE_WORDS,
    LINES,
    RATED,
    RATINGS,
    REPLIED,
    REPLIES,
    START,
    YES,
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
from exports.packs.model import ReviewerPack, ReviewerRow


_HEAD_ROW = 1
AFRESH = (
    "Please rate each statement afresh: from the statement, what its levels look like, and what "
    "the area has to show. You are not asked whether you agree with the area."
)
CANNOT_TELL_HELP = (
    "“Cannot tell from what I was given” is a good answer. It asks the area for evidence, and is "
    "never counted as a lower rating."
)
ENOUGH = "A rating and one line are enough. Everything else is there if you wish."
NO_NAMES = "Name no person who uses services, nor anything that could tell who they are."
READ_BY = (
    "Who can read your ratings: whoever handles this file’s mail, then the area’s lead, and once "
    "they are in, the area’s partnership. Boards, the region and the public are told what a review "
    "found only after the area has checked the facts, and without your role or your words; all but "
    "good practice worth borrowing, which the area may pass on as you wrote it."
)


def written(pack: ReviewerPack) -> bytes:
    """The workbook of a first or second file; `reviewer_reading` takes it back."""
    book = Workbook(
        About(
            title=f"{pack.area}: review by {pack.reviewing_area}",
            made_at=pack.made_at,
            subject=pack.assessment,
            marking=pack.marking,
        ),
        STYLES,
    )
    _start(book, book.sheet(START), pack)
    if pack.id.second:
        _replies(book, book.sheet(REPLIES), pack)
    else:
        _ratings(book, book.sheet(RATINGS), pack)
        _documents(book.sheet(DOCUMENTS), pack)
    _about(book.sheet(ABOUT), pack)
    return book.finished()


def start_lines(pack: ReviewerPack) -> tuple[str, ...]:
    """The four lines of the first sheet."""
    if pack.id.second:
        what = f"2. On the sheet {REPLIES}, your ratings stand beside the area’s. Where the area "
        what += "has replied, you may answer once; the rest is for you to read."
    else:
        what = f"2. On the sheet {RATINGS}, rate {counted(len(pack.rows), 'statement')}. It takes "
        what += f"{pack.time}."
    return (
        f"1. {ENABLE_EDITING}",
        what,
        f"3. {SAVE_AS_IT_IS}",
        f"4. Reply to the message it came with, by {long_date(pack.expires_on)}, with the file "
        "attached.",
    )


def _start(book: Workbook, sheet: Sheet, pack: ReviewerPack) -> None:
    _paper(sheet, pack, landscape=False)
    first = [AFRESH, CANNOT_TELL_HELP, ENOUGH, NO_NAMES] if not pack.id.second else [NO_NAMES]
    lines = [
        (f"{pack.area}: review by {pack.reviewing_area}", "title"),
        (f"{pack.assessment}. For the {pack.reviewer}.", "muted"),
        *((line, "line") for line in start_lines(pack)),
        (READ_BY, "plain"),
        ("Good to know", "section"),
        *((line, "plain") for line in first),
        *((line, "plain") for line in _gentle(pack)),
        *([(pack.notice, "muted")] if pack.notice else []),
    ]
    words_down(book, sheet, lines, {READ_BY: ":"})


def _gentle(pack: ReviewerPack) -> tuple[str, ...]:
    ids = [one.row.statement_id for one in pack.rows if one.row.before]
    if not ids:
        return ()
    are = "is" if len(ids) == 1 else "are"
    words = f"{listed(ids)} {are} about deaths or overdose after release, and can wait until last."
    return (words,)


def rated_columns(pack: ReviewerPack) -> tuple[Column, ...]:
    """The columns of a first file; the area's ratings are among them in an open round alone."""
    if pack.blind:
        return RATED
    place = next(at for at, one in enumerate(RATED) if one.filled_in)
    return (*RATED[:place], AREA, *RATED[place:])


def _ratings(book: Workbook, sheet: Sheet, pack: ReviewerPack) -> None:
    columns = rated_columns(pack)
    _headed(book, sheet, pack, columns, f"{pack.area}. {AFRESH}")
    for number, one in enumerate(pack.rows, _HEAD_ROW + 1):
        _row(book, sheet, number, one, columns)
    if pack.rows:
        _drop_downs(sheet, pack, columns)
    at = _at(columns, "rating")
    sheet.native.set_selection(_HEAD_ROW + 1, at, _HEAD_ROW + 1, at)


def _row(
    book: Workbook, sheet: Sheet, number: int, one: ReviewerRow, columns: Sequence[Column]
) -> None:
    row = one.row
    values = {
        "id": row.statement_id,
        "statement": row.statement_cell,
        "levels": row.levels_cell,
        "documents": one.documents,
        "area": one.area,
    }
    for place, column in enumerate(columns):
        sheet.put(number, place, values.get(column.field), column.style)
    first = [(f"{row.before}\n", "italic")] if row.before else []
    words = [*first, (row.title, "bold"), (f"\n{row.statement}", "normal")]
    rich(book, sheet, number, _at(columns, "statement"), words, "row")
    rich(book, sheet, number, _at(columns, "levels"), list(level_parts(row)), "row")
    widths = {column.field: column.width for column in columns}
    height(sheet, number, ((text, widths[name]) for name, text in values.items() if name in widths))


def _drop_downs(sheet: Sheet, pack: ReviewerPack, columns: Sequence[Column]) -> None:
    rows = (_HEAD_ROW + 1, _HEAD_ROW + len(pack.rows))
    words = "Choose one of the five answers in the list."
    if in_a_list(pack.answers):
        checked: dict[str, object] = {"validate": "list", "source": list(pack.answers)}
        rule(sheet, _at(columns, "rating"), rows, words, checked)
    words = f"Choose {YES}, or leave it empty."
    rule(sheet, _at(columns, "for_visit"), rows, words, {"validate": "list", "source": [YES]})


def _documents(sheet: Sheet, pack: ReviewerPack) -> None:
    heads = ("What", "Whose", "Kind", "Dated", "How far looked at", "How you see it", "Statements")
    widths = (50.0, 26.0, 14.0, 18.0, 18.0, 22.0, 18.0)
    _paper(sheet, pack, landscape=True)
    for place, width in enumerate(widths):
        sheet.native.set_column(place, place, width)
    sheet.row(0, heads, "head")
    for number, one in enumerate(pack.documents, 1):
        dated = long_date(one.dated) if one.dated else ""
        cells = (one.title, one.owner, one.kind, dated, one.strength, one.way, one.statements)
        sheet.row(number, cells, "row")
        height(sheet, number, zip(cells, widths, strict=True))
    if not pack.documents:
        sheet.put(1, 0, "The area has named no document for this review.", "plain")
    sheet.native.freeze_panes(1, 1)
    sheet.native.repeat_rows(0)
    sheet.native.protect("", PROTECTED)


def _replies(book: Workbook, sheet: Sheet, pack: ReviewerPack) -> None:
    _headed(book, sheet, pack, REPLIED, f"{pack.area}. Your ratings stand as you sent them.")
    for number, one in enumerate(pack.second, _HEAD_ROW + 1):
        cells = (
            one.statement_id,
            one.title,
            one.own,
            one.area,
            one.reason,
            one.difference,
            one.reply,
        )
        for place, column in enumerate(REPLIED):
            style = column.style if place < len(cells) or one.answers else "row out"
            sheet.put(number, place, cells[place] if place < len(cells) else None, style)
        height(sheet, number, zip(cells, (column.width for column in REPLIED), strict=False))


def _headed(
    book: Workbook, sheet: Sheet, pack: ReviewerPack, columns: Sequence[Column], title: str
) -> None:
    """A line over the columns' headings, both of which stay in sight and on every page."""
    _paper(sheet, pack, landscape=True)
    for place, column in enumerate(columns):
        sheet.native.set_column(place, place, column.width)
    sheet.native.merge_range(0, 0, 0, len(columns) - 1, "", book.format("label"))
    sheet.put(0, 0, title, "label")
    height(sheet, 0, ((title, sum(column.width for column in columns)),))
    heads = [column.heading for column in columns]
    sheet.row(_HEAD_ROW, heads, "head")
    widths = (column.width - 2 for column in columns)
    height(sheet, _HEAD_ROW, zip(heads, widths, strict=True))
    sheet.native.freeze_panes(_HEAD_ROW + 1, 1)
    sheet.native.repeat_rows(_HEAD_ROW)
    sheet.native.protect("", PROTECTED)


def _about(sheet: Sheet, pack: ReviewerPack) -> None:
    _paper(sheet, pack, landscape=False)
    leave = "The lines above let your ratings find their way back. Leave them as they are."
    about_pack(sheet, about_lines(pack), leave)


def about_lines(pack: ReviewerPack) -> tuple[tuple[str, str], ...]:
    """What a file says of itself, and is known again by."""
    lines = {
        "area": pack.area,
        "assessment": pack.assessment,
        "reviewing_area": pack.reviewing_area,
        "reviewer": pack.reviewer,
        "statements": pack.statements,
        "made_at": moment(pack.made_at),
        "marking": pack.marking,
        "file": FILE_WORDS[pack.id.second],
        "assessment_id": pack.id.assessment_id,
        "round_id": pack.id.round_id,
        "reviewer_id": pack.id.reviewer_id,
        "edition": pack.id.edition,
        "check": pack.id.check,
    }
    return tuple((LINES[name], text) for name, text in lines.items())


def _paper(sheet: Sheet, pack: ReviewerPack, *, landscape: bool) -> None:
    head = f"{pack.area}, review by {pack.reviewing_area}"
    paper(sheet, head, pack.marking, landscape=landscape)


def _at(columns: Sequence[Column], field: str) -> int:
    return next(place for place, column in enumerate(columns) if column.field == field)
