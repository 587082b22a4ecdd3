"""The rules of wording that the statements and the guides share, and where their files are."""

import re
from pathlib import Path


ROOT = Path(__file__).resolve().parents[2]
STATEMENTS = ROOT / "statements.yaml"

SPAN = re.compile(r"\[([^\[\]]+)\]\(t\)")
"""A default of this toolkit, as it is written inline: [5 working days](t)."""

NEVER = re.compile(
    r"\b(offend\w*|addict\w*|abus(?:e|er|ers|ing)|cleans?|users?|non-?complian\w*|clients?"
    r"|prison leavers?|inmates?|convicts?|substance misuse|misus\w+|hard to reach|DNA"
    r"|votes?|voting|ballots?|dissent\w*|clash\w*|cycles?|banks?(?! holiday)|too junior|attrition"
    r"|please|successfully|seed|prisoners?)\b|!",
    re.IGNORECASE,
)
"""Words that hurt people or blur what is meant, and words that belong to our drafts."""

PEER_ALONE = re.compile(r"\bpeers?\b(?! support)", re.IGNORECASE)
"""In this field a peer is someone with lived experience who supports others: say which is meant."""

UNCONFIRMED = re.compile(
    r"NHS England|NHSE|Health and Justice|92544|92454|Wilson|\b75 ?%|40\.7|duty.to.refer"
    r"|80% more likely|nearly 3 times|Case Reference Number|Treatment Outcomes Profile|ViewIT",
    re.IGNORECASE,
)
"""Facts of the field that no document we read confirms, or on which documents disagree."""

PUBLISHED = frozenset({"3 weeks", "6 weeks", "15 working days"})
"""Periods that a source states; every other one is ours and must be marked as such."""

_NUMBER = r"\d+|an?|one|two|three|four|five|six|ten|twelve"
MEASURED = re.compile(
    rf"\b(?:{_NUMBER}) (?:working )?(?:day|week|month|quarter|year)s?\b|\d+ ?%"
    r"|\b(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annually|half|three quarters)\b"
    r"|\b(?:once|twice) an? (?:week|month|year)\b|\blast (?:week|month|quarter|year)\b",
    re.IGNORECASE,
)
"""A threshold or a frequency in running text."""


def spans(text: str) -> list[str]:
    """The words inside each span that is marked as a default of this toolkit."""
    return SPAN.findall(text)


def without_spans(text: str) -> str:
    """The text with every marked span, its brackets included, taken out."""
    return SPAN.sub("", text)


def as_read(text: str) -> str:
    """The text as a reader sees it: the words of a span stay, its signs go."""
    return SPAN.sub(r"\1", text)


def unmarked_measures(text: str) -> list[str]:
    """Thresholds and frequencies outside a span that no source states."""
    return [found for found in MEASURED.findall(without_spans(text)) if found not in PUBLISHED]
