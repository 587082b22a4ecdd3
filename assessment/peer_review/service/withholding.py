"""What is withheld from a peer reviewer who may bid for an agency's contract: shown to the lead.

The rule decides, and the lead may withhold more by hand, never less.
"""

from collections.abc import Collection, Iterator

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.wording import listed
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency
from assessment.peer_review import store
from assessment.peer_review.model import (
    Challenge,
    HeldText,
    Kept,
    PeerReviewer,
    TextPlace,
    WithheldStatement,
    Withholding,
)
from assessment.peer_review.rules.naming import own_words
from assessment.peer_review.rules.withheld import BY_HAND, because, evidence_given
from assessment.peer_review.service import saving
from assessment.peer_review.service.freezing import texts_to_read
from assessment.peer_review.service.giving import Here, documents_of, given_statements, here_of
from assessment.peer_review.service.reading import reviewers
from assessment.peer_review.service.refusing import check_reads
from assessment.store.work import Reading


HAS_SEEN = "This peer reviewer’s ratings are in, so what they were given stands as it was."
NO_BID = "Say first for whose contract their organisation may bid: only then is anything withheld."
PLACES = {
    TextPlace.EVIDENCE_TITLE: "Title of a document",
    TextPlace.RATIONALE: "Why {} is rated so",
    TextPlace.NOT_APPLICABLE: "Why {} is not applicable",
}


def withholding(desk: Desk, reviewer_id: str) -> Withholding | None:
    """What this reviewer is not given and why; None where they may bid for no contract here.

    Raises Refused for whoever may not read reviews, NotFound.
    """
    check_reads(desk)
    with desk.store.reading() as tx:
        here = here_of(desk, tx, reviewer_id)
        if here.barred is None:
            return None
        statements = tuple(_statements(tx, here, here.barred))
        return Withholding(
            agency=here.barred.name,
            statements=statements,
            documents=_own_documents(desk, tx, here),
            texts=tuple(_texts(desk, tx, here)),
            own_words=own_words(here.barred.name, here.area),
            left=len(given_statements(tx, here)),
        )


def set_withheld(
    desk: Desk,
    reviewer_id: str,
    statements: Collection[str],
    *,
    seen: Collection[str] | None = None,
) -> None:
    """Withhold these statements by hand, besides what the rule withholds and never instead.

    Raises:
        Refused: not the lead, they may bid for no contract here, or their ratings are in.
        BadInput: no statement of the assessment's set.
    """
    with desk.store.writing() as tx:
        row = saving.found_reviewer(tx, reviewer_id)
        one = saving.found_round(tx, row.round_id)
        saving.check_leads(desk, one)
        if row.may_bid_for is None:
            raise Refused(NO_BID)
        if row.returned_at is not None:
            raise Refused(HAS_SEEN)
        assessment = partnerships.assessment(desk, one.assessment_id)
        partnerships.check_statements_here(
            desk, assessment, set(statements) - store.withheld(tx, reviewer_id)
        )
        event = saving.event_of(desk, one, Kept.REVIEWER, row.id, "peer_reviewer.withheld_set")
        store.link_withheld(tx, reviewer_id, statements, event, seen)


def named_in(desk: Desk, round_id: str, text: str) -> str:
    """What the lead is told of a text that names an agency somebody may bid for; else empty."""
    with desk.store.reading() as tx:
        found = [
            (each, here.barred.name)
            for each in reviewers(desk, round_id)
            if each.may_bid_for
            for here in (here_of(desk, tx, each.id),)
            if here.barred is not None and not here.may_read(text)
        ]
    if not found:
        return ""
    agencies = listed(list(dict.fromkeys(name for _, name in found)))
    who = listed([each.words for each, _ in found])
    return (
        f"It names {agencies}, so it is left out for {who}, whose organisation may bid for that "
        "contract. Reword it without the name, and they are given it."
    )


def bidder_note(desk: Desk, challenge_id: str) -> str:
    """What the lead is told where the reply to a challenge would tell a bidder of that agency."""
    check_reads(desk)
    with desk.store.reading() as tx:
        row = saving.found_challenge(tx, challenge_id)
        here = here_of(desk, tx, saving.found_rating(tx, row.rating_id).reviewer_id)
    return _note(here, row, here.reviewer)


def _note(here: Here, row: Challenge, reviewer: PeerReviewer) -> str:
    if here.barred is None:
        return ""
    name = here.barred.name
    if row.agency_id == here.barred.id:
        return (
            f"{name} replies, and {reviewer.words}, who asked, may bid for its contract. They are "
            "given neither this reply nor what comes of it, so they cannot answer. Let another "
            "agency reply where it can."
        )
    if not (here.may_read(row.reply) and here.may_read(row.outcome_reason)):
        return (
            f"These words name {name}, for whose contract {reviewer.words} may bid, so they are "
            "left out of what this peer reviewer is given. Reword them without the name, and they "
            "can be answered."
        )
    return ""


def _statements(tx: Reading, here: Here, barred: Agency) -> Iterator[WithheldStatement]:
    chosen = store.statements(tx, here.round.id)
    for each in here.bank.statements:
        if each.id not in chosen:
            continue
        why = because(each, barred, here.bank.agency_types)
        if why or each.id in here.by_hand:
            yield WithheldStatement(statement=each, because=why or BY_HAND, by_hand=not why)


def _own_documents(desk: Desk, tx: Reading, here: Here) -> tuple[str, ...]:
    every = documents_of(desk, tx, here.round)
    given = evidence_given(every, here.barred)
    return tuple(each.title for each in every if each not in given)


def _texts(desk: Desk, tx: Reading, here: Here) -> Iterator[HeldText]:
    """Texts about what they are given: as they were read for the round, else as they stand."""
    frozen = store.texts(tx, here.round.id)
    given = {each.id for each in given_statements(tx, here)}
    theirs = {each.id for each in evidence_given(documents_of(desk, tx, here.round), here.barred)}
    for each in texts_to_read(desk, here.round.id):
        read = frozen.get((each.place, each.about))
        text = read.text if read else each.text
        if each.about in given | theirs and not here.may_read(text):
            yield HeldText(where=PLACES[each.place].format(each.about), text=text)
