"""How a copy's contents are said in words."""

from collections.abc import Iterator
from datetime import date

from assessment.access.wording import counted, month_year
from exports.copies.model import Tables


# Tables whose names do not say to a reader what a row of them is.
_THINGS: dict[str, tuple[str, ...]] = {
    "activity_event": ("entry in the record of changes", "entries in the record of changes"),
    "partnership": ("area",),
    "authority": ("local authority", "local authorities"),
    "agency": ("agency", "agencies"),
    "action_pair": ("decision on two alike actions", "decisions on two alike actions"),
    "date_move": ("move of a due date", "moves of due dates"),
    "impact_answer": ("answer about an action’s effect", "answers about actions’ effects"),
    "review": ("review meeting",),
    "review_turn": ("action’s turn in a review", "actions’ turns in reviews"),
    "copy_marking": ("marking of a copy", "markings of copies"),
    "evidence": ("evidence reference", "evidence references"),
    "no_action_reason": ("reason for no action", "reasons for no action"),
    "statement_bank": ("set of statements", "sets of statements"),
    "export_made": ("record of a file made", "records of files made"),
    "read_text": ("text read before it left", "texts read before they left"),
    "reveal": ("reveal of a statement’s views", "reveals of a statement’s views"),
    "view": ("view of an agency", "views of agencies"),
    "view_asking": ("way of asking for first views", "ways of asking for first views"),
    "workshop": ("workshop’s place", "workshops’ places"),
    "removed_text": ("record of a removed text", "records of removed texts"),
}


def counts(tables: Tables) -> tuple[str, ...]:
    """ "12 agencies", "46 agreed ratings": what there is of each thing; links are not counted."""
    return tuple(
        counted(len(rows), *_THINGS.get(name, (name.replace("_", " "),)))
        for name, rows in tables.items()
        if rows and "id" in rows[0]
    )


def assessments(tables: Tables) -> tuple[str, ...]:
    """ "November 2026": the assessments in use, the newest first."""
    return tuple(month_year(day) for day in sorted(_months(tables), reverse=True))


def _months(tables: Tables) -> Iterator[date]:
    for row in tables.get("assessment", ()):
        if row.get("archived_at") is None and isinstance(row.get("month"), str):
            yield date.fromisoformat(row["month"])
