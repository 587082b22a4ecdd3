"""One statement of an agency's own form: what it says, the seven answers, and what goes with one.

The same on a device that joined by a code and in an agency's turn at the lead's laptop. It reads
its own rows, shows nothing of other agencies, and saves with every choice.
"""

from functools import partial

import streamlit as st

from assessment.access.texts import NO_NAMES, PARAGRAPH
from assessment.access.wording import clock_or_day
from assessment.bank.rules.defaults import meaning, shown
from assessment.partnership.model import Status
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import levels
from assessment.ui.html import fill, show
from assessment.ui.messages import errors_shown, guarded, show_refusal
from assessment.ui.symbols import saved
from assessment.views import service
from assessment.views.model import OwnForm, Said, Way
from assessment.views.panels.form_beside import what_colleagues_say
from assessment.views.panels.form_elsewhere import another_instead
from assessment.views.panels.form_more import more_of_the_view
from assessment.views.rules.answers import choices, said_words


REVEALED = (
    "This statement has been revealed; what you give now stands beside as a later view, and is "
    "not counted among the first ones."
)
RATED = (
    "The room has agreed a rating for this statement; what you give now stands beside as a later "
    "view, and is not counted among the first ones."
)
AGREED = "The ratings are agreed; what you give now stands beside them as a later view."
STANDS = "This assessment is closed, so nothing can be given or changed any more."


def own_form(ctx: PageContext, agency_id: str, statement_id: str, way: Way) -> None:
    """The form of one statement for one agency, at the desk of someone who speaks for it.

    Whatever changes what is answered ends with `ctx.changed`. A device that was ended meanwhile
    is told so in place of the form.
    """
    with errors_shown():
        form = service.own_form_of(ctx.desk, ctx.assessment_id, statement_id, agency_id)
        _statement(form)
        _how_it_stands(form)
        if form.elsewhere and not another_instead(ctx, form, agency_id):
            if form.contact:
                what_colleagues_say(ctx, form)
            return
        _answer(ctx, form, agency_id, way)
        if form.current is not None:
            _reason(ctx, form, agency_id)
        if form.contact:
            more_of_the_view(ctx, form, agency_id)
            what_colleagues_say(ctx, form, use_as=way)


def _statement(form: OwnForm) -> None:
    one = form.statement
    plain = shown(one.plain) if one.plain else ""
    marked = any("(t)" in shown(words) for words in (one.statement, one.plain, *one.levels))
    show(
        fill("<h2>{} {}</h2>", one.id, one.title),
        fill('<p class="lead">{}</p>', plain or shown(one.statement)),
        fill("<p>{}</p>", shown(one.statement)) if plain else "",
        fill('<p class="muted small">{}</p>', meaning()) if marked else "",
    )


def _how_it_stands(form: OwnForm) -> None:
    """What has become of the first view, where it can no longer change."""
    if not form.late:
        return
    words = AGREED
    if form.reveal is not None:
        words = REVEALED if form.reveal.spread_at else RATED
    first = form.first
    gave = said_words(first.said, form.labels) if first else ""
    show(
        fill("<p><strong>{}</strong></p>", STANDS if form.status is Status.CLOSED else words),
        fill("<p>Your agency’s first view: {}.</p>", gave) if first else "",
        fill("<p>{}</p>", first.reason) if first and first.reason else "",
    )


def _answer(ctx: PageContext, form: OwnForm, agency_id: str, way: Way) -> None:
    """The seven answers as boxes, and when what is chosen was saved."""
    offered = choices(form.labels)
    said = list(offered)
    current = form.current
    levels(
        "What do you see?" if not form.late else "What do you see now?",
        key=f"level_{_name(form, agency_id)}",
        stored=said.index(current.said) if current else None,
        names=list(offered.values()),
        descriptions=[*(shown(words) for words in form.statement.levels), "", "", ""],
        on_pick=lambda place: _give(ctx, form, agency_id, said[place], way),
        disabled=not form.live,
    )
    if current is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        show(saved(clock_or_day(current.saved_at, ctx.desk.today())))
        if form.live and not (form.late and form.contact):
            key = f"back_{_name(form, agency_id)}"
            act = guarded(key, partial(_take_back, ctx, form, agency_id))
            st.button("Take this answer back", key=key, type="tertiary", on_click=act)
            show_refusal(key)


def _reason(ctx: PageContext, form: OwnForm, agency_id: str) -> None:
    current = form.current
    stored = current.reason if current else ""
    one = form.statement.id
    save = (
        partial(service.edit_reason, ctx.desk, ctx.assessment_id, one, agency_id)
        if form.contact
        else partial(service.edit_reason_beside, ctx.desk, one)
    )
    autosave_text(
        "Why, in a few words, if you like",
        key=f"reason_{_name(form, agency_id)}_{'late' if form.late else 'first'}",
        stored=stored,
        saved_at=current.saved_at if current and stored else None,
        on_save=save,
        lines=2,
        limit=PARAGRAPH,
        hint=NO_NAMES,
        disabled=not form.live,
    )


def _give(ctx: PageContext, form: OwnForm, agency_id: str, said: Said, way: Way) -> None:
    one = form.statement.id
    if form.contact:
        here = (ctx.desk, ctx.assessment_id, one, agency_id)
        service.give(*here, said, way=way, replace=form.elsewhere)
    else:
        service.answer_beside(ctx.desk, one, said)
    ctx.changed()


def _take_back(ctx: PageContext, form: OwnForm, agency_id: str) -> None:
    one = form.statement.id
    if form.contact:
        service.take_back(ctx.desk, ctx.assessment_id, one, agency_id)
    else:
        service.take_back_beside(ctx.desk, one)
    ctx.changed()


def _name(form: OwnForm, agency_id: str) -> str:
    """What keys of this statement's fields share; no two agencies' are the same."""
    return f"{form.statement.id}_{agency_id[:8]}_{'own' if form.contact else 'beside'}"
