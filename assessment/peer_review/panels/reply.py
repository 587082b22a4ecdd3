"""The area's reply to a challenge: the agency's words, the lead's outcome, their one answer."""

from functools import partial

import streamlit as st

from assessment.access.texts import PARAGRAPH
from assessment.partnership import service as partnerships
from assessment.partnership.panels.adding import add_form
from assessment.peer_review import service
from assessment.peer_review.model import OUTCOME_WORDS, Challenge, Outcome
from assessment.peer_review.panels.acts import act_button, done
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import choose
from assessment.ui.html import fill, show, text


ONCE = "A peer reviewer answers once, by their link or in a message that you copy in here."
NOT_YET = "They may answer once, when the reply is confirmed."


def reply_panel(ctx: PageContext, one: Challenge, live: bool) -> None:
    """Who replies and what; what comes of it and why; and the confirmation of both."""
    settled = one.confirmed_at is not None or one.closed_at is not None
    names = partnerships.agency_names(ctx.desk, ctx.partnership_id)
    show("<h2>Reply</h2>")
    if settled:
        _settled(one, names.get(one.agency_id or "", "The area"))
    else:
        _asked(ctx, one, live)
    note = service.bidder_note(ctx.desk, one.id)
    show(fill("<p><strong>{}</strong></p>", note) if note else "")
    if one.confirmed_at is None:
        act_button(ctx, "Confirm this reply", service.confirm, one.id, live, primary=True)
    elif one.answered_at is None and one.closed_at is None:
        words = "Take the confirmation back"
        act_button(ctx, words, service.take_confirmation_back, one.id, live)


def answer_panel(ctx: PageContext, one: Challenge, live: bool) -> None:
    """What the reviewer answered; or where the lead keeps it when it came by mail."""
    show("<h2>The peer reviewer’s answer</h2>")
    if one.answered_at:
        show(fill("<p>{}</p>", text(one.answer)), done("Answered", one.answered_at))
    elif one.confirmed_at is None or one.closed_at is not None:
        show(fill("<p>{}</p>", NOT_YET if one.closed_at is None else "They did not answer."))
    else:
        show(fill("<p>{}</p>", ONCE))
        add_form(
            "Their answer, as they wrote it",
            "Keep their answer",
            key=f"answer_{one.id}",
            limit=PARAGRAPH,
            live=live,
            on_add=lambda words, kept: service.answer_back(ctx.desk, one.id, words, confirmed=kept),
        )


def closing_panel(ctx: PageContext, one: Challenge, live: bool) -> None:
    """The end of a challenge, and the way back."""
    if one.closed_at:
        show(done("Closed", one.closed_at))
        act_button(ctx, "Open this challenge again", service.open_challenge_again, one.id, live)
    elif one.confirmed_at:
        act_button(ctx, "Close this challenge", service.close_challenge, one.id, live)


def _settled(one: Challenge, agency: str) -> None:
    outcome = OUTCOME_WORDS[one.outcome] if one.outcome else "No outcome"
    show(
        fill("<p><strong>{}</strong>: {}</p>", agency, text(one.reply)),
        fill("<p><strong>{}.</strong> {}</p>", outcome, text(one.outcome_reason)),
        done("Confirmed", one.confirmed_at) if one.confirmed_at else "",
    )


def _asked(ctx: PageContext, one: Challenge, live: bool) -> None:
    agencies = {a.id: a.name for a in partnerships.agencies(ctx.desk, ctx.partnership_id)}
    left, right = st.columns(2, gap="large")
    with left:
        choose(
            "Which agency replies",
            list(agencies),
            key=f"challenge_{one.id}_agency",
            stored=one.agency_id,
            words=lambda agency: agencies.get(agency, "An agency that was put away"),
            on_pick=partial(service.set_replying_agency, ctx.desk, one.id, seen=one.agency_id),
            placeholder="Choose an agency",
            disabled=not live,
        )
        _words(ctx, one, "reply", "What it says", live)
    with right:
        choose(
            "What comes of it",
            list(Outcome),
            key=f"challenge_{one.id}_outcome",
            stored=one.outcome,
            words=OUTCOME_WORDS.__getitem__,
            on_pick=partial(service.set_outcome, ctx.desk, one.id, seen=one.outcome),
            disabled=not live,
        )
        _words(ctx, one, "outcome_reason", "Why it comes out so", live)


def _words(ctx: PageContext, one: Challenge, field: str, label: str, live: bool) -> None:
    stored = getattr(one, field)
    autosave_text(
        label,
        key=f"challenge_{one.id}_{field}",
        stored=stored,
        saved_at=one.saved_at if stored else None,
        on_save=partial(service.edit_challenge_text, ctx.desk, one.id, field),
        lines=3,
        limit=PARAGRAPH,
        disabled=not live,
    )
