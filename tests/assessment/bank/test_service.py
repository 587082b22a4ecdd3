"""Keeping sets of statements, on both databases, and what a check of a file says."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, LikelyIdentifier, NotFound, Refused
from assessment.bank.permissions import user_can_change_statements
from assessment.bank.service import (
    STATEMENTS_FILE,
    bank_of,
    built_in_bank,
    change_defaults,
    check_file,
    keep_bank,
    kept_banks,
)
from assessment.store.activity import activity_event
from tests.assessment.bank.small import bank, yaml_bytes
from tests.desk import LEAD, VIEWER, seen_by


def test_a_kept_set_comes_back_equal(any_desk: Desk) -> None:
    bank_id = keep_bank(any_desk, built_in_bank())
    assert bank_of(any_desk, bank_id) == built_in_bank()


def test_the_same_content_is_kept_once_and_leaves_one_event(any_desk: Desk) -> None:
    assert keep_bank(any_desk, bank(), "partnership") == keep_bank(any_desk, bank())
    with any_desk.store.reading() as tx:
        events = tx.all(sa.select(activity_event.c.what, activity_event.c.partnership_id))
    assert [tuple(event.values()) for event in events] == [("statements.kept", "partnership")]


def test_a_changed_threshold_makes_a_version_and_leaves_the_first(any_desk: Desk) -> None:
    first = keep_bank(any_desk, bank())
    second = change_defaults(any_desk, first, {("G01", "6 months"): "3 months"})
    assert bank_of(any_desk, first) == bank()
    assert "[3 months](t)" in bank_of(any_desk, second).statement("G01").statement
    assert [one.edition for one in kept_banks(any_desk)] == ["1.0, own thresholds", "1.0"]


def test_changing_a_threshold_to_itself_makes_no_version(desk: Desk) -> None:
    first = keep_bank(desk, bank())
    assert change_defaults(desk, first, {("G01", "6 months"): "6 months"}) == first


def test_a_refused_threshold_keeps_nothing(desk: Desk) -> None:
    first = keep_bank(desk, bank())
    with pytest.raises(BadInput):
        change_defaults(desk, first, {("G01", "6 months"): ""})
    assert len(kept_banks(desk)) == 1


def test_a_likely_identifier_in_a_threshold_is_written_nowhere(desk: Desk) -> None:
    first = keep_bank(desk, bank())
    with pytest.raises(LikelyIdentifier):
        change_defaults(desk, first, {("G01", "6 months"): "when A1234BC is out"})
    assert len(kept_banks(desk)) == 1


def test_an_unknown_set_is_said_to_be_absent(desk: Desk) -> None:
    with pytest.raises(NotFound):
        bank_of(desk, "none")


def test_only_the_lead_brings_statements_in(desk: Desk) -> None:
    with pytest.raises(Refused):
        keep_bank(seen_by(desk, VIEWER), bank())
    assert kept_banks(desk) == ()
    assert [user_can_change_statements(actor) for actor in (LEAD, VIEWER)] == [True, False]


def test_the_check_counts_what_a_file_holds() -> None:
    report = check_file(STATEMENTS_FILE)
    assert report.usable
    assert report.lines[0].endswith("This toolkit’s own wording.")
    assert report.lines[1].startswith("46 statements: ")


def test_the_check_names_problems_and_what_is_missing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_bytes(yaml_bytes().replace(b'"domain": "P"', b'"domain": "Q"'))
    report = check_file(broken)
    assert not report.usable
    assert "statement P07: the domain must be one of" in report.problems[0]
    assert check_file(tmp_path / "absent.yaml").lines[0].startswith("absent.yaml cannot be opened")
    assert "cannot be opened" in check_file(tmp_path).lines[0]


def test_the_check_takes_bytes_as_the_page_does() -> None:
    own = bank(lambda raw: raw["about"].update(wording="own"))
    data = yaml_bytes(lambda raw: raw["about"].update(wording="own"))
    assert check_file(data, "own.yaml").bank == own
