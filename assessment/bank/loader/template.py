"""The workbook in which statements travel: blank to fill in, or filled with a whole set."""

from collections.abc import Sequence
from datetime import datetime

from assessment.bank.loader.layout import (
    ABOUT,
    ABOUT_ROWS,
    LISTS,
    READ_ME,
    STATEMENT_COLUMNS,
    STATEMENTS,
    Column,
)
from assessment.bank.model import (
    EVIDENCE_WORDS,
    EXAMPLE_ID,
    EXPECTED_WORDS,
    SAFETY_WORDS,
    AgencyType,
    Bank,
    Domain,
    ScaleLevel,
    Source,
    Statement,
    Wording,
)
from assessment.documents.writing import About, Sheet, Value, Workbook


_LAST_ROW = 399
_STEPS = (
    "This workbook carries statements into the toolkit. It takes about ten minutes.",
    "1. On the sheet Statements, write or paste one statement in each row. Only Domain and "
    "Statement are needed.",
    "2. Domain is a letter: {domains}.",
    "3. Id may stay empty: ids are then made from the letter and a running number. Fill it in "
    "if the wording you load has its own numbers.",
    "4. Level 0 to Level 3 describe what each rating looks like. Leave them empty if your "
    "wording has none.",
    "5. Evidence: one prompt in each line of the cell (Alt and Enter makes a new line), and each "
    "begins with process:, numbers: or experience:.",
    "6. Agencies and Sources: codes from those sheets, with commas between. Action starters: one "
    "in each line.",
    "7. Core: yes for the statements of an assessment in half a day. Safety: choose from the "
    "list, or leave it empty.",
    "8. On the sheet About, say whose wording it is: own or official.",
    "9. The row whose Id is {example} shows how a row looks. It is never loaded.",
    "10. Save, and choose the file on the page The statements. You see what was read, with any "
    "problem named by its row, before anything is kept.",
    "The sheets Scale, Agency types, Domains and Sources may stay as they are, or be removed.",
    "Values only: a formula is refused. Words in [square brackets](t) are thresholds that can be "
    "changed later on screen.",
)


def blank_template(toolkit: Bank, made_at: datetime) -> bytes:
    """A workbook to fill in, with one worked example that is left out when it is read."""
    example = toolkit.statements[0].model_copy(update={"id": EXAMPLE_ID})
    about = ["", "", Wording.OWN.value, "", toolkit.about.language]
    return _written(toolkit, about, [example], (), made_at)


def filled_template(bank: Bank, made_at: datetime) -> bytes:
    """A workbook that holds the whole set and is read back as exactly that set."""
    about = [str(getattr(bank.about, name)) for name, _ in ABOUT_ROWS]
    return _written(bank, about, bank.statements, bank.sources, made_at)


def _written(
    bank: Bank,
    about: Sequence[str],
    statements: Sequence[Statement],
    sources: Sequence[Source],
    made_at: datetime,
) -> bytes:
    book = Workbook(About(title="Statements for the toolkit", made_at=made_at))
    _read_me(book.sheet(READ_ME), bank)
    sheet = book.sheet(STATEMENTS)
    columns = _labelled(bank)
    _table(sheet, columns, list(map(_statement_row, statements)))
    _drop_downs(sheet, bank)
    _about(book.sheet(ABOUT), about)
    rows: dict[str, list[list[Value]]] = {
        "scale": list(map(_level_row, bank.scale)),
        "agency_types": list(map(_agency_row, bank.agency_types)),
        "domains": list(map(_domain_row, bank.domains)),
        "sources": list(map(_source_row, sources)),
    }
    for part, (name, part_columns) in LISTS.items():
        _table(book.sheet(name), part_columns, rows[part])
    return book.finished()


def _read_me(sheet: Sheet, bank: Bank) -> None:
    sheet.native.set_column(0, 0, 100)
    sheet.put(0, 0, "Statements for the self-assessment", "title")
    domains = ", ".join(f"{domain.id} for {domain.title}" for domain in bank.domains)
    for row, step in enumerate(_STEPS, start=2):
        sheet.put(row, 0, step.format(domains=domains, example=EXAMPLE_ID), "wrap")


def _about(sheet: Sheet, values: Sequence[str]) -> None:
    sheet.native.set_column(0, 0, 18)
    sheet.native.set_column(1, 1, 90)
    sheet.row(0, ["About", "Write here"], "head")
    for row, ((name, words), value) in enumerate(zip(ABOUT_ROWS, values, strict=True), start=1):
        sheet.row(row, [words, value], ["wrap", "input"])
        if name == "wording":
            choices = {"validate": "list", "source": [one.value for one in Wording]}
            sheet.native.data_validation(row, 1, row, 1, choices)


def _labelled(bank: Bank) -> tuple[Column, ...]:
    """The columns, with the scale's own words in the headings of the levels."""
    labels = {f"level{level.value}": level.label for level in bank.scale}
    return tuple(
        Column(one.field, f"{one.heading}: {labels[one.field]}", one.width)
        if one.field in labels
        else one
        for one in STATEMENT_COLUMNS
    )


def _table(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> None:
    for at, column in enumerate(columns):
        sheet.native.set_column(at, at, column.width)
    sheet.row(0, [column.heading for column in columns], "head")
    for number, row in enumerate(rows, start=1):
        sheet.row(number, row, "input")
    sheet.native.freeze_panes(1, 0)
    sheet.native.set_landscape()
    sheet.native.repeat_rows(0)


def _drop_downs(sheet: Sheet, bank: Bank) -> None:
    fields = [column.field for column in STATEMENT_COLUMNS]
    choices = {
        "domain": [domain.id for domain in bank.domains],
        "core": ["yes", "no"],
        "safety": list(SAFETY_WORDS.values()),
    }
    for name, source in choices.items():
        at = fields.index(name)
        rule = {
            "validate": "list",
            "source": source,
            "error_title": "Choose from the list",
            "error_message": "Choose one of the values in the list.",
        }
        sheet.native.data_validation(1, at, _LAST_ROW, at, rule)


def _statement_row(one: Statement) -> list[Value]:
    evidence = [f"{EVIDENCE_WORDS[each.kind].lower()}: {each.prompt}" for each in one.evidence]
    return [
        one.id,
        one.domain,
        one.title,
        one.statement,
        one.plain,
        *one.levels,
        "\n".join(evidence),
        ", ".join(one.agencies),
        "\n".join(one.actions),
        ", ".join(one.sources),
        "yes" if one.core else "no",
        SAFETY_WORDS[one.safety] if one.safety else "",
    ]


def _level_row(one: ScaleLevel) -> list[Value]:
    return [one.value, one.label, one.meaning]


def _agency_row(one: AgencyType) -> list[Value]:
    return [one.code, one.name, one.short, EXPECTED_WORDS[one.expected]]


def _domain_row(one: Domain) -> list[Value]:
    return [one.id, one.title, one.summary]


def _source_row(one: Source) -> list[Value]:
    return [one.code, one.title, one.publisher, one.dated, one.link, one.note]
