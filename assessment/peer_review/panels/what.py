"""What they rate: the statements with the time they take, blind or open, until when, and from
which documents."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from assessment.access.errors import BadInput
from assessment.access.wording import counted
from assessment.bank import service as bank_service
from assessment.bank.model import Bank, Statement
from assessment.evidence import service as evidence_service
from assessment.evidence.model import Evidence
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.model import DOCUMENT_WAY_WORDS, DocumentWay, ReviewRound
from assessment.peer_review.panels.boxes import expiry_box
from assessment.peer_review.rules.lasting import ANSWER_DAYS
from assessment.peer_review.rules.scope import RULE_WORDS, minutes_words, too_many_words
from assessment.peer_review.rules.stage import FACT_DAYS
from assessment.peer_review.service.scoping import GONE_OUT
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, literal, tick
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import guarded, show_refusal


CLEARED = "Not saved: choose “Not available” for a document that they are not to see."
NO_DOCUMENTS = (
    "No evidence is named on these statements yet. Name it on each statement’s page; a peer "
    "reviewer who is shown nothing can only answer that they cannot tell."
)
LASTS = (
    f"Invitation links shut on this day, for answers to your replies too. Leave {FACT_DAYS} "
    f"working days for the facts and {ANSWER_DAYS} to answer; a later day opens "
    "the same links again."
)
HOW_DOCUMENTS = (
    "Documents never travel in a pack: it only names them. Say of each how they see it. One that "
    "nothing is said of is not named to them at all."
)


def what_section(ctx: PageContext, one: ReviewRound, live: bool) -> None:
    """The statements, how they are rated and until when, and the documents that belong to them."""
    chosen = service.scope(ctx.desk, one.id)
    _statements(ctx, one, chosen, live and one.sent_at is None)
    show("<h2>How, and until when</h2>")
    tick(
        "Blind: they rate first, and see our ratings only afterwards",
        key=f"round_{one.id}_blind",
        stored=one.blind,
        on_pick=partial(service.set_blind, ctx.desk, one.id, seen=one.blind),
        disabled=not live or one.sent_at is not None,
    )
    left, _ = st.columns(2, gap="large")
    with left:
        expiry_box(ctx, one, live)
        show(fill('<p class="muted">{}</p>', LASTS))
    _documents(ctx, one, chosen, live)


def _statements(
    ctx: PageContext, one: ReviewRound, chosen: Sequence[Statement], live: bool
) -> None:
    warning = too_many_words(len(chosen))
    show(
        fill("<h2>{}</h2>", minutes_words(len(chosen)).rstrip(".")),
        fill("<p><strong>{}</strong></p>", warning) if warning else "",
        fill('<p class="muted">{}</p>', RULE_WORDS),
        fill("<p>{}</p>", GONE_OUT) if one.sent_at else "",
        fill('<ul class="list">{}</ul>', joined(_named(each) for each in chosen)),
    )
    if not live:
        return
    ids = frozenset(each.id for each in chosen)
    with st.expander("Take statements in or out"):
        _choosing(ctx, one, ids)
    # Always there: where a part of a fragment comes and goes, what stands below it is left behind.
    as_proposed = ids == frozenset(service.proposal(ctx.desk, one.assessment_id))
    key = f"round_{one.id}_propose"
    st.button(
        "Go back to the statements the rule proposes",
        key=key,
        on_click=guarded(key, partial(service.propose, ctx.desk, one.id)),
        disabled=as_proposed,
    )
    show_refusal(key)


def _named(statement: Statement) -> Markup:
    safety = Markup(' <span class="muted">Safety-critical.</span>') if statement.safety else ""
    return fill("<li><strong>{}</strong> {}{}</li>", statement.id, statement.title, safety)


def _choosing(ctx: PageContext, one: ReviewRound, ids: frozenset[str]) -> None:
    """A tick for each statement of the assessment, by domain."""
    in_scope = partnerships.scope(ctx.desk, one.assessment_id)
    bank = _bank(ctx, one)
    for domain in bank.domains:
        mine = [each for each in bank.in_domain(domain.id) if each.id in in_scope]
        if mine:
            show(fill("<h3>{}</h3>", domain.title))
        for each in mine:
            tick(
                f"{each.id} {each.title}",
                key=f"round_{one.id}_{each.id}",
                stored=each.id in ids,
                on_pick=partial(_take_in, ctx, one.id, each.id),
            )


def _take_in(ctx: PageContext, round_id: str, statement_id: str, wanted: bool) -> None:
    """One statement in or out; what another screen takes in or out meanwhile stands too."""
    this: list[str] = [statement_id]
    picked, seen = (this, []) if wanted else ([], this)
    service.set_scope(ctx.desk, round_id, picked, seen)


def _documents(ctx: PageContext, one: ReviewRound, chosen: Sequence[Statement], live: bool) -> None:
    ids = {each.id for each in chosen}
    every = evidence_service.evidence_of(ctx.desk, one.assessment_id)
    mine = [each for each in every if each.title.strip() and not ids.isdisjoint(each.statements)]
    show("<h2>Documents</h2>", fill("<p>{}</p>", HOW_DOCUMENTS if mine else NO_DOCUMENTS))
    ways = service.documents(ctx.desk, one.id)
    unsaid = [each.id for each in mine if each.id not in ways]
    if unsaid and live:
        key = f"round_{one.id}_rest"
        st.button(
            f"Show the other {counted(len(unsaid), 'document')} on the day",
            key=key,
            on_click=guarded(key, partial(_rest_on_the_day, ctx, one.id, unsaid)),
        )
        show_refusal(key)
    if mine:
        words = f"One by one: {len(mine) - len(unsaid)} of {len(mine)} said"
        with st.expander(words, key=f"round_{one.id}_documents"):
            for each in mine:
                way = ways[each.id].way if each.id in ways else None
                _document(ctx, one, each, way, live)


def _document(
    ctx: PageContext, one: ReviewRound, item: Evidence, way: DocumentWay | None, live: bool
) -> None:
    def pick(picked: DocumentWay | None) -> None:
        if picked is None:
            raise BadInput(CLEARED)
        service.set_document_way(ctx.desk, one.id, item.id, picked, seen=way)

    choose(
        literal(f"{item.title} ({', '.join(item.statements)})"),
        list(DocumentWay),
        key=f"round_{one.id}_document_{item.id}",
        stored=way,
        words=DOCUMENT_WAY_WORDS.__getitem__,
        on_pick=pick,
        placeholder="Not said yet",
        disabled=not live,
    )


def _rest_on_the_day(ctx: PageContext, round_id: str, unsaid: Sequence[str]) -> None:
    for evidence_id in unsaid:
        service.set_document_way(ctx.desk, round_id, evidence_id, DocumentWay.ON_THE_DAY, seen=None)


def _bank(ctx: PageContext, one: ReviewRound) -> Bank:
    assessment = partnerships.assessment(ctx.desk, one.assessment_id)
    return bank_service.bank_of(ctx.desk, assessment.bank_id)
