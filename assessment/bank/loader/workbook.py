"""Statements from an Excel workbook, with every problem named by sheet and row.

Only the sheet Statements is needed, with the columns Domain and Statement; what else is missing
is taken from the toolkit.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import PurePath
from typing import Any

from assessment.access.errors import BadInput
from assessment.access.wording import counted, listed, long_date
from assessment.bank.loader.found import Found, Path, Raw
from assessment.bank.loader.layout import (
    ABOUT,
    ABOUT_ROWS,
    LIMITS,
    LISTS,
    OTHER_HEADINGS,
    STATEMENT_COLUMNS,
    STATEMENTS,
    Column,
    choices,
)
from assessment.bank.model import DOMAIN_SLUGS, EXAMPLE_ID, LEVELS, Bank, Wording
from assessment.documents.characters import letters
from assessment.documents.reading import Cell, Row, Sheet, read_sheets
from assessment.documents.refusal import UnusableFile


_CODES = re.compile(r"[,;\s]+")
_NEEDED = ("domain", "statement")


@dataclass
class _Rows:
    """Places in a workbook: the sheet and row of every entry, and the heading of every field."""

    sheets: dict[str, str] = field(default_factory=dict)
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    ids: dict[int, str] = field(default_factory=dict)
    headings: dict[tuple[str, str], str] = field(default_factory=dict)
    named_by_file: bool = False

    def where(self, path: Path) -> str:
        """ "Statements, row 5 (P07)"."""
        if path == ("about", "name") and self.named_by_file:
            return "The file’s own name"
        part = str(path[0]) if path else "statements"
        sheet = self.sheets.get(part, part)
        if len(path) < 2 or not isinstance(path[1], int):
            return sheet
        name = self.ids.get(path[1], "") if part == "statements" else ""
        row = f"{sheet}, row {self.numbers.get((part, path[1]), 0)}"
        return f"{row} ({name[:20]})" if name else row

    def field(self, path: Path) -> str:
        """The column's heading, and which of its lines: "Evidence, line 2"."""
        names = [str(part) for part in path if isinstance(part, str)]
        if len(path) < 3:
            return self.headings.get(("about", names[-1]), "the list") if names else "the list"
        part, name = str(path[0]), str(path[2])
        line = path[3] if len(path) > 3 and isinstance(path[3], int) else None
        if name == "levels":
            return f"Level {line}" if line is not None else "Levels"
        heading = self.headings.get((part, name), name)
        return heading if line is None else f"{heading}, line {line + 1}"


def read_workbook(data: bytes, file_name: str, toolkit: Bank, wording: Wording) -> Found:
    """The workbook's content as text, with places; `wording` counts where the file is silent.

    Raises BadInput when the file cannot be opened, the sheet or its columns are missing, or no
    row is filled in.
    """
    try:
        sheets = read_sheets(data, file_name, LIMITS)
    except UnusableFile as error:
        raise BadInput(error.message, error.problems) from error
    if STATEMENTS not in sheets or not sheets[STATEMENTS].rows:
        raise BadInput(
            f"{file_name} has no filled sheet called {STATEMENTS}. Name the sheet with the "
            f"statements {STATEMENTS}, or use the template. Nothing was changed."
        )
    places = _Rows({"about": ABOUT})
    notes: list[str] = []
    raw: Raw = {"about": _about(sheets.get(ABOUT), places, file_name, wording)}
    for part, (sheet, columns) in LISTS.items():
        entries = _entries(sheets.get(sheet), part, columns, places, notes)
        if entries:
            raw[part] = entries
    _fix_lists(raw)
    raw["statements"] = _statements(sheets[STATEMENTS], raw, toolkit, places, notes)
    if not raw["statements"]:
        raise BadInput(
            f"{file_name} has no statement in it yet. Fill in at least one row on the sheet "
            f"{STATEMENTS}. Nothing was changed."
        )
    return Found(raw, places, tuple(notes))


def _about(sheet: Sheet | None, places: _Rows, file_name: str, wording: Wording) -> dict[str, str]:
    fields = {letters(words): name for name, words in ABOUT_ROWS} | {n: n for n, _ in ABOUT_ROWS}
    places.headings |= {("about", name): words for name, words in ABOUT_ROWS}
    places.named_by_file = True
    given: dict[str, str] = {
        "name": PurePath(file_name).stem.strip() or "Statements",
        "version": "1",
        "wording": wording.value,
    }
    for row in sheet.rows if sheet else ():
        name = fields.get(letters(row.cells.get(1, "")))
        if name and row.cells.get(2) is not None:
            given[name] = _text(row.cells[2])
            places.named_by_file = places.named_by_file and name != "name"
    given["wording"] = choices().get(letters(given["wording"]), given["wording"])
    return given


def _entries(
    sheet: Sheet | None,
    part: str,
    columns: tuple[Column, ...],
    places: _Rows,
    notes: list[str],
) -> list[dict[str, str]]:
    """The rows under the heading row, as fields and texts; empty for a sheet that is not there."""
    if sheet is None or not sheet.rows:
        return []
    places.sheets[part] = sheet.name
    places.headings |= {(part, column.field): column.heading for column in columns}
    head, *rows = sheet.rows
    fields = _fields(sheet, head, columns, notes)
    entries: list[dict[str, str]] = []
    for row in rows:
        entry = {fields[at]: _text(value) for at, value in row.cells.items() if at in fields}
        if not entry or entry.get("id", "").strip().casefold() == EXAMPLE_ID.casefold():
            continue
        places.numbers[part, len(entries)] = row.number
        entries.append(entry)
    return entries


def _fields(
    sheet: Sheet, head: Row, columns: tuple[Column, ...], notes: list[str]
) -> dict[int, str]:
    """Which column fills which field, by the headings. Raises BadInput for a repeated one."""
    known = {letters(column.heading): column.field for column in columns}
    known |= {column.field: column.field for column in columns}
    allowed = set(known.values())
    fields: dict[int, str] = {}
    unused = []
    for at, heading in head.cells.items():
        name = _field_of(heading, known)
        if name not in allowed:
            unused.append(str(heading)[:40])
        elif name in fields.values():
            raise BadInput(
                f"{sheet.name} was not loaded. Nothing was changed.",
                [f"{sheet.place(head.number, at)}: a second column for the same thing"],
            )
        else:
            fields[at] = name
    if unused:
        notes.append(f"{sheet.name}: {counted(len(unused), 'column')} not used: {listed(unused)}")
    return fields


def _field_of(heading: Cell, known: Mapping[str, str]) -> str:
    plain = letters(heading)
    return known.get(plain) or OTHER_HEADINGS.get(plain, "")


def _fix_lists(raw: Raw) -> None:
    """Fixed choices by their words, and the slugs that the sheet does not ask for."""
    for one in raw.get("agency_types", ()):
        if "expected" in one:
            one["expected"] = choices().get(letters(one["expected"]), one["expected"])
    for one in raw.get("domains", ()):
        one["slug"] = DOMAIN_SLUGS.get(one.get("id", ""), "")


def _statements(
    sheet: Sheet, raw: Raw, toolkit: Bank, places: _Rows, notes: list[str]
) -> list[dict[str, Any]]:
    columns = _with_labels(raw, toolkit)
    entries = _entries(sheet, "statements", columns, places, notes)
    _check_columns(sheet, columns, notes)
    domains = _domain_names(raw, toolkit)
    statements = [_statement(entry, domains) for entry in entries]
    made = _number(statements)
    if made:
        notes.append(f"Ids were made for {counted(made, 'statement')} without one")
    places.ids |= {at: one["id"] for at, one in enumerate(statements) if "id" in one}
    return statements


def _with_labels(raw: Raw, toolkit: Bank) -> tuple[Column, ...]:
    """The columns, with a level also found as "Mostly met", "2", or "Level 2: Mostly met"."""
    theirs = [one.get("label", "") for one in raw.get("scale", ())][:LEVELS]
    forms = ("{label}", "{value}", "{value} {label}", "Level {value}: {label}")
    return (
        tuple(
            Column(f"level{value}", form.format(value=value, label=label))
            for form in forms
            for labels in (toolkit.labels(), theirs)
            for value, label in enumerate(labels)
            if letters(label)
        )
        + STATEMENT_COLUMNS
    )


def _check_columns(sheet: Sheet, columns: tuple[Column, ...], notes: list[str]) -> None:
    head = sheet.rows[0]
    found = set(_fields(sheet, head, columns, []).values())
    missing = [
        one.heading for one in STATEMENT_COLUMNS if one.field in _NEEDED and one.field not in found
    ]
    if missing:
        headings = listed([str(one)[:40] for one in head.cells.values()])
        raise BadInput(
            f"{sheet.name} was not loaded: {counted(len(missing), 'column')} missing. "
            "Nothing was changed.",
            [
                f"{sheet.name}, row {head.number}: there is no column {one}. "
                f"The headings found are {headings}"
                for one in missing
            ],
        )


def _domain_names(raw: Raw, toolkit: Bank) -> dict[str, str]:
    """Domain ids by everything a person may call them: id, title or slug."""
    ours = [(one.id, one.title) for one in toolkit.domains]
    theirs = [(one.get("id", ""), one.get("title", "")) for one in raw.get("domains", ())]
    titles = {letters(title): one for one, title in (*ours, *theirs) if title}
    slugs = {letters(slug): one for one, slug in DOMAIN_SLUGS.items()}
    return titles | slugs | {letters(one): one for one in DOMAIN_SLUGS}


def _statement(entry: dict[str, str], domains: Mapping[str, str]) -> dict[str, Any]:
    taken: dict[str, Any] = {
        name: entry[name] for name in ("id", "title", "statement", "plain") if name in entry
    }
    if "domain" in entry:
        taken["domain"] = domains.get(letters(entry["domain"]), entry["domain"])
    levels = [entry.get(f"level{value}", "") for value in range(LEVELS)]
    taken |= {
        "levels": levels,
        "evidence": [_evidence(line) for line in _lines(entry.get("evidence", ""))],
        "agencies": _codes(entry.get("agencies", "")),
        "actions": _lines(entry.get("actions", "")),
        "sources": _codes(entry.get("sources", "")),
    }
    if "core" in entry:
        taken["core"] = entry["core"].strip().casefold()
    if "safety" in entry:
        taken["safety"] = choices().get(letters(entry["safety"]), entry["safety"])
    return taken


def _evidence(line: str) -> dict[str, str]:
    kind, colon, prompt = line.partition(":")
    if not colon:
        return {"kind": "", "prompt": line}
    return {"kind": choices().get(letters(kind), ""), "prompt": prompt.strip()}


def _number(statements: list[dict[str, Any]]) -> int:
    """Gives the statements without an id the next free one of their domain: G01, G02, …"""
    taken = {one["id"].strip().casefold() for one in statements if "id" in one}
    unnamed = [one for one in statements if "id" not in one]
    for one in unnamed:
        # X: the set is refused for the domain's sake, and that is all that should be said.
        letter = one["domain"] if one.get("domain") in DOMAIN_SLUGS else "X"
        names = (f"{letter}{number:02d}" for number in count(1))
        one["id"] = next(name for name in names if name.casefold() not in taken)
        taken.add(one["id"].casefold())
    return len(unnamed)


def _text(value: Cell) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return long_date(value) if isinstance(value, date) else str(value)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _codes(text: str) -> list[str]:
    return [code for code in _CODES.split(text) if code]
