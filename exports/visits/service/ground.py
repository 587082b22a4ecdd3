"""Reads once what the papers of a review are made of, and takes away what a copy may not hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from action_plans.actions import service as actions_service
from action_plans.actions.model import Action
from action_plans.actions.rules.words import owner_words
from assessment.access.desk import Desk
from assessment.access.errors import NotFound
from assessment.bank import service as bank_service
from assessment.bank.model import Bank, Statement
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment, Partnership
from assessment.peer_review import service as reviews
from assessment.peer_review.model import (
    Challenge,
    DocumentWay,
    GivenToReviewer,
    ModeratedRating,
    PeerReviewer,
    ReviewerRating,
    ReviewRound,
)
from assessment.peer_review.rules.agreement import Agreement
from assessment.peer_review.rules.naming import HELD_BACK, names
from assessment.peer_review.rules.stage import Standing
from assessment.privacy.audience import Audience, marking_of
from assessment.results import service as results_service
from assessment.results.model import StatementResult
from exports.audiences import service as audiences
from exports.visits.permissions import check_user_can_make_visit_papers


NOT_OF_IT = "That peer reviewer is not one of this review."


@dataclass(frozen=True)
class Ground:
    """A review with all that was found in it. `actions` are those that its challenges raised.

    `names` are of agencies. `reader` is the peer reviewer that a copy is for, where it is one's.
    """

    area: Partnership
    assessment: Assessment
    bank: Bank
    marking: str
    round: ReviewRound
    standing: Standing
    reviewers: tuple[PeerReviewer, ...]
    scope: tuple[Statement, ...]
    results: Mapping[str, StatementResult]
    ratings: tuple[ReviewerRating, ...]
    compared: Mapping[str, Agreement | None]
    challenges: Mapping[str, Challenge]
    moderated: Mapping[str, ModeratedRating]
    actions: tuple[Action, ...]
    documents: tuple[str, ...]
    names: Mapping[str, str]
    reader: PeerReviewer | None = None

    def actions_of(self, challenge: Challenge | None) -> tuple[Action, ...]:
        """The actions that a challenge raised."""
        if challenge is None:
            return ()
        return tuple(each for each in self.actions if each.challenge_id == challenge.id)

    def owner(self, action: Action) -> str:
        """An action's owner, as the report says it."""
        return owner_words(action, self.names.get(action.owner_agency_id or "", ""))

    def fit(self, text: str) -> str:
        """A text as the reader of this copy may have it: not where it names whom they bid for."""
        barred = self.names.get(self.reader.may_bid_for or "", "") if self.reader else ""
        return HELD_BACK if barred and names(text, barred, self.area.name) else text


def ground_of(desk: Desk, round_id: str, reviewer_id: str = "") -> Ground:
    """What papers of a review are made of: all of it, or what one peer reviewer may be given.

    Raises:
        Refused: someone other than the lead. NotFound: no such review, or no such reviewer in it.
    """
    check_user_can_make_visit_papers(desk.actor)
    with desk.store.reading():
        whole = _whole(desk, reviews.round_of(desk, round_id))
        if not reviewer_id:
            return whole
        return _given(whole, reviews.given_to(desk, reviewer_id), reviewer_id)


def _whole(desk: Desk, one: ReviewRound) -> Ground:
    assessment = partnerships.assessment(desk, one.assessment_id)
    area = partnerships.partnership(desk, assessment.partnership_id)
    chosen = audiences.marking_chosen(desk, area.id, Audience.REVIEWER)
    people = reviews.reviewers(desk, one.id)
    challenges = reviews.challenges(desk, one.id)
    every = actions_service.actions_of(desk, area.id)
    mine = {each.id for each in challenges}
    return Ground(
        area=area,
        assessment=assessment,
        bank=bank_service.bank_of(desk, assessment.bank_id),
        marking=marking_of(Audience.REVIEWER, area.marking, chosen),
        round=one,
        standing=reviews.standing(desk, one.id),
        reviewers=people,
        scope=reviews.scope(desk, one.id),
        results={s.id: s for s in results_service.results_of(desk, assessment.id).statements},
        ratings=reviews.ratings(desk, one.id),
        compared=reviews.agreements(desk, one.id),
        challenges={each.rating_id: each for each in challenges},
        moderated=reviews.moderated(desk, one.id),
        actions=tuple(each for each in every if each.challenge_id in mine),
        documents=_documents(reviews.given_to(desk, each.id) for each in people),
        names=partnerships.agency_names(desk, area.id),
    )


def _given(whole: Ground, given: GivenToReviewer, reviewer_id: str) -> Ground:
    """Without what is withheld: its statements, documents, and what that agency says or owns."""
    reader = next((each for each in whole.reviewers if each.id == reviewer_id), None)
    if reader is None:
        raise NotFound(NOT_OF_IT)
    barred = reader.may_bid_for
    ratings = tuple(each for each in whole.ratings if each.statement_id in given.ids)
    challenges = {
        each.id: whole.challenges[each.id] for each in ratings if each.id in whole.challenges
    }
    mine = {each.id for each in challenges.values()}
    actions = (each for each in whole.actions if each.challenge_id in mine)
    # Words for everybody may speak of that agency, and no program can tell.
    own_words = {"letter_words": ""} if barred else {}
    return replace(
        whole,
        reader=reader,
        round=whole.round.model_copy(update=own_words),
        scope=tuple(each for each in whole.scope if each.id in given.ids),
        ratings=ratings,
        challenges={
            key: _without_reply(each) if barred and each.agency_id == barred else each
            for key, each in challenges.items()
        },
        actions=tuple(each for each in actions if not barred or each.owner_agency_id != barred),
        documents=_documents([given]),
    )


def _without_reply(challenge: Challenge) -> Challenge:
    empty = {"agency_id": None, "reply": "", "outcome_reason": "", "confirmed_at": None}
    return challenge.model_copy(update={**empty, "outcome": None})


def _documents(given: Iterable[GivenToReviewer]) -> tuple[str, ...]:
    """The documents that are shown on the day, by the titles that reviewers know; each once."""
    titles = (
        document.title
        for each in given
        for statement in each.statements
        for document in statement.documents
        if document.way is DocumentWay.ON_THE_DAY
    )
    return tuple(dict.fromkeys(titles))
