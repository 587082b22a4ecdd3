"""Recording the assessment as agreed: who leads the plan, how often it is reviewed, when again."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from action_plans.actions import service as actions
from action_plans.actions.panels.unanswered import dates_panel, statements_panel
from assessment.access.desk import Desk
from assessment.access.texts import LINE, NAME, PARAGRAPH
from assessment.access.wording import listed
from assessment.partnership import service as partnerships
from assessment.partnership.model import STATUS_WORDS, Assessment, Status
from assessment.partnership.panels.adding import add_form
from assessment.partnership.permissions import user_can_change
from assessment.partnership.rules.days import latest
from assessment.partnership.rules.record import Part
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, day_field
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


HERE = "agreeing"


def way_to_agreeing(one: Assessment) -> None:
    """A link to this section from the top of a page that is long."""
    show(fill(f'<p><a href="#{HERE}">{{}}</a>, at the end of this page</p>', _title(one)))


def _title(one: Assessment) -> str:
    settled = one.status in {Status.AGREED, Status.CLOSED}
    return "Lead for the plan, and when we meet" if settled else "Agree the assessment"


@st.fragment
def agreeing(ctx: PageContext, unrated: int) -> None:
    """The section that ends the results page; what is still needed follows each change."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    show(fill(f'<h2 id="{HERE}" tabindex="-1">{{}}</h2>', _title(one)))
    _rhythm(ctx)
    if one.status is Status.CONSENSUS:
        _agree(ctx, unrated)
    elif one.status is Status.AGREED:
        _agreed(ctx, one)
    elif one.status is Status.CLOSED:
        _button(ctx, "Take up again", partnerships.take_up_again)
    else:
        show(fill('<p class="muted">{}</p>', "Rate the first statement to begin."))


def _rhythm(ctx: PageContext) -> None:
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    live = user_can_change(ctx.desk.actor, Part.PLAN, one.status)
    left, right = st.columns(2, gap="large")
    with left:
        _who_leads(ctx, one, live)
        _text(ctx, one, "review_rhythm", "How often actions are reviewed", LINE, live)
    with right:
        _when(ctx, one, live)
        _text(ctx, one, "no_dates_reason", "Or why these are not set", PARAGRAPH, live)


def _who_leads(ctx: PageContext, one: Assessment, live: bool) -> None:
    names = {a.id: a.name for a in partnerships.agencies(ctx.desk, one.partnership_id)}
    choose(
        "Lead for the plan: agency",
        list(names),
        key="plan_lead_agency",
        stored=one.plan_lead_agency_id,
        words=lambda agency: names.get(agency, "An agency that was put away"),
        on_pick=partial(
            partnerships.set_plan_lead_agency, ctx.desk, one.id, seen=one.plan_lead_agency_id
        ),
        disabled=not live,
    )
    _text(ctx, one, "plan_lead_role", "Lead for the plan: role", NAME, live)


def _when(ctx: PageContext, one: Assessment, live: bool) -> None:
    """The two dates ahead: when the plan is reviewed, and when the area assesses again."""
    today = ctx.desk.today()
    day_field(
        "Next review",
        key="next_review",
        stored=one.next_review_on,
        on_pick=partial(partnerships.set_next_review, ctx.desk, one.id, seen=one.next_review_on),
        latest=latest(today),
        disabled=not live,
        earliest=today,
    )
    day_field(
        "Assess again",
        key="assess_again",
        stored=one.assess_again_on,
        on_pick=partial(partnerships.set_assess_again, ctx.desk, one.id, seen=one.assess_again_on),
        latest=latest(today),
        disabled=not live,
        earliest=today,
    )


def _text(
    ctx: PageContext, one: Assessment, field: str, label: str, limit: int, live: bool
) -> None:
    stored = getattr(one, field)
    autosave_text(
        label,
        key=f"assessment_{one.id}_{field}",
        stored=stored,
        saved_at=one.saved_at if stored else None,
        on_save=partial(partnerships.edit_assessment_text, ctx.desk, one.id, field),
        lines=1,
        limit=limit,
        hint="For example every six weeks" if field == "review_rhythm" else "",
        disabled=not live,
    )


def _agree(ctx: PageContext, unrated: int) -> None:
    need = partnerships.agreement(ctx.desk, ctx.assessment_id, unrated)
    missing = (*need.missing, *actions.unanswered_of(ctx.desk, ctx.assessment_id).words)
    statements_panel(ctx, ctx.assessment_id)
    dates_panel(ctx, ctx.partnership_id)
    if missing:
        show(fill('<p class="muted">Still needed: {}.</p>', listed(missing)))
    if need.question:
        show(fill("<p>{}</p>", need.question))
    _button(ctx, "Record as agreed", actions.agree_assessment, primary=True)


def _agreed(ctx: PageContext, one: Assessment) -> None:
    show(fill("<p>{} is {}.</p>", one.title, STATUS_WORDS[one.status].lower()))
    add_form(
        "Why the ratings are opened again",
        "Open the ratings again",
        key="reopen",
        limit=PARAGRAPH,
        on_add=lambda why, kept: partnerships.reopen(ctx.desk, one.id, why, confirmed=kept),
    )
    _button(ctx, "Close the assessment", partnerships.close)


def _button(
    ctx: PageContext, words: str, act: Callable[[Desk, str], None], *, primary: bool = False
) -> None:
    key = f"act_{words}"
    st.button(
        words,
        key=key,
        type="primary" if primary else "secondary",
        on_click=guarded(key, partial(act, ctx.desk, ctx.assessment_id)),
    )
    show_refusal(key)
