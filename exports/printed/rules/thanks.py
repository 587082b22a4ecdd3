"""A receipt as one printed page: what came, and what happens next.

Before the reveal nothing is said of differences: which statements are first on the agenda would
tell an agency something of the others' views.
"""

from datetime import date

from assessment.access.wording import long_date, moment
from exports.packs.model import ReceiptPage
from exports.printed.model import Listed, Receipt


# More characters of titles than this do not fit on the page beside the rest: then ids alone.
_ROOM = 3_000
NEXT = (
    "Your views are brought together with those of the other agencies. Until the reveal nobody is "
    "shown them.",
    "In the room the spread of each statement is shown, and then you agree one rating together. "
    "Your first view stands as you gave it.",
)
KEPT = (
    "The ratings are agreed. Your views are kept beside them; one that came after the reveal is "
    "marked so.",
)


def receipt_sheet(
    page: ReceiptPage, running_head: str, meets_on: date | None, *, agreed: bool
) -> Receipt:
    """The page of a receipt; `meets_on` is the day of the next meeting, where one is set.

    `agreed`: the ratings stand already, so these views are only kept beside them.
    """
    pairs = (*page.received, *page.waiting)
    alone = sum(len(title) for _id, title in pairs) > _ROOM
    lists = (
        _listed("Views received", page.received, alone),
        _listed("No view received yet", page.waiting, alone),
    )
    return Receipt(
        title=f"{page.area}: receipt for {page.agency}",
        marking=page.marking,
        running_head=running_head,
        agency=page.agency,
        thanks=page.thanks,
        lists=tuple(one for one in lists if one.statements or one.ids),
        parts=(
            ("What happens next", KEPT if agreed else (*_meeting(meets_on), *NEXT)),
            ("To correct one", page.correct),
            ("Who can read them", (page.promise,)),
        ),
        made=f"Made on {moment(page.made_at)}. This page holds no answer.",
    )


def _meeting(meets_on: date | None) -> tuple[str, ...]:
    return (f"We meet on {long_date(meets_on)}.",) if meets_on else ()


def _listed(heading: str, pairs: tuple[tuple[str, str], ...], alone: bool) -> Listed:
    if alone:
        return Listed(heading=heading, ids=", ".join(id_ for id_, _title in pairs))
    return Listed(heading=heading, statements=pairs)
