"""A database in which every text that anyone could type begins with what must have no effect."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.access.opening import DATABASE_FILE
from assessment.access.texts import NAME
from assessment.store.declared import every_table
from assessment.store.engine import sqlite_url
from assessment.store.schema import open_store
from exports.demo.service import load_demo


HOST = "elsewhere.example"
HOSTILE = f"![x](http://{HOST}/p.png) <b>b</b> :red[r] $x$ `c` **d** "
_WORDS = {"title", "statement", "plain", "label", "meaning", "name", "short", "prompt", "summary"}
_LISTS_OF_WORDS = {"levels", "actions"}


def hostile_data(folder: Path) -> dict[str, str]:
    """Fill the folder with the fictional area, spoilt; gives an id for each page that wants one."""
    store = open_store(sqlite_url(folder / DATABASE_FILE))
    load_demo(Desk(store))
    store.close()
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as connection, connection:
        for table in every_table().tables.values():
            for column in table.columns:
                if _is_typed(column):
                    _spoil_column(connection, table.name, column)
        for bank_id, body in connection.execute("SELECT id, body FROM statement_bank").fetchall():
            connection.execute(
                "UPDATE statement_bank SET body = ? WHERE id = ?",
                (json.dumps(_spoilt(json.loads(body))), bank_id),
            )
        [(action,)] = connection.execute("SELECT id FROM action ORDER BY number LIMIT 1")
    return {"statement": "P08", "action": action}


def _is_typed(column: sa.Column[Any]) -> bool:
    kind = column.type
    wide = isinstance(kind, sa.String) and (kind.length or 0) >= NAME
    return wide and column.name not in {"link", "actor"} and column.table.name != "activity_event"


def _spoil_column(connection: sqlite3.Connection, table: str, column: sa.Column[Any]) -> None:
    name, limit = column.name, column.type.length  # type: ignore[attr-defined]
    connection.execute(
        f'UPDATE "{table}" SET "{name}" = substr(? || "{name}", 1, {limit}) '  # noqa: S608  our own
        f"WHERE \"{name}\" <> ''",
        (HOSTILE,),
    )


def _spoilt(value: Any, spoil: Callable[[str], str] = lambda words: HOSTILE + words) -> Any:
    """A set of statements with every word of it spoilt; ids, codes and kinds stay."""
    if isinstance(value, list):
        return [_spoilt(one) for one in value]
    if not isinstance(value, dict):
        return value
    found = {}
    for name, one in value.items():
        if name in _WORDS and isinstance(one, str) and one:
            found[name] = spoil(one)
        elif name in _LISTS_OF_WORDS and isinstance(one, list):
            found[name] = [
                spoil(words) if isinstance(words, str) and words else words for words in one
            ]
        else:
            found[name] = _spoilt(one)
    return found
