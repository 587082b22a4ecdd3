"""How a sheet prints: marking and area at the head, page number at the foot, heads repeated."""

from assessment.documents.writing import Sheet, cell_text
from exports.report.model import Report
from exports.report.paper.front import running_head_of


_A3, _A4 = 8, 9
# Excel holds 255 characters of header, its codes included.
_PART = 100


def set_page(sheet: Sheet, report: Report, *, landscape: bool = True, a3: bool = False) -> None:
    """Paper, margins, marking and page number; one page wide, as many long as it takes."""
    native = sheet.native
    native.set_paper(_A3 if a3 else _A4)
    if landscape:
        native.set_landscape()
    native.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    native.fit_to_pages(1, 0)
    native.hide_gridlines(2)
    marking = _plain(report.marking)
    native.set_header(f"&L&B{_apart(marking)}&R{_apart(_plain(running_head_of(report)))}")
    native.set_footer(f"&L{_apart(marking)}&CThroughcare&RPage &P of &N")


def _plain(text: str) -> str:
    """Text with no code of Excel's in it: an ampersand is written twice."""
    return " ".join(cell_text(text).split())[:_PART].replace("&", "&&")


def _apart(text: str) -> str:
    """A space first, since digits right after a code would be read as a font size."""
    return f" {text}"
