"""From what was found in a file to a checked set of statements, or words on why not."""

import difflib
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assessment.access.errors import BadInput
from assessment.bank.loader.found import Found, Path, Raw
from assessment.bank.model import (
    About,
    AgencyType,
    Bank,
    Domain,
    EvidencePrompt,
    ScaleLevel,
    Source,
    Statement,
)


NOT_LOADED = (
    "The statements were not loaded. Put these right and choose the file again. "
    "Nothing was changed."
)
_TITLE_WORDS = 70
_FIELDS: tuple[type[BaseModel], ...] = (
    Bank, About, ScaleLevel, AgencyType, Domain, Source, Statement, EvidencePrompt,
)  # fmt: skip
_KNOWN = {name for model in _FIELDS for name in model.model_fields}


def built(found: Found, toolkit: Bank | None) -> Bank:
    """The set of statements; what the file leaves out is taken from `toolkit` where it may be.

    Raises BadInput with a located line for every field that does not fit.
    """
    raw = completed(found.raw, toolkit)
    try:
        return Bank.model_validate(raw)
    except ValidationError as error:
        wrong = [one for one in error.errors(include_url=False) if not _said_of_entries(one)]
        problems = list(dict.fromkeys(_problem(found, one) for one in wrong))
        raise BadInput(NOT_LOADED, problems) from error


def completed(raw: Raw, toolkit: Bank | None) -> Raw:
    """`raw` with the toolkit's scale, agency types and domains, and short titles, where absent."""
    statements = raw.get("statements")
    if isinstance(statements, list):
        raw = raw | {"statements": [_titled(one) for one in statements]}
    if toolkit is None:
        return raw
    ours = toolkit.model_dump(mode="json", include={"scale", "agency_types", "domains"})
    return {**ours, **raw}


def _titled(entry: Any) -> Any:
    """A statement without a title is called by its own first words."""
    if not isinstance(entry, dict) or "title" in entry:
        return entry
    words = entry.get("statement")
    return entry | {"title": short_title(words)} if isinstance(words, str) and words else entry


def short_title(statement: str) -> str:
    """The first words of a statement, cut between words."""
    line = " ".join(statement.split())
    if len(line) <= _TITLE_WORDS:
        return line.rstrip(".")
    return line[: _TITLE_WORDS + 1].rsplit(" ", 1)[0][:_TITLE_WORDS].rstrip(",;:.") + "…"


def _said_of_entries(error: ErrorDetails) -> bool:
    """Whether a list is too short only since entries that have lines of their own do not count."""
    if error["type"] != "too_short":
        return False
    given = error["input"]
    return isinstance(given, list | tuple) and len(given) >= error["ctx"]["min_length"]


def _problem(found: Found, error: ErrorDetails) -> str:
    path: Path = tuple(error["loc"])
    field = found.places.field(path)
    return f"{found.places.where(path)}: {_words(field, error)}"


def _words(field: str, error: ErrorDetails) -> str:
    context: Mapping[str, Any] = error.get("ctx", {})
    kind = error["type"]
    if kind == "extra_forbidden":
        return f"{field} is not known here{_meant(str(error['loc'][-1]))}"
    if kind in {"too_long", "too_short"}:
        return f"{field} {_number(context, error)}"
    if kind == "value_error":
        return f"{field} {context['error']}"
    if kind == "string_too_long":
        length = len(str(error["input"]))
        return f"{field} has {length:,} characters; at most {context['max_length']:,} fit"
    if kind == "enum":
        return f"{field} must be {context['expected'].replace(chr(39), '')}"
    if kind == "string_type" and isinstance(error["input"], dict):
        return f"{field} must be text; put quotation marks around a text with a colon"
    return f"{field} {_SIMPLE.get(kind, 'does not fit')}"


_SIMPLE = {
    "missing": "is missing",
    "string_type": "must be text",
    "tuple_type": "must be a list",
    "model_type": "must be a group of named fields",
    "model_attributes_type": "must be a group of named fields",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "bool_parsing": "must be yes or no",
    "bool_type": "must be yes or no",
}


def _number(context: Mapping[str, Any], error: ErrorDetails) -> str:
    given = error["input"]
    actual = len(given) if isinstance(given, list | tuple) else context.get("actual_length", 0)
    if error["loc"][-1] in {"levels", "scale", "domains"}:
        things = "texts" if error["loc"][-1] == "levels" else "entries"
        return f"has {actual} {things}, 4 are needed"
    bound = context.get("max_length")
    limit = f"at most {bound} fit" if error["type"] == "too_long" else "1 is needed"
    return f"has {actual} entries, {limit}"


def _meant(name: str) -> str:
    close = difflib.get_close_matches(name, _KNOWN, n=1)
    return f"; did you mean '{close[0]}'?" if close else ""
