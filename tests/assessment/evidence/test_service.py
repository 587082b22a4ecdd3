"""The evidence register, on both databases."""

from datetime import date, timedelta

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import (
    BadInput,
    ChangedMeanwhile,
    LikelyIdentifier,
    Refused,
    StaleEdit,
)
from assessment.access.typed import Typed
from assessment.access.wording import clock
from assessment.bank.model import EvidenceKind
from assessment.evidence import service
from assessment.evidence.model import Strength
from assessment.evidence.panels import summary
from assessment.evidence.rules import check_link, kinds_of, missing_from
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from tests.desk import VIEWER, Area, begin_area, seen_by


NHS_NUMBER = "943 476 5919"


@pytest.fixture
def area(any_desk: Desk) -> Area:
    """A new area with its first assessment."""
    return begin_area(any_desk)


def add(desk: Desk, area: Area, title: str = "Signed protocol") -> str:
    """A reference for P01."""
    return service.add_evidence(desk, area.assessment_id, "P01", title)


def test_one_kind_of_evidence_is_told_to_be_too_few(any_desk: Desk, area: Area) -> None:
    kinds = {EvidenceKind.PROCESS: True, EvidenceKind.NUMBERS: False}
    for kind, provisional in kinds.items():
        service.set_kind(any_desk, add(any_desk, area), kind, seen=None)
        found = service.register(any_desk, area.assessment_id)
        assert ("stays provisional" in summary(found)) is provisional


def test_what_and_whose_are_enough(any_desk: Desk, area: Area) -> None:
    agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
    service.add_evidence(any_desk, area.assessment_id, "P01", "Signed protocol", agency)
    found = service.evidence_of(any_desk, area.assessment_id)
    assert [(e.title, e.owner_agency_id) for e in found] == [("Signed protocol", agency)]


def test_what_was_only_begun_counts_for_nothing(any_desk: Desk, area: Area) -> None:
    item = service.add_evidence(any_desk, area.assessment_id, "P01")
    assert service.evidence_of(any_desk, area.assessment_id) == ()
    service.edit_text(any_desk, item, "title", Typed.over("", "Signed protocol"))
    assert len(service.evidence_of(any_desk, area.assessment_id)) == 1


def test_the_rest_can_follow(any_desk: Desk, area: Area) -> None:
    item = add(any_desk, area)
    prison = partnerships.add_prison(any_desk, area.partnership_id, "HMP Stonebrook")
    service.set_kind(any_desk, item, EvidenceKind.PROCESS)
    service.set_strength(any_desk, item, Strength.SEEN)
    service.set_date(any_desk, item, date(2026, 3, 1))
    service.edit_text(any_desk, item, "kept", Typed.over("", "Probation shared drive"))
    service.edit_text(any_desk, item, "link", Typed.over("", "https://example.org/protocol"))
    service.set_prisons(any_desk, item, [prison])
    service.set_statements(any_desk, item, ["P01", "G04"])
    kept = service.evidence(any_desk, item)
    assert missing_from(kept) == ("whose it is",)
    assert kept.statements == ("G04", "P01")
    assert kept.prisons == (prison,)


def test_a_day_still_to_come_is_no_date_of_evidence(any_desk: Desk, area: Area) -> None:
    item = add(any_desk, area)
    with pytest.raises(BadInput, match="still to come"):
        service.set_date(any_desk, item, any_desk.today() + timedelta(days=1))


@pytest.mark.parametrize("field", ["title", "kept", "link"])
def test_the_guard_reads_every_text(any_desk: Desk, area: Area, field: str) -> None:
    item = add(any_desk, area)
    stored = getattr(service.evidence(any_desk, item), field)
    with pytest.raises(LikelyIdentifier):
        service.edit_text(any_desk, item, field, Typed.over(stored, f"note {NHS_NUMBER}"))
    assert getattr(service.evidence(any_desk, item), field) == stored


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "S:\\shared\\x.docx", "https://", "https://a b"],
)
def test_only_web_addresses_are_links(link: str) -> None:
    with pytest.raises(BadInput, match="not a web address"):
        check_link(link)


def test_a_stale_title_shows_what_stands(any_desk: Desk, area: Area) -> None:
    item = add(any_desk, area, "Their title")
    with pytest.raises(StaleEdit) as caught:
        service.edit_text(any_desk, item, "title", Typed.over("", "My title"))
    assert caught.value.current == "Their title"


def test_put_away_leaves_the_rating_provisional_again(any_desk: Desk, area: Area) -> None:
    item = add(any_desk, area)
    service.set_kind(any_desk, item, EvidenceKind.PROCESS)
    assert kinds_of(service.evidence_of(any_desk, area.assessment_id)) == {EvidenceKind.PROCESS}
    service.put_away(any_desk, item)
    assert kinds_of(service.evidence_of(any_desk, area.assessment_id)) == frozenset()
    service.put_back(any_desk, item)
    assert kinds_of(service.evidence_of(any_desk, area.assessment_id)) == {EvidenceKind.PROCESS}


def test_evidence_belongs_to_a_statement(any_desk: Desk, area: Area) -> None:
    item = add(any_desk, area)
    with pytest.raises(BadInput, match="at least one statement"):
        service.set_statements(any_desk, item, [])


def test_a_viewer_changes_nothing(any_desk: Desk, area: Area) -> None:
    with pytest.raises(Refused):
        add(seen_by(any_desk, VIEWER), area)
    assert service.register(any_desk, area.assessment_id) == ()


CHOICES = [
    (service.set_kind, "kind", EvidenceKind.PROCESS, EvidenceKind.NUMBERS),
    (service.set_strength, "strength", Strength.SAID, Strength.SEEN),
    (service.set_date, "dated", date(2026, 3, 1), date(2026, 4, 1)),
]


@pytest.mark.parametrize(("choose", "field", "theirs", "mine"), CHOICES)
def test_a_choice_over_one_that_was_not_seen_is_refused(
    any_desk: Desk, area: Area, choose, field: str, theirs, mine
) -> None:
    item = add(any_desk, area)
    choose(any_desk, item, theirs, seen=None)
    with pytest.raises(ChangedMeanwhile):
        choose(any_desk, item, mine, seen=None)
    assert getattr(service.evidence(any_desk, item), field) == theirs
    choose(any_desk, item, mine, seen=theirs)
    assert getattr(service.evidence(any_desk, item), field) == mine


def test_the_refusal_names_the_time_of_that_choice_and_of_no_later_edit(
    any_desk: Desk, area: Area
) -> None:
    item = add(any_desk, area)
    service.set_kind(any_desk, item, EvidenceKind.PROCESS)
    chosen = service.evidence(any_desk, item).saved_at
    any_desk.now.forward(hours=2)
    service.edit_text(any_desk, item, "kept", Typed.over("", "Shared drive"))
    with pytest.raises(ChangedMeanwhile, match=clock(chosen)[:6]):
        service.set_kind(any_desk, item, EvidenceKind.NUMBERS, seen=None)


def test_links_of_two_screens_both_stand(any_desk: Desk, area: Area) -> None:
    item = add(any_desk, area)
    first, second = (
        partnerships.add_prison(any_desk, area.partnership_id, name)
        for name in ("HMP Stonebrook", "HMP Fenwick")
    )
    service.set_prisons(any_desk, item, [first], [])
    service.set_prisons(any_desk, item, [second], [])
    service.attach(any_desk, item, "G01")
    service.attach(any_desk, item, "G04")
    kept = service.evidence(any_desk, item)
    assert set(kept.prisons) == {first, second}
    assert kept.statements == ("G01", "G04", "P01")


def test_the_last_statement_cannot_be_taken_away_from_two_screens(
    any_desk: Desk, area: Area
) -> None:
    item = add(any_desk, area)
    service.attach(any_desk, item, "G01")
    service.set_statements(any_desk, item, ["G01"], seen=["G01", "P01"])
    with pytest.raises(BadInput, match="at least one statement"):
        service.set_statements(any_desk, item, ["P01"], seen=["G01", "P01"])
    assert service.evidence(any_desk, item).statements == ("G01",)


def test_evidence_may_follow_once_agreed_and_stands_once_closed(any_desk: Desk, area: Area) -> None:
    item = add(any_desk, area)
    typed = Typed.over("", "Dates follow")
    partnerships.edit_assessment_text(any_desk, area.assessment_id, "no_dates_reason", typed)
    partnerships.agree(any_desk, area.assessment_id)
    service.set_kind(any_desk, item, EvidenceKind.PROCESS)
    partnerships.close(any_desk, area.assessment_id)
    before = service.register(any_desk, area.assessment_id)
    for change in (
        lambda: service.set_kind(any_desk, item, EvidenceKind.NUMBERS),
        lambda: add(any_desk, area, "Audit"),
        lambda: service.attach(any_desk, item, "G01"),
        lambda: service.edit_text(any_desk, item, "kept", Typed.over("", "Shelf")),
        lambda: service.put_away(any_desk, item),
    ):
        with pytest.raises(Refused, match="closed"):
            change()
    assert service.register(any_desk, area.assessment_id) == before


def test_nothing_of_another_area_is_taken(any_desk: Desk, area: Area) -> None:
    item = add(any_desk, area)
    other = begin_area(any_desk, "Brackwater")
    agency = partnerships.add_agency(any_desk, other.partnership_id, "Their probation", ["PS"])
    prison = partnerships.add_prison(any_desk, other.partnership_id, "HMP Fenwick")
    before = service.register(any_desk, area.assessment_id)
    for change in (
        lambda: service.add_evidence(any_desk, area.assessment_id, "P01", "Audit", agency),
        lambda: service.add_evidence(any_desk, area.assessment_id, "ZZ9", "Audit"),
        lambda: service.set_owner(any_desk, item, agency),
        lambda: service.set_prisons(any_desk, item, [prison]),
        lambda: service.attach(any_desk, item, "ZZ9"),
    ):
        with pytest.raises(BadInput, match="Nothing was changed"):
            change()
    assert service.register(any_desk, area.assessment_id) == before


def test_evidence_begins_the_agreeing(any_desk: Desk, area: Area) -> None:
    add(any_desk, area)
    status = partnerships.assessment(any_desk, area.assessment_id).status
    assert status is Status.CONSENSUS
