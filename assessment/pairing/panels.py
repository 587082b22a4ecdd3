"""The table of a region to type into, and a choice of reviewer for each of its areas."""

from collections.abc import Sequence

import streamlit as st

from assessment.pairing import service
from assessment.pairing.model import Area, key_of, same
from assessment.pairing.rules.warnings import warnings_of
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show


TYPE_IN = (
    "Type or paste a row for each area, or change what was loaded: several names in one cell stand "
    "with a semicolon between them. The workbook does the same, also for a screen reader."
)


def typed_areas(ctx: PageContext, loaded: Sequence[Area], source: str) -> tuple[Area, ...]:
    """The rows to type into, begun with what was loaded; who reviews is chosen below them."""
    show("<h2>The areas</h2>", fill("<p>{}</p>", TYPE_IN))
    begun = service.to_type_in(loaded)
    rows = st.data_editor(
        begun,
        num_rows="dynamic",
        hide_index=True,
        column_config={head: st.column_config.TextColumn(default="") for head in begun[0]},
        width="stretch",
        key=f"pairing_rows_{source}",
    )
    if not any(str(value or "").strip() for row in rows for value in row.values()):
        return ()
    reviewers = {key_of(one.name): one.reviewer for one in loaded}
    areas = service.typed_table(ctx.desk, rows)
    return tuple(
        one.model_copy(update={"reviewer": reviewers.get(key_of(one.name), "")}) for one in areas
    )


def choices(areas: Sequence[Area], source: str) -> tuple[Area, ...]:
    """A box for each area; every warning is drawn once all boxes are, since pairs hang together."""
    names = [one.name for one in areas]
    chosen: list[Area] = []
    places = []
    for number, area in enumerate(areas):
        with st.container(key=f"row_pair_{number}"):
            show(fill("<h2>{}</h2>", area.name))
            picked = _box(area, names, f"pair_{source}_{key_of(area.name)}")
            places.append(st.container())
        chosen.append(area.model_copy(update={"reviewer": picked}))
    for area, place in zip(chosen, places, strict=True):
        with place:
            lines = warnings_of(area, chosen) or ("Nothing stands against it.",)
            show(*(fill("<p>{}</p>", line) for line in lines))
    return tuple(chosen)


def _box(area: Area, names: Sequence[str], key: str) -> str:
    others = ["", *(name for name in names if name != area.name)]
    if not any(same(name, area.reviewer) for name in others):
        others.append(area.reviewer)  # as the file has it: the warning says what is wrong with it
    at = next(n for n, name in enumerate(others) if same(name, area.reviewer))
    picked: str = st.selectbox(
        f"Who reviews {literal(area.name)}",
        others,
        index=at,
        format_func=lambda name: literal(name) if name else "Nobody yet",
        key=key,
    )
    return picked
