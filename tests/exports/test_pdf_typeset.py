"""Any template can be set in type, by the same guarded child as the report."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdf
import pytest

from assessment.access.errors import UserError
from exports.pdf import typeset
from exports.pdf.fonts import FAMILIES
from exports.pdf.make import make
from exports.pdf.typeset import child, rendered, set_in_type
from tests.exports.sample import sample, trimmed


MADE_AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
FAMILY_LIST = ", ".join(f'"{family}"' for family in FAMILIES)
LETTER = f"""
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, date: auto)
#set text(font: ({FAMILY_LIST}), fallback: false, lang: "en", region: "GB")
= #d.title
#for line in d.lines [#par(line)]
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.typ"
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_a_template_of_its_own_is_set_tagged_with_its_data(letter: Path) -> None:
    data = {"title": "To the board", "lines": ["Llŷn #eval(1)", "Great 🎉"]}
    made = rendered(letter, lambda: data, MADE_AT)
    text = pypdf.PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()
    for words in ("To the board", "Llŷn #eval(1)", "Great [party popper]"):
        assert words in text
    assert made.notes == ("1 character that the fonts lack was replaced by its name in brackets.",)
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf, pdf.open_metadata() as meta:
        assert (meta["pdfuaid:part"], meta["pdfaid:conformance"]) == ("1", "A")
        assert str(meta["xmp:CreateDate"]).startswith("2026-11-22T09:30")


def test_the_report_says_of_itself_how_many_letters_it_lacks() -> None:
    def last_page(stage: str) -> str:
        made = make(trimmed(sample()).model_copy(update={"stage": stage}))
        text = pypdf.PdfReader(io.BytesIO(made.data)).pages[-1].extract_text()
        return " ".join(text.split())

    # The stage stands on page one and in the annex about the report.
    assert "Letters 2 characters that the fonts lack were replaced" in last_page("Agreed 🎉")
    assert "Letters" not in last_page("Agreed")


def test_a_refusal_names_the_field_and_what_can_be_done_instead(letter: Path) -> None:
    data = {"title": "To the board", "lines": ["secret 中"]}
    with child(letter) as running, pytest.raises(UserError) as refused:
        set_in_type(running, data, MADE_AT, instead="The web page can still be made.")
    assert "change the text in lines, 1," in refused.value.message
    assert refused.value.message.endswith("The web page can still be made.")
    assert "secret" not in refused.value.message


def test_a_child_that_takes_too_long_is_given_up_and_gone(
    letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter.write_text("#for a in range(9000) { for b in range(9000) { let c = a + b } }")
    monkeypatch.setattr(typeset, "_SECONDS", 0.5)
    with child(letter) as running, pytest.raises(UserError) as refused:
        set_in_type(running, {}, MADE_AT)
    assert "given up" in refused.value.message
    assert running.returncode is not None


def test_words_that_fail_leave_no_child_waiting(letter: Path) -> None:
    with pytest.raises(ValueError, match="no words"), child(letter) as running:
        raise ValueError("no words")
    assert running.returncode is not None
