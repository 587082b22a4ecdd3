"""No empty shells: every folder of code holds something and is used from outside itself."""

import ast
from pathlib import Path

import grimp
import pytest

from tests.architecture.project import PACKAGES, ROOT, project_files


# Alembic finds migrations by their place; no module imports them.
FOUND_BY_PLACE = ("assessment.store.migrations",)


def packages() -> list[str]:
    found = {path.parent for path in project_files() if path.name == "__init__.py"}
    names = sorted(".".join(path.parts) for path in found if path.parts[:1])
    return [
        name
        for name in names
        if name.split(".")[0] in PACKAGES and not name.startswith(FOUND_BY_PLACE)
    ]


def doors() -> set[str]:
    """The modules that the web app and the command line import, at any depth of their code."""
    found: set[str] = set()
    for door in ("app.py", "cli.py"):
        for node in ast.walk(ast.parse((ROOT / door).read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(*PACKAGES, cache_dir=None)


@pytest.mark.parametrize("package", packages())
def test_it_holds_something(package: str) -> None:
    folder = ROOT / Path(*package.split("."))
    files = [
        path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    assert any(path.name != "__init__.py" and path.stat().st_size for path in files)


@pytest.mark.parametrize("package", packages())
def test_it_is_used_from_outside_itself(package: str, graph: grimp.ImportGraph) -> None:
    inside = {package, *graph.find_descendants(package)}
    users = {user for module in inside for user in graph.find_modules_that_directly_import(module)}
    assert users - inside or inside & doors()
