"""Downloads: what can be taken away, for whom it is, and whether it can be loaded back."""

import streamlit as st

from assessment.access.errors import UserError
from assessment.access.wording import moment
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import keep_refusal, show_refusal
from assessment.ui.tables import table
from exports.downloads import service
from exports.downloads.model import FORMATS, Format
from exports.downloads.permissions import user_can_download
from exports.report.made import Made


KIND_WORDS = {
    "pdf": "PDF",
    "xlsx": "Excel workbook",
    "html": "Web page",
    "json": "Complete copy",
    "pack": "Agency pack",
    "packs": "Agency packs",
    "receipt": "Receipt",
    "receipt_pdf": "Receipt to print",
    "cards": "Cards to hold up",
    "paper": "Paper packs",
    "after": "Pages after the workshop",
    "slips": "Slips to join",
}


def render(ctx: PageContext) -> None:
    """Three formats of one report, then the complete copy, then what has left so far."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    area = partnerships.partnership(ctx.desk, ctx.partnership_id)
    marking = area.marking or "no handling marking"
    show(
        fill('<p class="muted">{}</p><h1>Downloads</h1>', one.title),
        fill('<p class="lead">Every file carries its marking: {}.</p>', marking),
        fill(
            "<p>They hold the same facts: agreed ratings, evidence and the action plan. No "
            "agency’s own view is in them and no person is named. They cannot be loaded back; the "
            "complete copy can.</p>",
        ),
    )
    if st.button("Make all three files", type="primary", key="make_all", disabled=not _live(ctx)):
        for wanted in Format:
            _make(ctx, wanted)
    for wanted in Format:
        _format(ctx, wanted)
    with st.container(key="row_copy"):
        show(
            "<h2>Complete copy</h2><p>Holds everything, first views that were never revealed "
            "included, for another installation or for safe keeping. It can be loaded back.</p>"
        )
        with st.container(horizontal=True):
            if st.button("Go to the complete copy", key="to_copies"):
                ctx.go("copies")
            if st.button("What this holds", key="to_holdings"):
                ctx.go("holdings")
    _to_print(ctx)
    _made(ctx)


def _to_print(ctx: PageContext) -> None:
    """The way to the sheets that the lead hands out."""
    if "print" not in ctx.links:
        return
    with st.container(key="row_print"):
        show(
            "<h2>To print</h2><p>For each agency: cards, paper packs, receipts, and after the "
            "workshop a page of its own.</p>"
        )
        if st.button("Go to the sheets to print", key="to_print"):
            ctx.go("print")


def _format(ctx: PageContext, wanted: Format) -> None:
    """Made on a click, after the permission check; then the browser is given it."""
    words = FORMATS[wanted]
    with st.container(key=f"row_{wanted}", horizontal=True, vertical_alignment="center"):
        show(fill("<p><strong>{}</strong><br>{}</p>", _capital(words.name), words.about))
        if st.button(f"Make the {words.name}", key=f"make_{wanted}", disabled=not _live(ctx)):
            _make(ctx, wanted)
    show_refusal(_key(ctx, wanted))
    ready: Made | None = st.session_state.get(_key(ctx, wanted))
    if ready is not None:
        _hand_over(wanted, ready)


def _make(ctx: PageContext, wanted: Format) -> None:
    key = _key(ctx, wanted)
    try:
        st.session_state[key] = service.make_file(ctx.desk, ctx.assessment_id, wanted)
    except UserError as error:
        st.session_state.pop(key, None)
        keep_refusal(key, error)


def _hand_over(wanted: Format, ready: Made) -> None:
    st.download_button(
        f"Save {ready.file_name}",
        ready.data,
        file_name=ready.file_name,
        mime=FORMATS[wanted].media,
        key=f"save_{wanted}",
        on_click="ignore",
    )
    for note in ready.notes:
        show(fill("<p>{}</p>", note))


def _live(ctx: PageContext) -> bool:
    return user_can_download(ctx.desk.actor)


def _key(ctx: PageContext, wanted: Format) -> str:
    """Where a file made on this visit waits to be saved; it is no record of anything."""
    return f"made_{wanted}_{ctx.assessment_id}"


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


def _made(ctx: PageContext) -> None:
    rows = [
        (made.file_name, KIND_WORDS.get(made.kind, made.kind), moment(made.made_at))
        for made in service.files_made(ctx.desk, ctx.partnership_id)
    ]
    if rows:
        show("<h2>Made so far</h2>", table(["File", "Kind", "When"], rows))
