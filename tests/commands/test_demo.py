"""The fictional area is loaded once, and goes again."""

from tests.commands.results import areas


def test_demo_loads_once_and_is_removed_again(run):
    first = run("demo")
    assert first.exit_code == 0
    assert "Aldermarch (fictional) is loaded" in first.stdout
    run("demo")
    assert areas() == ["Aldermarch (fictional)"]

    assert "removed" in run("demo", "--remove").stdout
    assert areas() == []
    again = run("demo", "--remove")
    assert again.exit_code == 0
    assert "no fictional area" in again.stdout
