"""Readiness: what is missing, in words that can stand on a wall."""

from datetime import date

import pytest

from assessment.bank.model import AgencyType, Expected
from assessment.partnership.model import CanCommit, Meeting, Prison
from assessment.partnership.rules.readiness import Preparation, ReadinessLine, lines
from assessment.partnership.rules.scope import minutes
from assessment.partnership.rules.suggestions import core_only, suggested
from tests.assessment.partnership.made import AT, agency_with, assessment_with


TYPES = tuple(
    AgencyType(code=code, name=name, short=name, expected=expected)
    for code, name, expected in (
        ("LAC", "Council commissioner", Expected.CORE),
        ("PS", "Probation Service", Expected.CORE),
        ("NDTMS", "NDTMS team", Expected.WHERE_POSSIBLE),
        ("LEX", "Lived-experience group", Expected.OPTIONAL),
    )
)


CORE = (agency_with("Aldermoor Council", "LAC"), agency_with("Probation", "PS"))


def prepared(**values: object) -> tuple[ReadinessLine, ...]:
    """The lines of an area in which all is settled, unless told otherwise."""
    whole = {
        "assessment": assessment_with(lead_role="Commissioning manager"),
        "prisons": (
            Prison(id="h", partnership_id="p", name="HMP Stonebrook", added_at=AT, saved_at=AT),
        ),
        "agencies": CORE,
        "meetings": (Meeting(id="m", assessment_id="a", held_on=date(2026, 11, 26), saved_at=AT),),
        "types": TYPES,
        "plan": minutes(20),
        "statements": 46,
    }
    return lines(Preparation.model_validate(whole | values))


def words_to_do(**values: object) -> list[str]:
    """The sentences of what is still to be done."""
    return [line.words for line in prepared(**values) if not line.ok]


def test_a_settled_area_has_nothing_to_do_although_ndtms_is_absent() -> None:
    assert words_to_do() == []
    assert any("where possible" in line.words and line.ok for line in prepared())


def test_who_must_ask_first_is_said_without_a_word_on_rank() -> None:
    stonebrook = agency_with(
        "HMP Stonebrook", can_commit=CanCommit.MUST_CHECK, check_with="the governor"
    )
    assert words_to_do(agencies=(*CORE, stonebrook)) == [
        "HMP Stonebrook needs to check with the governor before committing staff time."
    ]


def test_an_observer_is_asked_nothing() -> None:
    regional = agency_with("OHID", observer=True, role="", can_commit=CanCommit.NOT_KNOWN)
    assert words_to_do(agencies=(*CORE, regional)) == []


def test_a_missing_core_agency_is_named() -> None:
    assert words_to_do(agencies=CORE[:1]) == [
        "Not on the list yet, from the guidance’s core: Probation Service."
    ]


def test_one_agency_of_two_types_answers_for_both() -> None:
    both = agency_with("Joint commissioning", "LAC", "PS")
    assert words_to_do(agencies=(both,)) == []


@pytest.mark.parametrize(
    ("values", "section"),
    [
        ({"prisons": ()}, "area"),
        ({"agencies": ()}, "agencies"),
        ({"plan": minutes(0)}, "scope"),
        ({"assessment": assessment_with()}, "agencies"),
        ({"meetings": ()}, "meetings"),
        ({"plan": minutes(46)}, "meetings"),
    ],
)
def test_each_thing_to_do_leads_to_where_it_is_done(
    values: dict[str, object], section: str
) -> None:
    to_do = [line for line in prepared(**values) if not line.ok]
    assert [line.to for line in to_do] == [section]


def test_core_types_are_suggested_until_an_agency_has_them() -> None:
    assert [kind.code for kind in suggested(TYPES, CORE[:1])] == ["PS", "NDTMS", "LEX"]
    assert [kind.code for kind in core_only(suggested(TYPES, CORE[:1]))] == ["PS"]
