"""Prepares the fictional area: who takes part, what is in scope, and when it meets."""

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.partnership.model import CanCommit, ScopeKind
from exports.demo import content
from exports.demo.model import Session, ToldAgency, ToldArea
from exports.demo.service.past import Past
from exports.demo.service.scene import Scene, written


BEGUN = -112
AGENCY_TEXTS = ("role", "substitute_role", "check_with")


def prepare(desk: Desk, past: Past) -> Scene:
    """The area up to the day of its first meeting."""
    told = content.area()
    past.set(BEGUN, 14)
    partnership_id, assessment_id = partnerships.start_partnership(desk, told.name)
    _describe(desk, partnership_id, told)
    prisons = {
        key: partnerships.add_prison(desk, partnership_id, prison.name, in_area=prison.in_area)
        for key, prison in told.prisons.items()
    }
    agencies = {key: _agency(desk, partnership_id, one) for key, one in told.agencies.items()}
    scene = Scene(desk, past, partnership_id, assessment_id, agencies, prisons)
    _assessment(scene, told)
    return scene


def _describe(desk: Desk, partnership_id: str, told: ToldArea) -> None:
    region = written(told.probation_region)
    partnerships.edit_partnership_text(desk, partnership_id, "probation_region", region)
    for name in told.authorities:
        partnerships.add_authority(desk, partnership_id, name)


def _agency(desk: Desk, partnership_id: str, told: ToldAgency) -> str:
    agency_id = partnerships.add_agency(
        desk, partnership_id, told.name, told.types, observer=told.observer
    )
    for field in AGENCY_TEXTS:
        text: str = getattr(told, field)
        if text:
            partnerships.edit_agency_text(desk, agency_id, field, written(text))
    if told.can_commit is not CanCommit.NOT_KNOWN:
        partnerships.set_can_commit(desk, agency_id, told.can_commit)
    return agency_id


def _assessment(scene: Scene, told: ToldArea) -> None:
    desk, assessment_id = scene.desk, scene.assessment_id
    partnerships.set_scope_kind(desk, assessment_id, ScopeKind.ALL)
    partnerships.set_month(desk, assessment_id, scene.past.day(told.sessions[-1].day))
    partnerships.set_lead_agency(desk, assessment_id, scene.agencies[told.lead_agency])
    lead_role = written(told.lead_role)
    partnerships.edit_assessment_text(desk, assessment_id, "lead_role", lead_role)


def open_session(scene: Scene, session: Session) -> None:
    """On the morning of a meeting: its date and who is there."""
    scene.past.set(session.day, 9, 30)
    held_on = scene.past.day(session.day)
    meeting_id = partnerships.add_meeting(scene.desk, scene.assessment_id, held_on)
    partnerships.set_present(scene.desk, meeting_id, scene.agencies_of(session.present))
