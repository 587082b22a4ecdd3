"""The plan, the page of one action, and the part of a statement's page, through their scripts."""

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from action_plans.actions import service
from action_plans.actions.model import Effort, MoveReason, Reported
from assessment.access.desk import Desk
from assessment.access.typed import Typed
from tests.action_plans.actions.area import Area
from tests.desk import VIEWER, seen_by


HOSTILE = "<img src=x onerror=alert(1)> ![x](http://host/p.png)"


def _script(desk, area, screen, statement_id, went):
    import streamlit as st

    from action_plans.actions.pages import action
    from action_plans.actions.panels.beginning import beginning_actions
    from action_plans.actions.panels.statement_actions import statement_actions
    from action_plans.priorities.pages import plan
    from assessment.bank.service import built_in_bank
    from assessment.consensus.service import rating_of
    from assessment.ui.context import PageContext

    class Here(PageContext):
        """Leaves for nowhere: says where it would have gone."""

        def go(self, name, **params):
            went.append((name, params))
            st.stop()

    ctx = Here(desk=desk, partnership_id=area.partnership, assessment_id=area.assessment)
    if screen == "statement":
        rated = rating_of(desk, area.assessment, statement_id)
        statement = built_in_bank().statement(statement_id)
        statement_actions(ctx, statement)
        beginning_actions(ctx, statement, rated.rating if rated else None)
    else:
        {"plan": plan, "action": action}[screen].render(ctx)


def opened(
    area: Area,
    screen: str,
    *,
    action_id: str = "",
    statement: str = "P08",
    went: list[tuple[str, dict[str, str]]] | None = None,
    desk: Desk | None = None,
) -> AppTest:
    args = (desk or area.desk, area, screen, statement, [] if went is None else went)
    page = AppTest.from_function(_script, args=args, default_timeout=30)
    page.query_params["id"] = action_id
    return page.run()


def drawn(page: AppTest) -> str:
    assert not page.exception
    return "".join(each.proto.body for each in page.get("html"))


def labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


@pytest.fixture
def planned(area: Area) -> dict[str, str]:
    """Three actions: one of them late, one a quick win, one with hostile words."""
    desk, today = area.desk, area.desk.today()
    area.rate(P08=1, G01=2, G02=0)
    late = service.raise_action(
        desk, area.assessment, ["P08"], "Agree a bridging prescription",
        owner_agency_id=area.prison_team, due_on=today - timedelta(days=60),
    )  # fmt: skip
    quick = service.raise_action(
        desk, area.assessment, ["G01"], "Name a deputy",
        owner_agency_id=area.council, said_yes=True, prisons=[area.fenwick],
    )  # fmt: skip
    service.set_effort(desk, quick, Effort.SMALL)
    hostile = service.raise_action(desk, area.assessment, ["A01"], HOSTILE)
    return {"late": late, "quick": quick, "hostile": hostile}


def test_an_empty_plan_says_how_to_begin(area: Area) -> None:
    went: list[tuple[str, dict[str, str]]] = []
    page = opened(area, "plan", went=went)
    assert "No actions yet. Start one from a statement rated Not met" in drawn(page)
    page.button(key="to_results").click().run()
    assert went == [("results", {})]


def test_the_plan_says_what_matters_and_stands_worst_first(
    area: Area, planned: dict[str, str]
) -> None:
    page = opened(area, "plan")
    html = drawn(page)
    assert "3 actions. 1 is off track. 1 is past its date. 1 owner has not been asked yet." in html
    assert [label for label in labels(page) if label.startswith("Update")] == [
        "Update 1", "Update 3", "Update 2",
    ]  # fmt: skip
    assert "Proposed, not yet asked" in html
    assert "More than one month late: due 22 September 2026." in html
    assert "P08 is safety-critical and rated Partly met." in html


def test_a_long_plan_comes_in_steps(area: Area) -> None:
    for number in range(52):
        service.raise_action(area.desk, area.assessment, ["G01"], f"Step {number}")

    def rows(page: AppTest) -> int:
        return sum(label.startswith("Update") for label in labels(page))

    page = opened(area, "plan")
    assert "52 actions, worst first" in drawn(page)
    assert rows(page) == 50
    page.button(key="plan_more").click().run()
    assert rows(page) == 52
    assert "plan_more" not in [button.key for button in page.button]


def test_what_people_typed_is_never_markup(area: Area, planned: dict[str, str]) -> None:
    service.add_note(area.desk, planned["hostile"], HOSTILE, said_by=HOSTILE)
    service.decline(area.desk, planned["hostile"], HOSTILE)
    for screen in ("plan", "action", "statement"):
        page = opened(area, screen, action_id=planned["hostile"], statement="A01")
        assert "<img" not in drawn(page)
        assert not [each for each in page.markdown if "host/p.png" in each.value]


def test_a_zero_without_an_action_stands_out_with_a_way_to_start(
    area: Area, planned: dict[str, str]
) -> None:
    went: list[tuple[str, dict[str, str]]] = []
    page = opened(area, "plan", went=went)
    assert "1 statement rated Not met still needs an action" in drawn(page)
    page.button(key="zero_G02").click().run()
    assert went == [("statement", {"id": "G02"})]


def test_filters_narrow_the_plan_and_say_when_nothing_is_left(
    area: Area, planned: dict[str, str]
) -> None:
    def shown(page: AppTest) -> list[str]:
        return [label for label in labels(page) if label.startswith("Update")]

    page = opened(area, "plan")
    page.checkbox(key="plan_quick").check().run()
    assert shown(page) == ["Update 2"]
    page.checkbox(key="plan_quick").uncheck().run()
    page.selectbox(key="plan_owner").select(area.prison_team).run()
    assert shown(page) == ["Update 1"]
    page.selectbox(key="plan_domain").select("G").run()
    assert "No action matches. Clear the filters to see the plan’s 3 actions." in drawn(page)
    page.selectbox(key="plan_owner").set_value(None).run()
    page.selectbox(key="plan_domain").set_value(None).run()
    page.selectbox(key="plan_prison").select(area.stonebrook).run()
    assert shown(page) == ["Update 1", "Update 3"]


def test_an_action_opens_by_the_button_that_repeats_its_number(
    area: Area, planned: dict[str, str]
) -> None:
    went: list[tuple[str, dict[str, str]]] = []
    page = opened(area, "plan", went=went)
    page.button(key=f"update_{planned['quick']}").click().run()
    assert went == [("action", {"id": planned["quick"]})]


def test_what_was_put_away_can_be_put_back(area: Area, planned: dict[str, str]) -> None:
    page = opened(area, "action", action_id=planned["quick"])
    page.button(key="away").click().run()
    assert "This action was put away. Nothing of it is lost." in drawn(page)
    plan = opened(area, "plan")
    assert "1 action put away" in [each.label for each in plan.expander]
    plan.button(key=f"back_{planned['quick']}").click().run()
    assert "Update 2" in labels(plan)


def test_an_address_that_names_no_action_is_answered_plainly(area: Area) -> None:
    assert "That action is not here." in drawn(opened(area, "action", action_id="nowhere"))


def test_who_said_a_note_is_asked_about_and_may_be_taken_out_or_kept(
    area: Area, planned: dict[str, str]
) -> None:
    quick = planned["quick"]
    page = opened(area, "action", action_id=quick)
    page.button_group(key=f"note_{quick}_report").set_value(Reported.ON_TRACK).run()
    page.text_input(key=f"note_{quick}_by").input("Mrs Quillfeather").run()
    page.button(key=f"note_{quick}_add_note").click().run()
    assert "Not saved yet" in drawn(page)
    assert service.action(area.desk, quick).notes == ()
    page.button(key=f"note_{quick}_by_remove").click().run()
    assert page.text_input(key=f"note_{quick}_by").value == "[removed]"
    page.text_input(key=f"note_{quick}_by").input("Mrs Quillfeather").run()
    page.button(key=f"note_{quick}_add_note").click().run()
    page.button(key=f"note_{quick}_by_keep").click().run()
    assert drawn(page)
    [note] = service.action(area.desk, quick).notes
    assert (note.said_by, note.report) == ("Mrs Quillfeather", Reported.ON_TRACK)


def test_a_note_keeps_the_draft_and_changes_the_status(area: Area, planned: dict[str, str]) -> None:
    quick = planned["quick"]
    service.edit_text(area.desk, quick, "note_draft", Typed.over("", "Waiting for finance"))
    page = opened(area, "action", action_id=quick)
    page.button_group(key=f"note_{quick}_report").set_value(Reported.AT_RISK).run()
    page.button(key=f"note_{quick}_add_note").click().run()
    html = drawn(page)
    assert "Waiting for finance" in html
    assert "At risk. Reported at risk on 21 November 2026." in html
    assert service.action(area.desk, quick).notes[0].said_by == "Aldermoor Council"


def test_a_refusal_stands_beside_what_it_is_about(area: Area, planned: dict[str, str]) -> None:
    page = opened(area, "action", action_id=planned["late"])
    page.button(key=f"answer_{planned['late']}_they_decline").click().run()
    assert "Write down why it was declined; then record the answer." in drawn(page)
    page.button(key=f"answer_{planned['late']}_they_agree").click().run()
    assert "Agreed by HMP Stonebrook on 21 November 2026" in drawn(page)


def test_both_due_dates_stay_in_sight(area: Area, planned: dict[str, str]) -> None:
    late = planned["late"]
    page = opened(area, "action", action_id=late)
    page.date_input(key=f"action_{late}_due_on").set_value(date(2027, 3, 1)).run()
    assert "Not moved yet: it is due on 22 September 2026 until you say why." in drawn(page)
    assert service.action(area.desk, late).moves == ()
    page.button(key=f"action_{late}_due_on_leave").click().run()
    assert "Not moved yet" not in drawn(page)
    # A field that goes back to what stands comes as a new widget.
    page.date_input(key=f"action_{late}_due_on~1").set_value(date(2027, 3, 1)).run()
    page.pills(key=f"action_{late}_due_on_why_2027-03-01").select(MoveReason.STAFFING).run()
    assert "1 March 2027" in drawn(page)
    assert "First set for 22 September 2026" in drawn(page)
    assert service.action(area.desk, late).moves[-1].reason is MoveReason.STAFFING


def test_an_action_that_is_done_can_be_opened_again(area: Area, planned: dict[str, str]) -> None:
    quick = planned["quick"]
    page = opened(area, "action", action_id=quick)
    page.button(key=f"end_{quick}_it_is_done").click().run()
    assert "Done, nothing seen yet" in drawn(page)
    page.button(key=f"end_{quick}_open_it_again").click().run()
    assert service.action(area.desk, quick).open


def test_a_starter_becomes_an_action_with_owner_and_date_asked_right_there(area: Area) -> None:
    area.rate(P08=0)
    page = opened(area, "statement")
    starter = next(label for label in labels(page) if label.startswith("Start from: "))
    page.button(key="begin_P08_0").click().run()
    (action,) = service.actions_for_statement(area.desk, area.assessment, "P08")
    assert action.what in starter.replace("\\", "")
    page.selectbox(key=f"action_{action.id}_owner").select(area.council).run()
    page.date_input(key=f"action_{action.id}_due_on").set_value(date(2027, 1, 30)).run()
    page.checkbox(key=f"action_{action.id}_yes").check().run()
    (action,) = service.actions_for_statement(area.desk, area.assessment, "P08")
    assert (action.owner_agency_id, action.due_on) == (area.council, date(2027, 1, 30))
    assert (action.answered_by, action.answered_on) == ("Aldermoor Council", date(2026, 11, 21))


def test_an_owner_who_was_not_there_is_not_said_to_have_agreed(area: Area) -> None:
    area.rate(P08=0)
    page = opened(area, "statement")
    page.button(key="begin_P08_0").click().run()
    (action,) = service.actions_for_statement(area.desk, area.assessment, "P08")
    page.selectbox(key=f"action_{action.id}_owner").select(area.prison_team).run()
    assert "HMP Stonebrook was not at the meeting of 21 November 2026" in drawn(page)
    assert not page.checkbox


@pytest.mark.parametrize(
    ("rating", "starters", "button"),
    [
        (0, True, "Write a new action"),
        (2, True, "Write a new action"),
        (3, False, "Write an action that keeps this up"),
    ],
)
def test_what_is_offered_follows_the_rating(
    area: Area, rating: int, starters: bool, button: str
) -> None:
    area.rate(P08=rating)
    page = opened(area, "statement")
    assert any(label.startswith("Start from: ") for label in labels(page)) is starters
    assert button in labels(page)
    assert service.actions_of(area.desk, area.partnership) == ()


def test_someone_who_may_only_look_is_offered_nothing(area: Area, planned: dict[str, str]) -> None:
    viewer = seen_by(area.desk, VIEWER)
    page = opened(area, "statement", statement="G02", desk=viewer)
    assert labels(page) == []
    page = opened(area, "action", action_id=planned["late"], desk=viewer)
    live = [button.label for button in page.button if not button.disabled]
    assert live == ["Back to the action plan"]
