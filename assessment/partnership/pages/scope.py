"""Which statements: the core, all, or a chosen set, each with the time it takes."""

from functools import partial

import streamlit as st

from assessment.bank import service as bank_service
from assessment.bank.model import Bank
from assessment.partnership import service
from assessment.partnership.model import SCOPE_WORDS, Assessment, ScopeKind
from assessment.partnership.permissions import user_can_change
from assessment.partnership.rules.record import Part, settled_words
from assessment.partnership.rules.scope import RULE_WORDS, minutes
from assessment.ui.context import PageContext
from assessment.ui.fields import day_field, levels, literal, tick
from assessment.ui.html import fill, show


def section(ctx: PageContext) -> None:
    """The choice with its minutes; the list of statements when the set is chosen; the month."""
    one = service.assessment(ctx.desk, ctx.assessment_id)
    bank = bank_service.bank_of(ctx.desk, one.bank_id)
    in_scope = service.scope(ctx.desk, ctx.assessment_id)
    live = user_can_change(ctx.desk.actor, Part.SCOPE, one.status)
    settled = settled_words(Part.SCOPE, one.status)
    show(
        fill("<h2>{} of {} statements</h2>", len(in_scope), len(bank.statements)),
        fill("<p>{}</p>", settled) if settled else "",
    )
    kinds = list(ScopeKind)
    levels(
        "What the assessment takes in",
        key="scope_kind",
        stored=kinds.index(one.scope_kind),
        names=[SCOPE_WORDS[kind] for kind in kinds],
        descriptions=[_minutes_of(kind, bank, ctx) for kind in kinds],
        on_pick=lambda place: service.set_scope_kind(
            ctx.desk, one.id, kinds[place], seen=one.scope_kind
        ),
        disabled=not live,
    )
    show(
        fill('<p class="muted">{}</p>', RULE_WORDS),
        "<p>A statement that is left out is never shown as unrated, and a rating it already has is "
        "kept.</p>",
    )
    if one.scope_kind is ScopeKind.CHOSEN:
        _choosing(ctx, bank, in_scope, live)
    if st.button("Look at the statements, or use others", key="to_wording"):
        ctx.go("wording")
    _month(ctx, one)


def _minutes_of(kind: ScopeKind, bank: Bank, ctx: PageContext) -> str:
    if kind is ScopeKind.CHOSEN:
        chosen = service.chosen_statements(ctx.desk, ctx.assessment_id)
        return minutes(len(chosen)).words if chosen else "Starts from what is in scope now."
    return minutes(len(bank.statements if kind is ScopeKind.ALL else bank.core_statements())).words


def _choosing(ctx: PageContext, bank: Bank, in_scope: frozenset[str], live: bool) -> None:
    for domain in bank.domains:
        mine = bank.in_domain(domain.id)
        count = sum(statement.id in in_scope for statement in mine)
        words = literal(f"{domain.title}: {count} of {len(mine)}")
        with st.expander(words, key=f"choose_{domain.id}"):
            for statement in mine:
                tick(
                    f"{statement.id} {statement.title}",
                    key=f"in_scope_{statement.id}",
                    stored=statement.id in in_scope,
                    on_pick=partial(_take_in, ctx, statement.id),
                    disabled=not live,
                )


def _take_in(ctx: PageContext, statement_id: str, wanted: bool) -> None:
    """One statement in or out; what others take in or out at the same time stands too."""
    this: list[str] = [statement_id]
    picked, seen = (this, []) if wanted else ([], this)
    service.choose_statements(ctx.desk, ctx.assessment_id, picked, seen)


def _month(ctx: PageContext, one: Assessment) -> None:
    show(fill("<h2>{}</h2>", one.title))
    left, _ = st.columns(2, gap="large")
    with left:
        day_field(
            "A day in the month it is known by",
            key="month",
            stored=one.month,
            on_pick=partial(service.set_month, ctx.desk, one.id, seen=one.month),
            disabled=not user_can_change(ctx.desk.actor, Part.MONTH, one.status),
        )
