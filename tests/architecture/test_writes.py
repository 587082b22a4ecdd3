"""Nothing is written without its activity event, nor by anyone who was not asked "may they?"."""

import ast
import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType

import pytest

from assessment.store import bulk
from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing
from tests.architecture.project import PACKAGES, ROOT


# Where rows are reached past Writing's methods, and why.
PAST_WRITING = {
    "exports/holdings/store/erasing.py": "takes a text out of rows, log and old copies for good",
    "exports/demo/service/past.py": "a store whose every unit of work is part of one",
    "exports/copies/store.py": "fills a database of its own, to check a copy before it comes in",
}
# Public functions that open a unit of work and do not ask themselves, and why.
UNASKED = {
    "exports.downloads.service.making.record_made": "everyone may take files away; it is kept",
    "assessment.peer_review.service.refusing.refuse_and_log": "refuses, and keeps that it did",
    "exports.demo.service.past.in_the_past": "load_demo asks, and so does each use case in it",
}
READS = {name for name in vars(Reading) if not name.startswith("_")}
AROUND = {"execute", "exec_driver_sql", "connection", "engine", "begin", "raw_connection"}


def rooms(name: str) -> Iterator[ModuleType]:
    """Every module of every slice's room of this name."""
    for package in PACKAGES:
        folder = importlib.import_module(package)
        for found in pkgutil.walk_packages(folder.__path__, f"{package}."):
            if found.name.split(".")[2:3] == [name]:
                yield importlib.import_module(found.name)


def functions(module: ModuleType) -> dict[str, Callable]:
    """The module's own functions by name, unwrapped."""
    found = {name: inspect.unwrap(one) for name, one in vars(module).items() if callable(one)}
    return {
        name: one
        for name, one in found.items()
        if inspect.isfunction(one) and one.__module__ == module.__name__
    }


def tree(function: Callable) -> ast.AST:
    return ast.parse(inspect.cleandoc("\n" + inspect.getsource(function)))


def path_of(function: Callable) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def takes(function: Callable, kind: type) -> list[str]:
    """The names of the parameters of a kind."""
    return [name for name, hint in typing.get_type_hints(function).items() if hint is kind]


def only_reads(function: Callable, names: list[str]) -> bool:
    """Whether a transaction is used for nothing but its reading methods."""
    inside = list(ast.walk(tree(function)))
    uses = [node for node in inside if isinstance(node, ast.Name) and node.id in names]
    reading = [
        node
        for node in inside
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in names
        and node.attr in READS
    ]
    return len(uses) == len(reading)


WRITERS = [
    function
    for module in rooms("store")
    for function in functions(module).values()
    if takes(function, Writing)
]


class TestEvents:
    @pytest.mark.parametrize("function", WRITERS, ids=path_of)
    def test_whatever_can_write_takes_its_event(self, function) -> None:
        transactions = takes(function, Writing)
        private = function.__name__.startswith("_")
        assert private or only_reads(function, transactions) or takes(function, ActivityEvent)

    def test_there_are_such_functions_in_every_slice_that_keeps_something(self) -> None:
        slices = {".".join(function.__module__.split(".")[:2]) for function in WRITERS}
        assert {"assessment.partnership", "assessment.consensus", "action_plans.actions"} <= slices

    @pytest.mark.parametrize(
        "method", [m for n, m in vars(Writing).items() if inspect.isfunction(m) and n not in READS]
    )
    def test_every_way_of_writing_takes_its_event(self, method) -> None:
        assert takes(method, ActivityEvent)

    @pytest.mark.parametrize(
        "function", [bulk.insert_all, bulk.remove_all, bulk.remove_partnership]
    )
    def test_so_do_writes_of_many_rows(self, function) -> None:
        assert takes(function, ActivityEvent)


def test_no_write_goes_round_the_unit_of_work() -> None:
    found = {
        path
        for package in PACKAGES
        for file in (ROOT / package).rglob("*.py")
        if not (path := file.relative_to(ROOT).as_posix()).startswith("assessment/store/")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in AROUND
    }
    assert found == set(PAST_WRITING)


@cache
def mentioned(function: Callable) -> frozenset[Callable]:
    """The functions that a function calls or hands on."""
    module = importlib.import_module(function.__module__)
    found = set()
    for node in ast.walk(tree(function)):
        thing = None
        if isinstance(node, ast.Name):
            thing = vars(module).get(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            thing = getattr(vars(module).get(node.value.id), node.attr, None)
        if callable(thing) and inspect.isfunction(inspect.unwrap(thing)):
            found.add(inspect.unwrap(thing))
    return frozenset(one for one in found if one.__module__.split(".")[0] in PACKAGES)


def reached(function: Callable) -> set[Callable]:
    """The function and all that it leads to."""
    seen: set[Callable] = set()
    ahead = [function]
    while ahead:
        one = ahead.pop()
        if one not in seen:
            seen.add(one)
            ahead += mentioned(one)
    return seen


@cache
def opens(function: Callable) -> bool:
    """Whether it begins a unit of work that writes."""
    return any(
        isinstance(node, ast.Attribute) and node.attr == "writing"
        for node in ast.walk(tree(function))
    )


def asks(function: Callable) -> bool:
    """Whether it asks a permission room, itself."""
    return any(
        one.__name__.startswith("check_user") and one.__module__.split(".")[2] == "permissions"
        for one in mentioned(function)
    )


USE_CASES = [
    function
    for module in rooms("service")
    for name, function in functions(module).items()
    if not name.startswith("_")
    and any(opens(one) for one in reached(function) if ".service" in one.__module__)
]


@pytest.mark.parametrize("function", USE_CASES, ids=path_of)
def test_every_use_case_that_writes_asks_whether_they_may(function) -> None:
    asked = any(asks(one) for one in reached(function) if ".service" in one.__module__)
    assert asked or path_of(function) in UNASKED


def test_the_use_cases_that_write_were_found() -> None:
    names = {path_of(function).rpartition(".")[2] for function in USE_CASES}
    assert {"record_rating", "edit_text", "load_demo", "keep_bank"} <= names
    assert set(UNASKED) <= {path_of(function) for function in USE_CASES}
