"""The page through its own script: what would change first, then the button, then nothing left."""

from streamlit.testing.v1 import AppTest

from action_plans.actions.model import MoveReason, Reported
from assessment.access.desk import Desk
from tests.exports.returns.scene import LATER, REVIEW, added, scene


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _script(desk, partnership_id, assessment_id):
    from assessment.ui.context import PageContext
    from exports.returns import pages

    pages.render(PageContext(desk=desk, partnership_id=partnership_id, assessment_id=assessment_id))


def drawn(page: AppTest) -> str:
    assert not page.exception
    return "".join(each.proto.body for each in page.get("html"))


def test_a_file_is_shown_asked_about_applied_and_then_says_nothing_new(desk: Desk) -> None:
    here = scene(desk)
    data = added(
        here.returned(
            {(1, "Due"): LATER, (2, "Due"): LATER, (2, "Reported"): "Done", (3, "Due"): "soon"}
        ),
        {"What": "<b>Ring</b> on Fridays"},
    )
    here.due(2, REVIEW)
    args = (desk, here.partnership_id, here.assessment_id)
    page = AppTest.from_function(_script, args=args, default_timeout=30).run()
    page.file_uploader[0].set_value([("plan.xlsx", data, XLSX), ("b.pdf", b"%PDF-1.7", XLSX)]).run()
    first = drawn(page)
    assert "It holds 2 changes, 1 conflict and 1 proposed action" in first
    assert "&lt;b&gt;Ring" in first
    assert "b.pdf is not an Excel workbook" in first
    [button] = [one for one in page.button if one.label == "Apply 2 changes"]
    assert button.disabled
    assert "say why the date moves" in first

    page.radio[0].set_value("Take the file’s").run()
    for asked in page.selectbox:
        asked.set_value(MoveReason.STAFFING)
    page.text_area[0].input("Minutes of May")
    page.checkbox[0].check().run()
    [button] = [one for one in page.button if one.label.startswith("Apply")]
    assert button.label == "Apply 3 changes and propose 1 action"
    button.click().run()

    after = drawn(page)
    assert "3 changes applied and No. 4 proposed, with its owner still to be asked" in after
    assert "Nothing in it is new" in after
    assert (here.action(1).due_on, here.action(2).due_on) == (LATER, LATER)
    assert here.action(2).moves[-1].reason is MoveReason.STAFFING
    assert here.action(2).notes[0].report is Reported.DONE
    assert here.action(2).shown_by == "Minutes of May"
