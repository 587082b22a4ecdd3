"""How long an assessment is kept unless the area says otherwise."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assessment.partnership.rules.keeping import keep_until


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2090, 1, 1)))
def test_every_day_has_a_day_two_years_on(today: date) -> None:
    kept = keep_until(today)
    assert kept.year == today.year + 2
    assert (kept.month, kept.day) in {(today.month, today.day), (2, 28)}
