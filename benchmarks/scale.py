"""Times pages by how much is stored: `python -m benchmarks.scale`.

The server's time for the home page and the list of a domain with 1, 100 and 2,000 assessments,
each with its ratings and evidence, ten to an area; and for the plan with 1,000 actions.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from assessment.access.desk import Desk, random_id
from assessment.store.tables import METADATA
from assessment.store.work import Writing
from benchmarks.figures import Figure, figure, show
from benchmarks.serving import Served, served
from benchmarks.session import Session


SIZES = (1, 100, 2_000)
TO_AN_AREA = 10
ACTIONS = 1_000
OPENINGS = 20
FLAT = 1.5  # times as long with the most as with the least: more than chance on a busy machine
PAGES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("Home page", "home", {}),
    ("List of a domain", "statements", {"domain": "P"}),
)


@dataclass(frozen=True)
class Template:
    """The rows of the assessment that is copied."""

    area: dict[str, Any]
    assessment: dict[str, Any]
    ratings: list[dict[str, Any]]
    evidence: list[dict[str, Any]]
    links: list[dict[str, Any]]


def copies(count: int) -> Callable[[Desk, str], None]:
    """What adds copies of the assessment until `count` are stored, in areas like its own."""

    def add(desk: Desk, assessment_id: str) -> None:
        with desk.store.writing() as tx:
            template = _template(tx, assessment_id)
            area_id = ""
            for number in range(count - 1):
                if number % TO_AN_AREA == 0:
                    area_id = random_id()
                    _insert(tx, "partnership", [template.area | {"id": area_id}])
                _copy(tx, template, area_id)

    return add


def _template(tx: Writing, assessment_id: str) -> Template:
    (one,) = _rows(tx, "assessment", id=assessment_id)
    (area,) = _rows(tx, "partnership", id=one["partnership_id"])
    evidence = _rows(tx, "evidence", assessment_id=assessment_id)
    ids = {row["id"] for row in evidence}
    links = [row for row in _rows(tx, "evidence_statement") if row["evidence_id"] in ids]
    return Template(
        area, one, _rows(tx, "agreed_rating", assessment_id=assessment_id), evidence, links
    )


def _copy(tx: Writing, template: Template, area_id: str) -> None:
    """Another assessment like the template, in an area, with ratings and evidence."""
    fresh = {"assessment_id": random_id()}
    ids = {row["id"]: random_id() for row in template.evidence}
    own = {"id": fresh["assessment_id"], "partnership_id": area_id}
    _insert(tx, "assessment", [template.assessment | own])
    _insert(tx, "agreed_rating", [row | fresh | {"id": random_id()} for row in template.ratings])
    _insert(tx, "evidence", [row | fresh | {"id": ids[row["id"]]} for row in template.evidence])
    linked = [row | {"evidence_id": ids[row["evidence_id"]]} for row in template.links]
    _insert(tx, "evidence_statement", linked)


def _rows(tx: Writing, table: str, **where: str) -> list[dict[str, Any]]:
    named = METADATA.tables[table]
    mine = [named.c[name] == value for name, value in where.items()]
    return [dict(row) for row in tx.all(sa.select(named).where(*mine))]


def _insert(tx: Writing, table: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        tx.connection.execute(METADATA.tables[table].insert(), rows)


def many_actions(desk: Desk, assessment_id: str) -> None:
    """Copy the plan's actions until there are 1,000 in the partnership."""
    with desk.store.writing() as tx:
        (one,) = _rows(tx, "assessment", id=assessment_id)
        present = _rows(tx, "action", partnership_id=one["partnership_id"])
        more = range(len(present), ACTIONS)
        numbered = [(present[place % len(present)], place + 1) for place in more]
        _insert(
            tx, "action", [row | {"id": random_id(), "number": number} for row, number in numbered]
        )


def opened(app: Served, page: str, query: Mapping[str, str]) -> list[float]:
    """Seconds of each opening of a page of the assessment, after two to warm up."""
    named = {**query, "assessment": app.assessment_id}
    with Session(app.port) as session:
        return [session.open(page, **named).seconds for _ in range(OPENINGS + 2)][2:]


def figures() -> Iterable[Figure]:
    """All figures of this benchmark; the last size's budget is the first one's time, and some."""
    least: dict[str, float] = {}
    for size in SIZES:
        with served(copies(size)) as app:
            for name, page, query in PAGES:
                found = figure(f"{name}, {size:,} stored", opened(app, page, query))
                budget = least.setdefault(name, found.p50) * FLAT
                yield Figure(found.what, found.times, budget if size > 1 else 0)
    with served(many_actions) as app:
        yield figure(f"Action plan with {ACTIONS:,} actions", opened(app, "plan", {}))


if __name__ == "__main__":
    show(figures())
