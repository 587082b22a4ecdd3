"""Who reviews: the area, its peer reviewers by role, and the conflict note."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from assessment.access.texts import LINE, NAME
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency
from assessment.partnership.panels.put_away import away_button, put_away_list
from assessment.peer_review import service
from assessment.peer_review.model import (
    KIND_WORDS,
    QUESTION_WORDS,
    YES_NO_UNKNOWN_WORDS,
    Conflict,
    Kind,
    PeerReviewer,
    ReviewRound,
    YesNoUnknown,
)
from assessment.peer_review.panels.boxes import round_box
from assessment.peer_review.panels.withheld import withheld_panel
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import choose
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


BY_ROLE = (
    "By role and organisation: nobody’s name is kept. Each gets a pack of their own, and rates "
    "alone."
)
WHY_ASKED = (
    "Answer with the reviewing area before anything is sent. A yes does not stop a review; it is "
    "written down, so that whoever reads the findings can judge for themselves."
)


def who_section(ctx: PageContext, one: ReviewRound, live: bool) -> None:
    """The area and what it is; its peer reviewers; what may stand between both areas."""
    left, right = st.columns(2, gap="large")
    with left:
        round_box(ctx, one, "reviewing_area", "Which area reviews", live, "Or the prison’s name")
    with right:
        choose(
            "Who they are",
            list(Kind),
            key=f"round_{one.id}_kind",
            stored=one.reviewing_kind,
            words=KIND_WORDS.__getitem__,
            on_pick=partial(service.set_kind, ctx.desk, one.id, seen=one.reviewing_kind),
            disabled=not live,
        )
    _reviewers(ctx, one, live)
    show("<h2>Conflict note</h2>", fill("<p>{}</p>", WHY_ASKED))
    for conflict in service.conflicts(ctx.desk, one.id):
        _conflict(ctx, conflict, live)


def _reviewers(ctx: PageContext, one: ReviewRound, live: bool) -> None:
    show("<h2>Peer reviewers</h2>", fill("<p>{}</p>", BY_ROLE))
    agencies = {a.id: a for a in partnerships.agencies(ctx.desk, ctx.partnership_id)}
    for reviewer in service.reviewers(ctx.desk, one.id):
        with st.container(key=f"row_reviewer_{reviewer.id}"):
            _reviewer(ctx, one, reviewer, agencies, live)
    key = f"round_{one.id}_add"
    st.button(
        "Add a peer reviewer",
        key=key,
        on_click=guarded(key, partial(service.add_reviewer, ctx.desk, one.id)),
        disabled=not live,
    )
    show_refusal(key)
    gone = service.reviewers(ctx.desk, one.id, archived=True)
    back = partial(service.put_reviewer_back, ctx.desk)
    put_away_list("peer reviewer", [(each.id, each.words) for each in gone], back, live)


def _reviewer(
    ctx: PageContext,
    one: ReviewRound,
    reviewer: PeerReviewer,
    agencies: Mapping[str, Agency],
    live: bool,
) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        _words(ctx, reviewer, "role", "Role", live, "For example Commissioner")
    with right:
        _words(ctx, reviewer, "organisation", "Organisation", live)
    choose(
        "Their organisation may bid for the contract of",
        list(agencies),
        key=f"reviewer_{reviewer.id}_may_bid",
        stored=reviewer.may_bid_for,
        words=lambda agency: agencies[agency].name if agency in agencies else "An agency put away",
        on_pick=partial(service.set_may_bid_for, ctx.desk, reviewer.id, seen=reviewer.may_bid_for),
        placeholder="None of our agencies",
        disabled=not live,
    )
    withheld_panel(ctx, one, reviewer, live)
    away_button(
        (reviewer.id, reviewer.words),
        partial(service.put_reviewer_away, ctx.desk),
        live,
        "Take out",
    )


def _words(
    ctx: PageContext, reviewer: PeerReviewer, field: str, label: str, live: bool, hint: str = ""
) -> None:
    stored = getattr(reviewer, field)
    autosave_text(
        label,
        key=f"reviewer_{reviewer.id}_{field}",
        stored=stored,
        saved_at=reviewer.saved_at if stored else None,
        on_save=partial(service.edit_reviewer_text, ctx.desk, reviewer.id, field),
        lines=1,
        hint=hint,
        limit=NAME,
        disabled=not live,
    )


def _conflict(ctx: PageContext, conflict: Conflict, live: bool) -> None:
    """One question; words are asked for where the answer is yes, and kept once they are there."""
    choose(
        QUESTION_WORDS[conflict.question],
        list(YesNoUnknown),
        key=f"conflict_{conflict.id}",
        stored=conflict.answer,
        words=YES_NO_UNKNOWN_WORDS.__getitem__,
        on_pick=partial(
            service.set_conflict,
            ctx.desk,
            conflict.round_id,
            conflict.question,
            seen=conflict.answer,
        ),
        placeholder="Not answered yet",
        disabled=not live,
    )
    if conflict.answer is not YesNoUnknown.YES and not conflict.words:
        return
    autosave_text(
        "What it is, and what was agreed about it",
        key=f"conflict_{conflict.id}_words",
        stored=conflict.words,
        saved_at=conflict.saved_at if conflict.words else None,
        on_save=partial(
            service.edit_conflict_words, ctx.desk, conflict.round_id, conflict.question
        ),
        lines=1,
        limit=LINE,
        disabled=not live,
    )
