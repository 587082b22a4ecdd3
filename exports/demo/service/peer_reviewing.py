"""Has the fictional area reviewed by another: packs out, ratings back, the first replies given."""

from collections.abc import Mapping

from assessment.evidence import service as evidence
from assessment.peer_review import service as reviews
from assessment.peer_review.model import DocumentWay
from assessment.privacy.audience import Audience
from exports.audiences import service as audiences
from exports.audiences.model import Choice
from exports.demo.model import ToldReply, ToldReview
from exports.demo.service.scene import Scene, written
from exports.packs import service as packs


def be_reviewed(scene: Scene, told: ToldReview) -> None:
    """A blind round over the proposed statements; nothing of it is released."""
    scene.past.set(told.day, 9)
    begun = reviews.begin_round(scene.desk, scene.assessment_id, told.area, told.kind)
    _set_up(scene, told, begun)
    reviewers = {
        key: reviews.add_reviewer(scene.desk, begun, one.role, one.organisation)
        for key, one in told.reviewers.items()
    }
    _send(scene, begun, reviewers)
    for key, one in told.reviewers.items():
        scene.past.set(one.day, 14)
        reviews.rate_many(scene.desk, reviewers[key], one.ratings)
    for reply in told.replies:
        _reply(scene, begun, reviewers, reply)


def _set_up(scene: Scene, told: ToldReview, begun: str) -> None:
    desk = scene.desk
    for question, one in told.conflicts.items():
        reviews.set_conflict(desk, begun, question, one.answer)
        if one.words:
            reviews.edit_conflict_words(desk, begun, question, written(one.words))
    reviews.set_visit(desk, begun, scene.day(told.visit))
    reviews.set_visit_minutes(desk, begun, told.visit_minutes)
    reviews.set_gate_notice(desk, begun, told.gate_notice_days)
    reviews.edit_round_text(desk, begun, "visit_place", written(told.visit_place))
    reviews.set_progress_check(desk, begun, scene.day(told.progress_check))


def _send(scene: Scene, begun: str, reviewers: Mapping[str, str]) -> None:
    """Documents of the chosen statements get a way, every text is read, a pack is made for each."""
    chosen = {one.id for one in reviews.scope(scene.desk, begun)}
    ways = (DocumentWay.SECURE_MAIL, DocumentWay.ON_THE_DAY)
    for number, item in enumerate(evidence.evidence_of(scene.desk, scene.assessment_id)):
        if not chosen.isdisjoint(item.statements):
            reviews.set_document_way(scene.desk, begun, item.id, ways[number % len(ways)])
    digests = [one.digest for one in packs.texts_unread(scene.desk, begun)]
    audiences.decide_many(scene.desk, scene.assessment_id, Audience.REVIEWER, digests, Choice.KEEP)
    for reviewer_id in reviewers.values():
        packs.make_reviewer_pack(scene.desk, reviewer_id, begun)


def _reply(scene: Scene, begun: str, reviewers: Mapping[str, str], told: ToldReply) -> None:
    desk = scene.desk
    scene.past.set(told.day, 16)
    said = {(one.reviewer_id, one.statement_id): one.id for one in reviews.ratings(desk, begun)}
    rating_id = said[reviewers[told.reviewer], told.statement]
    challenge = next(one for one in reviews.challenges(desk, begun) if one.rating_id == rating_id)
    reviews.reply(desk, challenge.id, scene.agencies[told.agency], told.reply)
    reviews.confirm(desk, challenge.id, told.outcome, told.reason)
