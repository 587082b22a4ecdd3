"""What a receipt says: which views came, how to correct one, who can read them."""

from datetime import datetime

from assessment.access.wording import counted
from assessment.views.rules.promise import promise
from exports.packs.model import Ground, ReceiptPage


def receipt_page(
    ground: Ground, agency_id: str, answered: frozenset[str], reply_to: str, made_at: datetime
) -> ReceiptPage:
    """One agency's receipt: ids and titles, never an answer."""
    asked = {statement for statement, agency in ground.asked if agency == agency_id}
    titled = [(one.id, one.title) for one in ground.bank.statements]
    received = tuple(pair for pair in titled if pair[0] in answered)
    return ReceiptPage(
        marking=ground.area.marking,
        area=ground.area.name,
        assessment=ground.assessment.title,
        agency=ground.agencies[agency_id].name,
        made_at=made_at,
        thanks=f"{counted(len(received), 'view')} received, thank you.",
        received=received,
        waiting=tuple(pair for pair in titled if pair[0] in asked - answered),
        correct=_correct(reply_to),
        promise=promise(ground.names_shown is True),
    )


def _correct(reply_to: str) -> tuple[str, ...]:
    to = f" to {reply_to}" if reply_to else ""
    return (
        f"To correct an answer, change it in your pack and send the pack again{to}. Say in the "
        "message that it is a correction.",
        "Until a statement is revealed your corrected answer takes the place of the first. After "
        "that it is kept beside it, as a later view.",
    )
