"""What a draft becomes on the server, whatever a browser sends."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.access.errors import Refused
from assessment.access.texts import accept_text
from assessment.access.typed import Typed, text_hash
from assessment.ui.autosave import following, outcome, read_draft


def keep(stored: str, limit: int = 100):
    """A page's save over a row that holds `stored`."""
    return lambda typed: accept_text(typed, stored=stored, limit=limit)


def test_a_saved_draft_is_answered_with_the_hash_of_what_was_stored() -> None:
    assert outcome(keep(""), Typed.over("", "Cafe\u0301")) == {
        "kind": "saved",
        "hash": text_hash("Café"),
    }


def test_a_likely_identifier_is_answered_by_place_and_never_by_value() -> None:
    answer = outcome(keep(""), Typed.over("", "See A1234BC"))
    assert (answer["kind"], answer["spans"]) == ("identifier", [[4, 11]])
    assert "A1234BC" not in json.dumps(answer)


def test_a_refusal_names_what_it_left_of_the_stored_text() -> None:
    answer = outcome(keep("See A1234B"), Typed.over("See A1234B", "See A1234BC"))
    assert (answer["kind"], answer["left"]) == ("identifier", text_hash("See "))


def test_what_a_refusal_left_is_no_other_persons_text_to_a_draft_already_on_its_way() -> None:
    left = {"spell": "box-1", "kind": "identifier", "left": text_hash("See ")}
    on_its_way = Typed("See A1234BC, he", text_hash("See A1234B"), spell="box-1")
    assert outcome(keep("See "), on_its_way)["kind"] == "stale"
    answer = following(keep("See "), on_its_way, left)
    assert (answer["kind"], answer["left"]) == ("identifier", text_hash("See "))
    assert following(keep("See "), replace(on_its_way, spell="box-2"), left)["kind"] == "stale"


def test_once_a_draft_is_saved_nothing_is_left_to_tell() -> None:
    left = {"spell": "box-1", "kind": "identifier", "left": text_hash("See ")}
    typed = Typed("See him", text_hash("See A1234B"), spell="box-1")
    answer = following(keep("See "), typed, left)
    assert answer == {"kind": "saved", "hash": text_hash("See him")}


@pytest.mark.parametrize("words", ["Not saved yet: that is no web address.", "That is no address."])
def test_a_refusal_says_once_that_nothing_is_saved(words: str) -> None:
    def refuse(_typed: Typed) -> None:
        raise Refused(words)

    message = outcome(refuse, Typed.over("", "x"))["message"]
    assert message.startswith("Not saved yet")
    assert message.count("Not saved") == 1
    assert "address" in message


def test_another_persons_text_is_not_sent_in_the_answer() -> None:
    answer = outcome(keep("Their words"), Typed.over("", "mine"))
    assert answer["kind"] == "stale"
    assert "Their words" not in json.dumps(answer)


def test_a_text_over_its_limit_says_by_how_much() -> None:
    answer = outcome(keep("", limit=3), Typed.over("", "abcd"))
    assert answer["kind"] == "long"
    assert "1 character over" in answer["message"]


def test_a_refusal_says_that_nothing_was_saved() -> None:
    def refuse(_typed: Typed) -> None:
        raise Refused("Only the lead may change this.")

    answer = outcome(refuse, Typed.over("", "x"))
    assert answer["message"] == "Not saved yet. Only the lead may change this."


def test_a_bug_in_a_save_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        outcome(lambda _typed: 1 // 0, Typed.over("", "x"))


def test_ones_own_trail_is_never_stale() -> None:
    draft = Typed("three", text_hash("one"), (text_hash("one t"), text_hash("two")))
    assert outcome(keep("two"), draft)["kind"] == "saved"


@given(
    st.recursive(st.none() | st.integers() | st.text(), st.lists)
    | st.dictionaries(st.text(), st.text())
)
def test_a_draft_not_of_the_boxs_making_is_left_alone(draft: object) -> None:
    assert read_draft(draft) is None


@given(st.text(), st.text())
def test_hashes_tell_texts_apart_and_are_eight_digits(one: str, other: str) -> None:
    assert len(text_hash(one)) == 8
    assert (text_hash(one) == text_hash(other)) == (one == other)
