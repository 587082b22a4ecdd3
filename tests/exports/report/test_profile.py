"""What each audience is given: the table covers every field, and no format leaks what it drops."""

import html
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import openpyxl
import pypdf
import pytest

from assessment.access.frozen import Frozen
from assessment.access.wording import long_date, moment
from assessment.privacy.audience import TABLE, Audience, given
from exports.data.make import make as make_data
from exports.html.make import make as make_html
from exports.pdf.make import make as make_pdf
from exports.report import model, review_model
from exports.report.profile import for_audience
from exports.tables import make as tables
from exports.word.make import make as make_word
from exports.workbook.make import make as make_workbook
from tests.exports.fields import squeeze
from tests.exports.sample import sample, trimmed


def kinds() -> dict[str, type[Frozen]]:
    """Every kind of line that a report is made of."""
    return {
        name: one
        for name, one in {**vars(model), **vars(review_model)}.items()
        if isinstance(one, type) and issubclass(one, Frozen)
        if one.__module__.startswith("exports.report.")
    }


def test_the_table_has_a_row_for_every_field_and_for_nothing_else() -> None:
    assert {name: set(rows) for name, rows in TABLE.items()} == {
        name: set(one.model_fields) for name, one in kinds().items()
    }


def kept_back(value: Any, audience: Audience, *, back: bool = False) -> Iterator[str]:
    """The words of every field that an audience is not given, and of every draft."""
    if isinstance(value, tuple):
        for inner in value:
            yield from kept_back(inner, audience, back=back)
    elif isinstance(value, Frozen):
        draft = audience is not Audience.OWN and getattr(value, "draft", False)
        for name, inner in value:
            dropped = back or draft or not given(audience, type(value).__name__, name)
            yield from kept_back(inner, audience, back=dropped)
    elif back and isinstance(value, datetime):
        yield moment(value)
    elif back and isinstance(value, date):
        yield long_date(value)
    elif back and isinstance(value, str) and "§" in value:
        yield value
    elif back and isinstance(value, int) and value > 9_999:  # what an action costs
        yield from (str(value), f"{value:,}")


def workbook_text(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return "\n".join(
        long_date(value) if isinstance(value, date) else str(value)
        for value in cells
        if value is not None
    )


def word_text(data: bytes) -> str:
    """Every text of the document, tables, headers and properties included."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        xml = (parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
        return html.unescape(re.sub(r"<[^>]+>", "", "".join(xml)))


def pdf_text(data: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def whole() -> model.Report:
    """Every field filled, and who was there under marks of their own."""
    report = trimmed(sample())
    here = tuple(
        part.model_copy(
            update={
                "statements": tuple(
                    line.model_copy(update={"present": (f"Agency there §{line.id}§",)})
                    for line in part.statements
                )
            }
        )
        for part in report.domains
    )
    met = tuple(
        meeting.model_copy(update={"present": (f"Agency met §{n}§",)})
        for n, meeting in enumerate(report.meetings)
    )
    return report.model_copy(update={"domains": here, "meetings": met})


def leaked(text: str, audience: Audience) -> list[str]:
    squeezed = squeeze(text)
    return [
        words
        for words in kept_back(whole(), audience)
        if re.search(rf"(?<!\d){re.escape(squeeze(words))}", squeezed)
    ]


@pytest.mark.parametrize("audience", list(Audience))
def test_no_format_shows_what_its_audience_is_not_given(audience: Audience) -> None:
    report = for_audience(whole(), audience)
    assert bool(list(kept_back(whole(), audience))) == (audience is not Audience.OWN)
    assert leaked(report.model_dump_json(), audience) == []
    assert leaked(make_html(report).data.decode(), audience) == []
    assert leaked(workbook_text(make_workbook(report).data), audience) == []
    assert leaked(make_data(report).data.decode(), audience) == []
    assert leaked(word_text(make_word(report).data), audience) == []
    for table in (tables.plan(report), tables.statements(report)):
        assert leaked(table.data.decode(), audience) == []


def test_our_own_pdf_says_first_that_it_is_not_for_circulation() -> None:
    text = pdf_text(make_pdf(for_audience(whole(), Audience.OWN)).data)
    assert text.startswith("OFFICIAL-SENSITIVE, not for circulation")
    assert "Two say Partly met, four say Mostly met" in " ".join(text.split())


def test_the_public_pdf_shows_nothing_that_is_kept_back() -> None:
    report = for_audience(whole(), Audience.PUBLIC)
    text = pdf_text(make_pdf(report).data)
    assert leaked(text, Audience.PUBLIC) == []
    assert "Copyforthepublic.Leftout:firstviewsandhowtheyspread" in squeeze(text)
