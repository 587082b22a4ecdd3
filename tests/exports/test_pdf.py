"""The PDF is tagged, complete, the same every time, and sets what people type."""

import io
import json
import re
from collections.abc import Callable
from typing import Any

import pikepdf
import pypdf
import pytest
import typst
from PIL import Image, ImageChops

from assessment.access.errors import UserError
from exports.pdf import fonts
from exports.pdf.letters import Letters
from exports.pdf.make import TEMPLATE, data_of, make
from exports.pdf.typeset import child, set_in_type
from exports.report.model import Report
from tests.exports.fields import missing, squeeze
from tests.exports.hostile import ALL, LANGUAGES
from tests.exports.sample import flooded, sample, trimmed


@pytest.fixture(scope="module")
def data() -> bytes:
    return make(sample()).data


@pytest.fixture(scope="module")
def pdf(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@pytest.fixture(scope="module")
def pages(data: bytes) -> list[str]:
    """The text of each page, read once: that takes longer than to set them."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def _text_until(data: bytes, found: Callable[[str], bool]) -> str:
    """The text, squeezed, of as many pages as it takes: to read one is slower than to set it."""
    text = ""
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        text += squeeze(page.extract_text())
        if found(text):
            break
    return text


def _elements(pdf: pikepdf.Pdf) -> list[Any]:
    """Every structure element of the tag tree, in order."""
    found: list[Any] = []
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if not isinstance(element, pikepdf.Dictionary):
            continue
        if "/S" in element:
            found.append(element)
        kids = element.get("/K", [])
        waiting.extend(reversed(list(kids) if isinstance(kids, pikepdf.Array) else [kids]))
    return found


def _named(pdf: pikepdf.Pdf, tag: str) -> list[Any]:
    return [element for element in _elements(pdf) if tag == element.S]


def test_every_field_is_in_the_pdf(pages: list[str]) -> None:
    # A page may end within a text: its head and foot stand between. Sentinels are short enough.
    text = re.sub(r"Throughcare\s*Page \d+ of \d+|OFFICIAL\s*Aldermoor, the assessment of "
                  r"November 2026", "", "\n".join(pages))  # fmt: skip
    assert missing(sample(), text) == []


def test_page_one_stands_alone(pages: list[str]) -> None:
    first = squeeze(pages[0])
    summary = sample().summary
    for words in (*summary.where_we_stand, *summary.decisions, *summary.meetings):
        assert squeeze(words) in first
    for step in summary.next_steps:
        assert squeeze(step.owner) in first
    for words in ("OFFICIAL", "46of48statementsinscope", "Safety-criticalshortfalls"):
        assert words in first
    views = [view for line in sample().statements() for view in line.different_views]
    assert not [view for view in views if squeeze(view.reason) in first]


def test_page_one_has_as_many_next_steps_as_leave_room_for_the_rest() -> None:
    summary = sample().summary
    first, *others = summary.next_steps
    long = (step.model_copy(update={"what": "Ask again. " * 60}) for step in others)
    summary = summary.model_copy(update={"next_steps": (first, *long)})
    data = make(trimmed(sample()).model_copy(update={"summary": summary})).data
    page = squeeze(pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text())
    for words in (first.what, *summary.meetings):
        assert squeeze(words) in page
    assert re.search(r"moreactions?(is|are)duebythen", page)


def test_it_is_tagged_and_says_its_language_and_title(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as meta:
        assert meta["dc:title"] == "Aldermoor: the assessment of November 2026"
        assert meta["pdfuaid:part"] == "1"
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")


def test_each_table_is_tagged_once_with_scoped_heads(pdf: pikepdf.Pdf) -> None:
    assert len(_named(pdf, "/Table")) == 11
    heads = _named(pdf, "/TH")
    assert len(heads) == 3 + 3 + 6 + 3 + 3 + 4 + 2 + 4 + 3 + 2 + 3
    scopes = {str(a.get("/Scope")) for th in heads for a in _attributes(th)}
    assert "/Column" in scopes


def _attributes(element: Any) -> list[Any]:
    given = element.get("/A", [])
    return list(given) if isinstance(given, pikepdf.Array) else [given]


def test_every_strip_says_in_words_what_it_shows(pdf: pikepdf.Pdf) -> None:
    said = [str(figure.Alt) for figure in _named(pdf, "/Figure")]
    assert len(said) == 4
    assert "G01 mostly met" in said[0]
    assert "provisional" in "".join(said)


def test_headings_skip_no_level(pdf: pikepdf.Pdf) -> None:
    levels = [int(str(e.S)[2:]) for e in _elements(pdf) if re.fullmatch(r"/H\d", str(e.S))]
    assert levels[0] == 1
    assert len(levels) > 130
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_it_has_bookmarks_for_sections_statements_and_actions(data: bytes) -> None:
    def titles(outline: list[Any]) -> list[str]:
        return [t for o in outline for t in (titles(o) if isinstance(o, list) else [o.title])]

    said = " ".join(titles(pypdf.PdfReader(io.BytesIO(data)).outline))
    for words in ("Action plan", "Evidence", "G01 ", "About this report", "40. "):
        assert words in said


def test_fonts_are_embedded(pdf: pikepdf.Pdf) -> None:
    described = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)
                 and o.get("/Type") == "/FontDescriptor"]  # fmt: skip
    assert described
    assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in described)


def test_links_lead_to_plain_web_addresses_only(pdf: pikepdf.Pdf) -> None:
    targets = {
        str(note.A.URI)
        for page in pdf.pages
        for note in page.get("/Annots", [])
        if "/A" in note and "/URI" in note.A
    }
    assert "https://www.gov.uk/ohid23" in targets
    assert all(target.startswith("https://") for target in targets)


def test_two_makings_give_the_same_bytes(data: bytes) -> None:
    assert make(sample()).data == data


def test_the_name_carries_marking_area_and_date() -> None:
    assert make(trimmed(sample())).file_name == "OFFICIAL Aldermoor report 2026-11-22.pdf"


def test_welsh_and_arabic_are_set_as_they_are() -> None:
    made = make(flooded(" ".join(LANGUAGES)))
    assert made.notes == ()
    welsh, arabic = squeeze("Ŵyneb ŷd, Llŷn, tŵr"), "[\u0600-\u06ff\ufe70-\ufeff]{4}"
    text = _text_until(
        made.data, lambda text: welsh in text and re.search(arabic, text) is not None
    )
    assert welsh in text
    assert re.search(arabic, text)


def test_hostile_text_is_set_as_text_and_what_fonts_lack_is_named_and_counted() -> None:
    made = make(flooded(" ".join(ALL)))
    wanted = {
        "<script>alert(1)</script>",
        '#eval("1+1")#read("/etc/passwd")*bold*$x$',
        "=cmd|",
        "[partypopper]",
    }
    text = _text_until(made.data, lambda text: all(words in text for words in wanted))
    assert {words for words in wanted if words not in text} == set()
    assert re.fullmatch(
        r"[\d,]+ characters that the fonts lack were replaced by their names in brackets\.",
        made.notes[0],
    )


def test_one_replaced_character_is_said_in_the_singular() -> None:
    report = trimmed(sample())
    made = make(report.model_copy(update={"stage": "Agreed 🎉"}))
    # The stage stands on page one and in the annex about the report.
    assert made.notes == (
        "2 characters that the fonts lack were replaced by their names in brackets.",
    )


def test_a_text_too_long_for_a_bookmark_is_set_whole_under_a_shorter_heading() -> None:
    data = make(_with_long_words(trimmed(sample()), 300)).data
    text = _text_until(data, lambda text: text.count("Llanfair") > 300 * 4)
    assert text.count("Llanfair") > 300 * 4


def _with_long_words(report: Report, times: int = 1250) -> Report:
    word = "Llanfair" * times
    actions = tuple(
        a.model_copy(update={"what": word, "owner": word, "why": word}) for a in report.actions[:1]
    )
    evidence = tuple(
        e.model_copy(update={"link": f"https://x.test/{word}", "title": word})
        for e in report.evidence[:1]
    )
    return report.model_copy(update={"actions": actions, "evidence": evidence})


def test_long_unbroken_words_stay_on_the_page() -> None:
    data = Letters().cleaned(data_of(_with_long_words(trimmed(sample()))))
    pages = typst.compile(
        TEMPLATE.read_bytes(),
        root=str(TEMPLATE.parent),
        font_paths=[str(fonts.FOLDER)],
        ignore_system_fonts=True,
        format="png",
        ppi=30,
        sys_inputs={"data": json.dumps(data)},
    )
    assert isinstance(pages, list)
    assert len(pages) > 12
    for page in pages:
        assert _margins_are_white(page)


def _margins_are_white(page: bytes) -> bool:
    """Nothing but paper in the outer 15 mm at the right, and in the last 8 mm."""
    image = Image.open(io.BytesIO(page)).convert("L")
    width, height = image.size
    right = image.crop((width * 195 // 210 + 1, 0, width, height))
    foot = image.crop((0, height * 289 // 297 + 1, width, height))
    return all(ImageChops.invert(part).getbbox() is None for part in (right, foot))


def test_text_that_cannot_be_set_is_refused_by_the_name_of_its_field() -> None:
    report = trimmed(sample())
    data = Letters().cleaned(data_of(report))
    # As if the cleaning had let a character through.
    data["domains"][0]["entries"][1]["statement"] = "secret 中"
    with child(TEMPLATE) as running, pytest.raises(UserError) as refused:
        set_in_type(running, data, report.made_at)
    assert "domains, G, entries, G02, statement" in refused.value.message
    assert "secret" not in refused.value.message
    assert "Nothing you recorded is affected" in refused.value.message


def test_who_and_by_when_of_an_action_stand_on_one_page(pages: list[str]) -> None:
    for text in pages:
        owners, reviews = (len(re.findall(rf"(?m)^{one}$", text)) for one in ("Owner", "Review"))
        assert reviews <= owners, text
