"""Who reviews whom: a region's table from its workbook, a reviewer for each area, and warnings."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assessment.access.errors import UserError
from assessment.access.wording import counted
from assessment.documents.safety import FILE_LIMIT
from assessment.pairing import service
from assessment.pairing.model import Area, key_of, same
from assessment.pairing.rules.warnings import warnings_of
from assessment.ui.context import PageContext
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from assessment.ui.messages import message
from assessment.ui.page import head


LEAD = "For the team of a region: a table of areas, warnings, and your own choice."
KEPT = (
    "Nothing of this table is kept here: it holds facts about other areas. Load it or type it in, "
    "choose, and save it with its warnings before you leave this page."
)
TYPE_IN = (
    "Type or paste a row for each area, or change what was loaded: several names in one cell stand "
    "with a semicolon between them. The workbook does the same, also for a screen reader."
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def render(ctx: PageContext) -> None:
    """The workbook to fill in, and once one is loaded a choice for each of its areas."""
    if "reviews" in ctx.links and st.button("Back to the reviews", key="pairing_back"):
        ctx.go("reviews")
    head("A region", "Who reviews whom", LEAD)
    show(fill("<p>{}</p>", KEPT))
    given = st.file_uploader(
        "The region’s table, a file with the ending .xlsx",
        max_upload_size=FILE_LIMIT // 1_000_000,
        key="pairing_file",
    )
    source = given.file_id if given else "typed"
    try:
        loaded = service.read_table(ctx.desk, given.getvalue(), given.name) if given else ()
        areas = _typed(ctx, loaded, source)
    except UserError as error:
        show(message(error))
        return
    if not areas:
        _save(ctx, "Save an empty table to fill in", ())
        return
    chosen = _choices(areas, source)
    against = sum(len(warnings_of(one, chosen)) for one in chosen)
    show(fill("<p><strong>{}, {}.</strong></p>", counted(len(areas), "area"), _count(against)))
    _save(ctx, "Save the table with its warnings", chosen)


def _typed(ctx: PageContext, loaded: Sequence[Area], source: str) -> tuple[Area, ...]:
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


def _choices(areas: Sequence[Area], file_id: str) -> tuple[Area, ...]:
    """A box for each area; every warning is drawn once all boxes are, since pairs hang together."""
    names = [one.name for one in areas]
    chosen: list[Area] = []
    places = []
    for number, area in enumerate(areas):
        with st.container(key=f"row_pair_{number}"):
            show(fill("<h2>{}</h2>", area.name))
            picked = _box(area, names, f"pair_{file_id}_{key_of(area.name)}")
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


def _save(ctx: PageContext, label: str, areas: Sequence[Area]) -> None:
    st.download_button(
        label,
        partial(service.table_of, ctx.desk, areas),
        file_name=service.table_name(ctx.desk),
        mime=XLSX,
        key="pairing_save",
        on_click="ignore",
        type="primary",
    )


def _count(number: int) -> str:
    return counted(number, "warning") if number else "nothing stands against any pair"
