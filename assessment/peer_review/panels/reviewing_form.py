"""One statement of a peer reviewer's own form: what it says and rests on, then their own rating."""

from functools import partial

import streamlit as st

from assessment.access.texts import LINE, NO_NAMES, PARAGRAPH
from assessment.access.wording import clock_or_day, in_sentence, listed, long_date
from assessment.bank.model import EVIDENCE_WORDS
from assessment.bank.rules.defaults import meaning, shown
from assessment.evidence.model import STRENGTH_WORDS
from assessment.peer_review import service
from assessment.peer_review.model import (
    CANNOT_TELL,
    CANNOT_TELL_WORDS,
    DOCUMENT_WAY_WORDS,
    GivenDocument,
    GivenStatement,
    GivenToReviewer,
    ReviewerRating,
    Said,
)
from assessment.peer_review.panels.invited import Invited
from assessment.peer_review.panels.reviewing_beside import area_box
from assessment.ui.autosave import autosave_text
from assessment.ui.fields import levels, tick
from assessment.ui.html import fill, joined, show, text
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.symbols import saved


NO_DOCUMENTS = (
    "No document was given for this statement. If you would need one, ask for it under your rating."
)
ASKS = "Asks the area for evidence. Counts as no rating, never as a lower one."
MORE = {
    "evidence_asked": "Evidence you ask for",
    "question": "A question to the area",
    "comment": "A comment",
    "borrow": "Good practice worth borrowing",
}


def reviewing_form(here: Invited, given: GivenToReviewer, one: GivenStatement) -> None:
    """The statement, its documents, the five answers, and what may go with one."""
    own = given.own.get(one.statement.id)
    _statement(one)
    _documents(one)
    _rating(here, given, one, own)
    _line(here, given, one, own, "line", "Why, in one line")
    _more(here, given, one, own)
    if one.area is not None:
        show(
            fill(
                "<details><summary>The area’s own rating</summary><p>{}</p><p>{}</p></details>",
                area_box(given.labels, one.area),
                text(one.area.reason),
            )
        )


def _statement(one: GivenStatement) -> None:
    it = one.statement
    plain = shown(it.plain) if it.plain else ""
    marked = any("(t)" in shown(words) for words in (it.statement, it.plain, *it.levels))
    show(
        fill('<p class="muted">{}</p>', one.domain),
        fill("<h2>{} {}</h2>", it.id, it.title),
        fill('<p class="lead">{}</p>', plain or shown(it.statement)),
        fill("<p>{}</p>", shown(it.statement)) if plain else "",
        "<p><strong>Safety-critical.</strong></p>" if it.safety else "",
        fill('<p class="muted small">{}</p>', meaning()) if marked else "",
    )


def _documents(one: GivenStatement) -> None:
    rows = joined(_document(each) for each in one.documents)
    show(
        "<h3>What it rests on</h3>",
        fill('<ul class="list">{}</ul>', rows) if rows else fill("<p>{}</p>", NO_DOCUMENTS),
    )


def _document(one: GivenDocument) -> str:
    about = [
        one.owner,
        in_sentence(EVIDENCE_WORDS[one.kind]) if one.kind else "",
        long_date(one.dated) if one.dated else "",
        in_sentence(STRENGTH_WORDS[one.strength]) if one.strength else "",
    ]
    return fill(
        '<li>{}<br><strong>{}.</strong> <span class="muted">{}</span></li>',
        one.title,
        DOCUMENT_WAY_WORDS[one.way],
        ", ".join(filter(None, about)),
    )


def _rating(
    here: Invited, given: GivenToReviewer, one: GivenStatement, own: ReviewerRating | None
) -> None:
    """The four levels and "cannot tell" as boxes, and when what is chosen was saved."""
    answers: list[Said] = [*range(len(given.labels)), CANNOT_TELL]
    said, name = own.said if own else None, _name(given, one)
    levels(
        "Your own rating",
        key=f"level_{name}",
        stored=None if said is None else answers.index(said),
        names=[*given.labels, CANNOT_TELL_WORDS],
        descriptions=[*(shown(words) for words in one.statement.levels), ASKS],
        on_pick=lambda place: _rate(here, one.statement.id, answers[place], said),
    )
    if own is None or said is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        show(saved(clock_or_day(own.saved_at, here.ctx.desk.today())))
        key = f"back_{name}"
        act = guarded(key, partial(_rate, here, one.statement.id, None, said))
        st.button("Take this rating back", key=key, type="tertiary", on_click=act)
        show_refusal(key)


def _line(
    here: Invited,
    given: GivenToReviewer,
    one: GivenStatement,
    own: ReviewerRating | None,
    field: str,
    label: str,
) -> None:
    """One text that saves while one types."""
    stored = str(getattr(own, field)) if own else ""
    autosave_text(
        label,
        key=f"{field}_{_name(given, one)}",
        stored=stored,
        saved_at=own.saved_at if own and stored else None,
        on_save=lambda typed: service.edit_rating_text(
            here.desk(), given.reviewer_id, one.statement.id, field, typed
        ),
        lines=1 if field == "line" else 2,
        limit=LINE if field == "line" else PARAGRAPH,
        hint=NO_NAMES if field == "line" else "",
    )


def _more(
    here: Invited, given: GivenToReviewer, one: GivenStatement, own: ReviewerRating | None
) -> None:
    """Folded, since none of it is asked for; what is in it is drawn once it is opened."""
    filled = [label for field, label in MORE.items() if own and getattr(own, field)]
    filled += ["To talk about at the visit"] if own and own.for_visit else []
    if filled:
        show(fill('<p class="muted">You also gave: {}.</p>', listed(filled).lower()))
    name = _name(given, one)
    more = st.expander(
        "More, if you wish: evidence, a question, a comment, good practice, the visit",
        key=f"more_{name}",
        on_change="rerun",
    )
    if not more.open:
        return
    with more:
        for field, label in MORE.items():
            _line(here, given, one, own, field, label)
        tick(
            "Talk about this at the visit",
            key=f"visit_{name}",
            stored=bool(own and own.for_visit),
            on_pick=lambda wanted: service.set_for_visit(
                here.desk(), given.reviewer_id, one.statement.id, wanted
            ),
        )


def _rate(here: Invited, statement_id: str, said: Said | None, seen: Said | None) -> None:
    desk = here.desk()
    service.rate(desk, desk.actor.reviewer_id, statement_id, said, seen=seen)


def _name(given: GivenToReviewer, one: GivenStatement) -> str:
    """What keys of this statement's fields share; no two reviewers' are the same."""
    return f"{one.statement.id}_{given.reviewer_id[:8]}"
