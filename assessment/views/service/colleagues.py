"""What colleagues on other devices of an agency say, until its contact sends a view.

Their answers stand side by side on the contact's device and nowhere else; none of them is the
agency's until the contact uses it.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import BadInput, NotFound, Refused
from assessment.access.texts import PARAGRAPH
from assessment.access.typed import Typed
from assessment.invitations import service as invitations
from assessment.invitations.model import Joined
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment
from assessment.store.activity import ActivityEvent
from assessment.store.work import Writing
from assessment.views import store
from assessment.views.model import Answer, ColleagueAnswer, Said, View, Way
from assessment.views.permissions import check_user_can_give
from assessment.views.service.asking import CHOOSE_FIRST
from assessment.views.service.giving import GIVE_FIRST, give
from assessment.views.store import colleagues as colleague_store


GONE = "Your colleague has taken that answer back. Nothing was changed."


def own_answers(desk: Desk) -> Mapping[str, ColleagueAnswer]:
    """What this colleague's device has answered, by statement id.

    Raises Refused once the device was ended, or where nobody joined by a code.
    """
    device = invitations.own_device(desk)
    with desk.store.reading() as tx:
        return colleague_store.answers_from(tx, desk.actor.assessment_id, device.id)


def answers_come(desk: Desk, assessment_id: str) -> Mapping[str, tuple[int, datetime]]:
    """How many answers stand beside from each device, by its id, and when one was last saved.

    Enough to know that something moved; what was answered is not read.
    """
    with desk.store.reading() as tx:
        return colleague_store.answers_come(tx, assessment_id)


def answer_beside(desk: Desk, statement_id: str, said: Said) -> None:
    """Keep a colleague's answer beside the agency's own; the words with it stay.

    Raises:
        Refused: the device was ended, views are not asked for or the assessment is closed.
        BadInput: no statement of its set.
    """
    answer, rating = (said, None) if isinstance(said, Answer) else (Answer.RATED, said)
    with desk.store.writing() as tx:
        one = _open(desk, tx, statement_id)
        row = colleague_store.answers_from(tx, one.id, desk.actor.device_id).get(statement_id)
        now = desk.now()
        values: dict[str, Any] = {"answer": answer, "rating": rating, "saved_at": now}
        if row is None:
            row = ColleagueAnswer(
                id=desk.new_id(),
                assessment_id=one.id,
                statement_id=statement_id,
                device_id=desk.actor.device_id,
                given_at=now,
                **values,
            )
            colleague_store.add_colleague_answer(tx, row, _event(desk, one, row.id, "given"))
        elif row.said != said:
            changed = values | {"given_at": now}
            colleague_store.change_colleague_answer(
                tx, row.id, changed, _event(desk, one, row.id, "changed")
            )


def edit_reason_beside(desk: Desk, statement_id: str, typed: Typed) -> None:
    """Save the short reason typed beside a colleague's answer.

    Raises:
        BadInput: no answer was chosen yet. Refused: see `answer_beside`.
        StaleEdit, LikelyIdentifier, TooLong: see accept_text.
    """
    with drafting(desk, typed) as draft:
        one = _open(desk, draft.tx, statement_id)
        row = colleague_store.answers_from(draft.tx, one.id, desk.actor.device_id).get(statement_id)
        if row is None:
            raise BadInput(GIVE_FIRST)
        text = draft.accepted("colleague_answer", row, "reason", limit=PARAGRAPH)
        if text != row.reason:
            event = _event(desk, one, row.id, "reason_edited", typed.spell)
            values = {"reason": text, "saved_at": desk.now()}
            colleague_store.change_colleague_answer(draft.tx, row.id, values, event)


def take_back_beside(desk: Desk, statement_id: str) -> None:
    """Take a colleague's answer back; nothing where there is none. Raises as `answer_beside`."""
    with desk.store.writing() as tx:
        one = _open(desk, tx, statement_id)
        row = colleague_store.answers_from(tx, one.id, desk.actor.device_id).get(statement_id)
        if row is not None:
            colleague_store.remove_colleague_answer(
                tx, row.id, _event(desk, one, row.id, "taken_back")
            )


def colleagues_say(desk: Desk, statement_id: str) -> tuple[tuple[Joined, ColleagueAnswer], ...]:
    """What the agency's other devices say of a statement, by their numbers, for its contact.

    Raises Refused on a colleague's device or one that was ended.
    """
    invitations.check_is_contact(desk)
    with desk.store.reading() as tx:
        beside = invitations.devices_beside(desk)
        found = colleague_store.answers_to(tx, desk.actor.assessment_id, statement_id)
    return tuple((one, found[one.id]) for one in beside if one.id in found)


def use_answer(
    desk: Desk,
    statement_id: str,
    answer_id: str,
    *,
    way: Way = Way.JOINED,
    replace: bool = False,
) -> None:
    """Make a colleague's answer the agency's view; their reason follows what stands there.

    `replace`: see `give`.

    Raises:
        NotFound: the answer was taken back. BadInput: the reasons together are too long.
        Refused: this device is not the contact's, or see `give`.
    """
    with desk.store.writing() as tx:
        invitations.check_is_contact(desk)
        said = [answer for _device, answer in colleagues_say(desk, statement_id)]
        used = next((one for one in said if one.id == answer_id), None)
        if used is None:
            raise NotFound(GONE)
        here = (desk.actor.assessment_id, statement_id, desk.actor.agency_id)
        kept = give(desk, *here, used.said, way=way, replace=replace)
        if used.reason and used.reason not in kept.reason:
            _add_reason(desk, tx, kept, used.reason)


def _add_reason(desk: Desk, tx: Writing, kept: View, reason: str) -> None:
    """Their words after ours: they have passed the guard once, and nothing of either is lost."""
    text = "\n".join(filter(None, (kept.reason, reason)))
    if len(text) > PARAGRAPH:
        raise BadInput(
            f"Your reason and your colleague’s are longer than {PARAGRAPH:,} characters together. "
            "Shorten yours first."
        )
    event = desk.event(
        "view.reason_edited",
        subject_table="view",
        subject_id=kept.id,
        partnership_id=partnerships.partnership_of(desk, kept.assessment_id),
        assessment_id=kept.assessment_id,
    )
    store.change_view(tx, kept.id, {"reason": text, "saved_at": desk.now()}, event)


def _open(desk: Desk, tx: Writing, statement_id: str) -> Assessment:
    """The assessment that this device joined, while it takes views."""
    actor = desk.actor
    invitations.own_device(desk)
    one = partnerships.assessment(desk, actor.assessment_id)
    check_user_can_give(actor, one.id, actor.agency_id, one.status)
    partnerships.check_asked_here(desk, one.partnership_id, actor.agency_id)
    partnerships.check_statements_here(desk, one, [statement_id])
    asking = store.asking_row(tx, one.id)
    if asking is None or asking.names_shown is None:
        raise Refused(CHOOSE_FIRST)
    return one


def _event(
    desk: Desk, one: Assessment, answer_id: str, what: str, spell: str = ""
) -> ActivityEvent:
    return desk.event(
        f"colleague_answer.{what}",
        subject_table="colleague_answer",
        subject_id=answer_id,
        partnership_id=one.partnership_id,
        assessment_id=one.id,
        spell=spell or None,
    )
