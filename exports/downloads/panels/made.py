"""The files that were made so far, the area's own record of what left."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from assessment.access.wording import counted, moment
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.tables import table
from exports.downloads import service


LAST = 10
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
    "meetings": "Dates of the meetings",
    "agency_calendar": "Dates of an agency",
    "agency_sheet": "Sheet of an agency",
}


def made_so_far(ctx: PageContext) -> None:
    """Each with its kind and when, the earlier ones in a fold; nothing where none was made."""
    rows = [
        (made.file_name, KIND_WORDS.get(made.kind, made.kind), moment(made.made_at))
        for made in service.files_made(ctx.desk, ctx.partnership_id)
    ]
    last, earlier = rows[:LAST], rows[LAST:]
    if last:
        show("<h2>Made so far</h2>", _table(last))
    if earlier:
        with st.expander(counted(len(earlier), "earlier file"), key="made_earlier"):
            show(_table(earlier))


def _table(rows: Sequence[tuple[str, str, str]]) -> Markup:
    return table(["File", "Kind", "When"], rows)
