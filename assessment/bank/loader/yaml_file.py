"""Statements from a YAML file, with every problem named by line and statement."""

import re
from typing import Any

from assessment.access.errors import BadInput
from assessment.bank.loader.found import Found, Path, entry_name
from assessment.bank.loader.yaml_values import Unreadable, Values, read_values


FILE_LIMIT = 2_000_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


class _Lines:
    """Places in a YAML file."""

    def __init__(self, values: Values) -> None:
        self._values = values

    def where(self, path: Path) -> str:
        """ "Line 214, statement P07"."""
        name = entry_name(self._values.content, path)
        line = f"Line {self._values.line(path)}"
        return f"{line}, {name}" if name else line

    def field(self, path: Path) -> str:
        """ "'levels'", "'evidence' 2, 'kind'"."""
        inner = path[2:] if len(path) > 1 and isinstance(path[1], int) else path
        words = ""
        for part in inner:
            if isinstance(part, int):
                words += f" {part + 1}"
            else:
                words += f", '{part[:40]}'" if words else f"'{part[:40]}'"
        return words.strip() or "this entry"


def read_yaml(data: bytes, file_name: str) -> Found:
    """The file's content as text, with places. Raises BadInput with one located problem."""
    text = _decoded(data, file_name)
    try:
        values = read_values(text)
    except Unreadable as error:
        raise BadInput(f"{file_name} was not loaded.", [_said(error)]) from error
    if not isinstance(values.content, dict):
        raise BadInput(
            f"{file_name} holds no statements. It should begin with about:, and a list called "
            "statements: should follow. Nothing was changed."
        )
    _as_lists(values.content, file_name)
    return Found(values.content, _Lines(values))


def _said(error: Unreadable) -> str:
    line = f"Line {error.line}"
    if error.path[:1] == ("statements",) and len(error.path) > 1:
        return f"{line}, statement {int(error.path[1]) + 1} of the list: {error.words}"
    return f"{line}: {error.words}"


def _decoded(data: bytes, file_name: str) -> str:
    if len(data) > FILE_LIMIT:
        raise BadInput(
            f"{file_name} is {len(data):,} bytes long; statements fit in {FILE_LIMIT:,}. "
            "Choose the file that holds only the statements. Nothing was changed."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput(
            f"{file_name} is not saved as UTF-8. Save it again with the encoding UTF-8 and choose "
            "it again. Nothing was changed.",
            [f"Line {line}: the first character that is not UTF-8"],
        ) from error
    unwanted = _CONTROL.search(text)
    if unwanted:
        line = text.count("\n", 0, unwanted.start()) + 1
        raise BadInput(
            f"{file_name} was not loaded.",
            [f"Line {line}: has a character that no text should hold; type the line again"],
        )
    return text


def _as_lists(content: dict[str, Any], file_name: str) -> None:
    """Lists must be lists before anything asks for an entry's name."""
    for key in ("statements", "agency_types", "domains", "sources", "scale"):
        if not isinstance(content.get(key, []), list):
            raise BadInput(f"{file_name} was not loaded.", [f"'{key}' must be a list"])
