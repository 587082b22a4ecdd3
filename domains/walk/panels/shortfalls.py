"""Statements as lists one can act on: safety-critical first, then strengths and shortfalls."""

from collections.abc import Iterable, Sequence

import streamlit as st

from action_plans.actions import service as actions
from action_plans.actions.model import Action
from assessment.access.wording import listed
from assessment.results.model import Results, StatementResult
from assessment.results.panels.strips import cell_of
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.symbols import standing
from assessment.ui.tables import table


def safety_shortfalls(ctx: PageContext, results: Results) -> None:
    """Safety-critical statements below fully met, lowest first, and those without a rating."""
    mine = [s for s in results.in_scope() if s.safety]
    short = lowest_first(mine)
    unrated = [s.id for s in mine if s.is_open]
    show("<h2>Safety-critical shortfalls</h2>")
    if short:
        show(with_actions(ctx, short))
    elif mine:
        show("<p>None among the statements rated so far.</p>")
    else:
        show("<p>No safety-critical statement is part of this assessment.</p>")
    if unrated:
        show(fill("<p>Not yet rated: {}.</p>", listed(unrated)))


def with_actions(ctx: PageContext, statements: Iterable[StatementResult]) -> str:
    """A table of statements, with their actions and how they stand."""
    plan = actions.actions_of(ctx.desk, ctx.partnership_id)
    rows = [(_and_actions(ctx, s, plan), standing(cell_of(s))) for s in statements]
    return table(["Statement and action", "Agreed rating"], rows)


def lowest_first(statements: Iterable[StatementResult]) -> list[StatementResult]:
    """Those rated below fully met, the lowest first."""
    return sorted((s for s in statements if s.is_shortfall), key=lambda s: s.rating or 0)


def lists(ctx: PageContext, results: Results) -> None:
    """Strengths, shortfalls and what is open."""
    mine = results.in_scope()
    groups = (
        ("Strengths", [s for s in mine if s.is_strength], "None is fully met yet."),
        ("Below fully met", lowest_first(mine), "None among the statements rated so far."),
        ("Without a rating", [s for s in mine if s.rating is None], "Every statement is rated."),
    )
    for title, found, none in groups:
        with st.expander(f"{title}: {len(found)}", key=f"fold_{title}"):
            items = joined(
                fill("<li>{} {} {}</li>", standing(cell_of(s)), s.id, s.title) for s in found
            )
            show(fill('<ul class="list">{}</ul>', items) if found else fill("<p>{}</p>", none))
            _open_first(ctx, title, found)


def _and_actions(ctx: PageContext, statement: StatementResult, plan: Iterable[Action]) -> str:
    found = [action for action in plan if statement.id in action.statements]
    lines = actions.action_lines(ctx.desk, found)
    words = [f"Action {one.action.number}, {one.status.words.lower()}" for one in lines]
    return fill(
        '{} {}<br><span class="muted">{}</span>',
        statement.id,
        statement.title,
        listed(words) or "No action yet",
    )


def _open_first(ctx: PageContext, title: str, found: Sequence[StatementResult]) -> None:
    if found and st.button(f"Open {found[0].id}", key=f"first_{title}"):
        ctx.go("statement", id=found[0].id)
