"""Read the texts: each that people typed, once, before a copy leaves the area."""

import streamlit as st

from assessment.access.wording import counted
from assessment.partnership import service as partnerships
from assessment.privacy.audience import COPY_WORDS, READ_FIRST, Audience
from assessment.privacy.noticing import noticed
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.page import head_of
from exports.audiences import service
from exports.downloads.panels.passages import passage_row
from exports.downloads.panels.together import together
from exports.report.model import Report
from exports.report.reading import Passage, unread
from exports.report.service import to_read


TOP = "reading_top"
AT_ONCE = 12
NO_PROOF = (
    "What may be a name, a small count or about one person is marked, so that you look twice. No "
    "program can prove a text harmless: what is not marked may still tell who someone is."
)


def render(ctx: PageContext) -> None:
    """Every text in the copy for one audience that is still to be read; or all of them."""
    audience = _audience()
    passages, copy = to_read(ctx.desk, ctx.assessment_id, audience)
    known = _names(copy)
    _top(ctx.redrawing(TOP), audience, passages)
    everything = st.toggle("Show those that were read too", key=f"all_{audience}")
    read = service.texts_read(ctx.desk, ctx.assessment_id, audience)
    listed = passages if everything else unread(passages, read)
    # What needs a second look comes first; the rest keeps the order of the report.
    ordered = sorted(listed, key=lambda one: not noticed(one.text, known))
    page = ordered[:AT_ONCE] if not everything else ordered
    offered = service.decided_elsewhere(ctx.desk, ctx.assessment_id, audience)
    for passage in page:
        name = f"passage_{passage.digest[:16]}"
        with st.container(key=f"row_{name}"):
            st.fragment(passage_row, key=name)(
                ctx.redrawing(TOP, name), audience, passage, known, offered.get(passage.digest)
            )
    unmarked = [one for one in page if not noticed(one.text, known)]
    together(ctx, audience, unmarked, offered, len(ordered))


def _audience() -> Audience:
    """Whose copy the address names; the most careful one where it names none."""
    named = st.query_params.get("for")
    return next((each for each in READ_FIRST if each.value == named), Audience.PUBLIC)


def _names(copy: Report) -> tuple[str, ...]:
    """Names that are no person's."""
    return (copy.area, *(line.name for line in copy.agencies), *copy.prisons, *copy.authorities)


@st.fragment(key=TOP)
def _top(ctx: PageContext, audience: Audience, passages: tuple[Passage, ...]) -> None:
    """How many are read; drawn again with every decision below."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    read = service.texts_read(ctx.desk, ctx.assessment_id, audience)
    waiting = len(unread(passages, read))
    show(
        head_of(
            partnerships.area_and_title(ctx.desk, one),
            f"Texts in the {COPY_WORDS[audience]}",
            f"{len(passages) - waiting:,} of {counted(len(passages), 'text')} read.",
        ),
        fill("<p>{}</p>", NO_PROOF),
    )
    if not waiting and st.button("Make the files", type="primary", key="to_downloads"):
        ctx.go("downloads", **{"for": audience.value})
