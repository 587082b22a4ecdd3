"""What one peer reviewer is given: the one place that decides it, for pack, link and second file.

Free text of the area is in it only as it was read for this round and frozen: see `freezing`.
"""

from collections.abc import Mapping
from typing import NamedTuple

from assessment.access.actor import Role
from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.bank import service as bank_service
from assessment.bank.model import Bank, EvidenceKind, Statement
from assessment.consensus import service as consensus
from assessment.consensus.model import AgreedRating, Standing
from assessment.consensus.rules.standing import standing
from assessment.evidence import service as evidence_service
from assessment.evidence.model import Evidence
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency, Assessment
from assessment.peer_review import store
from assessment.peer_review.model import (
    AreaRating,
    GivenDocument,
    GivenStatement,
    GivenToReviewer,
    OwnChallenge,
    PeerReviewer,
    ReviewRound,
    RoundText,
    TextPlace,
)
from assessment.peer_review.permissions import check_user_can_see_given
from assessment.peer_review.rules.naming import HELD_BACK
from assessment.peer_review.rules.scope import minutes
from assessment.peer_review.rules.withheld import evidence_given, statements_given, text_given
from assessment.peer_review.service import saving
from assessment.peer_review.service.refusing import check_own_reach
from assessment.peer_review.store import findings as finding_store
from assessment.store.work import Reading


Texts = Mapping[tuple[str, str], RoundText]


class Here(NamedTuple):
    """A reviewer, their round, and what it reviews, read in one picture."""

    reviewer: PeerReviewer
    round: ReviewRound
    assessment: Assessment
    bank: Bank
    barred: Agency | None
    by_hand: frozenset[str]
    area: str

    def may_read(self, text: str) -> bool:
        """Whether a text names nobody about whom nothing is given to this reviewer."""
        return text_given(text, self.barred, self.area)


def given_to(desk: Desk, reviewer_id: str) -> GivenToReviewer:
    """Everything that this peer reviewer may see now, and what they said themselves.

    A statement or document about an agency for whose contract they may bid is not in it, nor a
    text that names it, nor
    anything that any other reviewer said. The area's rating is in it in an open round, and in a
    blind one after `show_area`.

    Raises:
        NotFound: no such reviewer. Refused: neither the lead nor this reviewer; it is logged
            where another reviewer asks.
    """
    check_own_reach(desk, reviewer_id)
    with desk.store.reading() as tx:
        here = here_of(desk, tx, reviewer_id)
        check_user_can_see_given(desk.actor, here.assessment.id, reviewer_id)
        return _given(desk, tx, here)


def here_of(desk: Desk, tx: Reading, reviewer_id: str) -> Here:
    """The same without asking who reads: for this slice's services. Raises NotFound."""
    reviewer = saving.found_reviewer(tx, reviewer_id)
    one = saving.found_round(tx, reviewer.round_id)
    assessment = partnerships.assessment(desk, one.assessment_id)
    barred = partnerships.agency(desk, reviewer.may_bid_for) if reviewer.may_bid_for else None
    bank = bank_service.bank_of(desk, assessment.bank_id)
    area = partnerships.partnership(desk, assessment.partnership_id).name
    by_hand = store.withheld(tx, reviewer_id)
    return Here(reviewer, one, assessment, bank, barred, by_hand, area)


def given_statements(tx: Reading, here: Here) -> tuple[Statement, ...]:
    """The statements this reviewer may see, in the set's own order."""
    chosen = store.statements(tx, here.round.id)
    mine = [each for each in here.bank.statements if each.id in chosen]
    return statements_given(mine, here.barred, here.by_hand)


def check_something_given(tx: Reading, here: Here) -> None:
    """Raises BadInput where nothing is left for this reviewer to rate."""
    if not given_statements(tx, here):
        raise BadInput(
            "There is no statement that this peer reviewer can be given. Choose statements for the "
            "review, or ask the reviewing area for somebody whose organisation may not bid here."
        )


def _given(desk: Desk, tx: Reading, here: Here) -> GivenToReviewer:
    reviewer, one = here.reviewer, here.round
    mine = given_statements(tx, here)
    ids = [each.id for each in mine]
    second = reviewer.shown_at is not None
    area = _area(desk, tx, here, ids) if second or not one.blind else {}
    shown = _shown(desk, tx, here)
    return GivenToReviewer(
        reviewer_id=reviewer.id,
        round_id=one.id,
        assessment_id=one.assessment_id,
        area=here.area,
        assessment=here.assessment.title,
        reviewing_area=one.reviewing_area,
        role=reviewer.words,
        blind=one.blind,
        second=second,
        returned=reviewer.returned_at is not None,
        live=is_live(one, reviewer) and desk.today() <= one.expires_on,
        expires_on=one.expires_on,
        minutes=minutes(len(mine)),
        withheld=len(store.statements(tx, one.id)) - len(mine),
        wording_notice=here.bank.about.notice,
        labels=here.bank.labels(),
        statements=tuple(
            GivenStatement(
                statement=each,
                domain=here.bank.domain(each.domain).title,
                documents=tuple(doc for on, doc in shown if each.id in on),
                area=area.get(each.id),
            )
            for each in mine
        ),
        own={k: v for k, v in finding_store.ratings_by(tx, reviewer.id).items() if k in ids},
        challenges=_replied(desk, tx, here, ids),
    )


def is_live(one: ReviewRound, reviewer: PeerReviewer) -> bool:
    """Whether this reviewer may still write their ratings; its last day is for the caller.

    Not once it was released: what came then would leave without its facts checked.
    """
    over = (one.closed_at, one.released_at, one.archived_at)
    return not any((*over, reviewer.archived_at, reviewer.returned_at))


def _shown(desk: Desk, tx: Reading, here: Here) -> list[tuple[frozenset[str], GivenDocument]]:
    """Documents that have a way and a title that was read, each with the statements it is for."""
    ways, texts = store.documents(tx, here.round.id), store.texts(tx, here.round.id)
    names = partnerships.agency_names(desk, here.assessment.partnership_id)
    found = []
    for item in evidence_given(documents_of(desk, tx, here.round), here.barred):
        text = texts.get((TextPlace.EVIDENCE_TITLE, item.id))
        if text is not None and text.text and here.may_read(text.text):
            document = GivenDocument(
                id=item.id,
                title=text.text,
                owner=names.get(item.owner_agency_id or "", ""),
                kind=item.kind,
                dated=item.dated,
                strength=item.strength,
                way=ways[item.id].way,
            )
            found.append((frozenset(item.statements), document))
    return found


def documents_of(desk: Desk, tx: Reading, one: ReviewRound) -> tuple[Evidence, ...]:
    """The documents of which it was said how reviewers see them."""
    ways = store.documents(tx, one.id)
    every = evidence_service.evidence_of(desk, one.assessment_id)
    return tuple(item for item in every if item.id in ways)


def _area(desk: Desk, tx: Reading, here: Here, ids: list[str]) -> Mapping[str, AreaRating]:
    agreed = consensus.ratings_of(desk, here.round.assessment_id, ids)
    kinds = evidence_service.kinds_by_statement(desk, here.round.assessment_id)
    texts = store.texts(tx, here.round.id)
    return {
        key: _area_rating(here, one, kinds.get(key, frozenset()), texts)
        for key, one in agreed.items()
    }


def _area_rating(
    here: Here, one: AgreedRating, kinds: frozenset[EvidenceKind], texts: Texts
) -> AreaRating:
    place = TextPlace.NOT_APPLICABLE if one.not_applicable else TextPlace.RATIONALE
    text = texts.get((place, one.statement_id))
    return AreaRating(
        rating=one.rating,
        not_applicable=one.not_applicable,
        provisional=standing(one, kinds) is Standing.PROVISIONAL,
        reason=as_given(here, text.text) if text else "",
    )


def as_given(here: Here, text: str) -> str:
    """A text as this reviewer reads it: what is held back says so in its place."""
    return text if here.may_read(text) else HELD_BACK


def _replied(desk: Desk, tx: Reading, here: Here, ids: list[str]) -> tuple[OwnChallenge, ...]:
    """This reviewer's challenges that were replied to: a draft reply is the area's own.

    What the agency replied for whose contract they may bid is not given, as nothing else of it is.
    """
    own = desk.actor.role is Role.REVIEWER  # who reads what they are still writing
    mine = finding_store.ratings_by(tx, here.reviewer.id)
    by_id = {rating.id: rating for rating in mine.values() if rating.statement_id in ids}
    names = partnerships.agency_names(desk, here.assessment.partnership_id)
    return tuple(
        OwnChallenge(
            id=each.id,
            statement_id=by_id[each.rating_id].statement_id,
            agency=names.get(each.agency_id or "", ""),
            reply=as_given(here, each.reply),
            outcome=each.outcome,
            outcome_reason=as_given(here, each.outcome_reason),
            answer=each.answer if own or each.answered_at else "",
            answered=each.answered_at is not None,
            closed=each.closed_at is not None,
        )
        for each in finding_store.challenges(tx, here.round.id)
        if each.rating_id in by_id and each.confirmed_at is not None
        if here.barred is None or each.agency_id != here.barred.id
    )
