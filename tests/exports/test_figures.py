"""No number and no yes or no of a report is lost on the way to a format.

Texts and days carry sentinels (see `fields`); a number or a flag cannot, so each is changed in
turn, and the file must change with it.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel

from exports.html import make as html
from exports.report.made import Made
from exports.report.model import Report
from exports.report.paper import model as paper_model
from exports.workbook import make as workbook
from tests.exports.fields import leaves
from tests.exports.sample import sample, trimmed


# Which level a line of words belongs to, or which action an id: they order and have no look.
ORDERING = {"report.scale[].value", "report.returning.actions[].number"}
# Told in words, which stand in a field beside each: the review's state, and its name.
IN_WORDS = {"report.reviews[].draft", "report.domains[].statements[].moderated[].draft"}
# Where a reader cannot count with them, a sentence holds the three.
ON_PAGES = {f"report.on_time[].{field}" for field in ("by_date", "later", "still")}


def _places() -> dict[str, str]:
    """One place in the report for each kind of number or flag."""
    found: dict[str, str] = {}
    for path, value in leaves(trimmed(sample())):
        kind = re.sub(r"\[\d+\]", "[]", path)
        if isinstance(value, bool | int) and kind not in ORDERING | IN_WORDS:
            found.setdefault(kind, path)
    return found


def _changed(path: str) -> Report:
    data: Any = trimmed(sample()).model_dump()
    steps = [int(s) if s.isdigit() else s for s in re.findall(r"\w+", path)][1:]
    holder = data
    for step in steps[:-1]:
        holder = holder[step]
    if isinstance(holder, tuple):
        return _changed_count(data, steps)
    value = holder[steps[-1]]
    holder[steps[-1]] = not value if isinstance(value, bool) else (value + 1) % 4
    return Report.model_validate(data)


def _changed_count(data: Any, steps: list[Any]) -> Report:
    holder = data
    for step in steps[:-2]:
        holder = holder[step]
    numbers = list(holder[steps[-2]])
    numbers[steps[-1]] += 1
    holder[steps[-2]] = tuple(numbers)
    return Report.model_validate(data)


@pytest.mark.parametrize("make", [html.make, workbook.make], ids=["html", "workbook"])
def test_every_number_and_flag_leaves_its_mark(make: Callable[[Report], Made]) -> None:
    before = make(trimmed(sample())).data
    wanted = {
        kind: path
        for kind, path in _places().items()
        if make is not html.make or kind not in ON_PAGES
    }
    unmoved = [kind for kind, path in wanted.items() if make(_changed(path)).data == before]
    assert unmoved == []


@pytest.mark.parametrize(
    "template",
    [
        ("exports/pdf/template.typ",),
        ("exports/html/page.html", "exports/html/parts.html"),
        ("exports/word/make.py", "exports/word/document.py", "exports/word/tables.py"),
    ],
    ids=["pdf", "html", "word"],
)
def test_a_template_uses_every_part_of_the_paper(
    template: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    root = request.config.rootpath
    text = "".join((root / name).read_text(encoding="utf-8") for name in template)
    # A column's share is for paper; the page's filter `look` reads a box; `front` has a name there.
    # Classes tell Word the kinds apart, and it says a strip in words. Both have `copy_words` whole,
    # which begin with `copy_for`.
    spared = {
        "pdf": {"id"},
        "html": {"share", "provisional", "level", "front", "copy_for"},
        "word": {"kind", "cells", "copy_for"},
    }[template[0].split("/")[1]]
    models = [
        value
        for value in vars(paper_model).values()
        if isinstance(value, type) and issubclass(value, BaseModel) and value.model_fields
    ]
    names = {name for model in models for name in model.model_fields} - spared
    assert len(names) > 30
    assert [name for name in sorted(names) if not re.search(rf"\.{name}\b", text)] == []
