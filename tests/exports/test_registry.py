"""Every format shows every column of the plan: read back, none misses one."""

import csv
import html as escapes
import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import openpyxl
import pytest

from action_plans.actions.columns import FACTS, PLAN
from assessment.access.wording import long_date
from assessment.privacy.audience import Audience
from exports.data import make as data
from exports.html import make as html
from exports.pdf import make as pdf
from exports.report.model import ActionLine, NoteLine, Report
from exports.report.paper.parts import said
from exports.report.profile import for_audience
from exports.tables import make as tables
from exports.word import make as word
from exports.workbook import make as workbook
from tests.exports.fields import squeeze
from tests.exports.report.test_profile import pdf_text, word_text
from tests.exports.sample import sample, trimmed


# Two of a kind that a column could not show by another's words.
COUNTED = {"number": 8123, "place": 77, "days_overdue": 678, "cost": 45_678, "notes": 55}


def one_action() -> Report:
    """A report of one action that has words, a number or a day of its own in every column."""
    line = sample().actions[0]
    days = (date(2031, 1, 1) + timedelta(days=n) for n in range(99))
    own: dict[str, Any] = {}
    for name, value in line:
        if name in COUNTED:
            own[name] = COUNTED[name]
        elif isinstance(value, date) or name == "completed_on":
            own[name] = next(days)
        elif isinstance(value, str) and name not in ("symbol", "status_colour", "no_due_reason"):
            own[name] = f"the {name} of it"
        elif name in ("prisons", "supporters"):
            own[name] = (f"the {name} of it",)
    notes = tuple(
        NoteLine(at=date(2032, 1, 1), by="Probation", report="", text=f"Note {n}") for n in range(2)
    )
    action = line.model_copy(update={**own, "statements": ("Z91",), "progress": notes})
    return trimmed(sample()).model_copy(update={"actions": (action,)})


def in_excel(report: Report) -> str:
    """Each cell under its heading."""
    heads, row, *_ = openpyxl.load_workbook(io.BytesIO(workbook.make(report).data), data_only=True)[
        "Action plan"
    ].iter_rows(values_only=True)
    return "\n".join(f"{head}: {_plain(value)}" for head, value in zip(heads, row, strict=True))


def in_csv(report: Report) -> str:
    heads, row = csv.reader(io.StringIO(tables.plan(report).data.decode("utf-8-sig"), newline=""))
    return "\n".join(f"{head}: {_plain(value)}" for head, value in zip(heads, row, strict=True))


def _plain(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return long_date(date.fromisoformat(value))
    return long_date(value) if isinstance(value, date) else str(value)


def in_html(report: Report) -> str:
    return escapes.unescape(re.sub(r"<[^>]+>", "", html.make(report).data.decode()))


FORMATS: dict[str, Callable[[Report], str]] = {
    "excel": in_excel,
    "csv": in_csv,
    "pdf": lambda report: pdf_text(pdf.make(report).data),
    "word": lambda report: word_text(word.make(report).data),
    "html": in_html,
}


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_misses_a_column_of_the_plan(name: str) -> None:
    report = one_action()
    [action] = report.actions
    text = _bare(FORMATS[name](report))
    wanted = {column.heading: _bare(said(column, action)) for column in FACTS}
    assert all(wanted.values())
    assert [heading for heading, words in wanted.items() if words not in text] == []


def _bare(text: str) -> str:
    """Without what a format adds to a sum of money."""
    return squeeze(text).replace(",", "").replace("£", "")


def test_the_data_holds_every_field_that_a_column_reads() -> None:
    text = data.make(one_action()).data.decode()
    assert [column.key for column in FACTS if f'"{column.key}"' not in text] == []


@pytest.mark.parametrize("audience", list(Audience))
def test_excel_and_csv_have_the_heading_of_each_column_that_the_audience_is_given(
    audience: Audience,
) -> None:
    copy = for_audience(one_action(), audience)
    given = [column for column in FACTS if copy.holds(ActionLine, column.key)]
    returns = audience in (Audience.BOARD, Audience.OWN)
    expected = [column for column in PLAN if column in given or (returns and column.asked)]
    in_sheet = [line.split(": ")[0] for line in in_excel(copy).splitlines()]
    assert in_sheet == [column.heading for column in expected]
    in_table = [line.split(": ")[0] for line in in_csv(copy).splitlines()]
    assert in_table[:-1] == [column.heading for column in given]
    assert ("Cost" in in_sheet) == (audience in (Audience.BOARD, Audience.OWN))
    assert ("Waiting for" in in_sheet) == (audience is not Audience.PUBLIC)
