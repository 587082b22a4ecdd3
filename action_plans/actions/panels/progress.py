"""How one action goes: its owner's answer, dated notes, and how it ends."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from markupsafe import Markup

from action_plans.actions import service
from action_plans.actions.model import HEARD, REPORTED_WORDS, Action, Answer, ProgressNote
from action_plans.actions.panels.boxes import Around, text_box, yes_in_the_room
from action_plans.actions.panels.effect import effect_answers, effect_date
from action_plans.actions.panels.moving import moves_panel
from action_plans.actions.rules.words import answer_words
from assessment.access.desk import Desk
from assessment.access.wording import moment
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show, text
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.plain import keep_words, refused_words


def answer_panel(ctx: PageContext, action: Action, near: Around) -> None:
    """What its owner says, and the ways to record it."""
    show("<h2>The owner’s answer</h2>", fill("<p>{}</p>", answer_words(action)))
    yes_in_the_room(ctx, action, near)
    if not near.live:
        return
    key = f"answer_{action.id}"
    if action.answer is not Answer.PROPOSED:
        st.button(
            "Take the answer back",
            key=f"{key}_again",
            on_click=guarded(
                key, partial(service.ask_again, ctx.desk, action.id, seen=action.answer)
            ),
        )
    with st.expander("Record an answer from outside the meeting"):
        text_box(ctx, action, "answered_by", near.live)
        _act(ctx, action, key, "They agree", partial(service.agree, seen=action.answer))
        text_box(ctx, action, "declined_because", near.live)
        _act(ctx, action, key, "They decline", partial(service.decline, seen=action.answer))
    show_refusal(key)


def notes_panel(ctx: PageContext, action: Action, near: Around) -> None:
    """Progress notes, the newest first, what stands in the way, and the note being written."""
    show("<h2>Progress</h2>", _notes(action.notes))
    moves_panel(ctx, action, near.live)
    if not near.live:
        return
    key = f"note_{action.id}"
    text_box(ctx, action, "blocked_by", near.live)
    text_box(ctx, action, "note_draft", near.live)
    st.pills(
        "It is",
        list(HEARD),
        key=f"{key}_report",
        format_func=REPORTED_WORDS.__getitem__,
        wrap=True,
    )
    said_by = f"{key}_by"
    owner = action.owner_role or near.agencies.get(action.owner_agency_id or "", "")
    st.session_state.setdefault(said_by, owner)
    st.text_input("Said by (a role or an agency)", key=said_by)
    keep = partial(_add_note, ctx, action.id, key)
    st.button(
        "Add note",
        key=f"{key}_add_note",
        type="primary",
        on_click=keep_words,
        args=(said_by, keep),
    )
    refused_words(said_by, keep)


def ending_panel(ctx: PageContext, action: Action, near: Around) -> None:
    """What shows that it is done, and finishing or stopping it."""
    show("<h2>Finish</h2>")
    key = f"end_{action.id}"
    seen = service.ending_of(action)
    text_box(ctx, action, "shown_by", near.live)
    if action.completed_on:
        effect_date(ctx, action, near.live)
        effect_answers(ctx, action, near.live)
    if near.live and (action.completed_on or action.stopped):
        _act(ctx, action, key, "Open it again", partial(service.reopen, seen=seen))
    elif near.live:
        _act(ctx, action, key, "It is done", partial(service.complete, seen=seen))
        with st.expander("Stop it before it is done"):
            text_box(ctx, action, "stopped_reason", near.live)
            text_box(ctx, action, "stopped_approved_by", near.live)
            _act(ctx, action, key, "Stop this action", partial(service.stop, seen=seen))
    show_refusal(key)


def _act(
    ctx: PageContext, action: Action, key: str, label: str, act: Callable[[Desk, str], object]
) -> None:
    """A button for one use case on this action; its refusal is drawn where `key` says."""
    name = label.lower().replace(" ", "_")
    st.button(
        label,
        key=f"{key}_{name}",
        on_click=guarded(key, partial(act, ctx.desk, action.id)),
    )


def _add_note(ctx: PageContext, action_id: str, key: str, said_by: str, confirmed: bool) -> None:
    """What the note says is confirmed in its own box; `confirmed` is for who said it."""
    report = st.session_state.get(f"{key}_report")
    service.add_note(ctx.desk, action_id, report=report, said_by=said_by, confirmed=confirmed)
    st.session_state[f"{key}_report"] = None


def _notes(notes: tuple[ProgressNote, ...]) -> Markup:
    if not notes:
        return fill('<p class="muted">{}</p>', "No notes yet. The first one says how it goes.")
    return joined(_note(note) for note in reversed(notes))


def _note(note: ProgressNote) -> Markup:
    said = [moment(note.at), note.said_by, REPORTED_WORDS[note.report] if note.report else ""]
    head = fill('<p class="muted">{}</p>', ". ".join(part for part in said if part))
    return joined([head, fill("<p>{}</p>", text(note.text)) if note.text else ""])
