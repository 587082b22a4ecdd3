"""A plan that came back: listed, then applied as it was listed."""

from datetime import date

from assessment.access.opening import open_desk
from tests.commands.results import refused
from tests.exports.returns.scene import added, filled, scene


def test_a_plan_that_came_back_is_listed_and_only_what_is_listed_applied(run, out):
    here = scene(open_desk())
    data = here.returned(
        {(1, "Reported"): "At risk", (2, "Due"): "30 June 2027", (3, "Review"): "2027-02-30"}
    )
    file = out / "plan.xlsx"
    file.write_bytes(added(data, {"What": "Ring the courts’ team on Fridays"}))

    shown = run("plan", "return", file)
    assert shown.exit_code == 0, shown.output
    assert "No. 1, Reported: At risk (here: Nothing reported yet)" in shown.stdout
    assert "Not taken: Action plan, cell" in shown.stdout
    assert "Proposed in row 5: Ring the courts’ team on Fridays" in shown.stdout
    assert "Add --apply" in shown.stdout
    assert here.action(1).notes == ()

    assert "No. 2, Due: say why the date moves" in refused(run("plan", "return", file, "--apply"))
    assert here.action(1).notes == (), "all of it or nothing"

    file.write_bytes(filled(data, {(2, "Why the date moves"): "Staffing"}))
    done = run("plan", "return", file, "--apply", "--by", "Head of healthcare")
    assert "plan.xlsx: 2 changes applied." in done.stdout
    assert here.action(1).notes[0].said_by.startswith("Head of healthcare")
    assert here.action(2).due_on == date(2027, 6, 30)
    assert "There is nothing to apply." in run("plan", "return", file, "--apply").stdout
