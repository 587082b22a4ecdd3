"""Where a statement stands: every combination that matters."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.bank.model import EvidenceKind
from assessment.consensus.model import AgreedRating, HowReached, Standing
from assessment.consensus.rules.standing import provisional, standing


NOW = datetime(2026, 11, 21, tzinfo=UTC)
PROCESS, NUMBERS = EvidenceKind.PROCESS, EvidenceKind.NUMBERS
KINDS = st.frozensets(st.sampled_from(EvidenceKind))


def rating(**values: object) -> AgreedRating:
    """A rating row with these values."""
    row = {"id": "r", "assessment_id": "a", "statement_id": "P08", "saved_at": NOW, **values}
    return AgreedRating.model_validate(row)


@pytest.mark.parametrize(
    ("row", "kinds", "stands"),
    [
        (None, set(), Standing.NOT_RATED),
        (rating(), set(), Standing.NOT_RATED),
        (rating(rating=0), set(), Standing.RATED),
        (rating(rating=2), set(), Standing.RATED),
        (rating(rating=3), set(), Standing.PROVISIONAL),
        (rating(rating=3), {PROCESS}, Standing.PROVISIONAL),
        (rating(rating=3), {PROCESS, NUMBERS}, Standing.RATED),
        (rating(how=HowReached.DEFERRED), set(), Standing.DEFERRED),
        (rating(not_applicable=True, not_applicable_reason="x"), set(), Standing.NOT_APPLICABLE),
    ],
)
def test_standing(row: AgreedRating | None, kinds: set[EvidenceKind], stands: Standing) -> None:
    assert standing(row, kinds) is stands


@given(st.none() | st.integers(0, 3), KINDS, KINDS)
def test_more_evidence_never_makes_a_rating_provisional(
    value: int | None, kinds: frozenset[EvidenceKind], more: frozenset[EvidenceKind]
) -> None:
    if not provisional(value, kinds):
        assert not provisional(value, kinds | more)


@given(st.none() | st.integers(0, 2), KINDS)
def test_only_fully_met_can_be_provisional(
    value: int | None, kinds: frozenset[EvidenceKind]
) -> None:
    assert not provisional(value, kinds)
