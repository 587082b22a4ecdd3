"""The order of a workshop, and what its agenda may know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from assessment.bank.model import SafetyKind
from assessment.consensus.model import Arranged
from assessment.consensus.rules.agenda import Agenda, AgendaItem, arranged
from assessment.consensus.rules.pace import Pace
from assessment.consensus.rules.spread import Spread


DOMAINS = ("G", "D", "P", "A")
ITEMS = st.lists(
    st.builds(
        AgendaItem,
        statement_id=st.uuids().map(str),
        domain=st.sampled_from(DOMAINS),
        safety=st.none() | st.sampled_from(SafetyKind),
        parked=st.booleans(),
        settled=st.booleans(),
    ),
    max_size=20,
)


def item(statement_id: str, **known: object) -> AgendaItem:
    """An item in the domain that its id begins with."""
    return AgendaItem(statement_id=statement_id, domain=statement_id[0], **known)


def ids(items: tuple[AgendaItem, ...]) -> list[str]:
    """Their statements."""
    return [one.statement_id for one in items]


def agenda(*items: AgendaItem, current: str | None = None) -> Agenda:
    """An agenda of these, domain by domain."""
    order = arranged(items, Arranged.BY_DOMAIN, DOMAINS, {})
    return Agenda(order=order, current=current, pace=Pace(left=len(items)))


class TestOrder:
    def test_by_domain_keeps_the_statements_own_order(self) -> None:
        found = arranged(
            [item("P01"), item("G02"), item("G01"), item("A01")], Arranged.BY_DOMAIN, DOMAINS, {}
        )
        assert ids(found) == ["G02", "G01", "P01", "A01"]

    def test_widest_first_begins_with_what_may_cost_a_life(self) -> None:
        found = arranged(
            [item("G01"), item("G02"), item("P01", safety=SafetyKind.DEATHS), item("P02")],
            Arranged.WIDEST_FIRST,
            DOMAINS,
            {"G02": 1, "P01": 1, "P02": 3},
        )
        assert ids(found) == ["P01", "P02", "G02", "G01"]

    def test_parked_ones_come_last_and_keep_their_place(self) -> None:
        found = arranged(
            [item("G01", parked=True), item("G02"), item("G03")], Arranged.BY_DOMAIN, DOMAINS, {}
        )
        assert [(one.statement_id, one.place) for one in found] == [
            ("G02", 1),
            ("G03", 2),
            ("G01", 0),
        ]

    @given(ITEMS, st.sampled_from(Arranged))
    def test_nothing_is_lost_or_taken_twice(self, items: list[AgendaItem], how: Arranged) -> None:
        found = arranged(items, how, DOMAINS, {})
        assert sorted(ids(found)) == sorted(one.statement_id for one in items)
        assert sorted(one.place for one in found) == list(range(len(items)))
        parked = [one.parked for one in found]
        assert parked == sorted(parked)


class TestWhatComesNext:
    def test_is_the_next_that_is_not_settled(self) -> None:
        here = agenda(item("G01"), item("G02", settled=True), item("G03"))
        following = here.next_after("G01")
        assert following is not None
        assert following.statement_id == "G03"

    def test_after_the_last_come_those_passed_over_then_those_parked(self) -> None:
        here = agenda(item("G01", parked=True), item("G02"), item("G03"))
        following = here.next_after("G03")
        assert following is not None
        assert following.statement_id == "G02"

    def test_parking_one_goes_on_from_where_the_room_is(self) -> None:
        here = agenda(item("G01"), item("G02", parked=True), item("G03"))
        following = here.next_after("G02")
        assert following is not None
        assert following.statement_id == "G03"

    @given(ITEMS)
    def test_going_on_reaches_everything_that_is_left(self, items: list[AgendaItem]) -> None:
        reached, where = set[str](), None
        here = agenda(*items)
        for _each in items:
            following = here.next_after(where)
            if following is None:
                break
            where = following.statement_id
            reached.add(where)
            done = {"settled": True}
            order = (
                one.model_copy(update=done) if one.statement_id == where else one
                for one in here.order
            )
            here = here.model_copy(update={"order": tuple(order)})
        assert reached == {one.statement_id for one in items if not one.settled}

    def test_before_is_the_one_before_settled_or_not(self) -> None:
        here = agenda(item("G01", settled=True), item("G02"))
        earlier = here.before("G02")
        assert earlier is not None
        assert earlier.statement_id == "G01"
        assert here.before("G01") is None


class TestWhatIsSaid:
    @pytest.mark.parametrize("kind", SafetyKind)
    def test_deaths_and_overdose_are_announced(self, kind: SafetyKind) -> None:
        gentle = kind in {SafetyKind.DEATHS, SafetyKind.OVERDOSE}
        words = item("P01", safety=kind).gentle_words
        assert words.endswith("Take a moment if you need one.") is gentle

    def test_what_is_left_and_what_is_settled(self) -> None:
        here = agenda(item("G01"), item("G02"), item("G03", settled=True))
        assert (ids(here.items), ids(here.settled)) == (["G01", "G02"], ["G03"])


@pytest.mark.parametrize("known", [{"spread": Spread(counts=(1, 0, 0, 1))}, {"agrees": True}])
def test_what_was_not_revealed_has_no_place_in_it(known: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="not been revealed"):
        item("P01", **known)
