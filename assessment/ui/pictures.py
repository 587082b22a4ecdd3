"""Pictures that a person explores, by Plotly. Everything else is drawn as HTML or SVG."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import plotly.graph_objects as go


if TYPE_CHECKING:
    import pandas as pd


# The ramp and ink of look.css, light and dark; a test holds them equal.
RAMPS = {
    False: ("#f5f2fa", "#d3c3e7", "#77509f", "#3b215d"),
    True: ("#2c2633", "#523f69", "#9f84c2", "#e3d6f6"),
}
INK = {False: "#16191d", True: "#eef0f2"}
EDGE = {False: "#7b6698", True: "#9c86ba"}


def levels_figure(frame: "pd.DataFrame", labels: Sequence[str], *, dark: bool) -> go.Figure:
    """A square for each statement, its domain across and its level up.

    `frame` has the columns domain, id, title, level, words and provisional.
    """
    placed = frame.assign(place=frame.groupby(["domain", "level"]).cumcount())
    figure = go.Figure()
    for level, label in enumerate(labels):
        mine = placed[placed["level"] == level]
        figure.add_scatter(
            x=mine["domain"] + mine["place"].add(1).astype(str).str.zfill(2),
            y=[label] * len(mine),
            mode="markers",
            name=label,
            marker={
                "symbol": "square",
                "size": 22,
                "color": RAMPS[dark][level],
                "line": {"width": 2, "color": EDGE[dark]},
            },
            customdata=mine[["id", "title", "words"]],
            hovertemplate="%{customdata[0]} %{customdata[1]}<br>%{customdata[2]}<extra></extra>",
        )
    return _plain(figure, labels, INK[dark])


def _plain(figure: go.Figure, labels: Sequence[str], ink: str) -> go.Figure:
    """No background, no legend: ink for words, violet for levels."""
    figure.update_layout(
        showlegend=False,
        height=360,
        margin={"l": 10, "r": 10, "t": 10, "b": 10},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "SourceSans3, Arial, sans-serif", "size": 16, "color": ink},
        xaxis={"visible": False, "categoryorder": "category ascending"},
        yaxis={"categoryorder": "array", "categoryarray": list(labels)},
    )
    return figure
