"""The Word document is complete, has real headings and tables, and holds text as text."""

import io
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from exports.word.make import make
from tests.exports.fields import missing, squeeze
from tests.exports.hostile import ALL
from tests.exports.sample import flooded, sample, trimmed


@pytest.fixture(scope="module")
def document() -> Document:
    return docx.Document(io.BytesIO(make(sample()).data))


def _said(document: Document) -> str:
    """All text in the order of the file, line breaks and tabs included."""
    return "".join(
        part.text or "" if part.tag == qn("w:t") else "\n"
        for part in document.element.body.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:p"))
    )


def _edge(paragraph: Any) -> str:
    return "".join(part.text or "" for part in paragraph._p.iter(qn("w:t")))


def test_every_field_is_in_the_document(document: Document) -> None:
    assert missing(sample(), _said(document)) == []


def test_headings_are_real_and_skip_no_level(document: Document) -> None:
    names = [p.style.name for p in document.paragraphs if p.style and p.text]
    levels = [int(name[-1]) for name in names if name.startswith("Heading")]
    assert names[:2] == ["Quiet", "Title"]
    assert len(levels) > 130
    # The title is followed by parts of page one, which stand under it.
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_every_table_says_its_heads_again_on_each_page(document: Document) -> None:
    assert len(document.tables) == 11
    for table in document.tables:
        first, *others = table._tbl.findall(qn("w:tr"))
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert not [row for row in others if list(row.iter(qn("w:tblHeader")))]
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_it_says_its_title_language_and_marking(document: Document) -> None:
    own = document.core_properties
    assert own.title == "Aldermoor: the assessment of November 2026"
    assert (own.language, own.author) == ("en-GB", "Throughcare")
    said = {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))}
    assert said == {"en-GB"}
    section = document.sections[0]
    assert "OFFICIAL" in _edge(section.header.paragraphs[0])
    assert _edge(section.footer.paragraphs[0]) == "OFFICIALPage 1 of 1"
    fields = [f.get(qn("w:instr")) for f in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_hostile_text_stays_text() -> None:
    document = docx.Document(io.BytesIO(make(flooded(" ".join(ALL))).data))
    said = _said(document)
    for words in ("<script>alert(1)</script>", "{{ 7 * 7 }}", "=cmd|' /C calc'!A0", "bellnull"):
        assert squeeze(words) in squeeze(said)
    assert not set(said) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    tags = {element.tag for element in document.element.body.iter()}
    assert not tags & {qn("w:hyperlink"), qn("w:fldSimple"), qn("w:instrText"), qn("w:object")}


def test_the_name_carries_marking_area_and_date() -> None:
    assert make(trimmed(sample())).file_name == "OFFICIAL Aldermoor report 2026-11-22.docx"
