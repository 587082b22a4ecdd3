"""Ratings side by side: the area's own, the peer reviewers', and the moderated one.

Whether a reviewer agrees is computed where it is drawn, and said by a symbol and in words. "Cannot
tell" is drawn as a request for evidence, never as a rating.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from assessment.access.wording import counted
from assessment.bank import service as bank_service
from assessment.bank.model import Bank, EvidenceKind, Statement
from assessment.consensus import service as consensus
from assessment.consensus.model import AgreedRating
from assessment.consensus.rules.standing import provisional
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.model import (
    CANNOT_TELL_WORDS,
    ModeratedRating,
    PeerReviewer,
    ReviewerRating,
)
from assessment.peer_review.rules.agreement import AGREEMENT_WORDS, Agreement
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, text
from assessment.ui.symbols import level, not_applicable, not_rated
from assessment.ui.tables import table, wide


SYMBOLS = {
    Agreement.SAME: "=",
    Agreement.HIGHER: "↑",
    Agreement.LOWER: "↓",
    Agreement.CANNOT_TELL: "?",
}
NOTHING_SET = "Not set"
NO_RATING = "No rating given"


@dataclass(frozen=True)
class Given:
    """What one peer reviewer said of a statement; no agreement where nothing can be compared."""

    who: PeerReviewer
    rating: ReviewerRating
    agreement: Agreement | None


@dataclass(frozen=True)
class Beside:
    """One statement of a review with everything that was said of it."""

    statement: Statement
    own: Markup
    given: tuple[Given, ...]
    moderated: ModeratedRating | None

    @property
    def differs(self) -> bool:
        """Whether any peer reviewer rated it otherwise."""
        return any(each.agreement in {Agreement.HIGHER, Agreement.LOWER} for each in self.given)

    @property
    def asks(self) -> bool:
        """Whether any could not tell, which asks for evidence and is no rating."""
        return any(each.agreement is Agreement.CANNOT_TELL for each in self.given)


def differing_words(rows: Collection[Beside]) -> str:
    """How many statements are rated otherwise, and on how many somebody cannot tell."""
    differ, asks = sum(row.differs for row in rows), sum(row.asks for row in rows)
    said = counted(differ, "statement") if differ else "No statement"
    words = f"{said} {'are' if differ > 1 else 'is'} rated differently."
    if not asks:
        return words
    return f"{words} On {asks} somebody cannot tell: it asks for evidence, and is no lower rating."


def bank_of_round(ctx: PageContext, assessment_id: str) -> Bank:
    """The statements that an assessment follows."""
    one = partnerships.assessment(ctx.desk, assessment_id)
    return bank_service.bank_of(ctx.desk, one.bank_id)


def beside(ctx: PageContext, round_id: str) -> tuple[Beside, ...]:
    """The statements of a review in the set's own order, with what is in of each.

    One that was taken out of it after somebody had rated it is still among them.
    """
    with ctx.desk.store.reading():
        one = service.round_of(ctx.desk, round_id)
        bank = bank_of_round(ctx, one.assessment_id)
        own = consensus.ratings_of(ctx.desk, one.assessment_id)
        kinds = evidence_service.kinds_by_statement(ctx.desk, one.assessment_id)
        given = _given(ctx, round_id)
        moderated = service.moderated(ctx.desk, round_id)
        here = {each.id for each in service.scope(ctx.desk, round_id)}
        here |= {each.rating.statement_id for each in given}
    return tuple(
        Beside(
            each,
            own_box(bank, own.get(each.id), kinds.get(each.id, frozenset())),
            tuple(one for one in given if one.rating.statement_id == each.id),
            moderated.get(each.id),
        )
        for each in bank.statements
        if each.id in here
    )


def own_box(bank: Bank, agreed: AgreedRating | None, kinds: Collection[EvidenceKind]) -> Markup:
    """The area's own agreed rating in its box."""
    if agreed is None or (agreed.rating is None and not agreed.not_applicable):
        return not_rated()
    if agreed.rating is None:
        return not_applicable()
    return level(agreed.rating, bank.label(agreed.rating), provisional(agreed.rating, kinds))


def said_box(bank: Bank, rating: ReviewerRating) -> Markup:
    """A peer reviewer's rating in its box, or in words that it cannot be told."""
    if rating.cannot_tell:
        return fill("<strong>{}</strong>", CANNOT_TELL_WORDS)
    if rating.rating is None:
        return fill('<span class="muted">{}</span>', NO_RATING)
    return level(rating.rating, bank.label(rating.rating))


def agreement_mark(agreement: Agreement | None) -> Markup:
    """How it stands beside the area's: a symbol for the eye, and the words for everyone."""
    if agreement is None:
        return Markup("Nothing to compare")
    return fill('<i aria-hidden="true">{}</i> {}', SYMBOLS[agreement], AGREEMENT_WORDS[agreement])


def moderated_box(bank: Bank, found: ModeratedRating | None) -> Markup:
    """The moderated rating in its box, or that none is set."""
    if found is None or not found.stands:
        return fill('<span class="muted">{}</span>', NOTHING_SET)
    return (
        not_applicable() if found.rating is None else level(found.rating, bank.label(found.rating))
    )


def ratings_table(bank: Bank, rows: Sequence[Beside], name: str) -> Markup:
    """Statement, our rating, theirs with the computed agreement, and the moderated one."""
    heads = ("Statement", "Our rating", "Peer reviewers", "Moderated")
    cells = [
        (
            f"{one.statement.id} {one.statement.title}",
            one.own,
            joined((_said(bank, each) for each in one.given), Markup("<br><br>"))
            or "No rating yet",
            moderated_box(bank, one.moderated),
        )
        for one in rows
    ]
    return fill('<div class="beside">{}</div>', wide(table(heads, cells, name=name), name))


def _said(bank: Bank, given: Given) -> Markup:
    asked = f"Asks for: {given.rating.evidence_asked}" if given.rating.evidence_asked else ""
    words = joined((text(part) for part in (given.rating.line, asked) if part), Markup("<br>"))
    return fill(
        '<span class="muted">{}</span><br>{}<br>{}{}{}',
        given.who.words,
        said_box(bank, given.rating),
        "" if given.agreement is Agreement.CANNOT_TELL else agreement_mark(given.agreement),
        Markup("<br>") if words and given.agreement is not Agreement.CANNOT_TELL else "",
        words,
    )


def _given(ctx: PageContext, round_id: str) -> tuple[Given, ...]:
    who = _everyone(ctx, round_id)
    compared: Mapping[str, Agreement | None] = service.agreements(ctx.desk, round_id)
    return tuple(
        Given(who[each.reviewer_id], each, compared.get(each.id))
        for each in service.ratings(ctx.desk, round_id)
    )


def _everyone(ctx: PageContext, round_id: str) -> dict[str, PeerReviewer]:
    """Those in use and those taken out: what they gave stays."""
    in_use = service.reviewers(ctx.desk, round_id)
    taken_out = service.reviewers(ctx.desk, round_id, archived=True)
    return {each.id: each for each in (*in_use, *taken_out)}
