"""LibreOffice opens what is made for Word, and the board paper keeps to two pages there too."""

from pathlib import Path

import pypdf
import pytest

from exports.board.loader.word import in_word
from exports.board.rules.wording import paper_of
from exports.word.make import make
from tests.exports.board.test_paper import EVERYTHING, full
from tests.exports.conftest import Office
from tests.exports.hostile import ALL
from tests.exports.sample import flooded, sample


@pytest.mark.slow
def test_libreoffice_opens_them_and_the_board_paper_has_two_pages(
    office: Office, tmp_path: Path
) -> None:
    files = {
        "ordinary": board(""),
        "crowded": board("long words " * 45),
        "unbroken": board("Llanfair" * 60),
        "report": make(sample()).data,
        "hostile": make(flooded(" ".join(ALL))).data,
    }
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    saved = office("pdf", *(tmp_path / f"{name}.docx" for name in files))
    pages = {name: len(pypdf.PdfReader(saved / f"{name}.pdf").pages) for name in files}
    assert [pages[name] for name in ("ordinary", "crowded", "unbroken")] == [2, 2, 2]
    assert pages["report"] > 30
    assert pages["hostile"] > 3


def board(word: str) -> bytes:
    report = full(word)
    return in_word(paper_of(report, EVERYTHING), report.made_at)
