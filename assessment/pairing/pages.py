"""Who reviews whom: a region's table from its workbook, a reviewer for each area, and warnings."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assessment.access.errors import UserError
from assessment.access.wording import counted
from assessment.documents.media import EXCEL
from assessment.documents.safety import FILE_LIMIT
from assessment.pairing import service
from assessment.pairing.model import Area
from assessment.pairing.panels import choices, typed_areas
from assessment.pairing.rules.warnings import warnings_of
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import message
from assessment.ui.page import head


LEAD = "For the team of a region: a table of areas, warnings, and your own choice."
KEPT = (
    "Nothing of this table is kept here: it holds facts about other areas. Load it or type it in, "
    "choose, and save it with its warnings before you leave this page."
)


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
        areas = typed_areas(ctx, loaded, source)
    except UserError as error:
        show(message(error))
        return
    if not areas:
        _save(ctx, "Save an empty table to fill in", ())
        return
    chosen = choices(areas, source)
    against = sum(len(warnings_of(one, chosen)) for one in chosen)
    show(fill("<p><strong>{}, {}.</strong></p>", counted(len(areas), "area"), _count(against)))
    _save(ctx, "Save the table with its warnings", chosen)


def _save(ctx: PageContext, label: str, areas: Sequence[Area]) -> None:
    st.download_button(
        label,
        partial(service.table_of, ctx.desk, areas),
        file_name=service.table_name(ctx.desk),
        mime=EXCEL,
        key="pairing_save",
        on_click="ignore",
        type="primary",
    )


def _count(number: int) -> str:
    return counted(number, "warning") if number else "nothing stands against any pair"
