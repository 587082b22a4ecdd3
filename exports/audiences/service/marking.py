"""How each audience's copy is marked, where that is not what the table says."""

from assessment.access.desk import Desk
from assessment.access.texts import NAME, accept_words
from assessment.privacy.audience import Audience
from exports.audiences import store
from exports.audiences.model import CopyMarking
from exports.audiences.permissions import check_user_can_settle


def marking_chosen(desk: Desk, partnership_id: str, audience: Audience) -> str | None:
    """The marking chosen for a copy, empty for none; None where the table decides."""
    with desk.store.reading() as tx:
        found = store.markings(tx, partnership_id).get(audience)
    return found.marking if found else None


def choose_marking(
    desk: Desk, partnership_id: str, audience: Audience, marking: str | None
) -> None:
    """Mark an audience's copies so from now on; empty for no marking, None as the table says.

    Raises Refused for anyone but the lead; TooLong, LikelyIdentifier as accept_words.
    """
    check_user_can_settle(desk.actor)
    words = None if marking is None else accept_words(marking, limit=NAME)
    with desk.store.writing() as tx:
        row = store.markings(tx, partnership_id).get(audience)
        event = desk.event(
            "copy_marking.chosen",
            subject_table="copy_marking",
            subject_id=row.id if row else desk.new_id(),
            partnership_id=partnership_id,
        )
        if row is None:
            new = CopyMarking(
                id=event.subject_id,
                partnership_id=partnership_id,
                audience=audience,
                marking=words,
                saved_at=desk.now(),
            )
            store.add_marking(tx, new, event)
        elif row.marking != words:
            values = {"marking": words, "saved_at": desk.now()}
            store.change_marking(tx, row.id, values, event)
