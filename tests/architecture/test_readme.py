"""What README says is so: its diagram, its folders, its commands and its links."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from assessment.bank.service import built_in_bank
from assessment.partnership.rules.status import diagram


ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOUSE = re.search(r"```\n(run\.py .*?)```", README, re.DOTALL)


def test_the_diagram_is_the_table_of_moves() -> None:
    shown = re.search(r"```mermaid\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    assert shown[1] == diagram()


def test_every_folder_and_file_of_the_house_is_there() -> None:
    assert HOUSE is not None
    named = [line.split()[0] for line in HOUSE[1].splitlines() if line.strip()]
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_package_stands_in_the_house() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert HOUSE is not None
    assert {name for name in packages if f"\n{name}/" not in HOUSE[1]} == set()


@pytest.mark.parametrize("page", ["README.md", "docs/decisions.md", "docs/maintaining.md"])
def test_links_and_pictures_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if not link.startswith("http")]
    folder = (ROOT / page).parent
    assert [link for link in links if link != "t" and not (folder / link).exists()] == []


def test_the_commands_it_names_are_commands() -> None:
    help_text = CliRunner().invoke(cli.app, ["--help"]).output
    for name in ("demo", "bank", "export", "import"):
        assert name in help_text
    assert "run.py test" in README


def test_the_number_of_statements_is_right() -> None:
    bank = built_in_bank()
    assert f"{len(bank.statements)} statements" in README
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"{len(bank.core_statements())} of them core" in changelog
