"""A page with text boxes on a small real database, served under the app's content policy."""

import os
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from assessment.access.texts import accept_text
from assessment.access.typed import Typed
from assessment.ui import page, shell
from assessment.ui.autosave import autosave_text


STORE = Path(os.environ["THROUGHCARE_DATA"]) / "notes.db"
LIMIT = 12_000


def store() -> sqlite3.Connection:
    connection = sqlite3.connect(STORE, isolation_level=None, timeout=10)
    connection.execute("pragma journal_mode=wal")
    connection.execute("create table if not exists note(id text primary key, body text, at text)")
    return connection


def read(name: str) -> tuple[str, datetime | None]:
    with closing(store()) as connection:
        row = connection.execute("select body, at from note where id=?", (name,)).fetchone()
    return (row[0], datetime.fromisoformat(row[1])) if row else ("", None)


def save(name: str, typed: Typed) -> None:
    with closing(store()) as connection:
        connection.execute("begin immediate")
        row = connection.execute("select body from note where id=?", (name,)).fetchone()
        try:
            body = accept_text(typed, stored=row[0] if row else "", limit=LIMIT)
        except Exception:
            connection.execute("rollback")
            raise
        now = datetime.now(UTC).isoformat()
        connection.execute("insert or replace into note values(?,?,?)", (name, body, now))
        connection.execute("commit")


@st.fragment(run_every=1)
def box(name: str, label: str, lines: int) -> None:
    if "slow" in st.query_params:
        time.sleep(0.7)
    body, at = read(name)
    autosave_text(
        label,
        key=f"text_{name}",
        stored=body,
        saved_at=at,
        on_save=lambda typed: save(name, typed),
        lines=lines,
        limit=LIMIT,
        hint="What the room said" if lines > 1 else "",
    )


def texts() -> None:
    page.head("Pathways, statement 8 of 12", "Texts")
    box("why", "Why this rating", 4)
    box("whose", "Whose it is", 1)
    st.radio("Rating", ["Not met", "Partly met"], index=None)
    if st.button("Go on"):
        st.switch_page(ELSEWHERE)


def elsewhere() -> None:
    page.head("", "Elsewhere")


ELSEWHERE = st.Page(elsewhere, title="Elsewhere", url_path="elsewhere")


def main() -> None:
    st.set_page_config("Texts", layout="wide")
    here = st.navigation([st.Page(texts, title="Texts", default=True), ELSEWHERE], position="top")
    page.start()
    here.run()


app = st.App(__file__, middleware=shell.middleware())
if __name__ == "__main__":
    main()
