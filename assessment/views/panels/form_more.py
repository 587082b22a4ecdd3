"""What may go with a view and nobody waits for: how sure, which prisons, how many people."""

from functools import partial

import streamlit as st

from assessment.ui.context import PageContext
from assessment.ui.fields import choose, choose_many, whole_number
from assessment.views import service
from assessment.views.model import CONFIDENCE_WORDS, MOST_PEOPLE, Confidence, OwnForm, View


def more_of_the_view(ctx: PageContext, form: OwnForm, agency_id: str) -> None:
    """Folded, since it is not asked of anyone; there once an answer is.

    What is in it is drawn once it is opened: few do, and everyone would wait for it at each save.
    """
    view = form.current
    if not isinstance(view, View):
        return
    one = form.statement.id
    here = (ctx.desk, ctx.assessment_id, one, agency_id)
    name = f"{one}_{agency_id[:8]}_{view.id[:8]}"
    more = st.expander(
        "More, if you like: how sure, which prisons, how many people",
        key=f"more_{name}",
        on_change="rerun",
    )
    if not more.open:
        return
    with more:
        choose(
            "How sure you are",
            list(Confidence),
            key=f"confidence_{name}",
            stored=view.confidence,
            words=CONFIDENCE_WORDS.__getitem__,
            on_pick=partial(service.set_confidence, *here),
            disabled=not form.live,
        )
        _prisons(ctx, form, agency_id, view)
        whole_number(
            "How many people it rests on",
            key=f"people_{name}",
            stored=view.people,
            on_pick=partial(service.set_people, *here),
            least=1,
            most=MOST_PEOPLE,
            hint="Where a group met elsewhere and this is what they said.",
            disabled=not form.live,
        )


def _prisons(ctx: PageContext, form: OwnForm, agency_id: str, view: View) -> None:
    names = service.prisons_to_name(ctx.desk, ctx.assessment_id)
    if names:
        here = (ctx.desk, ctx.assessment_id, form.statement.id, agency_id)
        choose_many(
            "Prisons it is about",
            list(names),
            key=f"about_{form.statement.id}_{agency_id[:8]}_{view.id[:8]}",
            stored=view.prisons,
            words=names.__getitem__,
            on_pick=lambda now, before: service.set_view_prisons(*here, now, seen=before),
            disabled=not form.live,
        )
