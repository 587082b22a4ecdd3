"""The identifier guard: finds what may identify a person in text, before the text is written.

Exact rules for numbers that carry a check; careful ones, that would rather miss than cry wolf,
for what only its surroundings give away. Names without a title cannot be found: the page says so.
Each rule and its source stand in section 8 of the domain notes.
"""

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator

from assessment.privacy import context, numbers
from assessment.privacy.folding import readings
from assessment.privacy.identifiers import Finding, IdentifierKind


__all__ = ["Finding", "IdentifierKind", "find_identifiers", "new_findings", "place", "removed"]

REMOVED = "[removed]"

# A UUID, as in a link to a shared folder, is no one's; one in 400 would pass for an NHS number.
_OWN_IDS = re.compile(
    r"(?<![0-9A-Za-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9A-Za-z])", re.IGNORECASE
)

# First come, first served where two overlap: the most telling form goes first.
_SEARCHES: tuple[tuple[IdentifierKind, Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    (IdentifierKind.MOBILE, numbers.mobile_numbers),
    (IdentifierKind.EMAIL, context.personal_emails),
    (IdentifierKind.DRIVING_LICENCE, numbers.driving_licences),
    (IdentifierKind.PRISON, numbers.prison_numbers),
    (IdentifierKind.PNC, numbers.pnc_numbers),
    (IdentifierKind.CRO, numbers.cro_numbers),
    (IdentifierKind.NATIONAL_INSURANCE, numbers.ni_numbers),
    (IdentifierKind.NHS, numbers.nhs_numbers),
    (IdentifierKind.CHI, numbers.chi_numbers),
    (IdentifierKind.DATE_OF_BIRTH, context.birth_dates),
    (IdentifierKind.CRN, context.probation_references),
    (IdentifierKind.POSTCODE, context.home_postcodes),
    (IdentifierKind.NAME, context.titled_names),
)


def find_identifiers(text: str) -> tuple[Finding, ...]:
    """Every likely identifier in the text, in its order, none overlapping another."""
    taken = _Taken()
    plain = [(reading, _OWN_IDS.sub(_blank, reading.text)) for reading in readings(text)]
    for kind, search in _SEARCHES:
        for reading, searched in plain:
            for start, end in search(searched):
                taken.add(kind, *reading.span(start, end))
    return taken.findings()


def new_findings(text: str, stored: str | None) -> tuple[Finding, ...]:
    """The findings in the text that the stored text does not hold already.

    What was once kept deliberately is not asked about again each time the sentence around it
    changes; the same number written with other spaces counts as the same.
    """
    findings = find_identifiers(text)
    if not findings or not stored:
        return findings
    known = {_identity(stored, finding) for finding in find_identifiers(stored)}
    return tuple(finding for finding in findings if _identity(text, finding) not in known)


def removed(text: str, spans: Iterable[Finding | tuple[int, int]]) -> str:
    """The text with "[removed]" in place of each span.

    What comes to light only then, as a number that another one stood in the middle of, goes too.
    """
    cuts = sorted({_span(span) for span in spans})
    kept = {
        _identity(text, finding)
        for finding in find_identifiers(text)
        if not any(start < finding.end and finding.start < end for start, end in cuts)
    }
    result = _cut(text, cuts)
    while fresh := [f for f in find_identifiers(result) if _identity(result, f) not in kept]:
        result = _cut(result, [_span(finding) for finding in fresh])
    return result


def place(text: str, finding: Finding) -> str:
    """Where a finding stands, for a person who looks for it: "word 7" or "line 2, word 7"."""
    before = text[: finding.start]
    line = before.count("\n") + 1
    words = before[before.rfind("\n") + 1 :].split()
    glued = bool(before) and not before[-1].isspace() and bool(words)
    number = len(words) + (0 if glued else 1)
    return f"line {line}, word {number}" if "\n" in text.strip() else f"word {number}"


class _Taken:
    """The findings so far, kept in order so that an overlap is seen in logarithmic time."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int, IdentifierKind]] = []

    def add(self, kind: IdentifierKind, start: int, end: int) -> None:
        """Keep the finding unless an earlier one overlaps it."""
        at = bisect_right(self._spans, (start, end, kind))
        after = self._spans[at : at + 1]
        before = self._spans[at - 1 : at] if at else []
        if all(end <= span[0] for span in after) and all(span[1] <= start for span in before):
            insort(self._spans, (start, end, kind))

    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order of the text."""
        return tuple(Finding(kind, start, end) for start, end, kind in self._spans)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _identity(text: str, finding: Finding) -> tuple[IdentifierKind, str]:
    plain = readings(text[finding.start : finding.end])[0].text
    return finding.kind, "".join(char for char in plain if char.isalnum()).casefold()


def _span(span: Finding | tuple[int, int]) -> tuple[int, int]:
    return (span.start, span.end) if isinstance(span, Finding) else span


def _cut(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces: list[str] = []
    place_in_text = 0
    for start, end in spans:
        pieces.append(text[place_in_text:start])
        if end > place_in_text:
            pieces.append(REMOVED)
        place_in_text = max(place_in_text, end)
    pieces.append(text[place_in_text:])
    return "".join(pieces)
