"""Reviews by other areas beside results: where they differed, or what was released of them."""

import streamlit as st
from markupsafe import Markup

from assessment.access.wording import counted, listed
from assessment.bank.model import Bank
from assessment.consensus import service as consensus
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.peer_review import service as reviews
from assessment.peer_review.model import Findings, ReviewRound
from assessment.peer_review.panels.next_step import round_name
from assessment.peer_review.panels.side_by_side import (
    bank_of_round,
    beside,
    moderated_box,
    own_box,
    ratings_table,
)
from assessment.peer_review.permissions import user_can_read_reviews
from assessment.peer_review.rules.stage import DRAFT_WORDS
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.tables import table, wide


ASK = (
    "Somebody from another area can test the answers: they rate a few statements afresh, and you "
    "talk about where they see it differently."
)


def reviewed(ctx: PageContext) -> None:
    """Nothing before the ratings are agreed, unless a review is there already.

    Whoever was given sight is told what was released, and nothing before.
    """
    if not user_can_read_reviews(ctx.desk.actor):
        _released(ctx)
        return
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    found = reviews.rounds(ctx.desk, ctx.assessment_id)
    if one.status is not Status.AGREED and not found:
        return
    show("<h2>Review by another area</h2>", "" if found else f"<p>{ASK}</p>")
    for each in found:
        if each.returned_at:
            _differed(ctx, each)
    words = "Open the reviews by other areas" if found else "Ask another area for a review"
    if "reviews" in ctx.links and st.button(words, key="to_reviews"):
        ctx.go("reviews")


def _differed(ctx: PageContext, one: ReviewRound) -> None:
    """How often they agreed, and a row for each statement rated otherwise or not told."""
    rows = [row for row in beside(ctx, one.id) if row.differs or row.asks or row.moderated]
    draft = f" {DRAFT_WORDS}." if one.released_at is None else ""
    name = round_name(one)
    show(
        fill("<h3>{}</h3>", name),
        fill("<p>{}{}</p>", _counts(reviews.findings(ctx.desk, one.id)), draft),
        ratings_table(bank_of_round(ctx, one.assessment_id), rows, name) if rows else "",
    )


def _released(ctx: PageContext) -> None:
    """As the board's copy has it: neither who reviewed, nor what they and agencies wrote."""
    found = reviews.released_findings(ctx.desk, ctx.assessment_id)
    if not found:
        return
    bank = bank_of_round(ctx, ctx.assessment_id)
    show("<h2>Review by another area</h2>")
    for each in found:
        name = f"Review {each.number}"
        show(
            fill("<h3>{}</h3><p>{}</p>", name, _counts(each)),
            _moderated_table(ctx, bank, each, name) if each.moderated else "",
            _passed_on(bank, each) if each.strengths else "",
        )


def _moderated_table(ctx: PageContext, bank: Bank, found: Findings, name: str) -> Markup:
    with ctx.desk.store.reading():
        own = consensus.ratings_of(ctx.desk, ctx.assessment_id)
        kinds = evidence_service.kinds_by_statement(ctx.desk, ctx.assessment_id)
    cells = [
        (
            f"{id_} {bank.statement(id_).title}",
            own_box(bank, own.get(id_), kinds.get(id_, frozenset())),
            moderated_box(bank, one),
        )
        for one in found.moderated
        for id_ in (one.statement_id,)
    ]
    return wide(table(("Statement", "Our rating", "Moderated"), cells, name=name), name)


def _passed_on(bank: Bank, found: Findings) -> Markup:
    items = joined(
        fill("<li>{} {}: {}</li>", id_, bank.statement(id_).title, words)
        for id_, words in found.strengths
    )
    return fill('<h4>Strengths to borrow</h4><ul class="list">{}</ul>', items)


def _counts(found: Findings) -> str:
    """11 ratings: 8 the same as ours, 1 higher and 2 lower. 1 time they cannot tell."""
    given = found.same + found.higher + found.lower
    said = [
        f"{found.same} the same as ours" if found.same else "",
        f"{found.higher} higher" if found.higher else "",
        f"{found.lower} lower" if found.lower else "",
    ]
    parts = listed([part for part in said if part])
    asked = counted(found.cannot_tell, "time")
    more = f" {asked} they cannot tell, and ask for evidence." if found.cannot_tell else ""
    return f"{counted(given, 'rating')}{f': {parts}' if parts else ''}.{more}"
