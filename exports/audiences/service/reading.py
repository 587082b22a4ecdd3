"""What the lead decides of each text before a copy leaves the area."""

from collections.abc import Iterable, Mapping
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import NotFound
from assessment.access.texts import PARAGRAPH
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.privacy.audience import READ_FIRST, Audience
from assessment.store.work import Reading, Writing
from exports.audiences import store
from exports.audiences.model import CARE, Choice, ReadText
from exports.audiences.permissions import check_user_can_settle


def texts_read(desk: Desk, assessment_id: str, audience: Audience) -> Mapping[str, ReadText]:
    """What was decided so far for an audience, by the digest of field and text."""
    with desk.store.reading() as tx:
        return store.texts(tx, assessment_id, audience)


def decide(
    desk: Desk, assessment_id: str, audience: Audience, digest: str, choice: Choice | None
) -> None:
    """Keep a text for this audience's copy, reword it, leave it out; None: not read after all.

    Raises Refused for anyone but the lead, NotFound for an assessment that is not here.
    """
    check_user_can_settle(desk.actor)
    with desk.store.writing() as tx:
        known = store.texts(tx, assessment_id, audience)
        _decide(desk, tx, assessment_id, audience, digest, choice, known)


def decide_many(
    desk: Desk, assessment_id: str, audience: Audience, digests: Iterable[str], choice: Choice
) -> None:
    """Decide the same of several texts that nothing was decided of yet. Raises as `decide`."""
    check_user_can_settle(desk.actor)
    with desk.store.writing() as tx:
        known = store.texts(tx, assessment_id, audience)
        for digest in digests:
            if digest not in known or known[digest].choice is None:
                _decide(desk, tx, assessment_id, audience, digest, choice, known)


def decided_elsewhere(desk: Desk, assessment_id: str, audience: Audience) -> Mapping[str, ReadText]:
    """What was decided for the other audiences' copies of texts that are undecided in this one.

    By digest; where they were decided otherwise, the most careful of them. An offer and no more:
    nothing of it holds here until somebody decides so (see `decide_alike`).
    """
    with desk.store.reading() as tx:
        return _elsewhere(tx, assessment_id, audience)


def decide_alike(
    desk: Desk, assessment_id: str, audience: Audience, seen: Iterable[ReadText]
) -> None:
    """Decide of texts as they were decided for another copy, with the same words.

    `seen` are the offers as the screen showed them; one that was changed meanwhile, or whose text
    was decided here meanwhile, is left alone.

    Raises Refused for anyone but the lead.
    """
    check_user_can_settle(desk.actor)
    with desk.store.writing() as tx:
        known = store.texts(tx, assessment_id, audience)
        offered = _elsewhere(tx, assessment_id, audience)
        for one in seen:
            if offered.get(one.digest) == one:
                here = (tx, assessment_id, audience, one.digest)
                _decide(desk, *here, one.choice, known, one.wording)


def _elsewhere(tx: Reading, assessment_id: str, audience: Audience) -> dict[str, ReadText]:
    settled = store.texts(tx, assessment_id, audience)
    others = [
        one
        for other in READ_FIRST - {audience}
        for one in store.texts(tx, assessment_id, other).values()
        if one.decided and not (one.digest in settled and settled[one.digest].decided)
    ]
    # The most careful last, so that it stays; of the same care, the one decided last.
    others.sort(key=lambda one: (CARE.index(one.choice or Choice.KEEP), one.saved_at))
    return {one.digest: one for one in others}


def edit_wording(desk: Desk, row_id: str, typed: Typed) -> None:
    """Save the words that take a text's place in one copy.

    Raises:
        Refused: not the lead. NotFound: nothing was decided of it. StaleEdit, LikelyIdentifier,
        TooLong: see accept_text.
    """
    check_user_can_settle(desk.actor)
    with drafting(desk, typed) as draft:
        row = store.text_row(draft.tx, row_id)
        if row is None:
            raise NotFound("This text is no longer waiting for other words.")
        words = draft.accepted("read_text", row, "wording", limit=PARAGRAPH)
        if words != row.wording:
            event = partnerships.event_on(desk, row, "read_text.reworded", typed.spell)
            store.change_text(draft.tx, row.id, {"wording": words, "saved_at": desk.now()}, event)


def _decide(
    desk: Desk,
    tx: Writing,
    assessment_id: str,
    audience: Audience,
    digest: str,
    choice: Choice | None,
    known: Mapping[str, ReadText],
    wording: str = "",
) -> None:
    row = known.get(digest)
    if row is None:
        row = ReadText(
            id=desk.new_id(),
            assessment_id=assessment_id,
            audience=audience,
            digest=digest,
            choice=choice,
            wording=wording,
            saved_at=desk.now(),
        )
        store.add_text(tx, row, partnerships.event_on(desk, row, "read_text.decided"))
        return
    values: dict[str, Any] = {"choice": choice}
    if wording:
        values["wording"] = wording
    if row.choice is not choice or values.get("wording", row.wording) != row.wording:
        values["saved_at"] = desk.now()
    store.change_text(tx, row.id, values, partnerships.event_on(desk, row, "read_text.decided"))
