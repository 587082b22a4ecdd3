"""What a reader should look at twice before a text leaves the area: names, small counts, cases.

These are pointers for a person's eyes and no test of harmlessness: a text in which nothing is
noticed may still tell who someone is. The guard's own findings are among them, since a person may
have kept one deliberately for the area and not for the public.
"""

import re
from collections.abc import Callable, Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from assessment.privacy.guard import find_identifiers


class Notice(StrEnum):
    """Why a reader should look twice."""

    IDENTIFIER = "identifier"
    NAME = "name"
    SMALL_COUNT = "small_count"
    CASE = "case"


NOTICE_WORDS = {
    Notice.IDENTIFIER: "looks like an identifier",
    Notice.NAME: "may be a name",
    Notice.SMALL_COUNT: "is a small count",
    Notice.CASE: "may be about one person",
}


class Noticed(NamedTuple):
    """A slice of a text and why to look at it."""

    start: int
    end: int
    why: Notice


# Under five, a count of people can be a person whom somebody in the area knows.
_PEOPLE = (
    r"(?:people|persons?|men|man|women|woman|prisoners?|prison leavers?|leavers?|residents?|"
    r"patients?|clients?|service users?|individuals?|adults?|deaths?|overdoses?|suicides?|cases?|"
    r"releases?|referrals?|recalls?|births?|relapses?)"
)
_SMALL_COUNT = re.compile(
    rf"(?<![\w.,£/-])(?:one|two|three|four|[1-4])(?:\s+of\s+(?:the\s+|our\s+|these\s+)?"
    rf"(?:\d{{1,2}}|[a-z]+))?(?:\s+[a-z-]+){{0,2}}?\s+{_PEOPLE}\b(?!\s+(?:centre|service|team)s?\b)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?<![\w.,£/-])[1-4]\s+(?:of|out of)\s+(?:the\s+)?\d{1,3}\b", re.IGNORECASE)
_CASE = re.compile(
    r"\b(?:he|she|his|hers?|him|himself|herself)\b"
    r"|\b(?:a|an|one|the|this|that)\s+(?:\w+\s+)?(?:man|woman|mother|father|son|daughter|lad|girl)\b"
    r"|\b(?:died|death of|killed|suicide|self-harm\w*|overdosed|raped?|assaulted|pregnant"
    r"|miscarr\w+)\b|\baged\s+\d{1,3}\b|\b\d{1,2}[- ]years?[- ]old\b"
    r"|\b(?:case of|in the case|serious case|inquest|coroner\w*|prevention of future deaths)\b"
    r"|\b(?:diagnos\w+|schizophreni\w+|HIV|hepatitis)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:;•\n–—]\s*|[\"“(]\s*)$")
# Words of the field that are written with a capital and are nobody's name.
_USUAL = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "healthcare "
    "may june july august september october november december christmas easter england wales "
    "english welsh british britain scotland probation prison prisons service services council "
    "board health justice public treatment community national local regional region "
    "partnership team officer manager lead head governor director deputy senior naloxone "
    "buvidal methadone buprenorphine teams excel outlook sharepoint word throughcare not met "
    "partly mostly fully action statement domain agreed declined proposed kind of the and for "
    "in on at to by with i i’m i’ve ministry office home police crime commissioner integrated "
    "care trust foundation group forum first day out drug alcohol drugs combating nhs hmp yoi "
    "department strategic need needs assessment memorandum understanding"
)
_COMMON = frozenset(_USUAL.split())


def noticed(text: str, known: Collection[str] = ()) -> tuple[Noticed, ...]:
    """What to look at twice, in the order of the text; where two overlap, the more telling one.

    `known` are names that are no person's: agencies, prisons, the area.
    """
    found: list[Noticed] = []
    for why, search in _SEARCHES:
        for start, end in search(text):
            if not any(start < one.end and one.start < end for one in found):
                found.append(Noticed(start, end, why))
    usual = _COMMON | {word.casefold() for name in known for word in _WORD.findall(name)}
    for start, end in _names(text, usual):
        if not any(start < one.end and one.start < end for one in found):
            found.append(Noticed(start, end, Notice.NAME))
    return tuple(sorted(found))


def _identifiers(text: str) -> Iterator[tuple[int, int]]:
    return ((one.start, one.end) for one in find_identifiers(text))


def _counts(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_SMALL_COUNT, _SHARE):
        for match in pattern.finditer(text):
            yield match.span()


def _cases(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _CASE.finditer(text))


_SEARCHES: tuple[tuple[Notice, Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    (Notice.IDENTIFIER, _identifiers),
    (Notice.SMALL_COUNT, _counts),
    (Notice.CASE, _cases),
)


def _names(text: str, usual: Collection[str]) -> Iterator[tuple[int, int]]:
    """Capitalised words that are no usual ones: several in a row, or one inside a sentence."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        joins = run and text[run[-1].end() : match.start()] == " "
        if run and not (joins and _may_be_name(match[0], usual)):
            yield from _told(text, run)
            run = []
        if _may_be_name(match[0], usual):
            run.append(match)
    if run:
        yield from _told(text, run)


def _told(text: str, run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    alone_at_start = len(run) == 1 and _ENDS_SENTENCE.search(text[: run[0].start()])
    if not alone_at_start:
        yield run[0].start(), run[-1].end()


def _may_be_name(word: str, usual: Collection[str]) -> bool:
    base = word.removesuffix("’s").removesuffix("'s")
    return (
        len(base) > 1 and base[0].isupper() and not base.isupper() and base.casefold() not in usual
    )
