"""Writes CSV (RFC 4180) that Excel opens as it is, and in which no cell is a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from action_plans.actions.columns import FACTS
from assessment.documents.characters import writable
from exports.report.made import Made, name_of
from exports.report.model import ActionLine, Report
from exports.report.paper.front import copy_words, scope_of, wording_of
from exports.workbook.columns import Value, statement_columns


# What makes Excel or LibreOffice take a cell for a formula, their full-width forms included.
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_GUARD = "'"


def plan(report: Report) -> Made:
    """The action plan, a row for each action in the report's order."""
    shown = [column for column in FACTS if report.holds(ActionLine, column.key)]
    heads = [column.heading for column in shown]
    rows = ([column.value(action) for column in shown] for action in report.actions)
    return _made(report, "action plan", heads, rows)


def statements(report: Report) -> Made:
    """The statements with their agreed ratings, a row for each in their own order."""
    every = statement_columns(report)
    shown = [one for one in every if one.of is None or report.holds(*one.of)]
    rows = ([column.value(line) for column in shown] for line in report.statements())
    return _made(report, "statements", [column.head for column in shown], rows)


def _made(report: Report, what: str, heads: list[str], rows: Iterable[list[Value]]) -> Made:
    """Its last column is empty; its head says how to handle this copy, what was in scope, and whose
    wording the statements have.
    """
    handling = ". ".join(filter(None, (report.marking, scope_of(report), copy_words(report))))
    wording = (report.statements_name, report.statements_version, report.wording_notice)
    about = f"{handling} {wording_of(*wording)}"
    data = written([*heads, about], ([*row, ""] for row in rows))
    return Made(data=data, file_name=name_of(report, what, "csv"))


def written(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Heads and rows as CSV in UTF-8, with the mark by which Excel knows it; days as 2026-11-22."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([guarded(head) for head in heads])
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """A text as typed; an apostrophe stands before one that a program would take for a formula."""
    clean = writable(text)
    return f"{_GUARD}{clean}" if clean.startswith(_STARTS_A_FORMULA) else clean


def _cell(value: Value) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return guarded(value) if isinstance(value, str) else "" if value is None else str(value)
