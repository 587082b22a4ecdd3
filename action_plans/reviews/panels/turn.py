"""One action on the screen of a review: how it goes, in one press; then on to the next."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from action_plans.actions import service as actions
from action_plans.actions.model import REPORTED_WORDS, Action, ProgressNote, Reported
from action_plans.actions.panels.boxes import text_box
from action_plans.actions.panels.effect import effect_answers, effect_date
from action_plans.actions.panels.moving import due_box, say_why
from action_plans.actions.panels.rows import due_words, status_words
from action_plans.actions.service import ActionLine
from action_plans.reviews import service
from action_plans.reviews.model import WHY_WORDS, Review, Turn, Why
from action_plans.reviews.rules.pace import pace_words
from assessment.access.texts import LINE
from assessment.access.wording import clock, local_day, long_date
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show, text
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.page import head
from assessment.ui.symbols import facts


REFUSED = "review_turn"


def turn_screen(ctx: PageContext, here: service.Here, turn: Turn) -> None:
    """Everything that a review asks of one action, the ordinary first."""
    action = actions.action(ctx.desk, turn.action_id)
    note = service.note_of(ctx.desk, turn)
    (line,) = actions.action_lines(ctx.desk, [action])
    head(_where(ctx, here), f"{action.number}. {action.what}", line.status.reason)
    show(_facts(here.review, turn, line))
    show(_last_heard(action, turn))
    if action.open or (note and note.report is Reported.DONE):
        _reports(ctx, turn, note)
    show_refusal(REFUSED)
    if note and note.report is Reported.DONE:
        text_box(ctx, action, "shown_by", live=True)
        effect_date(ctx, action, live=True)
    elif action.completed_on:
        _finished(ctx, action, turn)
    _line_box(ctx, turn, note)
    if action.open:
        _more(ctx, action, turn)
    way_on(ctx, here, said=_is_said(action, turn, note))


def way_on(ctx: PageContext, here: service.Here, *, said: bool = True) -> None:
    """Back and on, which comes first once something is said here; at the end, only back."""
    place = here.review.place
    last = here.turn and place == len(here.turns)
    with st.container(key="foot", horizontal=True):
        if place > 1:
            _go(ctx, here, "Back", place - 1, "Alt+B", first=False)
        if here.turn:
            words = "On to the end" if last else "Next action"
            _go(ctx, here, words, place + 1, "Alt+N", first=said)


def _is_said(action: Action, turn: Turn, note: ProgressNote | None) -> bool:
    """Whether this action has what its turn asks for; of one long finished nothing is asked."""
    today = local_day(turn.saved_at)
    if note or any(local_day(move.at) >= today for move in action.moves):
        return True
    if turn.why is Why.IMPACT:
        return any(local_day(one.at) >= today for one in action.impacts)
    return not action.open


def _go(
    ctx: PageContext, here: service.Here, words: str, place: int, keys: str, *, first: bool
) -> None:
    on = place > here.review.place
    act = partial(service.go_to, ctx.desk, here.review.id, place, seen=here.review.place)
    st.button(
        words,
        key="review_next" if on else "review_back",
        type="primary" if first else "secondary",
        on_click=guarded(REFUSED, act),
        shortcut=keys,
    )


def _where(ctx: PageContext, here: service.Here) -> str:
    one = here.review
    place = f"Review of {long_date(one.held_on)}. {one.place} of {len(here.turns)}."
    since = one.set_off_at or one.begun_at
    return f"{place} {pace_words(one.minutes, since, ctx.desk.now(), here.left)}"


def _facts(one: Review, turn: Turn, line: ActionLine) -> Markup:
    away = line.action.owner_agency_id and line.action.owner_agency_id not in one.present
    below = "Not here today" if away and one.present else line.answer
    return facts(
        {
            "Status": status_words(line),
            "Why it comes up": WHY_WORDS[turn.why],
            "Due": due_words(line.action),
            "Owner": fill('{}<br><span class="muted">{}</span>', line.owner, below),
        }
    )


def _last_heard(action: Action, turn: Turn) -> Markup:
    """The newest note from before this review, and what stands in the way."""
    before = [note for note in action.notes if note.id != turn.id]
    parts = [_heard(before[-1])] if before else [fill("<p>{}</p>", "Nothing was heard of it yet.")]
    if action.blocked_by:
        parts.append(fill("<p>What stands in the way: {}</p>", text(action.blocked_by)))
    return joined(parts)


def _heard(note: ProgressNote) -> Markup:
    said = [long_date(local_day(note.at)), REPORTED_WORDS[note.report] if note.report else ""]
    words = ". ".join(part for part in said if part)
    return fill("<p>Last heard on {}. {}</p>", words, text(note.text))


def _reports(ctx: PageContext, turn: Turn, note: ProgressNote | None) -> None:
    said = note.report if note else None
    show("<h2>How does it go?</h2>")
    with st.container(horizontal=True):
        for number, report in enumerate(Reported, 1):
            act = partial(service.report, ctx.desk, turn.id, report, seen=said)
            st.button(
                REPORTED_WORDS[report],
                key=f"review_said_{report.value}",
                on_click=guarded(REFUSED, act),
                shortcut=f"Alt+{number}",
            )
        if said:
            take_back = partial(service.report, ctx.desk, turn.id, None, seen=said)
            st.button(
                "Take it back",
                key="review_said_nothing",
                type="tertiary",
                on_click=guarded(REFUSED, take_back),
            )
    show(_recorded(note))


def _recorded(note: ProgressNote | None) -> Markup:
    if note is None or note.report is None:
        return fill('<p class="muted" role="status">{}</p>', "Nothing is recorded yet.")
    at = clock(note.at)
    return fill(
        '<p role="status"><i aria-hidden="true">✓</i><strong>{}</strong>, recorded {}</p>',
        REPORTED_WORDS[note.report],
        at,
    )


def _line_box(ctx: PageContext, turn: Turn, note: ProgressNote | None) -> None:
    autosave_text(
        "In one line, if there is more to say",
        key=f"review_line_{turn.id}",
        stored=note.text if note else "",
        saved_at=note.at if note and note.text else None,
        on_save=partial(service.word, ctx.desk, turn.id),
        lines=1,
        limit=LINE,
    )


def _finished(ctx: PageContext, action: Action, turn: Turn) -> None:
    """It was done before: what shows it, and on the day set for it what came of it."""
    text_box(ctx, action, "shown_by", live=True)
    if turn.why is Why.IMPACT:
        show("<h2>What came of it?</h2>")
        effect_answers(ctx, action, live=True)
        if not action.impact_due_on:
            return
    effect_date(ctx, action, live=True)


def _more(ctx: PageContext, action: Action, turn: Turn) -> None:
    """What an ordinary action does not need; open where a date was just moved."""
    moved = [move for move in action.moves if local_day(move.at) == ctx.desk.today()]
    with st.expander("Move the date, or say what stands in the way", expanded=bool(moved)):
        move = partial(service.move_due, ctx.desk, turn.id, seen=action.dates())
        due_box(ctx, action, "By when", True, move)
        if moved:
            say_why(ctx, moved[-1])
        text_box(ctx, action, "blocked_by", live=True)
        if st.button(f"Open action {action.number}", key="review_open_action"):
            ctx.go("action", id=action.id)
