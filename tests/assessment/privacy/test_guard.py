"""What holds of the guard whatever is typed."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assessment.privacy.guard import (
    find_identifiers,
    new_findings,
    place,
    removed,
)
from tests.assessment.privacy.valid import IDENTIFIERS


WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "referral",
            "for",
            "agreed,",
            "(seen",
            "2",
            "by",
            "prison",
            "–",
            "Müller",
            "\n",
            "ไม่",
        ]
    ),
    max_size=6,
).map(" ".join)
ANY_TEXT = st.lists(
    st.one_of(st.text(max_size=12), IDENTIFIERS, st.sampled_from(["DOB ", "1/2/1990"]))
)


@given(before=WORDS, value=IDENTIFIERS, after=WORDS)
def test_a_valid_identifier_is_found_wherever_it_stands(
    before: str, value: str, after: str
) -> None:
    text = f"{before} {value} {after}"
    spans = [text[finding.start : finding.end] for finding in find_identifiers(text)]
    assert value in spans


@given(parts=ANY_TEXT)
@example(parts=["943 476 A1234BC 5919"])
@example(parts=["DOB, said the person whose address is jo.bloggs.the.second@gmail.com, 1/2/1990"])
def test_once_removed_nothing_is_left_to_find(parts: list[str]) -> None:
    text = " ".join(parts)
    assert find_identifiers(removed(text, find_identifiers(text))) == ()


@given(parts=ANY_TEXT)
def test_findings_stand_in_order_within_the_text_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    findings = find_identifiers(text)
    edges = [edge for finding in findings for edge in (finding.start, finding.end)]
    assert edges == sorted(edges)
    assert all(0 <= finding.start < finding.end <= len(text) for finding in findings)


@given(value=IDENTIFIERS)
def test_a_finding_never_shows_the_value(value: str) -> None:
    for finding in find_identifiers(f"Seen: {value}."):
        assert value not in repr(finding)
        assert value not in str(finding)
        assert value not in finding.kind.words


def test_only_what_the_stored_text_does_not_hold_is_new() -> None:
    stored = "Kept on purpose: 943 476 5919."
    text = "Kept on purpose: 9434765919. Also A1234BC."
    (finding,) = new_findings(text, stored)
    assert text[finding.start : finding.end] == "A1234BC"
    assert new_findings(stored + " More words.", stored) == ()


def test_a_date_that_becomes_a_birth_date_is_new() -> None:
    assert new_findings("Seen 12 March 1985, born then", "Seen 12 March 1985") != ()


def test_removing_one_finding_leaves_the_one_kept_on_purpose() -> None:
    text = "A1234BC, whose number is 943 476 5919"
    first, _ = find_identifiers(text)
    assert removed(text, [first]) == "[removed], whose number is 943 476 5919"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A1234BC came", "word 1"),
        ("Then (A1234BC) came", "word 2"),
        ("One line\nthen A1234BC", "line 2, word 2"),
    ],
)
def test_the_place_is_said_in_words(text: str, words: str) -> None:
    (finding,) = find_identifiers(text)
    assert place(text, finding) == words


@pytest.mark.parametrize(
    "unit",
    ["1", "1 ", "1.", "a", "@", "é", "1\u200b", "\n1 -", "born ", "born 1/1/01 ", "a@gmail.com",
     "home LS1 4AP ", "943 476 5919 ", "Mr A. ", "prison no ", "d o ", "+44 ", "1/"],
)  # fmt: skip
def test_hostile_text_takes_no_longer_than_its_length(unit: str) -> None:
    text = (unit * 40_000)[:40_000]
    started = time.process_time()
    find_identifiers(text)
    assert time.process_time() - started < 2.0
