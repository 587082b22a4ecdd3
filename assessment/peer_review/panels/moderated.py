"""The moderated rating of one statement: set with the meeting present, beside what was said."""

from functools import partial

import streamlit as st

from assessment.access.errors import BadInput
from assessment.access.texts import PARAGRAPH
from assessment.access.wording import listed, local_day, long_date
from assessment.bank.model import Bank
from assessment.partnership import service as partnerships
from assessment.peer_review import service
from assessment.peer_review.model import ModeratedRating, ReviewRound
from assessment.peer_review.panels.acts import done
from assessment.peer_review.panels.side_by_side import (
    Beside,
    agreement_mark,
    beside,
    moderated_box,
    said_box,
)
from assessment.peer_review.service.moderating import FEWEST, NOT_ALONE, meetings_since
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, joined, show, text
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.plain import keep_words, refused_words
from assessment.ui.symbols import facts


NOT_APPLICABLE = "Not applicable here"
NOTHING_PICKED = "Not saved: choose the rating first, then say why."
BOUND = "The partnership set the rating and its words together, with who was there. "
TODAY = "Today both can still be corrected: take it back and set it again."
LATER = "A later meeting can change both, with who is there then."
NO_MEETING = (
    "No meeting was held since the ratings came back. The partnership sets these ratings when it "
    "meets: add the meeting, and say who is there."
)


def meeting_panel(ctx: PageContext, one: ReviewRound) -> None:
    """Which meeting sets the ratings and who is there; in words where that is not enough."""
    current = partnerships.current_meeting(ctx.desk, ctx.assessment_id)
    meeting = current if current in meetings_since(ctx.desk, one) else None
    names = partnerships.agency_names(ctx.desk, ctx.partnership_id)
    there = meeting.present if meeting else ()
    if meeting:
        who = listed([names[each] for each in there if each in names]) or "nobody was noted"
        show(fill("<p>The meeting of {}: {}.</p>", long_date(meeting.held_on), who))
    else:
        show(fill("<p>{}</p>", NO_MEETING))
    if len(there) < FEWEST:
        if meeting:
            show(fill("<p><strong>{}</strong></p>", NOT_ALONE))
        if "prepare" in ctx.links and st.button("Say who is there", key="to_meetings"):
            ctx.go("prepare", section="meetings")


@st.fragment
def statement_panel(ctx: PageContext, bank: Bank, round_id: str, about: str, live: bool) -> None:
    """One statement with what everybody said of it, and the rating that the partnership sets."""
    one = service.round_of(ctx.desk, round_id)
    row = next(each for each in beside(ctx, round_id) if each.statement.id == about)
    show(
        fill("<h2>{} {}</h2>", row.statement.id, row.statement.title),
        facts(_said(bank, row)),
    )
    if row.moderated and row.moderated.stands:
        _stands(ctx, one, row.moderated, live)
    else:
        _setting(ctx, bank, one, about, live)


def _said(bank: Bank, row: Beside) -> list[tuple[str, object]]:
    theirs: list[tuple[str, object]] = [
        (
            given.who.words,
            said_box(bank, given.rating)
            if given.rating.cannot_tell
            else joined(
                [said_box(bank, given.rating), fill("<br>{}", agreement_mark(given.agreement))]
            ),
        )
        for given in row.given
    ]
    ours: tuple[str, object] = ("Our rating", row.own)
    return [ours, *theirs, ("Moderated", moderated_box(bank, row.moderated))]


def _setting(ctx: PageContext, bank: Bank, one: ReviewRound, about: str, live: bool) -> None:
    """The rating and why, kept together by one button; a refusal keeps what was typed."""
    _before(bank, service.taken_back(ctx.desk, one.id).get(about))
    key = f"moderated_{one.id}_{about}"
    labels = [*bank.labels(), NOT_APPLICABLE]
    keep = partial(_keep, ctx, one.id, about, len(bank.labels()))
    with st.form(f"{key}_form", border=False):
        st.radio(
            f"Moderated rating of {about}",
            range(len(labels)),
            index=None,
            format_func=lambda place: literal(labels[place]),
            key=f"{key}_rating",
            horizontal=True,
            disabled=not live,
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input("Why, in a few words", key=key, max_chars=PARAGRAPH, disabled=not live)
            st.form_submit_button(
                f"Set it for {about}", on_click=keep_words, args=(key, keep), disabled=not live
            )
        refused_words(key, keep, st.form_submit_button)


def _before(bank: Bank, found: ModeratedRating | None) -> None:
    """What was set here and taken back: it stays to be read."""
    if found is None or found.taken_back_at is None:
        return
    words = NOT_APPLICABLE if found.rating is None else bank.label(found.rating)
    show(
        fill("<p>Before: {}. {}</p>", words, text(found.reason)),
        done("Set", found.set_at),
        done("Taken back by the lead", found.taken_back_at),
    )


def _keep(
    ctx: PageContext, round_id: str, about: str, levels: int, words: str, confirmed: bool
) -> None:
    picked = st.session_state.get(f"moderated_{round_id}_{about}_rating")
    if picked is None:
        raise BadInput(NOTHING_PICKED)
    rating = picked if picked < levels else None
    service.moderate(ctx.desk, round_id, about, rating, words, confirmed=confirmed)


def _stands(ctx: PageContext, one: ReviewRound, found: ModeratedRating, live: bool) -> None:
    names = partnerships.agency_names(ctx.desk, ctx.partnership_id)
    there = listed([names[each] for each in found.present if each in names])
    today = local_day(found.set_at) == ctx.desk.today()
    show(
        fill("<p>{}</p>", text(found.reason)),
        done(f"Set by {there or 'the partnership'}", found.set_at),
        fill('<p class="muted">{}</p>', BOUND + (TODAY if today else LATER)),
    )
    key = f"take_back_{found.id}"
    st.button(
        f"Take the moderated rating of {found.statement_id} back",
        key=key,
        on_click=guarded(
            key, partial(service.take_moderated_back, ctx.desk, one.id, found.statement_id)
        ),
        disabled=not live,
    )
    show_refusal(key)
