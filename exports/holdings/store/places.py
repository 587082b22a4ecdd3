"""Where texts stand: every free-text column of every table, and the log of earlier versions."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from assessment.access.texts import NAME
from assessment.privacy.people import NAME_FIELDS
from assessment.store.activity import activity_event
from assessment.store.belonging import Conditions, belonging
from assessment.store.declared import every_table
from assessment.store.work import Reading
from exports.holdings.model import Place, TextField
from exports.holdings.store.redacting import strings


_AROUND = 40
NOT_SHOWN = "Not shown: it is what one agency said in its own view."
REVIEWERS_OWN = "Not shown here: it is a peer reviewer’s own, who may still be writing it."
# Written by the product itself, or the record of removals.
_OUR_OWN = frozenset({"activity_event", "removed_text", "export_made", "statement_bank"})


def text_columns(table: sa.Table) -> list[sa.Column[Any]]:
    """The columns that may hold free text: wide strings and JSON, but no keys and no choices."""
    return [column for column in table.columns if _is_free_text(column)]


def _is_free_text(column: sa.Column[Any]) -> bool:
    kind = column.type
    if column.primary_key or column.foreign_keys:
        return False
    wide = isinstance(kind, sa.String) and (kind.length is None or kind.length >= NAME)
    return wide or isinstance(kind, sa.JSON)


def owned(partnership_id: str) -> Conditions:
    """The rows of a partnership, by table."""
    return belonging(every_table(), "partnership", partnership_id)


def text_fields(tx: Reading, partnership_id: str) -> tuple[TextField, ...]:
    """Every field that may hold free text, with how many rows of the partnership use it."""
    return tuple(
        TextField(
            table=table.name,
            field=column.name,
            limit=getattr(column.type, "length", None),
            filled=_filled(tx, table, column, condition),
        )
        for table, condition in owned(partnership_id).items()
        for column in text_columns(table)
    )


def _filled(
    tx: Reading, table: sa.Table, column: sa.Column[Any], condition: sa.ColumnElement[bool]
) -> int:
    something: sa.ColumnElement[bool] = column.is_not(None)
    if isinstance(column.type, sa.String):
        something = sa.and_(something, column != "")
    counted = sa.select(sa.func.count()).select_from(table).where(condition, something)
    return int(tx.value(counted))


def filled(tx: Reading, partnership_id: str, table: str, column: str) -> int:
    """How many rows of the partnership have something in one column."""
    metadata = every_table()
    here = metadata.tables[table]
    return _filled(tx, here, here.columns[column], owned(partnership_id)[here])


def actors(tx: Reading, partnership_id: str) -> int:
    """How many names the log of changes has for who typed."""
    mine = activity_event.c.partnership_id == partnership_id
    return int(tx.value(sa.select(sa.func.count(activity_event.c.actor.distinct())).where(mine)))


def find(tx: Reading, partnership_id: str, words: str) -> tuple[Place, ...]:
    """Every place where the words stand, capitals or not; places of today come first."""
    found: dict[tuple[str, str, str], Place] = {}
    for place in (*_today(tx, partnership_id, words), *_earlier(tx, partnership_id, words)):
        found.setdefault((place.table, place.row_id, place.field), place)
    return tuple(found.values())


def _today(tx: Reading, partnership_id: str, words: str) -> Iterator[Place]:
    for table, condition in owned(partnership_id).items():
        if table.name in _OUR_OWN or "id" not in table.columns:
            continue
        columns = [c for c in text_columns(table) if isinstance(c.type, sa.String)]
        for row in tx.all(sa.select(table).where(condition).order_by(table.c.id)):
            for column in columns:
                if words.casefold() in (row[column.name] or "").casefold():
                    yield _place(table.name, row["id"], column.name, dict(row), words)


def _earlier(tx: Reading, partnership_id: str, words: str) -> Iterator[Place]:
    """Fields whose earlier versions hold the words. Only fields that exist can be named."""
    mine = activity_event.c.partnership_id == partnership_id
    tables = every_table().tables
    for event in tx.all(sa.select(activity_event).where(mine).order_by(activity_event.c.at)):
        table = tables.get(event["subject_table"])
        fields = {column.name for column in text_columns(table)} if table is not None else set()
        for values in (event["before"], event["after"]):
            for field, held in values.items():
                if field in fields and _holds(held, words):
                    row = {**values, field: next(strings(held))}
                    subject = (event["subject_table"], event["subject_id"])
                    place = _place(*subject, field, row, words)
                    yield place.model_copy(update={"earlier": True})


def _holds(value: Any, words: str) -> bool:
    return any(words.casefold() in text.casefold() for text in strings(value))


def _place(table: str, row_id: str, field: str, row: Mapping[str, Any], words: str) -> Place:
    named = NAME_FIELDS.get((table, field), field.replace("_", " "))
    about = f" of {row['statement_id']}" if row.get("statement_id") else ""
    where = f"{table.replace('_', ' ').capitalize()}{about}: {named}"
    kept_back = _kept_back(table, field)
    if kept_back:
        return Place(table=table, row_id=row_id, field=field, where=where, excerpt=kept_back)
    text = row[field]
    at = max(0, text.casefold().find(words.casefold()))
    start, end = max(0, at - _AROUND), at + len(words) + _AROUND
    cut = ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")
    return Place(table=table, row_id=row_id, field=field, where=where, excerpt=cut)


def _kept_back(table: str, field: str) -> str:
    """Why the words around are not shown; empty where they are. Reviewers are told that nobody
    reads theirs before they hand in; afterwards they stand on the review's page."""
    if every_table().tables[table].columns[field].info.get("sealed"):
        return NOT_SHOWN
    own = table == "reviewer_rating" or (table, field) == ("challenge", "answer")
    return REVIEWERS_OWN if own else ""


def belongs(tx: Reading, partnership_id: str, place: Place) -> bool:
    """Whether the place is a free-text field of a row that this partnership has or had."""
    table = every_table().tables.get(place.table)
    if table is None or place.table in _OUR_OWN or "id" not in table.columns:
        return False
    if place.field not in {column.name for column in text_columns(table)}:
        return False
    here = sa.select(table.c.id).where(table.c.id == place.row_id)
    spoken_of = sa.select(activity_event.c.id).where(
        activity_event.c.partnership_id == partnership_id,
        activity_event.c.subject_table == place.table,
        activity_event.c.subject_id == place.row_id,
    )
    condition = owned(partnership_id).get(table, sa.false())
    return tx.first(here.where(condition)) is not None or tx.first(spoken_of) is not None


def current_text(tx: Reading, place: Place) -> str:
    """What the field holds now, or nothing."""
    table = every_table().tables[place.table]
    held = tx.value(sa.select(table.c[place.field]).where(table.c.id == place.row_id))
    return held if isinstance(held, str) else ""


def first_seen(tx: Reading, place: Place) -> datetime | None:
    """When something first stood in the field, as far as the log goes back."""
    events = tx.all(
        sa.select(activity_event)
        .where(
            activity_event.c.subject_table == place.table,
            activity_event.c.subject_id == place.row_id,
        )
        .order_by(activity_event.c.at)
    )
    held = (e["at"] for e in events if e["after"].get(place.field) or e["before"].get(place.field))
    return next(held, None)
