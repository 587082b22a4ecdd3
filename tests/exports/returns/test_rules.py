"""What cells mean, and the three-way comparison, on plain rows."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from action_plans.actions.model import Action, MoveReason, ProgressNote, Reported
from exports.returns.model import Base, Choices, Field, Preview, RawRow
from exports.returns.rules.comparing import Compared
from exports.returns.rules.days import read_day
from exports.returns.rules.deciding import unanswered, wanted
from exports.returns.rules.words import Unusable, accepted, read_number, read_reason, read_report
from tests.action_plans.actions.made import an_action


MADE = datetime(2026, 11, 1, 9, tzinfo=UTC)
DAYS = st.dates(date(2026, 12, 1), date(2026, 12, 4))
KEYS = (*Field, "move_reason")


def row(**cells: Any) -> RawRow:
    """A row with these cells, every returning column being there."""
    return RawRow(number=2, cells=cells, places={key: f"cell {key}" for key in KEYS})


def compared(action: Action, base: dict[str, str], back: RawRow) -> Compared:
    return Compared(action, Base(action_id=action.id, number=1, values=base), back, MADE)


def told(report: Reported, days_after: int) -> ProgressNote:
    at = MADE + timedelta(days=days_after)
    return ProgressNote(id=f"note {days_after}", action_id="action-1", at=at, report=report)


class TestDays:
    @pytest.mark.parametrize(
        "typed",
        [
            date(2026, 11, 21), "21 November 2026", "21 Nov 2026", "21 nov 26", "21st Nov 2026",
            "Sat 21 November 2026", "Saturday, 21 November, 2026", "21/11/2026", "21.11.26",
            "21-11-2026", "2026-11-21", "2026-11-21 09:30:00", "21-Nov-26", " 21 / 11 / 2026 ",
        ],
    )  # fmt: skip
    def test_dates_as_people_in_britain_type_them(self, typed: str | date) -> None:
        assert read_day(typed) == date(2026, 11, 21)

    @pytest.mark.parametrize(
        "typed",
        [
            "11/21/2026", "21 November", "November 2026", "21/11", "31 February 2027", "soon",
            46347, True, "21/11-2026", "21 Ju 2026", "21 November 1926", "next week", "",
            "2026", 1.5,
        ],
    )  # fmt: skip
    def test_what_might_be_another_day_is_none(self, typed: str | int | float) -> None:
        assert read_day(typed) is None

    @given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
    def test_every_day_is_read_in_every_form(self, day: date) -> None:
        forms = ("%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d")
        assert {read_day(day.strftime(form)) for form in forms} == {day}


class TestWords:
    def test_a_reason_may_have_more_words(self) -> None:
        assert read_reason("staffing") == (MoveReason.STAFFING, "")
        assert read_reason("Staffing: two posts") == (MoveReason.STAFFING, "two posts")
        assert read_reason("Prison population") == (MoveReason.POPULATION, "")
        assert read_reason("The roof fell in") == (MoveReason.OTHER, "The roof fell in")
        assert read_reason("  ") == (None, "")

    def test_numbers_and_reports(self) -> None:
        assert [read_number(one) for one in (3, 3.0, "3", "No. 3", " 3 ")] == [3] * 5
        assert [read_number(one) for one in ("", "3a", "three", True, 3.5, "-3")] == [None] * 6
        assert read_report(" on  TRACK ") is Reported.ON_TRACK
        assert [read_report(one) for one in ("fine", "No update received")] == [None, None]

    def test_a_likely_identifier_is_named_and_not_repeated(self) -> None:
        with pytest.raises(Unusable) as refused:
            accepted("seen with A1234BC today", 100)
        assert "prison number at word 3" in refused.value.words
        assert "A1234BC" not in refused.value.words


class TestThreeWays:
    @given(base=DAYS | st.none(), file=DAYS, now=DAYS | st.none())
    def test_a_date_changes_only_where_the_file_changed_it(
        self, base: date | None, file: date, now: date | None
    ) -> None:
        was = {"review": base.isoformat()} if base else {}
        found = compared(an_action(review_on=now), was, row(review=file))
        if file in (base, now):
            assert found.changes == []
        else:
            [change] = found.changes
            assert (change.day, change.conflict) == (file, now != base)

    @given(base=DAYS, now=DAYS, text=st.text(max_size=30))
    def test_no_text_in_a_cell_of_a_date_does_anything_unasked(
        self, base: date, now: date, text: str
    ) -> None:
        back = row(review=text) if text.strip() else row()
        found = compared(an_action(review_on=now), {"review": base.isoformat()}, back)
        assert found.changes == [] or read_day(text) is not None
        assert bool(found.emptied) == (not text.strip())

    @given(due=DAYS | st.none(), review=DAYS | st.none(), now=DAYS | st.none(), why=st.text())
    def test_an_unedited_row_changes_nothing_whatever_happened_here(
        self, due: date | None, review: date | None, now: date | None, why: str
    ) -> None:
        was = {
            "due": due.isoformat() if due else why,
            "review": review.isoformat() if review else "",
        }
        cells = {"due": due or why, "review": review or ""}
        back = row(**{key: value for key, value in cells.items() if str(value).strip()})
        action = an_action(due=now, review_on=now, notes=(told(Reported.AT_RISK, 9),))
        found = compared(action, was, back)
        assert (found.changes, found.mistakes, found.emptied) == ([], [], [])

    def test_a_report_meets_what_was_said_here_since(self) -> None:
        back = row(reported="On track")
        before, same, other = (
            told(Reported.ON_TRACK, -9),
            told(Reported.ON_TRACK, 9),
            told(Reported.AT_RISK, 9),
        )
        [fresh] = compared(an_action(notes=(before,)), {}, back).changes
        assert not fresh.conflict
        assert compared(an_action(notes=(before, same)), {}, back).changes == []
        [conflict] = compared(an_action(notes=(before, other)), {}, back).changes
        assert conflict.conflict
        assert (conflict.here, conflict.theirs) == (
            "At risk, reported on 10 November 2026",
            "On track",
        )

    def test_the_reason_for_no_date_is_no_date_when_it_comes_back(self) -> None:
        action = an_action(due=None, no_due_reason="Waits for the contract")
        was = {"due": "Waits for the contract"}
        assert compared(action, was, row(due="Waits for the contract")).mistakes == []
        [change] = compared(action, was, row(due="1 May 2027")).changes
        assert (change.day, change.moves) == (date(2027, 5, 1), False)

    def test_what_is_finished_here_is_left_but_may_be_spoken_of(self) -> None:
        action = an_action(completed_on=date(2026, 11, 9))
        back = row(reported="At risk", review="1 May 2027", note="It held all winter")
        found = compared(action, {}, back)
        assert [one.field for one in found.changes] == [Field.NOTE]
        assert found.closed == [Field.REPORTED, Field.REVIEW]

    @pytest.mark.parametrize(("due", "asked"), [("1 May 2027", False), ("1 June 2027", True)])
    def test_only_a_later_date_asks_why(self, due: str, asked: bool) -> None:
        found = compared(an_action(), {"due": "2027-05-21"}, row(due=due))
        assert [one.moves for one in found.changes] == [asked]

    def test_it_cannot_be_due_before_it_starts(self) -> None:
        action = an_action(start_on=date(2027, 2, 1))
        found = compared(action, {"due": "2027-05-21"}, row(due="1 January 2027"))
        assert found.changes == []
        assert "1 February 2027" in found.mistakes[0].line

    def test_an_unread_cell_is_named_and_the_rest_is_read(self) -> None:
        back = row(reported="On track").model_copy(update={"unread": {"due": "holds a formula."}})
        found = compared(an_action(), {}, back)
        assert [one.line for one in found.mistakes] == ["cell due: holds a formula."]
        assert len(found.changes) == 1


class TestDeciding:
    @given(left_out=st.sets(st.sampled_from(["1:reported", "1:due", "1:note", "1:review"])))
    def test_what_is_applied_is_what_is_listed_but_for_what_is_left_out(
        self, left_out: set[str]
    ) -> None:
        back = row(reported="At risk", due="1 June 2027", review="1 May 2027", note="Slow")
        found = compared(an_action(), {"due": "2027-05-21", "review": "2027-04-01"}, back)
        preview = Preview(file_name="x", changes=tuple(found.changes))
        choices = Choices(left_out=frozenset(left_out))
        keys = {one.key for one in wanted(preview, choices)}
        # The review day was taken away here, so the file's stands against that: a conflict.
        assert keys == {"1:reported", "1:due", "1:note"} - left_out
        assert bool(unanswered(preview, choices)) == ("1:due" in keys)
