"""run.py works before anything is installed, and what it tells Streamlit is understood."""

import ast
import sys
import tomllib
from pathlib import Path

import pytest
from streamlit import config

from starter import servers
from tests.architecture.project import ROOT


STARTER = [ROOT / "run.py", *(ROOT / "starter").glob("*.py")]


@pytest.mark.parametrize("file", STARTER, ids=lambda file: file.name)
def test_the_starter_imports_the_standard_library_and_itself(file: Path) -> None:
    names = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or ".").partition(".")[0])
    assert names - sys.stdlib_module_names == ({"starter"} & names)


# What the Python that does not fit reads, to be told so in words; and what of 2.7 it may ask for.
READ_BY_ALL = ["run.py", "starter/__init__.py", "starter/pythons.py"]
IN_2_7 = {"os", "sys", "subprocess", "threading", "starter.pythons"}


def newer_than_2_7(node: ast.AST) -> bool:
    """What `feature_version` does not find, among what a door could come to hold."""
    match node:
        case ast.FunctionDef(args=args, returns=returns):
            typed = [each.annotation for each in args.args if each.annotation]
            return bool(returns or typed or args.kwonlyargs or args.posonlyargs)
        case ast.Call(func=ast.Name(id="print"), keywords=keywords):
            return bool(keywords)
        case ast.Raise(cause=cause):
            return cause is not None
    return isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.Starred | ast.Nonlocal)


@pytest.mark.parametrize("name", READ_BY_ALL)
def test_every_python_since_2_7_can_read_the_door(name: str) -> None:
    door = ast.parse((ROOT / name).read_text("ascii"), feature_version=(3, 4))
    assert [node for node in ast.walk(door) if newer_than_2_7(node)] == []
    for node in door.body:
        if isinstance(node, ast.Import):
            assert {alias.name for alias in node.names} <= IN_2_7
        elif isinstance(node, ast.ImportFrom):
            assert node.module in IN_2_7


def options(table: dict, prefix: str = "") -> set[str]:
    found: set[str] = set()
    for name, value in table.items():
        found |= options(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name}
    return found


def test_streamlit_still_knows_every_option_that_is_set() -> None:
    """`runner.postScriptGC` is a hidden one that makes a click ten times as fast."""
    table = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    assert table["runner"]["postScriptGC"] is False
    assert options(table) - set(config.get_config_options()) == set()


def test_streamlit_still_knows_every_flag_that_run_py_gives() -> None:
    given = [*servers.serve_command(8501), *servers.room_command(8601, ["192.168.1.5"])]
    flags = [part for part in given if part.startswith("--")]
    names = {flag.lstrip("-").partition("=")[0] for flag in flags}
    assert {"server.port", "server.address"} <= names <= set(config.get_config_options())
