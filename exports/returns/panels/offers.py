"""Rows without a number: actions that somebody proposes, chosen one by one."""

import streamlit as st

from assessment.access.wording import long_date
from assessment.ui.fields import literal
from assessment.ui.html import fill, show
from exports.returns.model import Offer, Preview


def offers(key: str, preview: Preview) -> frozenset[str]:
    """Each row with what it says; gives the keys of those to raise."""
    if preview.offers:
        show(
            "<h3>Proposed in the file</h3>",
            "<p>Rows without a number. What you choose is raised as a proposed action; whoever is "
            "to own it is still to be asked.</p>",
        )
    return frozenset(one.key for one in preview.offers if _chosen(key, one))


def _chosen(key: str, one: Offer) -> bool:
    with st.container(key=f"row_offer_{key}_{one.row}"):
        show(fill("<p><strong>{}</strong><br>{}</p>", one.what, " ".join(_about(one))))
        return st.checkbox(
            literal(f"Propose the action in row {one.row}"), key=f"returned_raise_{key}_{one.row}"
        )


def _about(one: Offer) -> list[str]:
    parts = [
        f"Suggested owner: {one.suggested}." if one.suggested else "",
        f"Due {long_date(one.due)}." if one.due else "",
        f"Review {long_date(one.review)}." if one.review else "",
        f"Statements: {', '.join(one.statements)}." if one.statements else "",
        *one.notes,
    ]
    return [part for part in parts if part]
