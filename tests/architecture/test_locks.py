"""The locks fit pyproject.toml, hold hashes for every system, and name no index."""

import re

import pytest

from starter import places, project
from tests.architecture.project import ROOT


LOCKS = [places.RUN_LOCK, places.DEV_LOCK]


def pins(lock: str) -> set[str]:
    return set(re.findall(r"^(\S+==[^\\\n]+?) *\\", (ROOT / lock).read_text("utf-8"), re.MULTILINE))


def test_both_locks_were_made_from_the_dependencies_of_today() -> None:
    assert project.stale_locks() == []


def test_a_changed_dependency_makes_both_locks_stale(monkeypatch) -> None:
    changed = project.pyproject()
    changed["project"]["dependencies"].append("attrs")
    monkeypatch.setattr(project, "pyproject", lambda: changed)
    assert project.stale_locks() == LOCKS


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    assert [line for line in lines if "://" in line or line.startswith("-")] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_hashes(lock: str) -> None:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    packages = [i for i, line in enumerate(lines) if re.match(r"\w", line)]
    assert packages
    assert [lines[i] for i in packages if "--hash=sha256:" not in lines[i + 1]] == []


def test_what_is_tested_is_what_people_run() -> None:
    assert pins(places.RUN_LOCK) <= pins(places.DEV_LOCK)


def test_time_zones_come_along_for_systems_that_have_none() -> None:
    assert any(pin.startswith("tzdata==") for pin in pins(places.RUN_LOCK))
