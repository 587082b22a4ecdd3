"""No format that leaves shows what its audience is not given."""

import io
from collections.abc import Callable

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from assessment.privacy.audience import Audience
from exports.board.loader.setting import in_type
from exports.board.loader.word import in_word
from exports.board.rules.wording import paper_of
from exports.report.model import Report
from exports.report.profile import for_audience
from exports.tables import make as tables
from exports.word.make import make as word
from tests.exports.board.test_paper import EVERYTHING
from tests.exports.report.test_profile import kept_back, leaked, whole


def in_words(data: bytes) -> str:
    """All text of a Word document."""
    return "".join(
        part.text or "" for part in docx.Document(io.BytesIO(data)).element.iter(qn("w:t"))
    )


def board_pdf(report: Report) -> str:
    data = in_type(paper_of(report, EVERYTHING), report.made_at).pdf
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


FORMATS: dict[str, Callable[[Report], str]] = {
    "word": lambda report: in_words(word(report).data),
    "csv": lambda report: (tables.plan(report).data + tables.statements(report).data).decode(),
    "board in word": lambda report: in_words(in_word(paper_of(report, EVERYTHING), report.made_at)),
    "board pdf": board_pdf,
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])
def test_nothing_that_is_kept_back_is_shown(name: str, audience: Audience) -> None:
    assert list(kept_back(whole(), audience))
    assert leaked(FORMATS[name](for_audience(whole(), audience)), audience) == []
