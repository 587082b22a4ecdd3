"""What a reader is asked to look at twice, and what is left alone."""

import pytest

from assessment.privacy.noticing import Notice, noticed


KNOWN = ("HMP Wexcombe", "Turning Tide community treatment", "Aldermoor")


def seen(text: str) -> dict[str, Notice]:
    return {text[one.start : one.end]: one.why for one in noticed(text, KNOWN)}


@pytest.mark.parametrize(
    ("text", "what", "why"),
    [
        ("Two prisoners missed it", "Two prisoners", Notice.SMALL_COUNT),
        ("only 3 people arrived", "3 people", Notice.SMALL_COUNT),
        ("four of the eight women came", "four of the eight women", Notice.SMALL_COUNT),
        ("a share of 3 of 41", "3 of 41", Notice.SMALL_COUNT),
        ("We asked Ceridwen about it", "Ceridwen", Notice.NAME),
        ("Ceridwen Vaughan has the list", "Ceridwen Vaughan", Notice.NAME),
        ("the list is with O’Neill’s team", "O’Neill’s", Notice.NAME),
        ("Mr Vaughan has it", "Mr Vaughan", Notice.IDENTIFIER),
        ("somebody died in March", "died", Notice.CASE),
        ("he was not expected", "he", Notice.CASE),
        ("somebody aged 34", "aged 34", Notice.CASE),
    ],
)
def test_these_are_marked(text: str, what: str, why: Notice) -> None:
    assert seen(text).get(what) is why


@pytest.mark.parametrize(
    "text",
    [
        "The role is written down, but there is no deputy. Probation and the prison each name one.",
        "It fails on a Friday at HMP Wexcombe, where Turning Tide has no pass.",
        "Within two working days, and 41 of 96 releases",
        "One agency leads; 12 people came on 3 November 2026",
        "Head of Healthcare, NHS England",
    ],
)
def test_these_are_left_alone(text: str) -> None:
    assert seen(text) == {}


def test_marks_never_overlap() -> None:
    found = noticed("Two men, one of them Ceridwen Vaughan aged 34, died: Mr A Vaughan told him")
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert len(found) >= 5
