"""Results: where we stand, safety-critical first, in words, a picture and a table."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from action_plans.actions import service as actions
from action_plans.actions.model import Action
from assessment.access.wording import listed
from assessment.bank import service as bank_service
from assessment.bank.model import Bank
from assessment.consensus.model import Standing
from assessment.partnership import service as partnerships
from assessment.results import service as results_service
from assessment.results.model import Results, StatementResult
from assessment.results.panels.strips import all_strips, cell_of
from assessment.results.rules.sentences import lead_sentence, open_sentence, scope_sentence
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.symbols import level, standing
from assessment.ui.tables import LevelCounts, counts_table, table
from domains.walk.panels.agreeing import agreeing
from domains.walk.panels.exploring import explore


def render(ctx: PageContext) -> None:
    """The results of one assessment, for all prisons or for one."""
    assessment = partnerships.assessment(ctx.desk, ctx.assessment_id)
    bank = bank_service.bank_of(ctx.desk, assessment.bank_id)
    whole = results_service.results_of(ctx.desk, ctx.assessment_id)
    show(
        fill('<p class="muted">{}. {}</p>', assessment.title, scope_sentence(whole)),
        fill('<h1>Results</h1><p class="lead">{}</p>', lead_sentence(whole)),
    )
    prison = _prison(ctx)
    results = whole
    if prison:
        results = results_service.results_of(ctx.desk, ctx.assessment_id, prison_id=prison)
    _safety(ctx, results)
    _counts(bank, results)
    show("<h2>Every statement</h2>", all_strips(bank, results), _provisional(bank))
    _lists(ctx, results)
    explore(ctx, results, bank.labels())
    agreeing(ctx, sum(s.standing is Standing.NOT_RATED for s in whole.in_scope()))


def _prison(ctx: PageContext) -> str | None:
    names = {p.id: p.name for p in partnerships.prisons(ctx.desk, ctx.partnership_id)}
    if not names:
        return None
    return st.selectbox(
        "Show statements about",
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder="All prisons",
        key="results_prison",
        width=480,
    )


def _safety(ctx: PageContext, results: Results) -> None:
    mine = [s for s in results.in_scope() if s.safety]
    short = sorted((s for s in mine if s.is_shortfall), key=lambda s: s.rating or 0)
    unrated = [s.id for s in mine if s.rating is None and s.standing is not Standing.NOT_APPLICABLE]
    show("<h2>Safety-critical shortfalls</h2>")
    if short:
        plan = actions.actions_of(ctx.desk, ctx.partnership_id)
        rows = [(_with_actions(ctx, s, plan), standing(cell_of(s))) for s in short]
        show(table(["Statement and action", "Agreed rating"], rows))
    else:
        show("<p>None among the statements rated so far.</p>" if mine else "<p>None in scope.</p>")
    if unrated:
        show(fill('<p class="muted">Not yet rated: {}.</p>', listed(unrated)))


def _with_actions(ctx: PageContext, statement: StatementResult, plan: Iterable[Action]) -> str:
    found = [action for action in plan if statement.id in action.statements]
    lines = actions.action_lines(ctx.desk, found)
    words = [f"Action {one.action.number}, {one.status.words.lower()}" for one in lines]
    return fill(
        '{} {}<br><span class="muted">{}</span>',
        statement.id,
        statement.title,
        listed(words) or "No action yet",
    )


def _counts(bank: Bank, results: Results) -> None:
    rows = [
        LevelCounts(
            domain.title,
            f"{domain.rated} of {domain.in_scope} rated" if domain.in_scope else "Not in scope",
            domain.at_level,
            domain.provisional,
        )
        for domain in results.domains
    ]
    show("<h2>Statements at each level</h2>", counts_table(bank.labels(), rows, "Domain"))
    show(fill('<p class="muted">{}</p>', open_sentence(results)))


def _provisional(bank: Bank) -> str:
    return fill(
        '<p class="muted">{} means {} with no evidence, or only one kind. It is kept, and drawn '
        "hollow until more is seen.</p>",
        level(3, bank.label(3), provisional=True),
        bank.label(3).lower(),
    )


def _lists(ctx: PageContext, results: Results) -> None:
    """Strengths, shortfalls and what is open, each a list one can act on."""
    mine = results.in_scope()
    groups = (
        ("Strengths", [s for s in mine if s.rating == 3], "None is fully met yet."),
        (
            "Shortfalls, lowest first",
            sorted((s for s in mine if s.is_shortfall), key=lambda s: s.rating or 0),
            "None among the statements rated so far.",
        ),
        ("Without a rating", [s for s in mine if s.rating is None], "Every statement is rated."),
    )
    for title, found, none in groups:
        with st.expander(f"{title}: {len(found)}"):
            items = joined(
                fill("<li>{} {} {}</li>", standing(cell_of(s)), s.id, s.title) for s in found
            )
            show(fill('<ul class="list">{}</ul>', items) if found else fill("<p>{}</p>", none))
            _open_first(ctx, title, found)


def _open_first(ctx: PageContext, title: str, found: list[StatementResult]) -> None:
    if found:
        go = partial(ctx.go, "statement", id=found[0].id)
        if st.button(f"Open {found[0].id}", key=f"first_{title}"):
            go()
