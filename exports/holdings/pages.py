"""What this holds: one page for information governance, to print, and the ways to remove."""

import streamlit as st
from markupsafe import Markup

from assessment.access.wording import counted, long_date, moment
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import errors_shown
from assessment.ui.page import head
from assessment.ui.tables import table
from exports.holdings import service
from exports.holdings.model import Holdings
from exports.holdings.panels.keeping import keeping_panel
from exports.holdings.panels.remove_names import remove_names_panel
from exports.holdings.panels.remove_text import remove_text_panel
from exports.holdings.permissions import user_can_remove
from exports.holdings.rules.words import GUARD, HOW_REMOVED, WHO_SEES, field_rows, table_words


_PRINT = "<style>@media print { .st-key-holdings_acts { display: none; } }</style>"


def render(ctx: PageContext) -> None:
    """The facts, fit to print; between them, for the lead and not in print, the removals."""
    with errors_shown():
        held = service.holdings(ctx.desk, ctx.partnership_id)
        head(
            f"Downloads, as of {moment(held.as_of)}",
            "What this holds",
            f"Which facts about people are kept for {held.area}, where, who sees them, "
            "how long, and how they are removed.",
        )
        _where(held)
        _people(held)
        _kept(held)
        if user_can_remove(ctx.desk.actor):
            with st.container(key="holdings_acts"):
                remove_text_panel(ctx)
                remove_names_panel(ctx)
                keeping_panel(ctx, held.keep_until)
        _removed(held)
        _fields(held)
    st.html(_PRINT)


def _where(held: Holdings) -> None:
    copies = held.local_copies
    rows = [
        ("Database", held.database),
        ("Folder", held.folder),
        ("Safety copies in its folder “rescue”", counted(len(copies), "file")),
        ("Files made so far", f"{held.exports_made:,}; where they went is not known here"),
        ("Sent elsewhere by the app", "Nothing. No request leaves this computer."),
    ]
    show("<h2>Where it is</h2>", table(["What", "Where"], rows, name="Where the data is"))


def _people(held: Holdings) -> None:
    rows = [(fact.what, f"{fact.number:,} now. {fact.why}") for fact in held.people]
    show(
        "<h2>Facts about named people</h2>",
        table(["Fact", "How many, and why"], rows, name="Facts about named people"),
        fill("<p>{}</p>", GUARD),
        "<h2>Who sees them</h2>",
        joined(fill("<p>{}</p>", words) for words in WHO_SEES),
    )


def _kept(held: Holdings) -> None:
    rows = [
        (one.title, long_date(one.day) if one.day else "No date set", one.notice)
        for one in held.keep_until
    ]
    show(
        "<h2>How long</h2>",
        _kept_table(rows) if rows else "<p>None yet.</p>",
        "<h2>How they are removed</h2>",
        joined(fill("<p>{}</p>", words) for words in HOW_REMOVED),
    )


def _kept_table(rows: list[tuple[str, str, str]]) -> Markup:
    """With what is to do, where anything is."""
    if any(notice for *_, notice in rows):
        return table(["Assessment", "Kept until", "To do"], rows)
    return table(["Assessment", "Kept until"], [row[:2] for row in rows])


def _fields(held: Holdings) -> None:
    show(
        "<h2>Every field that can hold free text</h2>",
        "<p>Read from the database itself, so a field added later appears here by itself.</p>",
        table(["Field", "Limit", "How many hold text"], field_rows(held.fields)),
    )


def _removed(held: Holdings) -> None:
    rows = [
        (
            moment(one.at),
            one.removed_by,
            f"{table_words(one.subject_table)}, {one.field}",
            one.reason,
        )
        for one in held.removed
    ]
    if rows:
        show("<h2>Removed so far</h2>", table(["When", "By", "From", "Why"], rows))
