"""Makes the report's PDF: words the report, and has it set in type."""

from pathlib import Path
from typing import Any

from exports.pdf.typeset import rendered
from exports.report.made import Made, name_of
from exports.report.model import Report
from exports.report.paper.build import paper_of
from exports.report.paper.front import more_steps


TEMPLATE = Path(__file__).resolve().parent / "template.typ"


def make(report: Report) -> Made:
    """The report as a tagged PDF. Raises UserError when it cannot be set, naming the field."""
    made = rendered(
        TEMPLATE,
        lambda: data_of(report),
        report.made_at,
        instead="The web page and the workbook can still be made.",
    )
    return Made(
        data=made.pdf,
        file_name=name_of(report, "report", "pdf"),
        notes=made.notes,
    )


def data_of(report: Report) -> Any:
    """The words of the report as the template takes them."""
    words = paper_of(report).model_dump(mode="json")
    front = words["front"]
    # The template shows as many of the next steps as page one has room for.
    rows = front["next_steps"]["rows"]
    front["more_steps_at"] = [more_steps(report, shown) for shown in range(len(rows))]
    return words
