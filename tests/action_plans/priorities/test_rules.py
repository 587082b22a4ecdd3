import re
from datetime import date, timedelta

import pytest

from action_plans.actions.columns import PlanRow
from action_plans.actions.model import Action, Effort, ProgressNote, Reported
from action_plans.actions.rules.joining import joined_links, joined_texts, links_parted
from action_plans.actions.rules.priority import Footing, priority_of, quick_win
from action_plans.actions.rules.status import status_of
from action_plans.actions.service import PlanLine
from action_plans.priorities.panels.pictures import what_owners_have
from action_plans.priorities.rules.alike import alike
from action_plans.priorities.rules.groups import By, Names, by_priority, effort_grid, grouped
from action_plans.priorities.rules.money import NO_FUNDER, sentence, sum_of, totals
from action_plans.priorities.rules.on_time import on_time
from action_plans.priorities.rules.reminder import Reminder, reminder
from tests.action_plans.actions.made import TODAY, an_action, noon, reports


FOOTING = Footing(
    ratings={"P08": 1, "G01": 0, "G02": 2, "A01": 1},
    labels=("Not met", "Partly met", "Mostly met", "Fully met"),
    safety_critical=frozenset({"P08"}),
    prisons=2,
)
NAMES = Names(
    agencies={"council": "Aldermoor Council", "prison": "HMP Stonebrook"},
    prisons={"s": "HMP Stonebrook", "f": "HMP Fenwick"},
    domains={"G": "Governance", "P": "Pathways"},
    domain_of={"G01": "G", "G02": "G", "P08": "P"},
)


def line(**values: object) -> PlanLine:
    action = an_action(id=f"action-{values['number']}", **values)
    return PlanLine(
        action=action,
        status=status_of(action, TODAY),
        owner="",
        answer="",
        priority=priority_of(action, FOOTING),
        quick_win=quick_win(action, FOOTING),
        overdue=False,
    )


PLAN = [
    line(number=1, statements=("G02",), owner_agency_id="prison", effort=Effort.SMALL),
    line(number=2, statements=("G01", "P08"), owner_agency_id="council", prisons=("s", "f")),
    line(number=3, statements=("G01",), effort=Effort.LARGE, completed_on=TODAY, shown_by="It is"),
    line(number=4, statements=("A01",), prisons=("f",), effort=Effort.SMALL, blocked_by="Money"),
    line(number=5, statements=("P08",), due=date(2026, 1, 1)),
]


def numbers(lines: object) -> list[int]:
    return [one.action.number for one in lines]  # type: ignore[attr-defined]


@pytest.mark.parametrize("by", By)
def test_every_look_shows_every_action_in_the_one_order(by: By) -> None:
    order = numbers(by_priority(PLAN))
    assert order == [2, 5, 4, 1, 3]
    groups = grouped(PLAN, by, NAMES)
    assert {n for group in groups for n in numbers(group.lines)} == set(order)
    for group in groups:
        assert numbers(group.lines) == [n for n in order if n in numbers(group.lines)]


def test_an_action_stands_under_each_domain_and_prison_that_it_touches() -> None:
    def by(what: By) -> dict[str, list[int]]:
        return {group.title: numbers(group.lines) for group in grouped(PLAN, what, NAMES)}

    assert by(By.DOMAIN) == {
        "Governance": [2, 1, 3], "Pathways": [2, 5], "No statement of this assessment": [4],
    }  # fmt: skip
    assert by(By.PRISON) == {
        "Every prison": [5, 1, 3], "HMP Stonebrook": [2], "HMP Fenwick": [2, 4],
    }  # fmt: skip
    assert list(by(By.OWNER)) == ["Aldermoor Council", "HMP Stonebrook", "No agency named yet"]


def test_priority_beside_effort_is_the_same_order_and_no_other_scoring() -> None:
    grid = effort_grid(PLAN)
    assert [(level.value, [numbers(cell) for cell in cells]) for level, cells in grid] == [
        ("high", [[], [], [], [2, 5]]),
        ("medium", [[4], [], [], []]),
        ("low", [[1], [], [], []]),
    ]


@pytest.mark.parametrize(
    "held", [{"blocked_by": "Money"}, {"waiting_for": "The contract"}, {"waiting_agency_id": "a"}]
)
def test_what_is_held_up_is_no_quick_win(held: dict[str, str]) -> None:
    small = {"effort": Effort.SMALL, "statements": ("G01",)}
    assert quick_win(an_action(**small), FOOTING)
    assert not quick_win(an_action(**small, **held), FOOTING)


def owned(number: int, **values: object) -> Action:
    whole = {"statements": ("P08",), "owner_agency_id": "council"} | values
    return an_action(id=f"action-{number}", number=number, **whole)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({}, True),
        ({"statements": ("G01", "P08")}, True),
        ({"owner_role": "Head of service"}, True),
        ({"statements": ("G01",)}, False),
        ({"owner_agency_id": "prison"}, False),
        ({"completed_on": TODAY}, False),
        ({"archived_at": noon(TODAY)}, False),
    ],
)
def test_two_that_could_be_one_are_open_on_one_statement_of_one_owner(
    other: dict[str, object], found: bool
) -> None:
    pairs = alike([owned(2, **other), owned(1)], set())
    assert [(one.number, two.number) for one, two in pairs] == ([(1, 2)] if found else [])


def test_two_roles_of_one_agency_are_two_owners_and_nobody_is_no_owner() -> None:
    roles = [owned(1, owner_role="Head of service"), owned(2, owner_role="Pharmacist")]
    assert alike(roles, set()) == ()
    assert alike([owned(1, owner_agency_id=None), owned(2, owner_agency_id=None)], set()) == ()


def test_no_pair_is_offered_that_was_called_two() -> None:
    assert alike([owned(1), owned(2)], {frozenset(("action-1", "action-2"))}) == ()


def test_joined_actions_lose_no_word_and_no_link() -> None:
    one = owned(1, what="Agree a script", why="It stops.", prisons=("s",), supporters=("x",))
    two = owned(2, what="Name a lead", why="", prisons=("f",), supporters=("council",))
    texts, without_room = joined_texts(one, two)
    assert (texts["what"], texts["why"]) == ("Agree a script; also: Name a lead", "It stops.")
    assert without_room == ()
    assert joined_links(one, two)["prisons"] == {"s", "f"}
    assert joined_links(one, two)["supporters"] == {"x"}
    assert joined_links(one, owned(3))["prisons"] == frozenset()
    assert joined_texts(owned(1, what="a" * 300), owned(2, what="b" * 300))[1] == ("what",)


def test_parting_gives_links_back_and_keeps_what_was_changed_meanwhile() -> None:
    assert links_parted("ab", "a", "ab") == {"a"}
    assert links_parted("abc", "a", "ab") == {"a", "c"}
    assert links_parted("", "s", "") == {"s"}


def test_on_time_counts_against_the_date_first_set() -> None:
    week = timedelta(days=7)
    moved = {"original_due_on": TODAY - week, "due_on": TODAY + week}
    counts = on_time(
        [
            an_action(due=TODAY, completed_on=TODAY - week, shown_by="It is"),
            an_action(**moved, completed_on=TODAY),
            an_action(**moved),
            an_action(due=TODAY + week),
            an_action(due=None, completed_on=TODAY),
            an_action(due=TODAY - week, archived_at=noon(TODAY)),
        ],
        TODAY,
    )
    assert (counts.by_date, counts.later, counts.still) == (1, 1, 1)
    assert counts.sentence() == (
        "33% done by the date first set: 1 of 3 actions. 1 was done after it, and 1 is still open."
    )
    assert on_time([], TODAY).sentence() == "No action’s first date has come yet."


def row(**values: object) -> PlanRow:
    plain = {name: "" for name in PlanRow.model_fields} | {
        "number": 1, "statements": (), "prisons": (), "supporters": (), "cost": None,
        "start": None, "original_due": None, "due": None, "review": None, "place": None,
            "late_from": None, "days_overdue": None,
        "completed_on": None, "notes": 0, "budget_agreed": "Not known",
    }  # fmt: skip
    return PlanRow.model_validate(plain | values)


def test_money_is_added_up_by_funder_and_what_is_not_costed_is_said() -> None:
    rows = [
        row(funder="NHS England", cost=2_000, budget_agreed="Yes"),
        row(funder="NHS England", cost=500),
        row(funder="Council", cost=0, budget_agreed="No"),
        row(funder="Council"),
        row(cost=70, budget_agreed="No"),
        row(),
    ]
    found = totals(rows)
    assert [(one.funder, one.agreed, one.not_agreed, one.not_known) for one in found] == [
        ("Council", 0, 0, 0), ("NHS England", 2_000, 0, 500), (NO_FUNDER, 0, 70, 0),
    ]  # fmt: skip
    assert sentence(sum_of(found), rows) == (
        "£2,570 is asked for: £2,000 agreed, £70 not agreed, £500 not known. "
        "2 open actions have no cost written down."
    )


def test_a_reminder_states_and_does_not_scold() -> None:
    late = owned(3, what="Agree a script.", due=date(2026, 10, 1))
    heard = reports((date(2026, 11, 2), Reported.ON_TRACK))
    soon = owned(5, what="Name a\nlead", due=date(2026, 12, 1), notes=heard)
    joined = ProgressNote(id="n", action_id="x", at=noon(TODAY), text="Action 9 was joined.")
    undated = owned(7, due=None, no_due_reason="Waits for the contract", notes=(joined,))
    about = Reminder(
        area="Aldermoor", agency="Aldermoor Council", role="", today=TODAY,
        next_review=date(2027, 1, 12), send_to="Public health manager",
    )  # fmt: skip
    assert reminder(about, [undated, soon, late]) == (
        "The action plan of Aldermoor, as of 21 November 2026\nFor: Aldermoor Council\n\n"
        "Past their dates:\n"
        "- 3. Agree a script. Due 1 October 2026. No update received yet.\n\n"
        "Due by the next review:\n"
        "- 5. Name a lead. Due 1 December 2026. Last update 2 November 2026.\n\n"
        "Without a date:\n"
        "- 7. Agree who issues a bridging prescription. "
        "No date yet: Waits for the contract. No update received yet.\n\n"
        "Next review: 12 January 2027.\n"
        "Send a line on each of yours to Public health manager: how it goes, what stands in the "
        "way, or another date and why."
    )


def test_owners_have_a_picture_with_the_same_in_words_and_a_table_and_none_is_compared() -> None:
    late = PLAN[1].model_copy(update={"overdue": True})
    groups = grouped([PLAN[0], late, *PLAN[2:]], By.OWNER, NAMES)
    html = what_owners_have(groups)
    assert "4 actions are open, 1 of them overdue. 1 is done." in html
    council, prison = "Aldermoor Council: 1 overdue", "HMP Stonebrook: 1 open, not overdue"
    assert html.index(council) < html.index(prison)
    cells = re.findall("<t[hd][^>]*>([^<]+)</t[hd]>", html.split("The same as a table")[1])
    assert cells[5:] == [
        "Aldermoor Council", "1", "1", "0", "0",
        "HMP Stonebrook", "1", "0", "0", "0",
        "No agency named yet", "2", "0", "1", "0",
    ]  # fmt: skip
    assert "%" not in re.sub('width:[^;"]*%', "", html)
