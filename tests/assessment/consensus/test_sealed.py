"""Who may ask for sealed views: those that count, and those that compare a file that came back."""

import ast

from tests.architecture.project import PACKAGES, ROOT, project_files


MAY_ASK = ("assessment/views/service/", "exports/packs/service/", "exports/copies/")
COUNTS = "assessment/consensus/service/gathering.py"
ONLY_FOR = "assessment/consensus/service/"


def named(name: str) -> set[str]:
    """The files of the product that name a function, by import or on a module."""
    found = set()
    for path in project_files():
        if path.parts[0] not in PACKAGES or path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
            names = {getattr(node, "attr", None), getattr(node, "id", None)}
            if isinstance(node, ast.ImportFrom):
                names |= {one.name for one in node.names}
            if name in names:
                found.add(path.as_posix())
    return found


def read(path: str) -> str:
    """A file of the product."""
    return (ROOT / path).read_text("utf-8")


def test_sealed_views_are_asked_for_only_where_they_are_counted_or_compared() -> None:
    asked = named("sealed_views")
    assert COUNTS in asked
    assert {path for path in asked if not path.startswith(MAY_ASK)} == {COUNTS}


def test_what_is_gathered_from_them_stays_among_the_rooms_use_cases() -> None:
    asked = {path for path in named("gathered") if "service.gathering import" in read(path)}
    assert asked
    assert all(path.startswith(ONLY_FOR) for path in asked)
