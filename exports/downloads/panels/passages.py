"""One text that may leave the area: what to look at twice in it, and what is decided of it."""

from collections.abc import Callable, Collection
from functools import partial

import streamlit as st
from markupsafe import Markup

from assessment.access.texts import PARAGRAPH
from assessment.access.wording import counted
from assessment.privacy.audience import COPY_WORDS, Audience
from assessment.privacy.noticing import NOTICE_WORDS, Noticed, noticed
from assessment.ui.autosave import autosave_text
from assessment.ui.context import PageContext
from assessment.ui.fields import choose
from assessment.ui.html import fill, joined, show
from assessment.ui.messages import guarded, show_refusal
from exports.audiences import service
from exports.audiences.model import CHOICE_WORDS, Choice, ReadText
from exports.report.reading import Passage


_SHOWN = 3  # places named before the rest are counted


def passage_row(
    ctx: PageContext,
    audience: Audience,
    passage: Passage,
    known: Collection[str],
    offered: ReadText | None = None,
) -> None:
    """The text with its marks, and the three choices; its decision is read from its row.

    `offered` is what was decided of it for another copy; taking it up looks at it again.
    """
    one = service.texts_read(ctx.desk, ctx.assessment_id, audience).get(passage.digest)
    found = noticed(passage.text, known)
    show(
        fill('<p class="muted">{}</p>', place_words(passage)),
        fill("<p>{}</p>", marked(passage.text, found)),
        fill('<p class="muted">{}</p>', why_words(passage.text, found)) if found else "",
    )
    key = f"text_{audience}_{passage.digest[:16]}_{ctx.assessment_id[:8]}"
    choose(
        "What becomes of it in this copy",
        list(Choice),
        key=key,
        stored=one.choice if one else None,
        words=CHOICE_WORDS.__getitem__,
        on_pick=partial(_decide, ctx, audience, passage.digest),
        placeholder="Not read yet",
    )
    if one is not None and one.choice is Choice.REWORD:
        _other_words(ctx, one)
    elif offered is not None and not (one and one.decided):
        _offer(ctx, audience, offered, key)


def _decide(ctx: PageContext, audience: Audience, digest: str, choice: Choice | None) -> None:
    service.decide(ctx.desk, ctx.assessment_id, audience, digest, choice)
    ctx.changed()


def _offer(ctx: PageContext, audience: Audience, other: ReadText, key: str) -> None:
    """What was decided of it for another copy: a start, which somebody must take up."""
    act = partial(service.decide_alike, ctx.desk, ctx.assessment_id, audience, [other])
    with st.container(horizontal=True, vertical_alignment="center"):
        show(fill('<p class="muted">{}</p>', offer_words(other)))
        st.button(
            "Decide the same here",
            key=f"{key}_same",
            on_click=guarded(key, partial(_same, ctx, act)),
        )
    show_refusal(key)


def _same(ctx: PageContext, act: Callable[[], None]) -> None:
    act()
    ctx.changed()


def offer_words(other: ReadText) -> str:
    """In the copy for the regional team it was reworded: “Two people”."""
    said = {
        Choice.KEEP: "kept as it stands",
        Choice.DROP: "left out",
        Choice.REWORD: f"reworded: “{other.wording.strip()}”",
    }
    return f"In the {COPY_WORDS[other.audience]} it was {said[other.choice or Choice.DROP]}."


def _other_words(ctx: PageContext, one: ReadText) -> None:
    autosave_text(
        "In this copy it says",
        key=f"wording_{one.id}",
        stored=one.wording,
        saved_at=one.saved_at if one.wording else None,
        on_save=partial(service.edit_wording, ctx.desk, one.id),
        lines=3,
        limit=PARAGRAPH,
    )


def place_words(passage: Passage) -> str:
    """Why this rating: G01 Named lead, P08 Medication and 3 more places."""
    named = ", ".join(passage.where[:_SHOWN])
    rest = len(passage.where) - _SHOWN
    more = f" and {counted(rest, 'more place')}" if rest > 0 else ""
    return f"{passage.place}: {named}{more}" if named else passage.place


def marked(text: str, found: Collection[Noticed]) -> Markup:
    """The text with what was noticed in it underlined and told apart from the rest."""
    parts: list[Markup] = []
    at = 0
    for one in found:
        parts.append(fill("{}", text[at : one.start]))
        parts.append(fill("<mark>{}</mark>", text[one.start : one.end]))
        at = one.end
    return joined([*parts, fill("{}", text[at:])])


def why_words(text: str, found: Collection[Noticed]) -> str:
    """Look twice: “Two prisoners” is a small count; “Ceridwen Vaughan” may be a name."""
    said = (f"“{text[one.start : one.end]}” {NOTICE_WORDS[one.why]}" for one in found)
    return f"Look twice: {'; '.join(dict.fromkeys(said))}."
