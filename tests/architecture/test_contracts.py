"""The house stands: imports run downwards, and every slice and room is where it belongs."""

import grimp
import pytest
from importlinter import cli

from tests.architecture.project import PACKAGES, ROOT


PRIVATE = {"store", "pages", "loader", "frames"}
ROOMS = PRIVATE | {"panels", "service", "permissions", "rules", "columns", "model"}
# Slices of assessment that are machinery and have parts of their own instead of rooms.
WITHOUT_ROOMS = {"ui", "access", "documents", "privacy", "store"}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(*PACKAGES, cache_dir=None)


def test_every_import_contract_is_kept(capsys, monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    code = cli.lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


def test_private_rooms_are_entered_from_their_own_slice_only(graph) -> None:
    """Contracts cannot say "its own slice": another may use services, models, rules, panels."""
    trespasses = [
        (importer, room)
        for room in sorted(graph.modules)
        if len(parts := room.split(".")) >= 3 and parts[2] in PRIVATE
        for importer in sorted(graph.find_modules_that_directly_import(room))
        if importer.split(".")[:2] != parts[:2]
    ]
    assert trespasses == []


def test_no_slice_of_assessment_is_left_out_of_the_contract_on_rooms(graph) -> None:
    config = (ROOT / "pyproject.toml").read_text("utf-8")
    slices = {module.split(".")[1] for module in graph.modules if module.startswith("assessment.")}
    assert [name for name in slices - WITHOUT_ROOMS if f'"assessment.{name}"' not in config] == []
