"""A page with text boxes on a small real database, served under the app's content policy."""

import base64
import hashlib
import os
import re
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.access.texts import accept_text
from assessment.access.typed import Typed
from assessment.ui import page
from assessment.ui.autosave import autosave_text


STORE = Path(os.environ["THROUGHCARE_DATA"]) / "notes.db"
LIMIT = 12_000


class ContentPolicy:
    """Nothing but this machine's own files, and no code made from strings."""

    def __init__(self, app: ASGIApp) -> None:
        index = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
        scripts = re.findall(r"<script>(.*?)</script>", index, re.DOTALL)
        hashes = " ".join(
            f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
            for script in scripts
        )
        self.app = app
        self.policy = (
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
            f"script-src 'self' blob: 'wasm-unsafe-eval' {hashes}; connect-src 'self' ws: wss:; "
            "worker-src 'self' blob:; font-src 'self' data:; frame-ancestors 'none'; "
            "object-src 'none'"
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_policy(event: Message) -> None:
            if event["type"] == "http.response.start":
                event["headers"] += [(b"content-security-policy", self.policy.encode())]
            await send(event)

        await self.app(scope, receive, with_policy if scope["type"] == "http" else send)


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


def elsewhere() -> None:
    page.head("", "Elsewhere")


def main() -> None:
    st.set_page_config("Texts", layout="wide")
    pages = [
        st.Page(texts, title="Texts", default=True),
        st.Page(elsewhere, title="Elsewhere", url_path="elsewhere"),
    ]
    here = st.navigation(pages, position="top")
    page.start()
    here.run()


app = st.App(__file__, middleware=[Middleware(ContentPolicy)])
if __name__ == "__main__":
    main()
