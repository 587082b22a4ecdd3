"""Who speaks first, who said what, and voices that come later."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.bank.model import AgencyType, Expected
from assessment.bank.service import built_in_bank
from assessment.consensus.model import AgreedRating, DifferentView
from assessment.consensus.rules.later import was_not_there, working_days_after
from assessment.consensus.rules.voices import Turn, Voice, speaking_order, turn_of, who_said_what
from assessment.partnership.model import Agency, Meeting
from assessment.views.model import Answer
from tests.desk import MORNING


BANK = built_in_bank()
KNOWN = {one.code: one for one in BANK.agency_types}


def agency(*types: str) -> Agency:
    """An agency of these types."""
    return Agency(
        id="".join(types),
        partnership_id="area",
        name="".join(types),
        types=types,
        added_at=MORNING,
        saved_at=MORNING,
    )


class TestTurns:
    def test_whoever_commissions_speaks_last(self) -> None:
        given_order = [agency(code) for code in ("LAC", "PS", "PTP", "LEX", "ICB", "CTP")]
        found = [one.name for one in speaking_order(given_order, BANK.agency_types)]
        assert found == ["LEX", "PTP", "CTP", "PS", "LAC", "ICB"]

    def test_a_provider_that_also_commissions_waits(self) -> None:
        assert turn_of(agency("CTP", "LAC"), KNOWN) is Turn.COMMISSIONER

    def test_lived_experience_is_never_made_to_wait(self) -> None:
        assert turn_of(agency("LAC", "LEX"), KNOWN) is Turn.LIVED_EXPERIENCE

    @pytest.mark.parametrize(
        ("name", "turn"),
        [
            ("Lived experience recovery organisation", Turn.LIVED_EXPERIENCE),
            ("Joint commissioning unit", Turn.COMMISSIONER),
            ("Commissioner of treatment providers", Turn.COMMISSIONER),
            ("Prison healthcare provider", Turn.PROVIDER),
            ("Police", Turn.OTHERS),
        ],
    )
    def test_an_areas_own_types_are_known_by_their_names(self, name: str, turn: Turn) -> None:
        own = AgencyType(code="OWN", name=name, short="Own", expected=Expected.OPTIONAL)
        assert turn_of(agency("OWN"), {"OWN": own}) is turn

    def test_a_type_the_statements_lack_is_no_trouble(self) -> None:
        assert turn_of(agency("GONE"), {}) is Turn.OTHERS

    def test_nobody_is_left_out(self) -> None:
        everyone = [agency(one.code) for one in BANK.agency_types]
        assert set(speaking_order(everyone, BANK.agency_types)) == set(everyone)


class TestWhoSaidWhat:
    def test_groups_by_rating_and_keeps_the_order_of_speaking(self) -> None:
        found = who_said_what(
            [
                Voice(agency_id="l", name="Lived experience", said=1),
                Voice(agency_id="p", name="Prison health", said=Answer.DONT_KNOW),
                Voice(agency_id="c", name="Council", said=1),
                Voice(agency_id="s", name="Probation", said=0),
            ]
        )
        assert [(one.said, [v.agency_id for v in one.voices]) for one in found.groups] == [
            (0, ["s"]),
            (1, ["l", "c"]),
            (Answer.DONT_KNOW, ["p"]),
        ]
        assert found.words() == (
            "Lived experience 1, Prison health doesn’t know, Council 1, Probation 0"
        )

    def test_what_came_after_the_reveal_is_in_no_group(self) -> None:
        late = Voice(agency_id="l", name="Lived experience", said=3, after_reveal=True)
        found = who_said_what([late])
        assert (found.groups, found.voices, found.later) == ((), (), (late,))


class TestLaterVoices:
    MEETING = Meeting(
        id="meeting",
        assessment_id="one",
        held_on=MORNING.date(),
        present=("here",),
        saved_at=MORNING,
    )
    AGREED = AgreedRating(
        id="rating",
        assessment_id="one",
        statement_id="P01",
        rating=1,
        decided_at=MORNING,
        saved_at=MORNING,
    )

    def late(self, agency_id: str, minutes: int) -> DifferentView:
        """A different view so many minutes after the decision."""
        at = MORNING + timedelta(minutes=minutes)
        return DifferentView(
            id="view",
            assessment_id="one",
            statement_id="P01",
            agency_id=agency_id,
            recorded_at=at,
            saved_at=at,
        )

    def test_an_agency_that_was_not_at_the_meeting_says_so(self) -> None:
        assert was_not_there(self.late("away", 60), self.AGREED, self.MEETING)

    def test_one_that_was_there_does_not(self) -> None:
        assert not was_not_there(self.late("here", 60), self.AGREED, self.MEETING)

    def test_before_the_decision_nobody_is_late(self) -> None:
        assert not was_not_there(self.late("away", -5), self.AGREED, self.MEETING)

    def test_where_presence_was_not_recorded_nothing_is_claimed(self) -> None:
        unknown = self.MEETING.model_copy(update={"present": ()})
        assert not was_not_there(self.late("away", 60), self.AGREED, unknown)
        assert not was_not_there(self.late("away", 60), self.AGREED, None)


class TestWorkingDays:
    @pytest.mark.parametrize(
        ("day", "wanted"),
        [
            (date(2026, 11, 20), date(2026, 12, 4)),
            (date(2026, 11, 21), date(2026, 12, 4)),
            (date(2026, 11, 23), date(2026, 12, 7)),
        ],
    )
    def test_ten_of_them_pass_over_weekends(self, day: date, wanted: date) -> None:
        assert working_days_after(day) == wanted

    @given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
    def test_never_ends_on_a_weekend_and_counts_every_weekday(self, day: date, days: int) -> None:
        end = working_days_after(day, days)
        passed = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
        assert end.weekday() < 5
        assert sum(one.weekday() < 5 for one in passed) == days
