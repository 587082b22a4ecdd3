"""What reviews by other areas found, read once and set out as lines of the report."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.access.desk import Desk
from assessment.access.wording import in_sentence, local_day, long_date
from assessment.bank.model import Bank
from assessment.peer_review import service as peer_reviews
from assessment.peer_review.model import (
    CANNOT_TELL_WORDS,
    OUTCOME_WORDS,
    Challenge,
    Findings,
    ModeratedRating,
    ReviewerRating,
    ReviewRound,
)
from assessment.peer_review.rules.agreement import AGREEMENT_WORDS, Agreement
from assessment.peer_review.rules.stage import DRAFT_WORDS
from assessment.privacy.audience import CHALLENGES, Audience
from exports.report.review_model import ModeratedLine, ReviewedLine, ReviewLine, StrengthLine


@dataclass(frozen=True)
class ReadReview:
    """One review; what peer reviewers wrote is there only for those who are given it."""

    findings: Findings
    by: str
    moderated: Mapping[str, ModeratedRating]
    reviewers: Mapping[str, str]
    ratings: tuple[ReviewerRating, ...]
    compared: Mapping[str, Agreement | None]
    challenges: Mapping[str, Challenge]

    @property
    def draft(self) -> bool:
        """Whether it is not released."""
        return self.findings.released_at is None

    @property
    def name(self) -> str:
        """Review 1; a draft says so."""
        draft = f" ({in_sentence(DRAFT_WORDS)})" if self.draft else ""
        return f"Review {self.findings.number}{draft}"


def read_reviews(desk: Desk, assessment_id: str, audience: Audience) -> tuple[ReadReview, ...]:
    """The reviews whose ratings are in; for others than the own partnership the released ones."""
    if audience not in CHALLENGES.given_to:
        return tuple(map(_released, peer_reviews.released_findings(desk, assessment_id)))
    every = peer_reviews.rounds(desk, assessment_id)
    return tuple(_whole(desk, one) for one in every if one.returned_at is not None)


def _released(found: Findings) -> ReadReview:
    return ReadReview(
        findings=found,
        by="",
        moderated={one.statement_id: one for one in found.moderated},
        reviewers={},
        ratings=(),
        compared={},
        challenges={},
    )


def _whole(desk: Desk, one: ReviewRound) -> ReadReview:
    people = (
        *peer_reviews.reviewers(desk, one.id),
        *peer_reviews.reviewers(desk, one.id, archived=True),
    )
    return ReadReview(
        findings=peer_reviews.findings(desk, one.id),
        by=one.reviewing_area.strip(),
        moderated=peer_reviews.moderated(desk, one.id),
        reviewers={each.id: each.words for each in people},
        ratings=peer_reviews.ratings(desk, one.id),
        compared=peer_reviews.agreements(desk, one.id),
        challenges={each.rating_id: each for each in peer_reviews.challenges(desk, one.id)},
    )


def review_line(bank: Bank, read: ReadReview) -> ReviewLine:
    """A review in numbers."""
    found = read.findings
    released = f"Released on {long_date(local_day(found.released_at))}" if found.released_at else ""
    return ReviewLine(
        name=f"Review {found.number}",
        by=read.by,
        state=released or DRAFT_WORDS,
        draft=read.draft,
        same=found.same,
        higher=found.higher,
        lower=found.lower,
        cannot_tell=found.cannot_tell,
        challenges=found.challenges,
        closed=found.closed,
        strengths=tuple(
            StrengthLine(statement=_title(bank, id_), words=words) for id_, words in found.strengths
        ),
    )


def moderated_lines(
    bank: Bank, reviews: tuple[ReadReview, ...], statement_id: str
) -> tuple[ModeratedLine, ...]:
    """The moderated ratings of a statement, in the order of the reviews."""
    return tuple(
        ModeratedLine(
            review=read.name,
            rating=one.rating,
            standing="Not applicable here" if one.rating is None else bank.label(one.rating),
            set_on=local_day(one.set_at),
            because=one.reason,
            draft=read.draft,
        )
        for read in reviews
        if (one := read.moderated.get(statement_id))
    )


def reviewed_lines(
    bank: Bank,
    reviews: tuple[ReadReview, ...],
    statement_id: str,
    agencies: Mapping[str, str],
) -> tuple[ReviewedLine, ...]:
    """What peer reviewers said of a statement, in the order of the reviews."""
    return tuple(
        _reviewed(bank, read, one, agencies)
        for read in reviews
        for one in read.ratings
        if one.statement_id == statement_id
    )


def _reviewed(
    bank: Bank, read: ReadReview, one: ReviewerRating, agencies: Mapping[str, str]
) -> ReviewedLine:
    raised = read.challenges.get(one.id)
    told = raised if raised and raised.confirmed_at else None
    compared = read.compared.get(one.id)
    return ReviewedLine(
        review=read.name,
        reviewer=read.reviewers.get(one.reviewer_id, ""),
        said=_said(bank, one),
        compared=AGREEMENT_WORDS[compared] if compared else "",
        line=one.line,
        comment=one.comment,
        question=one.question,
        evidence_asked=one.evidence_asked,
        borrow=one.borrow,
        replied_by=agencies.get(told.agency_id or "", "") if told else "",
        reply=told.reply if told else "",
        outcome=OUTCOME_WORDS[told.outcome] if told and told.outcome else "",
        outcome_reason=told.outcome_reason if told else "",
        answer=told.answer if told and told.answered_at else "",
    )


def _said(bank: Bank, one: ReviewerRating) -> str:
    if one.cannot_tell:
        return CANNOT_TELL_WORDS
    return "No rating" if one.rating is None else bank.label(one.rating)


def _title(bank: Bank, statement_id: str) -> str:
    return f"{statement_id} {bank.statement(statement_id).title}"
