"""What a reviewer who may bid for an agency's contract is not given, and texts that name it."""

from datetime import UTC, datetime

import pytest

from assessment.bank.model import Statement
from assessment.evidence.model import Evidence
from assessment.partnership.model import Agency
from assessment.peer_review.rules.naming import names
from assessment.peer_review.rules.withheld import (
    evidence_given,
    statements_given,
    withheld_words,
)


AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def statement(statement_id: str, *types: str) -> Statement:
    return Statement(
        id=statement_id, domain="G", title="Title", statement="A sentence.", agencies=types
    )


def agency(**more) -> Agency:
    return Agency(
        id="a",
        partnership_id="p",
        name="Northway",
        types=("CTP",),
        added_at=AT,
        saved_at=AT,
        **more,
    )


def evidence(evidence_id: str, owner: str | None) -> Evidence:
    return Evidence(
        id=evidence_id,
        assessment_id="x",
        title="Minutes",
        owner_agency_id=owner,
        added_at=AT,
        saved_at=AT,
    )


class TestWithheld:
    # Put away or observing, it is still the agency whose contract may be bid for.
    @pytest.mark.parametrize("more", [{}, {"observer": True}, {"archived_at": AT}])
    def test_nothing_about_the_agency_whose_contract_may_be_bid_for(self, more) -> None:
        some = [statement("G01", "PTP"), statement("G02", "PTP", "CTP"), statement("G03")]
        assert [one.id for one in statements_given(some, agency(**more))] == ["G01"]
        assert [one.id for one in statements_given(some, None)] == ["G01", "G02", "G03"]

    def test_its_own_documents_are_not_given(self) -> None:
        some = [evidence("1", "a"), evidence("2", "b"), evidence("3", None)]
        assert [one.id for one in evidence_given(some, agency())] == ["2", "3"]

    def test_the_lead_is_told_when_nothing_is_left(self) -> None:
        assert withheld_words("Northway", 0, 0, 12) == ""
        assert withheld_words("Northway", 10, 0, 2).endswith("2 statements are left.")
        assert "You withheld 1 more statement. 1 statement is" in withheld_words("N", 10, 1, 1)
        assert "somebody else" in withheld_words("Northway", 12, 0, 0)

    def test_an_agency_of_no_kind_may_be_of_any(self) -> None:
        assert (
            statements_given([statement("G01", "PTP")], agency().model_copy(update={"types": ()}))
            == ()
        )

    @pytest.mark.parametrize(
        ("name", "text", "found"),
        [
            ("Turning Tide", "As turning  TIDE’s workers say", True),
            ("Turning Tide", "The Tide worker left in May", True),
            ("Turning Tide", "Ask at info@turningtide.org.uk", True),
            ("Turning Tide", "The tidegate opens at nine", False),
            ("Aldermoor Recovery Service", "Recovery workers in Aldermoor", False),
            ("Aldermoor Recovery Service", "the Aldermoor recovery service", True),
            ("Change Grow Live", "People change, and live well", False),
            ("Change Grow Live", "CGL has two workers", True),
            ("Élan", "elan is late", True),
            ("", "Anything", False),
        ],
    )
    def test_a_text_names_an_agency_by_its_name_or_a_word_of_its_own(
        self, name: str, text: str, found: bool
    ) -> None:
        assert names(text, name, "Aldermoor") is found
