"""The files a person can take away, and the record that one was made."""

from datetime import datetime
from enum import StrEnum

from assessment.access.frozen import Frozen
from assessment.documents.media import EXCEL, WORD


class Format(StrEnum):
    """One way in which the report leaves."""

    BOARD = "board_pdf"
    BOARD_WORD = "board_docx"
    PDF = "pdf"
    WORKBOOK = "xlsx"
    HTML = "html"
    WORD = "docx"
    PLAN = "plan_csv"
    STATEMENTS = "statements_csv"
    JSON = "json"


class FormatWords(Frozen):
    """How a format is offered: its name, what it is for, and its media type."""

    name: str
    about: str
    media: str


FORMATS = {
    Format.BOARD: FormatWords(
        name="board paper",
        about="Two pages as PDF: what the board is asked to agree, to note and to commit to.",
        media="application/pdf",
    ),
    Format.BOARD_WORD: FormatWords(
        name="board paper in Word",
        about="The same two pages, to edit.",
        media=WORD,
    ),
    Format.PDF: FormatWords(
        name="PDF report",
        about="Everything, for reading. Page one stands alone. Tagged for screen readers.",
        media="application/pdf",
    ),
    Format.WORKBOOK: FormatWords(
        name="Excel workbook",
        about="For working with: the summary first, then the plan, the ratings and the evidence.",
        media=EXCEL,
    ),
    Format.HTML: FormatWords(
        name="web page",
        about="The report as one file that opens in any browser, without a connection.",
        media="text/html",
    ),
    Format.WORD: FormatWords(
        name="Word document",
        about="The same report to edit, with real headings and tables.",
        media=WORD,
    ),
    Format.PLAN: FormatWords(
        name="plan as CSV",
        about="A row for each action, for other programs.",
        media="text/csv",
    ),
    Format.STATEMENTS: FormatWords(
        name="statements as CSV",
        about="A row for each statement with its agreed rating, for other programs.",
        media="text/csv",
    ),
    Format.JSON: FormatWords(
        name="data file",
        about="The same report as JSON, for analysis by other programs.",
        media="application/json",
    ),
}


# How a format is recorded, where that is not its ending: "json" is the complete copy's.
KINDS = {Format.JSON: "data"}


class ExportMade(Frozen):
    """A file that left. Kept so that what it held can be traced when a text is removed."""

    id: str
    partnership_id: str
    assessment_id: str | None
    made_at: datetime
    kind: str
    file_name: str
    marking: str
    notes: str = ""
