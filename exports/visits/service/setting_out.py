"""What was found, as one copy holds it: ids as names, ratings as boxes, texts as they were read."""

from collections.abc import Iterable

from action_plans.actions.model import Action
from assessment.access.frozen import Frozen
from assessment.access.wording import long_date
from assessment.bank.model import Statement
from assessment.peer_review.model import ModeratedRating, PeerReviewer, ReviewerRating
from assessment.peer_review.rules.naming import HELD_BACK
from exports.report.paper.model import Rating
from exports.report.paper.parts import rating
from exports.visits.model import ActionOf, Found, Moderated, Review, Said
from exports.visits.service.ground import Ground
from exports.visits.service.reading_through import OWNER, WHAT, WHY, AsRead


OF_RATING = ("line", "comment", "question", "evidence_asked", "borrow")
OF_REPLY = ("reply", "outcome_reason")


def review_of(ground: Ground, read: AsRead) -> Review:
    """The review in words."""
    reader = ground.reader
    return Review(
        area=ground.area.name,
        assessment=ground.assessment.title,
        marking=ground.marking,
        round=ground.round,
        draft=ground.standing.draft,
        labels=ground.bank.labels(),
        found=tuple(_found(ground, read, each) for each in ground.scope),
        documents=ground.documents,
        reviewers=tuple(each.words for each in ground.reviewers),
        copy_words=f"Copy for {reader.words}" if reader else "",
    )


def _found(ground: Ground, read: AsRead, statement: Statement) -> Found:
    set_as = ground.moderated.get(statement.id)
    result = ground.results.get(statement.id)
    return Found(
        id=statement.id,
        title=statement.title,
        level=result.rating if result else None,
        own=_own(ground, statement.id),
        said=tuple(
            said
            for reviewer in ground.reviewers
            for one in ground.ratings
            if one.reviewer_id == reviewer.id and one.statement_id == statement.id
            for said in (_said(ground, read, reviewer, one),)
        ),
        moderated=_moderated(ground, read, set_as) if set_as else None,
    )


def _own(ground: Ground, statement_id: str) -> Rating:
    result = ground.results.get(statement_id)
    if result is None:
        return rating(None, "Not yet rated")
    words = f"{result.words}, provisional" if result.provisional else result.words
    return rating(result.rating, words, provisional=result.provisional)


def _said(ground: Ground, read: AsRead, reviewer: PeerReviewer, one: ReviewerRating) -> Said:
    challenge = ground.challenges.get(one.id)
    own = ground.reader is not None and ground.reader.id == reviewer.id
    return Said(
        reviewer=reviewer.words,
        rating=one if own else one.model_copy(update=_fit(ground, one, OF_RATING)),
        compared=ground.compared.get(one.id),
        challenge=challenge.model_copy(
            update=_fit(ground, challenge, OF_REPLY if own else (*OF_REPLY, "answer"))
        )
        if challenge
        else None,
        replying=ground.names.get(challenge.agency_id or "", "") if challenge else "",
        actions=tuple(_action(ground, read, each) for each in ground.actions_of(challenge)),
    )


def _fit(ground: Ground, row: Frozen, fields: Iterable[str]) -> dict[str, str]:
    """What this copy's reader may have of a row's texts."""
    found = {field: ground.fit(getattr(row, field)) for field in fields}
    # Nothing to take home: a line that says so would stand among the strengths.
    return found | ({"borrow": ""} if found.get("borrow") == HELD_BACK else {})


def _action(ground: Ground, read: AsRead, action: Action) -> ActionOf:
    return ActionOf(
        number=action.number,
        what=ground.fit(read.said(WHAT, action.what)),
        owner=ground.fit(read.said(OWNER, ground.owner(action))),
        due=long_date(action.due_on) if action.due_on else "No date yet",
    )


def _moderated(ground: Ground, read: AsRead, set_as: ModeratedRating) -> Moderated:
    words = "Not applicable here" if set_as.rating is None else ground.bank.label(set_as.rating)
    reason = ground.fit(read.said(WHY, set_as.reason))
    return Moderated(rating=rating(set_as.rating, words), reason=reason)
