"""Makes the PDF: words the report, cleans it for the fonts, and has a child process set it."""

import json
import subprocess
import sys
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
    data = letters.cleaned(paper_of(report).model_dump(mode="json"))
    job = {
        "root": str(_HERE),
        "fonts": [str(FOLDER)],
        "template": _TEMPLATE.read_text(encoding="utf-8"),
        "timestamp": int(report.made_at.timestamp()),
        "data": data,
    }
    return Made(
        data=set_in_type(job),
        file_name=file_name(report.marking, report.area, "report", report.today, "pdf"),
        notes=_notes(letters.replaced),
    )


def _notes(replaced: int) -> tuple[str, ...]:
    if not replaced:
        return ()
    verb = "was replaced by its name" if replaced == 1 else "were replaced by their names"
    return (f"{counted(replaced, 'character')} that the fonts lack {verb} in brackets.",)


def set_in_type(job: dict[str, Any]) -> bytes:
    """The PDF of a job for `render.py`. Raises UserError with the field that cannot be set."""
    with _AT_ONCE:
        try:
            # The interpreter and the script are ours; the job is data on standard input.
            done = subprocess.run(  # noqa: S603
                [sys.executable, "-I", str(_RENDER)],
                input=json.dumps(job).encode(),
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise UserError(
                f"The PDF was not ready after {_SECONDS} seconds, so it was given up. {_ALL_SAFE}"
            ) from error
    if done.returncode == REFUSED:
        raise UserError(_refusal(done.stderr))
    if done.returncode:
        raise RuntimeError(f"the PDF's child process ended with {done.returncode}")
    return done.stdout


def _refusal(answer: bytes) -> str:
    """Names the fields, never what stands in them."""
    fields = json.loads(answer)["fields"]
    if not fields:
        return f"The PDF could not be set. {_ALL_SAFE}"
    places = "; ".join(fields)
    return f"The PDF could not be set because of the text in: {places}. Change it. {_ALL_SAFE}"
