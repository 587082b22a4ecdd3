"""A picture to explore: every rated statement at its level, named on pointing at it."""

from collections.abc import Sequence

import streamlit as st

from assessment.results import service as results_service
from assessment.results.model import Results
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.tables import table


def explore(ctx: PageContext, results: Results, labels: Sequence[str]) -> None:
    """Drawn only when asked for; its table stands below it with the same facts."""
    if not st.checkbox("Explore the ratings in a picture", key="explore"):
        return
    frame = results_service.statements_frame(results)
    if frame.empty:
        show("<p>Nothing is rated yet. The picture begins with the first rating.</p>")
        return
    from assessment.ui.pictures import levels_figure  # here: Plotly, only when asked for

    theme = st.context.theme.type or "light"
    words = "Each square is a statement at its agreed level. The table below says the same."
    st.plotly_chart(
        levels_figure(frame, labels, dark=theme == "dark"),
        config={"displayModeBar": False},
        alt=words,
        key="explore_picture",
    )
    show(fill('<p class="muted">{}</p>', words))
    rows = [(f"{row.id} {row.title}", row.words) for row in frame.itertuples()]
    show(table(["Statement", "Agreed rating"], rows))
