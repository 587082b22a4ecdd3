"""Which actions of the plan to look at."""

from collections.abc import Callable, Sequence

import streamlit as st

from action_plans.actions.rules.priority import QUICK_WIN_WORDS
from action_plans.actions.rules.status import LOOKS, WORST_FIRST
from action_plans.actions.service import PlanLine
from assessment.bank import service as banks
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show


def chosen_lines(ctx: PageContext, lines: Sequence[PlanLine]) -> tuple[PlanLine, ...]:
    """Draw the filters and give the lines that pass them all, in the order given."""
    present = [s for s in WORST_FIRST if any(line.status.state is s for line in lines)]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        states = st.pills(
            "Show",
            present,
            selection_mode="multi",
            format_func=lambda state: LOOKS[state][2],
            key="plan_states",
            wrap=True,
        )
        quick = st.checkbox("Quick wins only", key="plan_quick")
    if quick:
        show(fill('<p class="muted">{}</p>', QUICK_WIN_WORDS))
    passing = [_narrowed_by_list(ctx, lines)]
    if states:
        passing.append(lambda line: line.status.state in states)
    if quick:
        passing.append(lambda line: line.quick_win)
    return tuple(line for line in lines if all(passes(line) for passes in passing))


_Test = Callable[[PlanLine], bool]


def _narrowed_by_list(ctx: PageContext, lines: Sequence[PlanLine]) -> _Test:
    """Owner, prison and domain, each shown only where there is something to choose."""
    names = partnerships.agency_names(ctx.desk, ctx.partnership_id)
    owners = {line.action.owner_agency_id for line in lines}
    prisons = {p.id: p.name for p in partnerships.prisons(ctx.desk, ctx.partnership_id)}
    assessment = partnerships.assessment(ctx.desk, ctx.assessment_id)
    bank = banks.bank_of(ctx.desk, assessment.bank_id)
    domain_of = {one.id: one.domain for one in bank.statements}
    with st.container(horizontal=True):
        owner = _one_of("Owner", {a: names[a] for a in names if a in owners}, "plan_owner")
        prison = _one_of("Prison", prisons, "plan_prison")
        domain = _one_of("Domain", {d.id: d.title for d in bank.domains}, "plan_domain")

    def passes(line: PlanLine) -> bool:
        action = line.action
        return (
            owner in (None, action.owner_agency_id)
            and (prison is None or not action.prisons or prison in action.prisons)
            and (domain is None or domain in {domain_of.get(s) for s in action.statements})
        )

    return passes


def _one_of(label: str, options: dict[str, str], key: str) -> str | None:
    if not options:
        return None
    return st.selectbox(
        label, list(options), index=None, format_func=options.__getitem__, key=key,
        placeholder="All",
    )  # fmt: skip
