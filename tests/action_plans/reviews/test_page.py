"""The review meeting through its script: begun, walked, ended, read again."""

from streamlit.testing.v1 import AppTest

from action_plans.actions import service as actions
from action_plans.actions.model import Impact, MoveReason, Reported
from action_plans.reviews import service
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from tests.action_plans.actions.area import Area
from tests.action_plans.reviews.held import Held, in_days


HOSTILE = "<img src=x onerror=alert(1)>"


def _script(desk, area, review_id):
    import streamlit as st

    from action_plans.reviews.pages import review
    from assessment.ui.context import PageContext

    if review_id:
        st.query_params["review"] = review_id
    review.render(PageContext(desk, area.partnership, area.assessment))


def opened(area: Area, review_id: str = "") -> AppTest:
    args = (area.desk, area, review_id)
    return AppTest.from_function(_script, args=args, default_timeout=30).run()


def drawn(at: AppTest) -> str:
    assert [one.message for one in at.exception] == []
    return "\n".join(element.proto.body for element in at.get("html"))


def test_an_ordinary_action_takes_two_presses(held: Held) -> None:
    page = opened(held.area)
    assert "2. Late" in drawn(page)
    assert page.button(key="review_next").proto.type == "secondary"
    page.button(key="review_said_on_track").click().run()
    assert page.button(key="review_next").proto.type == "primary"  # something is recorded now
    page.button(key="review_next").click().run()
    assert "1. Soon" in drawn(page)
    assert [note.report for note in held.action("Late").notes] == [Reported.ON_TRACK]


def test_from_the_beginning_to_the_record(area: Area) -> None:
    actions.raise_action(area.desk, area.assessment, ["P08"], HOSTILE, due_on=area.desk.today())
    page = opened(area)
    assert "1 action to go through: 1 due before the next review." in drawn(page)
    page.button(key="review_begin").click().run()
    running = service.running_review(area.desk, area.partnership)
    assert running is not None
    page.button_group(key=f"review_{running.id}_present").set_value([area.council]).run()
    page.button(key="review_set_off").click().run()
    assert "&lt;img" in drawn(page)
    assert "<img" not in drawn(page)
    assert "1 of 1. About 25 minutes for the last action." in drawn(page)
    page.button(key="review_said_no_update").click().run()
    assert "No update received</strong>, recorded" in drawn(page)
    page.button(key="review_next").click().run()
    assert "1 action gone through: 1 no update received." in drawn(page)
    page.button(key="review_end").click().run()
    said = drawn(page)
    assert "Aldermoor Council" in said
    assert "20 February 2027" in said
    again = drawn(opened(area))
    assert "Reviews held" in again
    assert "Review of 21 November 2026" in drawn(opened(area, running.id))


def test_done_asks_what_shows_it_and_when_to_ask_about_its_effect(held: Held) -> None:
    page = opened(held.area)
    page.button(key="review_said_done").click().run()
    late = held.action("Late")
    assert page.date_input(key=f"action_{late.id}_impact_due").value == late.impact_due_on
    page.date_input(key=f"action_{late.id}_impact_due").set_value(in_days(held.desk, 30)).run()
    assert held.action("Late").impact_due_on == in_days(held.desk, 30)
    assert "Done, nothing seen yet" in drawn(page)


def test_a_later_date_is_moved_by_the_press_that_says_why(held: Held) -> None:
    page, later = opened(held.area), in_days(held.desk, 30)
    due = f"action_{held.action('Late').id}_due_on"
    page.date_input(key=due).set_value(later).run()
    assert held.action("Late").moves == ()
    assert "Not moved yet" in drawn(page)
    assert "Not moved yet" not in drawn(opened(held.area)), "a reload shows the date that stands"
    page.pills(key=f"{due}_why_{later}").select(MoveReason.NATIONAL_CHANGE).run()
    [move] = held.action("Late").moves
    assert (move.to_on, move.reason) == (later, MoveReason.NATIONAL_CHANGE)
    assert "First set for 11 November 2026" in drawn(page)
    page.selectbox(key=f"move_{move.id}_reason").select(MoveReason.STAFFING).run()
    assert held.action("Late").moves[0].reason is MoveReason.STAFFING


def test_impact_is_asked_on_its_day_with_three_answers(area: Area) -> None:
    done = actions.raise_action(area.desk, area.assessment, ["P08"], "Done")
    actions.complete(area.desk, done, shown_by="Signed protocol")
    actions.set_impact_due(area.desk, done, area.desk.today())
    service.set_off(area.desk, service.begin_review(area.desk, area.assessment))
    page = opened(area)
    assert "What came of it?" in drawn(page)
    page.button(key=f"impact_{done}_seen").click().run()
    assert "Write down what effect was seen" in drawn(page)
    page.button(key=f"impact_{done}_none").click().run()
    assert "Done, no effect seen, said on 21 November 2026." in drawn(page)
    [answer] = actions.action(area.desk, done).impacts
    assert answer.answer is Impact.NONE


def test_a_reload_is_back_on_its_action(held: Held) -> None:
    opened(held.area).button(key="review_next").click().run()
    assert "1. Soon" in drawn(opened(held.area))


def test_an_end_that_is_refused_says_why_beside_its_button(held: Held) -> None:
    service.go_to(held.desk, held.review, 99)
    page = opened(held.area)
    partnerships.set_next_review(held.desk, held.area.assessment, in_days(held.desk, 9))
    page.button(key="review_end").click().run()
    assert "Another screen recorded something else" in drawn(page)
    page.button(key="review_end").click().run()
    assert not service.review(held.desk, held.review).running


def test_an_action_of_which_only_a_line_was_said_is_not_told_as_silent(held: Held) -> None:
    service.word(held.desk, held.turn("Late").id, Typed.over("", "Video from June"))
    service.move_due(held.desk, held.turn("Soon").id, in_days(held.desk, 2))
    held.end()
    rows = drawn(opened(held.area, held.review)).split("</tr>")
    [late] = [row for row in rows if "Late" in row]
    [soon] = [row for row in rows if "Soon" in row and "<td>" in row]
    assert "Video from June" in late
    assert "Nothing was said" not in late + soon


def test_the_record_is_offered_as_a_file_where_one_can_be_made(held: Held) -> None:
    held.end()
    assert opened(held.area, held.review).get("download_button") == []
    args = (held.area.desk, held.area, held.review)
    page = AppTest.from_function(_with_deeds, args=args, default_timeout=30).run()
    [button] = page.get("download_button")
    assert button.label == "Save the record as PDF"


def _with_deeds(desk, area, review_id):
    import streamlit as st

    from action_plans.reviews.pages import review
    from assessment.ui.context import PageContext

    st.query_params["review"] = review_id
    made = {"review_record": lambda _: None, "review_record_name": lambda _: "record.pdf"}
    review.render(PageContext(desk, area.partnership, area.assessment, deeds=made))


def test_the_record_escapes_what_was_typed(held: Held) -> None:
    service.word(held.desk, held.turn("Late").id, Typed.over("", HOSTILE))
    held.end()
    said = drawn(opened(held.area, held.review))
    assert "<img" not in said
    assert "&lt;img src=x onerror=alert(1)&gt;" in said


def test_a_review_that_is_not_here_is_said_plainly(area: Area) -> None:
    assert "No such review" in drawn(opened(area, "nowhere"))
