"""Whatever is typed can be set once it is cleaned, and nothing goes unseen."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.pdf import fonts
from exports.pdf.letters import Letters
from exports.pdf.render import Setter


# Sets texts as PDF/UA-1 and PDF/A-2a, away from the report's template.
SETTER = Setter(fonts.FOLDER.parent / "exports" / "pdf" / "template.typ", fonts.FOLDER)


def test_typst_sets_every_character_that_the_fonts_are_said_to_have() -> None:
    for name in fonts.FILES:
        known = [chr(point) for point in sorted(fonts.characters(name))]
        usable = [letter for letter in known if unicodedata.category(letter)[0] != "C"]
        assert len(usable) > 1_000
        assert SETTER.settable([Letters().clean(letter) for letter in usable])


def test_the_fonts_have_what_the_report_itself_needs() -> None:
    have = fonts.characters("SourceSans3.ttf")
    assert {ord(letter) for letter in "■□✓▶▲◆○–…ŵŷŴŶ£’“”"} <= have


def test_typst_refuses_what_the_fonts_are_said_to_lack() -> None:
    for letter in "中🎉ก":
        assert not any(ord(letter) in fonts.characters(name) for name in fonts.FILES)
        assert not SETTER.settable([letter])


@given(st.lists(st.text(max_size=60), max_size=30))
@settings(max_examples=40, deadline=None)
def test_any_text_can_be_set_once_cleaned(texts: list[str]) -> None:
    letters = Letters()
    assert SETTER.settable([letters.clean(text) for text in texts])


MIXED = "ab مرحáŵ\u064b\u0301\u0323\u200d\u200c\u0651🎉"


@given(st.lists(st.text(MIXED, max_size=40), max_size=20))
@settings(max_examples=40, deadline=None)
def test_marks_and_mixed_scripts_can_be_set_once_cleaned(texts: list[str]) -> None:
    letters = Letters()
    assert SETTER.settable([letters.clean(text) for text in texts])


@given(st.text())
def test_cleaning_twice_changes_no_letter_more(text: str) -> None:
    once = Letters().clean(text)
    again = Letters()
    assert again.clean(once).replace("\u200b", "") == once.replace("\u200b", "")
    assert again.replaced == 0


def test_what_is_lacking_is_named_and_counted() -> None:
    letters = Letters()
    assert letters.clean("Great work 🎉🎉") == "Great work [party popper][party popper]"
    assert letters.replaced == 2


def test_controls_and_overrides_go_and_words_stay() -> None:
    letters = Letters()
    assert letters.clean("a\x00b\ud800c\u202ed\ue000e") == "abcde"
    assert letters.clean("one\r\ntwo\rthree") == "one\ntwo\nthree"
    assert letters.clean("Lly\u0302n") == "Llŷn"
    assert letters.replaced == 0


def test_an_address_may_break_after_its_signs_and_a_long_word_anywhere() -> None:
    address = "https://www.example.org/board/papers/2026/12"
    broken = Letters().clean(address)
    assert broken.replace("\u200b", "") == address
    assert "org/\u200bboard" in broken
    assert "boar\u200bd" not in broken
    assert Letters().clean("x" * 40).count("\u200b") == 39
    assert Letters().clean("accommodation and continuity of care") == (
        "accommodation and continuity of care"
    )


def test_only_latin_letters_as_they_are_are_plain() -> None:
    """A template leaves the rules for marks out where texts are plain, so none may need them."""
    for text in ("Llŷn – £5 “each” ■□✓ …", "e\u0301 as one letter", "Šárka Ødegård Ğ"):
        letters = Letters()
        letters.clean(text)
        assert letters.plain, text
    for text in ("w\u0323", "مرحبا", "ab\u0301\u0323", "Ελλάδα"):
        letters = Letters()
        letters.clean(text)
        assert not letters.plain, text
