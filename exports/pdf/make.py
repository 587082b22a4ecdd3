"""Makes the PDF: words the report, cleans it for the fonts, and has a child process set it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from assessment.access.errors import UserError
from assessment.access.wording import counted
from assessment.documents.names import file_name
from exports.pdf.fonts import FOLDER
from exports.pdf.letters import Letters
from exports.pdf.render import REFUSED
from exports.report.made import Made
from exports.report.model import Report
from exports.report.paper.build import paper_of


_HERE = Path(__file__).resolve().parent
_RENDER = _HERE / "render.py"
_TEMPLATE = _HERE / "template.typ"
_SECONDS = 20
# Two cores' worth: a third report waits its turn rather than slow the room's screens.
_AT_ONCE = BoundedSemaphore(2)

_ALL_SAFE = "Nothing you recorded is affected. The web page and the workbook can still be made."


def make(report: Report) -> Made:
    """The report as a tagged PDF. Raises UserError when it cannot be set, naming the field."""
    letters = Letters()
    with _AT_ONCE, child() as running:
        # The child starts up while the words are chosen.
        made = set_in_type(running, job_of(report, letters))
    return Made(
        data=made,
        file_name=file_name(report.marking, report.area, "report", report.today, "pdf"),
        notes=_notes(letters.replaced),
    )


def job_of(report: Report, letters: Letters) -> dict[str, Any]:
    """What `render.py` is to set."""
    return {
        "timestamp": int(report.made_at.timestamp()),
        "data": letters.cleaned(paper_of(report).model_dump(mode="json")),
    }


def _notes(replaced: int) -> tuple[str, ...]:
    if not replaced:
        return ()
    verb = "was replaced by its name" if replaced == 1 else "were replaced by their names"
    return (f"{counted(replaced, 'character')} that the fonts lack {verb} in brackets.",)


@contextmanager
def child() -> Iterator[subprocess.Popen[bytes]]:
    """A child that waits for its job; it is gone when the block ends, whatever happened."""
    # The interpreter and the script are ours; the job is data on standard input.
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-I", str(_RENDER), str(_TEMPLATE), str(FOLDER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def set_in_type(running: subprocess.Popen[bytes], job: dict[str, Any]) -> bytes:
    """The PDF of a job. Raises UserError with the field that cannot be set."""
    try:
        made, trouble = running.communicate(json.dumps(job).encode(), timeout=_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UserError(
            f"The PDF was not ready after {_SECONDS} seconds, so it was given up. {_ALL_SAFE}"
        ) from error
    if running.returncode == REFUSED:
        raise UserError(_refusal(trouble))
    if running.returncode:
        raise RuntimeError(f"the PDF's child process ended with {running.returncode}")
    return made


def _refusal(answer: bytes) -> str:
    """Names the fields, never what stands in them."""
    fields = json.loads(answer)["fields"]
    if not fields:
        return f"The PDF could not be made. {_ALL_SAFE}"
    places = "; ".join(fields)
    return f"The PDF could not be made: change the text in {places}, then try again. {_ALL_SAFE}"
