"""Downloads: for whom a file is, what that copy leaves out, then the formats."""

import streamlit as st

from assessment.access.wording import moment
from assessment.partnership import service as partnerships
from assessment.privacy.audience import COPY_WORDS, NAMES, Audience, left_out, left_out_words
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.tables import table
from exports.downloads import service
from exports.downloads.panels.formats import formats
from exports.downloads.panels.further import (
    complete_copy,
    records,
    to_finish,
    to_print,
    to_returned,
)
from exports.downloads.panels.settling import deliberate, marking, texts_are_read
from exports.downloads.permissions import user_can_make_for
from exports.report.service import not_for


KIND_WORDS = {
    "board_pdf": "Board paper",
    "board_docx": "Board paper in Word",
    "pdf": "PDF",
    "xlsx": "Excel workbook",
    "html": "Web page",
    "docx": "Word document",
    "plan_csv": "Plan as CSV",
    "statements_csv": "Statements as CSV",
    "data": "Data file",
    "folder": "Folder of everything",
    "json": "Complete copy",
    "pack": "Agency pack",
    "packs": "Agency packs",
    "reviewer pack": "Reviewer pack",
    "reviewer file": "Second file for a peer reviewer",
    "receipt": "Receipt",
    "receipt_pdf": "Receipt to print",
    "cards": "Cards to hold up",
    "paper": "Paper packs",
    "after": "Pages after the workshop",
    "slips": "Slips to join",
    "review_record": "Record of a review",
    "visit_agenda": "Agenda for the visit of a reviewing area",
    "feedback_letter": "Feedback letter",
    "feedback_letter_word": "Feedback letter in Word",
    "strengths_to_borrow": "Strengths to borrow",
    "needs_csv": "Extract for the needs assessment",
    "agency_calendar": "Dates of an agency",
    "agency_sheet": "Sheet of an agency",
}
WANTED = "for"


def render(ctx: PageContext) -> None:
    """The report for one audience in each format, the complete copy, and what has left so far."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    show(fill('<p class="muted">{}</p><h1>Downloads</h1>', one.title))
    audience = _audience(ctx)
    show(
        fill("<h2>Files of the {}</h2>", COPY_WORDS[audience]),
        fill(
            "<p>Agreed ratings, evidence and the action plan. {} Agencies are there by role: no "
            "representative is named. These files cannot be loaded back whole; the complete copy "
            "can.</p>",
            left_out_words(left_out(audience)),
        ),
    )
    warned = not_for(ctx.desk, ctx.assessment_id, audience)
    show(fill("<p><strong>{}</strong></p>", warned) if warned else "")
    marking(ctx, audience)
    meant = deliberate(ctx) if audience is Audience.OWN else False
    formats(ctx, audience, deliberate=meant, ready=texts_are_read(ctx, audience))
    to_finish(ctx)
    to_returned(ctx)
    complete_copy(ctx)
    records(ctx)
    to_print(ctx)
    _made(ctx)


def _audience(ctx: PageContext) -> Audience:
    """Whom the files are for: the board, until somebody chooses otherwise."""
    offered = [each for each in Audience if user_can_make_for(ctx.desk.actor, each)]
    if len(offered) < 2:
        return Audience.BOARD
    named = st.query_params.get(WANTED)
    first = next((each for each in offered if each.value == named), Audience.BOARD)
    return st.radio(
        "Who are the files for?",
        offered,
        index=offered.index(first),
        format_func=NAMES.__getitem__,
        key="audience",
    )


def _made(ctx: PageContext) -> None:
    rows = [
        (made.file_name, KIND_WORDS.get(made.kind, made.kind), moment(made.made_at))
        for made in service.files_made(ctx.desk, ctx.partnership_id)
    ]
    if rows:
        show("<h2>Made so far</h2>", table(["File", "Kind", "When"], rows))
