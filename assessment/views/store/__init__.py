"""Every query on views, how they are asked for, and what has been revealed."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing
from assessment.views.model import Asking, Reveal, View, Way
from assessment.views.store.tables import reveal, view, view_asking, view_prison


_MINE = view.c.assessment_id == sa.bindparam("assessment")
_ORDER = (view.c.statement_id, view.c.agency_id, view.c.after_reveal)
_ALL = sa.select(view).where(_MINE).order_by(*_ORDER)
_OF_STATEMENT = _ALL.where(view.c.statement_id == sa.bindparam("statement"))
_OF_AGENCY = _ALL.where(view.c.agency_id == sa.bindparam("agency"))
_ONE = sa.select(view).where(
    _MINE,
    view.c.statement_id == sa.bindparam("statement"),
    view.c.agency_id == sa.bindparam("agency"),
    view.c.after_reveal == sa.bindparam("after"),
)
_WHO = sa.select(view.c.statement_id, view.c.agency_id, view.c.way).where(
    _MINE, view.c.after_reveal == sa.bindparam("after")
)
_WHO_OF_ONE = _WHO.where(view.c.statement_id == sa.bindparam("statement"))
_STATEMENTS_OF_AGENCY = (
    sa.select(view.c.statement_id)
    .where(_MINE, view.c.agency_id == sa.bindparam("agency"))
    .order_by(view.c.statement_id)
)
_WAY_OF_ONE = _WHO_OF_ONE.where(view.c.agency_id == sa.bindparam("agency"))
_PRISONS = (
    sa.select(view_prison)
    .join(view, view.c.id == view_prison.c.view_id)
    .where(_MINE)
    .order_by(view_prison.c.prison_id)
)
_PRISONS_OF_STATEMENT = _PRISONS.where(view.c.statement_id == sa.bindparam("statement"))
_PRISONS_OF_ONE = (
    sa.select(view_prison.c.prison_id)
    .where(view_prison.c.view_id == sa.bindparam("view"))
    .order_by(view_prison.c.prison_id)
)
_ASKING = sa.select(view_asking).where(view_asking.c.assessment_id == sa.bindparam("assessment"))
_REVEALS = (
    sa.select(reveal)
    .where(reveal.c.assessment_id == sa.bindparam("assessment"))
    .order_by(reveal.c.statement_id)
)
_REVEAL = _REVEALS.where(reveal.c.statement_id == sa.bindparam("statement"))


def asking_row(tx: Reading, assessment_id: str) -> Asking | None:
    """How this assessment asks for views, if it was ever said."""
    row = tx.first(_ASKING, assessment=assessment_id)
    return Asking.model_validate(dict(row)) if row else None


def add_asking(tx: Writing, blank: Asking, event: ActivityEvent) -> Asking:
    """Keep `blank` unless there is a row already; gives the row that stands."""
    tx.insert_if_absent(view_asking, blank.model_dump(), ["assessment_id"], event)
    return asking_row(tx, blank.assessment_id) or blank


def change_asking(
    tx: Writing, row_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change named fields."""
    tx.update(view_asking, row_id, values, event)


def all_views(tx: Reading, assessment_id: str) -> tuple[View, ...]:
    """Every view of an assessment, first ones before later ones; only for those who may."""
    rows = tx.all(_ALL, assessment=assessment_id)
    prisons = tx.grouped(_PRISONS, "view_id", "prison_id", assessment=assessment_id)
    return tuple(_view(dict(row), prisons.get(row["id"], ())) for row in rows)


def views_of_statement(tx: Reading, assessment_id: str, statement_id: str) -> tuple[View, ...]:
    """Every view of one statement."""
    here = {"assessment": assessment_id, "statement": statement_id}
    rows = tx.all(_OF_STATEMENT, **here)
    prisons = tx.grouped(_PRISONS_OF_STATEMENT, "view_id", "prison_id", **here)
    return tuple(_view(dict(row), prisons.get(row["id"], ())) for row in rows)


def views_of_agency(tx: Reading, assessment_id: str, agency_id: str) -> tuple[View, ...]:
    """Every view of one agency."""
    rows = tx.all(_OF_AGENCY, assessment=assessment_id, agency=agency_id)
    prisons = tx.grouped(_PRISONS, "view_id", "prison_id", assessment=assessment_id)
    return tuple(_view(dict(row), prisons.get(row["id"], ())) for row in rows)


def view_row(
    tx: Reading, assessment_id: str, statement_id: str, agency_id: str, *, after_reveal: bool
) -> View | None:
    """One agency's view of one statement."""
    given = {"assessment": assessment_id, "statement": statement_id, "agency": agency_id}
    row = tx.first(_ONE, **given, after=after_reveal)
    return _with_prisons(tx, dict(row)) if row else None


def answered_pairs(tx: Reading, assessment_id: str) -> frozenset[tuple[str, str]]:
    """Statement and agency of every first view; no column that says what it is is read."""
    return frozenset(ways_come(tx, assessment_id))


def statements_of_agency(tx: Reading, assessment_id: str, agency_id: str) -> frozenset[str]:
    """The statements of which an agency has a view, first or later; never what it says."""
    rows = tx.all(_STATEMENTS_OF_AGENCY, assessment=assessment_id, agency=agency_id)
    return frozenset(row["statement_id"] for row in rows)


def agencies_that_answered(
    tx: Reading, assessment_id: str, statement_id: str, *, after_reveal: bool = False
) -> frozenset[str]:
    """The agencies with a first (or later) view of a statement; never what it says."""
    here = {"assessment": assessment_id, "statement": statement_id}
    rows = tx.all(_WHO_OF_ONE, **here, after=after_reveal)
    return frozenset(row["agency_id"] for row in rows)


def is_answered(
    tx: Reading, assessment_id: str, statement_id: str, agency_id: str, *, after_reveal: bool
) -> bool:
    """Whether an agency has a first (or later) view of a statement; never what it says."""
    given = {"assessment": assessment_id, "statement": statement_id, "agency": agency_id}
    return tx.first(_WAY_OF_ONE, **given, after=after_reveal) is not None


def ways_come(
    tx: Reading, assessment_id: str, *, after_reveal: bool = False
) -> dict[tuple[str, str], Way]:
    """How each first (or later) view came, by statement and agency; never what it says."""
    rows = tx.all(_WHO, assessment=assessment_id, after=after_reveal)
    return {(row["statement_id"], row["agency_id"]): Way(row["way"]) for row in rows}


def add_view(tx: Writing, one: View, event: ActivityEvent) -> None:
    """Keep a new view with its prisons."""
    tx.insert(view, one.model_dump(exclude={"prisons"}), event)


def change_view(tx: Writing, view_id: str, values: Mapping[str, Any], event: ActivityEvent) -> None:
    """Change named fields of a view."""
    tx.update(view, view_id, values, event)


def remove_view(tx: Writing, view_id: str, event: ActivityEvent) -> None:
    """Take back a view that nobody else has seen; its prisons are to be unlinked before."""
    tx.delete(view, view_id, event)


def link_prisons(
    tx: Writing,
    view_id: str,
    prisons: Collection[str],
    event: ActivityEvent,
    seen: Collection[str] | None = None,
) -> None:
    """Make these the prisons that a view is about; see Writing.relink for `seen`."""
    tx.relink(view_prison, {"view_id": view_id}, "prison_id", prisons, event, seen=seen)


def reveals(tx: Reading, assessment_id: str) -> dict[str, Reveal]:
    """How far each statement is open, by statement id; one that is not is absent."""
    rows = tx.all(_REVEALS, assessment=assessment_id)
    return {row["statement_id"]: Reveal.model_validate(dict(row)) for row in rows}


def reveal_row(tx: Reading, assessment_id: str, statement_id: str) -> Reveal | None:
    """How far one statement is open."""
    row = tx.first(_REVEAL, assessment=assessment_id, statement=statement_id)
    return Reveal.model_validate(dict(row)) if row else None


def add_reveal(tx: Writing, blank: Reveal, event: ActivityEvent) -> Reveal:
    """Keep `blank` unless the statement has a row already; gives the row that stands."""
    tx.insert_if_absent(reveal, blank.model_dump(), ["assessment_id", "statement_id"], event)
    return reveal_row(tx, blank.assessment_id, blank.statement_id) or blank


def change_reveal(
    tx: Writing, row_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change named fields."""
    tx.update(reveal, row_id, values, event)


def _with_prisons(tx: Reading, row: Mapping[str, Any]) -> View:
    return _view(row, [found["prison_id"] for found in tx.all(_PRISONS_OF_ONE, view=row["id"])])


def _view(row: Mapping[str, Any], prisons: Sequence[str]) -> View:
    return View.model_validate({**row, "prisons": tuple(prisons)})
