"""What a person typed is stored as they meant it, or not at all with the reason said."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.access.errors import LikelyIdentifier, StaleEdit, TooLong
from assessment.access.texts import accept_text, accept_words, tidy
from assessment.access.typed import Typed, text_hash
from assessment.privacy.guard import new_findings
from tests.desk import MORNING


NHS = "943 476 5919"  # the example of the NHS data dictionary, with a valid check digit
OTHER_NHS = "999 000 0018"
NEVER = {"Cc", "Cs"}
DIRECTIONS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Any text, and text with what must never come through, and with what the guard looks for.
PIECES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["\x00", "\x1b[31m", "\r\n", "\r", "\ud800", "\ufdd0", "\uffff", "\U0001ffff"]),
    st.sampled_from(sorted(DIRECTIONS)),
    st.sampled_from(
        [NHS, OTHER_NHS, "A1234AA", "e\u0301", "e", "\u0301", "مرحبا", "🙂", "\t", "\n"]
    ),
)
TEXTS = st.lists(PIECES, max_size=6).map("".join)


def accepted(text: str, **more) -> str | None:
    try:
        return accept_words(text, **{"limit": 4_000, **more})
    except (LikelyIdentifier, TooLong):
        return None


class TestTidy:
    @given(TEXTS)
    def test_nothing_that_hides_or_turns_text_comes_through(self, text) -> None:
        tidied = tidy(text)
        odd = [c for c in tidied if unicodedata.category(c) in NEVER and c not in "\n\t"]
        assert odd == []
        assert not DIRECTIONS & set(tidied)
        tidied.encode("utf-8")

    @given(TEXTS)
    def test_tidying_twice_is_tidying_once(self, text) -> None:
        assert tidy(tidy(text)) == tidy(text)

    @given(TEXTS)
    def test_what_is_tidied_is_normal_and_has_one_kind_of_line_end(self, text) -> None:
        assert unicodedata.is_normalized("NFC", tidy(text))
        assert "\r" not in tidy(text)

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
            ("a\tb", "a\tb"),
            ("cafe\u0301", "café"),
            ("cafe\x00\u0301", "café"),
            ("one\r\x00\ntwo", "one\ntwo"),
            ("nul\x00 bell\x07 escape\x1b[0m", "nul bell escape[0m"),
            ("evil\u202etxt.exe", "eviltxt.exe"),
            ("half \ud83d of a smile", "half  of a smile"),
            ("👩🏽‍⚕️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ⁕ مرحبا בית", "👩🏽‍⚕️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ⁕ مرحبا בית"),
            ("  spaces stay  ", "  spaces stay  "),
            (" \n\t\u00a0", ""),
            (
                "newer than this Python: \U0001fbff\U0001faea",
                "newer than this Python: \U0001fbff\U0001faea",
            ),
        ],
    )
    def test_words_stay_and_what_is_no_word_goes(self, typed, kept) -> None:
        assert tidy(typed) == kept


class TestAcceptWords:
    @given(TEXTS, st.lists(st.sampled_from([NHS, "A1234AA", "words"])).map(" ".join))
    def test_what_is_stored_holds_nothing_new_that_identifies(self, text, stored) -> None:
        result = accepted(text, stored=stored)
        assert result is None or new_findings(result, stored) == ()

    @given(TEXTS)
    def test_accepting_what_was_accepted_changes_nothing(self, text) -> None:
        result = accepted(text, confirmed=True)
        assert result is not None
        assert accepted(result, confirmed=True) == result

    @given(TEXTS)
    def test_confirmed_text_is_stored_as_it_is_tidied(self, text) -> None:
        assert accepted(text, confirmed=True) == tidy(text)

    def test_the_limit_itself_fits_and_one_more_does_not(self) -> None:
        assert accept_words("x" * 200, limit=200) == "x" * 200
        with pytest.raises(TooLong) as caught:
            accept_words("x" * 201, limit=200)
        assert "1 character over the limit of 200" in caught.value.message

    def test_length_is_counted_after_tidying(self) -> None:
        assert accept_words("e\u0301" * 200, limit=200) == "é" * 200

    def test_an_identifier_that_control_characters_hide_is_seen(self) -> None:
        with pytest.raises(LikelyIdentifier):
            accept_words(NHS.replace(" ", "\x00"), limit=200)

    def test_what_was_kept_deliberately_is_not_asked_about_again(self) -> None:
        assert accepted(f"Ring {NHS} first", stored=f"Ring {NHS}") is not None

    def test_a_second_number_is_asked_about(self) -> None:
        assert accepted(f"{NHS} and {OTHER_NHS}", stored=NHS) is None


class TestAcceptText:
    def test_typing_on_from_what_stands_is_accepted(self) -> None:
        typed = Typed.over("Stands", "Stands, and more")
        assert accept_text(typed, stored="Stands", limit=200) == "Stands, and more"

    def test_someone_elses_text_is_shown_and_not_overwritten(self) -> None:
        typed = Typed.over("Stood", "Mine")
        with pytest.raises(StaleEdit) as caught:
            accept_text(
                typed, stored="Theirs", limit=200, changed_by="Probation", changed_at=MORNING
            )
        assert caught.value.current == "Theirs"
        assert "changed by Probation at 09:30:00" in caught.value.message

    def test_what_the_box_has_sent_itself_is_its_own(self) -> None:
        """A save that was stored while its answer was lost on the way."""
        typed = Typed("Mine, longer", seen=text_hash("Stood"), trail=(text_hash("Mine"),))
        assert accept_text(typed, stored="Mine", limit=200) == "Mine, longer"

    def test_the_same_text_from_two_is_no_conflict(self) -> None:
        assert accept_text(Typed.over("Stood", "Same"), stored="Same", limit=200) == "Same"

    def test_two_texts_stand_in_each_others_way_before_any_word_is_judged(self) -> None:
        with pytest.raises(StaleEdit):
            accept_text(Typed.over("Stood", NHS), stored="Theirs", limit=5)

    def test_a_likely_identifier_waits_for_a_deliberate_yes(self) -> None:
        with pytest.raises(LikelyIdentifier):
            accept_text(Typed.over("", NHS), stored="", limit=200)
        kept = accept_text(Typed.over("", NHS, confirmed=True), stored="", limit=200)
        assert kept == NHS

    @given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
    def test_only_a_text_the_box_knew_is_ever_replaced(self, stood, stands, mine) -> None:
        stands, mine = tidy(stands), tidy(mine)
        try:
            accept_text(Typed.over(stood, mine, confirmed=True), stored=stands, limit=200)
        except StaleEdit:
            assert stands not in (stood, mine)
        else:
            assert stands in (stood, mine)


class TestTextHash:
    @pytest.mark.parametrize(
        ("text", "known"),
        [
            ("", "811c9dc5"),
            ("a", "e40c292c"),  # as FNV-1a has it for the single byte 0x61
        ],
    )
    def test_it_is_the_published_one(self, text, known) -> None:
        assert text_hash(text) == known

    def test_a_half_of_a_letter_breaks_nothing(self) -> None:
        assert len(text_hash("\ud83d")) == 8
