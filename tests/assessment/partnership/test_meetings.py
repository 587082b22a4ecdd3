"""Which meeting a rating belongs to."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assessment.partnership.model import Meeting
from assessment.partnership.rules.meetings import current


TODAY = date(2026, 11, 21)
AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def meeting_on(days: int, *present: str) -> Meeting:
    """A meeting so many days from today."""
    held_on = TODAY + timedelta(days=days)
    return Meeting(id=f"m{days}", assessment_id="a", held_on=held_on, present=present, saved_at=AT)


def test_the_second_session_set_beforehand_does_not_take_over_the_first() -> None:
    first, second = meeting_on(0, "council"), meeting_on(7)
    assert current([second, first], TODAY) == first


def test_before_the_first_day_the_meeting_with_people_ticked_counts() -> None:
    assert current([meeting_on(1), meeting_on(2, "council")], TODAY) == meeting_on(2, "council")
    assert current([meeting_on(1)], TODAY) is None


@given(st.lists(st.integers(min_value=-400, max_value=400), unique=True))
def test_once_one_has_begun_it_is_always_the_latest_that_has(days: list[int]) -> None:
    begun = [day for day in days if day <= 0]
    found = current([meeting_on(day, "council") for day in days], TODAY)
    if begun:
        assert found == meeting_on(max(begun), "council")
    else:
        assert found == (meeting_on(min(days), "council") if days else None)
