"""The plan looked at by one thing, and the pages beside it, through their scripts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from action_plans.actions import service as actions
from action_plans.actions.columns import PLAN
from action_plans.actions.model import Effort, YesNo
from action_plans.priorities.rules.groups import By
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from tests.action_plans.actions.area import Area
from tests.desk import VIEWER, seen_by


HOSTILE = "<img src=x onerror=alert(1)> ![x](http://host/p.png)"


def _script(desk, area, screen, went):
    import streamlit as st

    from action_plans.priorities.pages import changes, ours, plan, resources
    from assessment.ui.context import PageContext

    class Here(PageContext):
        """Leaves for nowhere: says where it would have gone."""

        def go(self, name, **params):
            went.append((name, params))
            st.stop()

    links = {"review": None}
    ctx = Here(desk, area.partnership, area.assessment, links=links)
    pages = {"plan": plan, "ours": ours, "resources": resources, "changes": changes}
    pages[screen].render(ctx)


def opened(area: Area, screen: str, went: list[object] | None = None, **address: str) -> AppTest:
    args = (area.desk, area, screen, [] if went is None else went)
    page = AppTest.from_function(_script, args=args, default_timeout=30)
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def drawn(page: AppTest) -> str:
    assert not page.exception
    return "".join(each.proto.body for each in page.get("html"))


@pytest.fixture
def planned(area: Area) -> dict[str, str]:
    """Four actions: two alike, one of them a quick win; one late; one with hostile words."""
    desk, today = area.desk, area.desk.today()
    area.rate(P08=1, G01=1)
    made = {
        "late": actions.raise_action(
            desk, area.assessment, ["P08"], "Agree a script",
            owner_agency_id=area.prison_team, due_on=today - timedelta(days=60),
            prisons=[area.stonebrook, area.fenwick],
        ),
        "quick": actions.raise_action(
            desk, area.assessment, ["G01"], "Name a deputy", owner_agency_id=area.council,
        ),
        "alike": actions.raise_action(
            desk, area.assessment, ["G01", "P08"], "Name a lead", owner_agency_id=area.council,
        ),
        "hostile": actions.raise_action(desk, area.assessment, ["A01"], HOSTILE),
    }  # fmt: skip
    actions.set_effort(desk, made["quick"], Effort.SMALL)
    for action_id, field in ((made["hostile"], "funder"), (made["late"], "waiting_for")):
        actions.edit_text(desk, action_id, field, Typed.over("", HOSTILE))
    actions.set_waiting_agency(desk, made["late"], area.council)
    actions.set_cost(desk, made["late"], 12_000)
    actions.set_budget_agreed(desk, made["late"], YesNo.NO)
    return made


@pytest.mark.usefixtures("planned")
def test_the_way_back_shows_the_look_before(area: Area) -> None:
    page = opened(area, "plan", by=By.OWNER)
    assert "by owner" in drawn(page)
    page.query_params["by"] = By.DOMAIN.value  # as the browser's Back does
    assert "by domain" in drawn(page.run())


@pytest.mark.usefixtures("planned")
@pytest.mark.parametrize(("days", "kind"), [(1, "secondary"), (0, "primary")])
def test_a_review_comes_first_once_its_day_is_here(area: Area, days: int, kind: str) -> None:
    day = area.desk.today() + timedelta(days=days)
    partnerships.set_next_review(area.desk, area.assessment, day)
    assert opened(area, "plan").button(key="plan_to_review").proto.type == kind


@pytest.mark.parametrize("by", By)
def test_each_look_draws_the_plan_and_no_markup_of_a_persons(
    area: Area, planned: dict[str, str], by: By
) -> None:
    html = drawn(opened(area, "plan", by=by.value))
    assert "4 actions, " in html
    assert "<img" not in html
    assert "Agree a script" in html
    if by is By.TABLE:
        assert [c.heading for c in PLAN if c.on_screen and f">{c.heading}</th>" not in html] == []


def test_quick_wins_say_their_rule_and_the_order_says_its_own(
    area: Area, planned: dict[str, str]
) -> None:
    page = opened(area, "plan", by="priority")
    assert "Then the larger shortfall, more prisons touched" in drawn(page)
    assert "High priority, number 1 in the order.</summary>" in drawn(page)
    assert "P08 is safety-critical" in drawn(page)
    page.checkbox(key="plan_quick").check().run()
    html = drawn(page)
    assert "nothing in its way and nothing it waits for" in html
    assert "1 action, by priority" in html


def test_what_has_neither_a_date_nor_a_reason_stands_out(
    area: Area, planned: dict[str, str]
) -> None:
    went: list[object] = []
    page = opened(area, "plan", went)
    assert "3 actions have no date yet, and no reason for none." in drawn(page)
    page.button(key=f"undated_{planned['quick']}").click().run()
    assert went == [("action", {"id": planned["quick"]})]


def test_two_that_could_be_one_are_joined_and_parted_by_a_press_each(
    area: Area, planned: dict[str, str]
) -> None:
    page = opened(area, "plan")
    assert "Both answer G01 and have the same owner" in drawn(page)
    page.button(key="one_2_3_join").click().run()
    assert actions.action(area.desk, planned["quick"]).what == "Name a deputy; also: Name a lead"
    page = opened(area, "plan")
    assert "Action 3 was joined to 2" in drawn(page)
    [undo] = [b for b in page.button if b.label == "Make 2 and 3 two again"]
    undo.click().run()
    assert actions.action(area.desk, planned["quick"]).what == "Name a deputy"
    assert "one_2_3_join" not in [button.key for button in page.button]


def test_an_agency_has_its_own_page_with_a_text_to_copy(
    area: Area, planned: dict[str, str]
) -> None:
    page = opened(area, "ours", agency=area.prison_team)
    html = drawn(page)
    assert "<h1>HMP Stonebrook</h1>" in html
    assert "Owns 1 open action and supports 0. 1 of its own waits for something." in html
    assert "0% done by the date first set: 0 of 1 action." in html
    assert "<img" not in html
    [box] = page.code
    assert "- 1. Agree a script. Due 22 September 2026. No update received yet." in box.value
    page.selectbox(key="ours_agency").select(area.council).run()
    assert "<h1>Aldermoor Council</h1>" in drawn(page)
    assert "HMP Stonebrook" in drawn(page), "others wait for the council"


def test_an_agency_s_share_done_on_time_stays_within_the_partnership(
    area: Area, planned: dict[str, str]
) -> None:
    reader = replace(area, desk=seen_by(area.desk, VIEWER))
    html = drawn(opened(reader, "ours", agency=area.prison_team))
    assert "<h1>HMP Stonebrook</h1>" in html
    assert "date first set" not in html
    assert "date first set" in drawn(opened(reader, "changes")), "the whole plan's is told"


def test_by_prison_the_bars_words_and_table_tell_the_same(
    area: Area, planned: dict[str, str]
) -> None:
    html = drawn(opened(area, "plan", by="prison"))
    label = 'role="img" aria-label="HMP Stonebrook: 1 off track"'
    assert label in html
    assert html.count('class="bar red"') == 2, "it touches two prisons"
    assert (
        "done under Every prison: 3 actions. Off track: HMP Stonebrook (1) and HMP Fenwick" in html
    )
    assert '<th scope="row">HMP Stonebrook</th><td>1</td><td>1</td><td>0</td>' in html


def test_money_is_told_in_words_by_funder_and_for_the_needs_assessment(
    area: Area, planned: dict[str, str]
) -> None:
    html = drawn(opened(area, "resources"))
    assert "£12,000 is asked for: £0 agreed, £12,000 not agreed, £0 not known." in html
    assert "No funder named yet" in html
    assert "Resources available" in html
    assert "<img" not in html


def test_what_changed_is_told_since_the_day_in_the_address(
    area: Area, planned: dict[str, str]
) -> None:
    day = area.desk.today() - timedelta(days=1)
    page = opened(area, "changes", since=day.isoformat())
    html = drawn(page)
    assert "Since 20 November 2026: 4 actions changed. 4 new." in html
    assert "0% done by the date first set: 0 of 1 action." in html
    page.date_input(key="changes_since").set_value(date(2026, 11, 21)).run()
    assert "Since 21 November 2026, nothing has changed." in drawn(page)


@pytest.mark.parametrize("screen", ["ours", "resources", "changes"])
def test_without_actions_each_page_says_so(area: Area, screen: str) -> None:
    html = drawn(opened(area, screen))
    assert any(words in html for words in ("nothing to remind", "No action is open", "nothing has"))
