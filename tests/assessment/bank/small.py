"""A small set of statements for the tests, as plain values, as YAML and as a set."""

import json
from collections.abc import Callable
from typing import Any

from assessment.bank.model import DOMAIN_SLUGS, Bank


Change = Callable[[dict[str, Any]], object]

_STATEMENT: dict[str, Any] = {
    "title": "Named lead",
    "statement": "One named person leads, and reports every [6 months](t).",
    "plain": "One person is in charge.",
    "levels": ["Nobody.", "Somebody.", "A named lead.", "A lead and a report in [6 months](t)."],
    "evidence": [
        {"kind": "process", "prompt": "Role note"},
        {"kind": "numbers", "prompt": "Reports in the last [year](t)"},
    ],
    "agencies": ["LAC", "LEX"],
    "actions": ["Name a lead", "Report every [6 months](t)"],
    "sources": ["OHID23"],
}
_SMALL: dict[str, Any] = {
    "about": {
        "name": "Small set",
        "version": "1.0",
        "wording": "toolkit",
        "notice": "Our own wording.",
        "language": "en-GB",
    },
    "scale": [
        {"value": value, "label": label, "meaning": "How it is."}
        for value, label in enumerate(("Not met", "Partly met", "Mostly met", "Fully met"))
    ],
    "agency_types": [
        {"code": "LAC", "name": "Council commissioner", "short": "Council", "expected": "core"},
        {"code": "LEX", "name": "Lived experience", "short": "Lived", "expected": "optional"},
    ],
    "domains": [
        {"id": one, "slug": slug, "title": f"Title of {slug}", "summary": "What it is about."}
        for one, slug in DOMAIN_SLUGS.items()
    ],
    "sources": [{"code": "OHID23", "title": "Guidance", "link": "https://www.gov.uk/a"}],
    "statements": [
        {"id": "G01", "domain": "G", "core": True, **_STATEMENT},
        {"id": "P07", "domain": "P", "safety": "medication", **_STATEMENT},
    ],
}


def values(*changes: Change) -> dict[str, Any]:
    """The small set as plain values, after each change was made to it in place."""
    raw: dict[str, Any] = json.loads(json.dumps(_SMALL))
    for change in changes:
        change(raw)
    return raw


def bank(*changes: Change) -> Bank:
    """The small set."""
    return Bank.model_validate(values(*changes))


def yaml_bytes(*changes: Change) -> bytes:
    """The small set as a YAML file: JSON is YAML, with a value on each line."""
    return json.dumps(values(*changes), indent=2, ensure_ascii=False).encode()
