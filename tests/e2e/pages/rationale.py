"""A page with one box on the app's own store: what is typed into it is a statement's rationale."""

import os
import time
from pathlib import Path

import streamlit as st

from assessment.access.desk import Desk
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.store.engine import sqlite_url
from assessment.store.schema import open_store
from assessment.ui import page, shell
from assessment.ui.autosave import autosave_text


FILE = Path(os.environ["THROUGHCARE_DATA"]) / "throughcare.db"


@st.cache_resource
def place() -> tuple[Desk, str]:
    """A desk, and the assessment of the one area in its database."""
    desk = Desk(open_store(sqlite_url(FILE)))
    return desk, partnerships.start_partnership(desk, "Aldermoor")[1]


@st.fragment(run_every=1)
def box(statement_id: str) -> None:
    """The rationale of one statement, on a server that is quick or slow."""
    if "slow" in st.query_params:
        time.sleep(0.7)
    desk, assessment_id = place()
    row = consensus.rating_of(desk, assessment_id, statement_id)
    autosave_text(
        "Why this rating",
        key=f"rationale_{statement_id}",
        stored=row.rationale if row else "",
        saved_at=row.saved_at if row and row.rationale else None,
        on_save=lambda typed: consensus.edit_words(
            desk, assessment_id, statement_id, "rationale", typed
        ),
    )


def main() -> None:
    """Each statement has a box of its own, so that each test has one."""
    st.set_page_config("Rationale", layout="wide")
    page.start()
    page.head("Pathways", "Rationale")
    box(st.query_params["statement"])


app = st.App(__file__, middleware=shell.middleware())
if __name__ == "__main__":
    main()
