"""Sets any template of ours in type as a tagged PDF: `rendered(template, data_of, made_at)`.

One way for every document that is printed. The words are cleaned for the fonts, and a child process
does the setting: it has a time limit, two work at once, and none outlives the call.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from assessment.access.errors import UserError
from assessment.access.wording import counted
from exports.pdf.fonts import FOLDER
from exports.pdf.letters import Letters


_RENDER = Path(__file__).resolve().parent / "render.py"
_SECONDS = 20
# Two cores' worth: a third document waits its turn rather than slow the room's screens.
_AT_ONCE = BoundedSemaphore(2)
PLAIN, LACKED = "plain_letters", "letters_lacked"
_ALL_SAFE = "Nothing you recorded is affected."


@dataclass(frozen=True)
class Rendered:
    """A PDF, and how many characters of its words the fonts lack."""

    pdf: bytes
    replaced: int

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user is to be told of the file; nothing when every character could be set."""
        return lacked(self.replaced)


def lacked(replaced: int) -> tuple[str, ...]:
    """How many characters the fonts lack, as a sentence; none where every one could be set."""
    if not replaced:
        return ()
    verb = "was replaced by its name" if replaced == 1 else "were replaced by their names"
    return (f"{counted(replaced, 'character')} that the fonts lack {verb} in brackets.",)


def rendered(
    template: Path, data_of: Callable[[], Any], made_at: datetime, *, instead: str = ""
) -> Rendered:
    """A template set with data, as PDF/UA-1 and PDF/A-2a.

    `template` reads the data with `json(bytes(sys.inputs.data))`, places every word as text, never
    evaluates one, and sets a document title, a language, and no fonts but those of
    `fonts.FAMILIES`, with `fallback: false`. `data_of` gives a JSON object; it is asked for while
    the child starts up, and its words are cleaned here; `plain_letters` is added (see `Letters`),
    and `letters_lacked`, what a report says of what was replaced.
    `instead` is the rest of a refusal: what can still be made. Raises UserError when a text cannot
    be set, naming its field, and when it took too long.
    """
    letters = Letters()
    with _AT_ONCE, child(template) as running:
        data = letters.cleaned(data_of())
        data |= {PLAIN: letters.plain, LACKED: lacked(letters.replaced)}
        pdf = set_in_type(running, data, made_at, instead=instead)
    return Rendered(pdf, letters.replaced)


@contextmanager
def child(template: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A child that waits for its job; it is gone when the block ends, whatever happened."""
    # The interpreter, the script and the template are ours; the job is data on standard input.
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-I", str(_RENDER), str(template), str(FOLDER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def set_in_type(
    running: subprocess.Popen[bytes], data: Any, made_at: datetime, *, instead: str = ""
) -> bytes:
    """The PDF of cleaned data. Raises UserError with the field that cannot be set."""
    safe = f"{_ALL_SAFE} {instead}".strip()
    job = f"{int(made_at.timestamp())}\n{json.dumps(data)}".encode()
    try:
        made, trouble = running.communicate(job, timeout=_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UserError(
            f"The PDF was not ready after {_SECONDS} seconds, so it was given up. {safe}"
        ) from error
    if running.returncode:
        from exports.pdf.render import REFUSED  # here: Typst, which the child alone needs

        if running.returncode == REFUSED:
            raise UserError(_refusal(trouble, safe))
        raise RuntimeError(f"the PDF's child process ended with {running.returncode}")
    return made


def _refusal(answer: bytes, safe: str) -> str:
    """Names the fields, never what stands in them."""
    fields = json.loads(answer)["fields"]
    if not fields:
        return f"The PDF could not be made. {safe}"
    places = "; ".join(fields)
    return f"The PDF could not be made: change the text in {places}, then try again. {safe}"
