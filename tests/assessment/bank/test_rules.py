"""Thresholds, fingerprints, lookups, and what an own set is said to lack."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.access.errors import BadInput
from assessment.bank.rules.checking import lacking
from assessment.bank.rules.defaults import defaults_of, plain_text, shown, with_defaults
from assessment.bank.rules.digest import digest
from tests.assessment.bank.small import bank


def test_a_threshold_is_shown_with_its_mark_and_without_brackets() -> None:
    text = "Within [5 working days](t), and [yearly](t); [other](link) stays."
    assert shown(text) == "Within 5 working days (t), and yearly (t); [other](link) stays."
    assert plain_text("Report every [6 months](t)") == "Report every 6 months"


def test_thresholds_are_listed_once_each_with_their_places() -> None:
    found = [(one.text, one.places) for one in defaults_of(bank().statement("G01"))]
    assert found == [("6 months", ("statement", "level 3", "actions")), ("year", ("evidence",))]


def test_a_changed_threshold_changes_everywhere_in_its_statement_and_nowhere_else() -> None:
    before = bank()
    after = with_defaults(before, {("G01", "6 months"): " 3  months "})
    changed = after.statement("G01")
    assert "6 months" not in changed.model_dump_json()
    assert changed.actions[1] == "Report every [3 months](t)"
    assert after.statement("P07") == before.statement("P07")
    assert after.about.version == "1.0, own thresholds"
    again = with_defaults(after, {("G01", "3 months"): "year"})
    assert again.about.version == "1.0, own thresholds"


def test_nothing_changed_is_the_same_set() -> None:
    assert with_defaults(bank(), {("G01", "6 months"): "6 months"}) == bank()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({("G01", "6 months"): "  "}, "say what should stand in place of"),
        ({("G01", "6 months"): "[x](t)"}, "leave out square brackets"),
        ({("G01", "6 months"): "x" * 201}, "at most 200 characters"),
        ({("G01", "7 months"): "x"}, "no longer in the statement"),
        ({("Z99", "6 months"): "x"}, "no longer in the statement"),
    ],
)
def test_a_threshold_that_cannot_be_is_refused_by_statement(
    change: dict[tuple[str, str], str], words: str
) -> None:
    with pytest.raises(BadInput) as caught:
        with_defaults(bank(), change)
    assert words in caught.value.problems[0]


NEW = st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1, max_size=40)


@given(NEW.filter(lambda text: text.strip()))
def test_a_change_can_always_be_changed_back(new: str) -> None:
    there = with_defaults(bank(), {("G01", "6 months"): new})
    stands = defaults_of(there.statement("G01"))[0].text
    if stands != "year":
        back = with_defaults(there, {("G01", stands): "6 months"})
        assert back.statements == bank().statements


def test_a_new_text_that_would_break_a_limit_is_refused_in_words() -> None:
    full = bank(lambda raw: raw["statements"][0].update(title="t", statement="x" * 3990 + "[y](t)"))
    with pytest.raises(BadInput):
        with_defaults(full, {("G01", "y"): "much longer than that"})


def test_the_same_content_has_the_same_fingerprint_in_another_process() -> None:
    code = (
        "from tests.assessment.bank.small import bank\n"
        "from assessment.bank.rules.digest import digest\n"
        "print(digest(bank()))"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == digest(bank())


def test_any_changed_word_changes_the_fingerprint() -> None:
    other = bank(lambda raw: raw["statements"][1]["levels"].__setitem__(2, "A named leader."))
    assert digest(other) != digest(bank())


def test_an_own_set_says_what_it_is_without() -> None:
    def change(raw: dict) -> None:
        raw["about"]["wording"] = "own"
        raw["statements"][0].update(plain="", levels=["", "", "", "x"], evidence=[])

    assert lacking(bank(change))[:3] == (
        "1 statement has no plain sentence",
        "1 statement has no description of all four levels",
        "1 statement has no evidence prompts",
    )
    assert "the domain Title of attrition has no statements" in lacking(bank(change))


def test_lookups_follow_the_order_of_the_file() -> None:
    one = bank()
    assert [each.id for each in one.in_domain("P")] == ["P07"]
    assert (one.label(2), one.agency_type("LEX").name) == ("Mostly met", "Lived experience")
    assert [each.id for each in one.core_statements()] == ["G01"]
