"""A unit of work keeps rows and their events together, or neither."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

import pytest
import sqlalchemy as sa

from assessment.store.activity import activity_event
from tests.assessment.store.rows import (
    agency,
    agency_type,
    event,
    log,
    new_agency,
    new_partnership,
    partnership,
    partnership_values,
    row,
)


class Marking(StrEnum):
    """An enum as slices have them."""

    OFFICIAL = "official"


def how_many(desk, table: sa.Table) -> int:
    with desk.store.reading() as tx:
        return tx.value(sa.select(sa.func.count()).select_from(table))


class TestTogetherOrNotAtAll:
    def test_a_row_is_kept_with_its_event(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        assert row(any_desk, partnership, row_id)["name"] == "Aldermoor"
        assert how_many(any_desk, activity_event) == 1

    def test_an_error_in_the_middle_keeps_neither(self, any_desk) -> None:
        def act() -> None:
            with any_desk.store.writing() as tx:
                values = partnership_values(any_desk, "p")
                tx.insert(partnership, values, event(any_desk, "p"))
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            act()
        assert how_many(any_desk, partnership) == how_many(any_desk, activity_event) == 0

    def test_a_row_that_cannot_be_kept_leaves_no_event_behind(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        with pytest.raises(sa.exc.IntegrityError), any_desk.store.writing() as tx:
            tx.insert(partnership, partnership_values(any_desk, row_id), event(any_desk, row_id))
        assert log(any_desk, row_id) == []

    def test_an_event_that_cannot_be_kept_takes_its_row_along(self, any_desk) -> None:
        same = event(any_desk, "p")
        new_partnership(replace(any_desk, new_id=lambda: same.id))
        with pytest.raises(sa.exc.IntegrityError), any_desk.store.writing() as tx:
            tx.insert(partnership, partnership_values(any_desk, "q"), same)
        assert row(any_desk, partnership, "q") is None

    def test_a_row_of_nothing_that_exists_is_refused(self, any_desk) -> None:
        with pytest.raises(sa.exc.IntegrityError):
            new_agency(any_desk, "no-such-partnership")
        assert how_many(any_desk, agency) == 0

    def test_the_log_holds_what_stood_before_and_after(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        with any_desk.store.writing() as tx:
            tx.update(partnership, row_id, {"name": "Brackwater"}, event(any_desk, row_id))
        [last] = log(any_desk, row_id)
        assert (last["before"], last["after"]) == ({"name": "Aldermoor"}, {"name": "Brackwater"})

    def test_an_error_quotes_nothing_of_what_was_being_written(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        values = partnership_values(any_desk, row_id, "Words of a person")
        with pytest.raises(sa.exc.IntegrityError) as caught, any_desk.store.writing() as tx:
            tx.insert(partnership, values, event(any_desk, row_id))
        assert "Words of a person" not in str(caught.value)


class TestUpdate:
    def test_each_change_moves_the_version_on(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        with any_desk.store.writing() as tx:
            first = tx.update(partnership, row_id, {"name": "B"}, event(any_desk, row_id))
            second = tx.update(partnership, row_id, {"name": "C"}, event(any_desk, row_id))
        assert (first, second, row(any_desk, partnership, row_id)["version"]) == (2, 3, 3)

    def test_what_stands_already_is_not_written_and_not_logged(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        with any_desk.store.writing() as tx:
            version = tx.update(partnership, row_id, {"name": "Aldermoor"}, event(any_desk, row_id))
        assert (version, log(any_desk, row_id)) == (1, [])

    def test_a_row_that_is_not_there_is_a_bug(self, any_desk) -> None:
        with pytest.raises(LookupError), any_desk.store.writing() as tx:
            tx.update(partnership, "nobody", {"name": "B"}, event(any_desk, "nobody"))

    def test_what_is_put_away_comes_back(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        with any_desk.store.writing() as tx:
            tx.update(partnership, row_id, {"archived_at": any_desk.now()}, event(any_desk, row_id))
        assert row(any_desk, partnership, row_id)["archived_at"] is not None
        with any_desk.store.writing() as tx:
            tx.update(partnership, row_id, {"archived_at": None}, event(any_desk, row_id))
        assert row(any_desk, partnership, row_id)["archived_at"] is None


class TestInsertIfAbsent:
    def test_the_second_of_the_same_is_not_added_and_not_logged(self, any_desk) -> None:
        added = []
        for name in ("Aldermoor", "Another"):
            with any_desk.store.writing() as tx:
                values = partnership_values(any_desk, "p", name)
                added.append(tx.insert_if_absent(partnership, values, ["id"], event(any_desk, "p")))
        assert added == [True, False]
        assert row(any_desk, partnership, "p")["name"] == "Aldermoor"
        assert log(any_desk, "p") == []


class TestLinks:
    @pytest.fixture
    def relink(self, any_desk):
        agency_id = new_agency(any_desk, new_partnership(any_desk))

        def run(
            wanted: list[str], seen: list[str] | None = None, left: list[str] | None = None
        ) -> list[dict]:
            about = event(any_desk, agency_id, subject_table="agency", partnership_id=None)
            with any_desk.store.writing() as tx:
                owner = {"agency_id": agency_id}
                after = tx.relink(agency_type, owner, "type_code", wanted, about, seen=seen)
                linked = tx.all(sa.select(agency_type.c.type_code))
            assert sorted(one["type_code"] for one in linked) == sorted(after)
            assert after == set(wanted if left is None else left)
            return [(e["before"], e["after"]) for e in log(any_desk, agency_id)]

        return run

    def test_links_become_exactly_what_is_wanted(self, relink) -> None:
        relink(["lac", "ctp"])
        events = relink(["ptp", "ctp", "ptp"])
        assert events[-1] == ({"type_code": ["ctp", "lac"]}, {"type_code": ["ctp", "ptp"]})

    def test_the_same_links_in_another_order_are_no_change(self, relink) -> None:
        relink(["lac", "ctp"])
        assert len(relink(["ctp", "lac"])) == 1

    def test_no_link_is_a_wish_too(self, relink) -> None:
        relink(["lac"])
        assert relink([])[-1] == ({"type_code": ["lac"]}, {"type_code": []})

    def test_of_what_a_screen_showed_only_the_difference_is_written(self, relink) -> None:
        relink(["lac", "ctp"])
        relink(["lac", "ctp", "ptp"], seen=["lac", "ctp"], left=["lac", "ctp", "ptp"])
        relink(["lac"], seen=["lac", "ctp"], left=["lac", "ptp"])
        events = relink([], seen=["lac"], left=["ptp"])
        assert events[-1] == ({"type_code": ["lac", "ptp"]}, {"type_code": ["ptp"]})

    def test_what_both_screens_chose_is_linked_once(self, relink) -> None:
        relink(["lac"], seen=[])
        assert len(relink(["lac"], seen=[])) == 1


def _insert(tx, desk, row_id: str) -> None:
    tx.insert(partnership, partnership_values(desk, "another"), event(desk, "another"))


def _insert_if_absent(tx, desk, row_id: str) -> None:
    values = partnership_values(desk, "another")
    tx.insert_if_absent(partnership, values, ["id"], event(desk, "another"))


def _update(tx, desk, row_id: str) -> None:
    tx.update(partnership, row_id, {"name": "Another name"}, event(desk, row_id))


def _delete(tx, desk, row_id: str) -> None:
    tx.delete(partnership, row_id, event(desk, row_id))


def _past_us(tx, desk, row_id: str) -> None:
    tx.connection.execute(partnership.update().values(name="Another name"))


class TestAskedOnce:
    def test_it_is_not_read_twice(self, desk) -> None:
        new_partnership(desk)
        for open_one in (desk.store.reading, desk.store.writing):
            with open_one() as tx:
                first = tx.once("names", lambda: names(tx))  # noqa: B023
                assert tx.once("names", lambda: ["never read"]) is first

    @pytest.mark.parametrize("act", [_insert, _insert_if_absent, _update, _delete, _past_us])
    def test_what_was_written_since_is_read_again(self, desk, act) -> None:
        row_id = new_partnership(desk)
        with desk.store.writing() as tx:
            before = tx.once("names", lambda: names(tx))
            act(tx, desk, row_id)
            assert tx.once("names", lambda: names(tx)) == names(tx) != before

    def test_links_written_since_are_read_again(self, desk) -> None:
        agency_id = new_agency(desk, new_partnership(desk))
        with desk.store.writing() as tx:
            assert tx.once("types", lambda: tx.all(sa.select(agency_type))) == []
            about = event(desk, agency_id)
            tx.relink(agency_type, {"agency_id": agency_id}, "type_code", ["lac"], about)
            assert len(tx.once("types", lambda: tx.all(sa.select(agency_type)))) == 1


def names(tx) -> list[str]:
    """Every partnership's name, as the transaction sees it."""
    return [each["name"] for each in tx.all(sa.select(partnership))]


class TestValues:
    def test_an_instant_without_a_zone_is_refused(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        naive = datetime(2026, 11, 21, 9, 30)  # noqa: DTZ001  the very thing that is refused
        with pytest.raises((ValueError, sa.exc.StatementError)), any_desk.store.writing() as tx:
            tx.update(partnership, row_id, {"archived_at": naive}, event(any_desk, row_id))
        assert row(any_desk, partnership, row_id)["archived_at"] is None

    def test_an_instant_of_any_zone_comes_back_as_the_same_one_in_utc(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        summer = datetime(2026, 7, 1, 0, 30, 0, 123456, timezone(timedelta(hours=1)))
        with any_desk.store.writing() as tx:
            tx.update(partnership, row_id, {"archived_at": summer}, event(any_desk, row_id))
        kept = row(any_desk, partnership, row_id)["archived_at"]
        assert (kept, kept.utcoffset()) == (summer, timedelta(0))
        assert log(any_desk, row_id)[0]["after"]["archived_at"] == kept.isoformat()

    def test_the_same_instant_in_another_zone_is_no_change(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        there = timezone(timedelta(hours=5))
        at = any_desk.now()
        for same in (at, at.astimezone(there)):
            with any_desk.store.writing() as tx:
                tx.update(partnership, row_id, {"archived_at": same}, event(any_desk, row_id))
        assert len(log(any_desk, row_id)) == 1

    def test_an_enum_is_kept_as_its_text_in_row_and_log(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        for _ in range(2):
            with any_desk.store.writing() as tx:
                change = {"marking": Marking.OFFICIAL}
                tx.update(partnership, row_id, change, event(any_desk, row_id))
        assert row(any_desk, partnership, row_id)["marking"] == "official"
        assert [e["after"] for e in log(any_desk, row_id)] == [{"marking": "official"}]

    def test_every_letter_comes_back_as_it_went_in(self, any_desk) -> None:
        words = "Llanfair-ym-Muallt, مرحبا, 🙂, ⅞, it’s — \"so\" 'so' %s :name \\ \n\t end"
        row_id = new_partnership(any_desk, words)
        assert row(any_desk, partnership, row_id)["name"] == words

    def test_times_are_utc_whatever_the_clock_of_the_server_says(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        assert row(any_desk, partnership, row_id)["created_at"].tzinfo == UTC


class TestOneInsideAnother:
    def test_a_read_in_a_write_sees_what_was_written(self, any_desk) -> None:
        with any_desk.store.writing() as tx:
            tx.insert(partnership, partnership_values(any_desk, "p"), event(any_desk, "p"))
            assert row(any_desk, partnership, "p")["name"] == "Aldermoor"

    def test_a_write_in_a_write_is_kept_with_it_or_not_at_all(self, any_desk) -> None:
        def act() -> None:
            with any_desk.store.writing():
                new_partnership(any_desk)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            act()
        assert how_many(any_desk, partnership) == 0

    def test_a_read_sees_one_moment_although_others_write(self, any_desk) -> None:
        row_id = new_partnership(any_desk)
        with any_desk.store.reading() as tx:
            count = sa.select(sa.func.count()).select_from(partnership)
            before = tx.value(count)
            new_partnership(any_desk, "Another")
            assert tx.value(count) == before
        assert how_many(any_desk, partnership) == before + 1
        assert row(any_desk, partnership, row_id) is not None
