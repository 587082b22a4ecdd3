"""The rows of a peer reviewer's files: what `given_to` allows, in words, and nothing beside it."""

from collections.abc import Sequence

from assessment.access.wording import listed, month_year
from assessment.bank.model import EVIDENCE_WORDS, Bank
from assessment.evidence.model import STRENGTH_WORDS
from assessment.peer_review.model import (
    CANNOT_TELL_WORDS,
    DOCUMENT_WAY_WORDS,
    OUTCOME_WORDS,
    AreaRating,
    CannotTell,
    GivenDocument,
    GivenStatement,
    GivenToReviewer,
    OwnChallenge,
    Said,
)
from assessment.peer_review.rules.agreement import AGREEMENT_WORDS, agreement
from exports.packs.model import DocumentRow, ReviewerRow, SecondRow
from exports.packs.rules.rows import row_of


NO_DOCUMENT = "No document is named for this one."
NOT_RATED = "Not rated"
NOT_APPLICABLE = "Not applicable here"


def answers_of(labels: Sequence[str]) -> tuple[str, ...]:
    """The five answers in their order: "0 Not met" to "3 Fully met", then "Cannot tell …"."""
    return (*(f"{value} {label}" for value, label in enumerate(labels)), CANNOT_TELL_WORDS)


def first_rows(bank: Bank, given: GivenToReviewer) -> tuple[ReviewerRow, ...]:
    """A row for each statement given; the area's rating only where it is given already."""
    return tuple(
        ReviewerRow(
            row=row_of(bank, one.statement),
            documents="\n".join(map(_document, one.documents)) or NO_DOCUMENT,
            area=_area_and_why(one.area, given.labels) if not given.blind else "",
        )
        for one in given.statements
    )


def document_rows(given: GivenToReviewer) -> tuple[DocumentRow, ...]:
    """Every document given, once, with the statements it is for."""
    found: dict[str, tuple[GivenDocument, list[str]]] = {}
    for one in given.statements:
        for document in one.documents:
            found.setdefault(document.id, (document, []))[1].append(one.statement.id)
    return tuple(_document_row(document, ids) for document, ids in found.values())


def second_rows(given: GivenToReviewer) -> tuple[SecondRow, ...]:
    """Both ratings of each statement given, with the area's reply once it is confirmed."""
    replies = {one.statement_id: one for one in given.challenges}
    return tuple(_second(given, one, replies.get(one.statement.id)) for one in given.statements)


def _second(given: GivenToReviewer, one: GivenStatement, reply: OwnChallenge | None) -> SecondRow:
    mine = given.own.get(one.statement.id)
    said = mine.said if mine else None
    own = one.area.rating if one.area else None
    found = agreement(own, said)
    return SecondRow(
        statement_id=one.statement.id,
        title=one.statement.title,
        own=said_words(said, given.labels),
        area=_area(one.area, given.labels),
        reason=one.area.reason if one.area else "",
        difference=AGREEMENT_WORDS[found] if found else "",
        reply=_reply(reply) if reply else "",
        answers=reply is not None and not reply.answered and not reply.closed,
    )


def said_words(said: Said | None, labels: Sequence[str]) -> str:
    """A reviewer's own rating in words."""
    if said is None:
        return NOT_RATED
    return CANNOT_TELL_WORDS if isinstance(said, CannotTell) else labels[said]


def _area(area: AreaRating | None, labels: Sequence[str]) -> str:
    if area is None:
        return NOT_RATED
    if area.not_applicable:
        return NOT_APPLICABLE
    if area.rating is None:
        return NOT_RATED
    return f"{labels[area.rating]}, provisional" if area.provisional else labels[area.rating]


def _area_and_why(area: AreaRating | None, labels: Sequence[str]) -> str:
    return "\n".join(filter(None, (_area(area, labels), area.reason if area else "")))


def _reply(reply: OwnChallenge) -> str:
    outcome = OUTCOME_WORDS[reply.outcome] if reply.outcome else ""
    said = f"{reply.agency}: {reply.reply}" if reply.agency and reply.reply else reply.reply
    return "\n".join(filter(None, (said, outcome, reply.outcome_reason)))


def _document(one: GivenDocument) -> str:
    """Minutes of the board (process, March 2026). Shown on the day."""
    kind = EVIDENCE_WORDS[one.kind].lower() if one.kind else ""
    about = ", ".join(filter(None, (kind, month_year(one.dated) if one.dated else "")))
    return f"{one.title}{f' ({about})' if about else ''}. {DOCUMENT_WAY_WORDS[one.way]}."


def _document_row(one: GivenDocument, statements: Sequence[str]) -> DocumentRow:
    return DocumentRow(
        title=one.title,
        owner=one.owner,
        kind=EVIDENCE_WORDS[one.kind] if one.kind else "",
        dated=one.dated,
        strength=STRENGTH_WORDS[one.strength] if one.strength else "",
        way=DOCUMENT_WAY_WORDS[one.way],
        statements=listed(list(statements)),
    )
