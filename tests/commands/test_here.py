"""Where the data is, and the way back into an app that was passed around."""

from assessment.access.opening import open_desk
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.store.location import DATA_VARIABLE
from assessment.views import service as views
from tests.architecture.project import ROOT
from tests.commands.results import refused


def test_where_names_folder_database_and_schema(run, data):
    result = run("where")

    assert result.exit_code == 0
    assert str(data) in result.stdout
    assert "throughcare.db" in result.stdout
    assert "Schema: " in result.stdout


def test_a_folder_that_would_lose_the_data_is_refused_with_the_reason(run, monkeypatch):
    monkeypatch.setenv(DATA_VARIABLE, str(ROOT / "data"))

    assert "program’s own folder" in refused(run("where"))
    assert not (ROOT / "data").exists()


def test_unlock_gives_the_app_back_to_a_lead_who_forgot_the_pin(run):
    assert "nothing to unlock" in run("unlock").output
    desk = open_desk()
    _area, one = partnerships.start_partnership(desk, "Aldermoor")
    views.choose_names_shown(desk, one, False)
    views.ask_for_views(desk, one)
    invitations.pass_laptop(desk, one, "2468")
    assert run("unlock").exit_code == 0
    assert invitations.passed(desk) is None
    desk.store.close()
    desk.store.close()
