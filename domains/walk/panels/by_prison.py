"""What is about one prison. What names no prison holds for every one, here and in the plan."""

import streamlit as st

from assessment.access.wording import counted
from assessment.partnership import service as partnerships
from assessment.results import service as results_service
from assessment.results.model import Results
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from domains.walk.panels.shortfalls import with_actions


def choose_prison(ctx: PageContext) -> tuple[str, str] | None:
    """The id and name of the prison to look at; None for all of them."""
    names = {p.id: p.name for p in partnerships.prisons(ctx.desk, ctx.partnership_id)}
    if not names:
        return None
    chosen = st.selectbox(
        "Show statements about",
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder="All prisons",
        key="results_prison",
        width=480,
    )
    return (chosen, names[chosen]) if chosen else None


def about_prison(ctx: PageContext, results: Results, prison_id: str, name: str) -> None:
    """The statements in scope whose rating or evidence names the prison, lowest first."""
    named = results_service.statements_about(ctx.desk, ctx.assessment_id, prison_id)
    found = [s for s in results.in_scope() if s.id in named]
    rest = len(results.in_scope()) - len(found)
    verb = "names" if len(found) == 1 else "name"
    show(
        fill("<h2>{}</h2>", name),
        fill(
            "<p>{} {} it, in the rating or in the evidence. {} {} not, and {} for every prison or "
            "for others.</p>",
            counted(len(found), "statement") if found else "No statement",
            verb if found else "names",
            counted(rest, "statement"),
            "does" if rest == 1 else "do",
            "holds" if rest == 1 else "hold",
        ),
    )
    if found:
        ordered = sorted(found, key=lambda s: (s.rating is None, s.rating or 0, not s.safety))
        show(with_actions(ctx, ordered))
    if not any(s.is_safety_shortfall for s in found):
        show(fill("<p>No safety-critical shortfall names {}.</p>", name))
