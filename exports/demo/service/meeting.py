"""Holds the meetings of the fictional area: ratings, different views and evidence."""

from assessment.consensus import service as consensus
from assessment.consensus.model import HowReached
from assessment.evidence import service as evidence_service
from exports.demo.model import ToldEvidence, ToldRating, ToldView
from exports.demo.service.scene import Scene, written
from exports.demo.service.viewing import reveal


MINUTES_EACH = 4


def agree_on(scene: Scene, told: ToldRating) -> None:
    """One statement, as the room comes to it."""
    desk, where = scene.desk, (scene.assessment_id, told.statement)
    scene.past.forward(MINUTES_EACH)
    reveal(scene, told.statement)
    if told.how is HowReached.WITHOUT_DISCUSSION:
        consensus.accept_together(desk, scene.assessment_id, [told.statement])
    else:
        _decide(scene, told)
    for field in ("because", "rationale"):
        if getattr(told, field):
            consensus.edit_words(desk, *where, field, written(getattr(told, field)))
    if told.prisons:
        consensus.set_prisons(desk, *where, scene.prisons_of(told.prisons))
    if told.words_from:
        consensus.set_words_from(desk, *where, scene.agencies[told.words_from])
    for view in told.views:
        if view.day is None:
            _hear(scene, told.statement, view)


def _decide(scene: Scene, told: ToldRating) -> None:
    desk, where = scene.desk, (scene.assessment_id, told.statement)
    if told.not_applicable:
        consensus.record_not_applicable(desk, *where, written(told.not_applicable))
    if told.rating is not None:
        consensus.record_rating(desk, *where, told.rating)
    consensus.record_how(desk, *where, told.how)


def hear_late_views(scene: Scene, ratings: tuple[ToldRating, ...]) -> None:
    """The different views that came after the meetings."""
    for told in ratings:
        for view in told.views:
            if view.day is not None:
                scene.past.set(view.day, 16)
                _hear(scene, told.statement, view)


def _hear(scene: Scene, statement_id: str, told: ToldView) -> None:
    agency_id = scene.agencies[told.agency]
    view_id = consensus.record_different_view(
        scene.desk, scene.assessment_id, statement_id, agency_id
    )
    consensus.set_different_rating(scene.desk, view_id, told.stance, told.rating)
    consensus.edit_different_reason(scene.desk, view_id, written(told.reason))


def attach(scene: Scene, told: ToldEvidence) -> None:
    """One reference: what and whose, then the rest of it."""
    desk, owner = scene.desk, scene.agencies[told.owner]
    evidence_id = evidence_service.add_evidence(
        desk, scene.assessment_id, told.statements[0], told.title, owner
    )
    evidence_service.set_kind(desk, evidence_id, told.kind)
    evidence_service.set_strength(desk, evidence_id, told.strength)
    if told.dated is not None:
        evidence_service.set_date(desk, evidence_id, scene.day(told.dated))
    for field in ("kept", "link"):
        if getattr(told, field):
            text = written(getattr(told, field))
            evidence_service.edit_text(desk, evidence_id, field, text)
    if len(told.statements) > 1:
        evidence_service.set_statements(desk, evidence_id, told.statements)
    if told.prisons:
        evidence_service.set_prisons(desk, evidence_id, scene.prisons_of(told.prisons))
