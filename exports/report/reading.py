"""The words in a report that people typed: listed once each, and put as was decided of them."""

import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from action_plans.actions.model import MOVE_WORDS
from action_plans.actions.rules.words import NOT_SAID
from assessment.access.frozen import Frozen
from assessment.access.wording import counted
from assessment.privacy.audience import cell
from exports.audiences.model import Choice, ReadText
from exports.report.model import (
    ActionLine,
    AgencyLine,
    EvidenceLine,
    Report,
    ShortfallLine,
    StatementLine,
)
from exports.report.review_model import StrengthLine


class Passage(Frozen):
    """One text that a person typed, and everywhere it stands in the report.

    `place` says what kind of text it is, `where` in which statement, action or reference.
    """

    digest: str
    place: str
    where: tuple[str, ...]
    text: str


# What replaces a text that was left out where something must stand.
TAKEN_OUT = "Left out of this copy"
_NEEDED = frozenset({"ActionLine.what", "EvidenceLine.title", "ActionLine.owner"})

# The same words in a second place are not asked about twice.
_SAME = {
    "NextStep.what": "ActionLine.what",
    "NextStep.owner": "ActionLine.owner",
    "NextStep.answer": "ActionLine.answer",
    "ShortfallLine.no_action_reason": "StatementLine.no_action_reason",
}
PLACES = {
    "Summary.meetings": "When we meet",
    "StatementLine.because": "Why the chair decided so",
    "StatementLine.not_applicable_reason": "Why it is not applicable",
    "StatementLine.rationale": "Why this rating",
    "StatementLine.no_action_reason": "Why there is no action",
    "ViewLine.reason": "An agency’s reason",
    "DifferentViewLine.reason": "An agency’s reason for its different view",
    "ActionLine.what": "What is to be done",
    "ActionLine.why": "Why it is to be done",
    "ActionLine.owner": "The owner of an action",
    "ActionLine.answer": "An owner’s answer",
    "ActionLine.measure": "How an action is measured",
    "ActionLine.baseline": "How its measure stands now",
    "ActionLine.target": "What its measure should come to",
    "ActionLine.resources": "What an action needs",
    "ActionLine.no_due_reason": "Why there is no date",
    "ActionLine.in_the_way": "What is in the way",
    "ActionLine.waiting": "What an action waits for",
    "ActionLine.funder": "Who pays for an action",
    "ActionLine.came_from": "Which review an action comes from",
    "ActionLine.priority_reason": "Why it has this priority",
    "ActionLine.shown_by": "What shows that it is done",
    "MoveLine.why": "Why a date was moved",
    "ModeratedLine.because": "Why a rating was moderated",
    "StrengthLine.words": "A strength that peer reviewers named",
    "ReviewLine.by": "Which area reviewed",
    "ReviewedLine.line": "Why a peer reviewer rates so",
    "ReviewedLine.comment": "A peer reviewer’s comment",
    "ReviewedLine.question": "A peer reviewer’s question",
    "ReviewedLine.evidence_asked": "What evidence a peer reviewer asks for",
    "ReviewedLine.borrow": "What a peer reviewer would borrow",
    "ReviewedLine.reply": "A reply to a peer reviewer",
    "ReviewedLine.outcome_reason": "Why a challenge ends so",
    "ReviewedLine.answer": "A peer reviewer’s answer",
    "NoteLine.by": "Who reported progress",
    "NoteLine.text": "A progress note",
    "EvidenceLine.title": "The title of a piece of evidence",
    "EvidenceLine.kept": "Where evidence is kept",
    "EvidenceLine.link": "The address of evidence",
    "AgencyLine.role": "Who speaks for an agency",
}
# Sentences of our own making, with nothing in them that a person typed.
_DATE = r"\d{1,2} [A-Z][a-z]+ \d{4}"
_OURS = re.compile(
    rf"Agreed(?: on {_DATE})?|Proposed, not yet asked|No owner yet|No review date is set yet\."
    rf"|(?:Next review|Assess again): {_DATE}\."
)

_OURS_AT = {
    "ActionLine.priority_reason": re.compile(r"(?!Set by the partnership:).*", re.DOTALL),
    # A reason that was chosen from the list, with no words added.
    "MoveLine.why": re.compile("|".join(map(re.escape, (*MOVE_WORDS.values(), NOT_SAID)))),
}
Say = Callable[[str, str, str], str]


def passages_of(report: Report) -> tuple[Passage, ...]:
    """Every text that a person typed into what the report holds, once, in reading order."""
    found: dict[tuple[str, str], list[str]] = {}

    def take(place: str, where: str, text: str) -> str:
        if not _ours(place, text):
            found.setdefault((place, text), []).append(where)
        return text

    _walked(report, "", take)
    return tuple(
        Passage(
            digest=digest_of(place, text),
            place=PLACES.get(place, place),
            where=tuple(dict.fromkeys(filter(None, where))),
            text=text,
        )
        for (place, text), where in found.items()
    )


def _ours(place: str, text: str) -> bool:
    """Whether nobody typed any of it: nothing at all, or a sentence of our own making."""
    made = _OURS_AT.get(place, _OURS)
    return not text.strip() or made.fullmatch(text) is not None


def digest_of(place: str, text: str) -> str:
    """What stands for a text in its field; another text, or another field, has another."""
    return sha256(f"{place}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()


def unread(passages: tuple[Passage, ...], read: Mapping[str, ReadText]) -> tuple[Passage, ...]:
    """The texts of which nothing is decided yet."""
    return tuple(one for one in passages if one.digest not in read or not read[one.digest].decided)


def as_decided(report: Report, read: Mapping[str, ReadText]) -> Report:
    """The report with each text as it was decided; what it leaves out says how many.

    A text of which nothing was decided is left out too: whoever calls this has refused before.
    """
    counts = {Choice.DROP: 0, Choice.REWORD: 0}
    for passage in passages_of(report):
        one = read.get(passage.digest)
        choice = one.choice if one and one.choice else Choice.DROP
        if choice in counts:
            counts[choice] += 1

    def put(place: str, where: str, text: str) -> str:
        if _ours(place, text):
            return text
        one = read.get(digest_of(place, text))
        if one is not None and one.choice is Choice.KEEP:
            return text
        if one is not None and one.choice is Choice.REWORD:
            return one.wording
        return TAKEN_OUT if place in _NEEDED else ""

    put_so: Report = _walked(report, "", put)
    return put_so.model_copy(update={"left_out": (*report.left_out, *_said(counts))})


def _said(counts: Mapping[Choice, int]) -> Iterator[str]:
    if counts[Choice.DROP]:
        yield f"{counted(counts[Choice.DROP], 'text')} taken out after reading"
    if counts[Choice.REWORD]:
        yield f"the first wording of {counted(counts[Choice.REWORD], 'text')}"


def _walked(value: Any, where: str, say: Say) -> Any:
    """The value with every typed text of it put through `say`."""
    if isinstance(value, tuple):
        return tuple(_walked(inner, where, say) for inner in value)
    if not isinstance(value, Frozen):
        return value
    kind, here = type(value).__name__, _named(value) or where
    changed: dict[str, Any] = {}
    for name, inner in value:
        if cell(kind, name).typed:
            place = f"{kind}.{name}"
            changed[name] = _texts(inner, _SAME.get(place, place), here, say)
        else:
            changed[name] = _walked(inner, here, say)
    return value.model_copy(update=changed)


def _texts(value: Any, place: str, where: str, say: Say) -> Any:
    if isinstance(value, tuple):
        return tuple(filter(None, (say(place, where, text) for text in value)))
    return say(place, where, value)


def _named(value: Frozen) -> str:
    """How a reader knows the line that a text stands in."""
    match value:
        case StatementLine() | ShortfallLine():
            return f"{value.id} {value.title}"
        case ActionLine():
            return f"Action {value.number}"
        case EvidenceLine():
            return f"{value.number}"
        case AgencyLine():
            return value.name
        case StrengthLine():
            return value.statement
    return ""
