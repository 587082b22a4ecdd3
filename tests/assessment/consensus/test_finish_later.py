"""What was left for later, gathered by agency."""

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.consensus import service
from assessment.consensus.model import HowReached
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships
from tests.desk import Area


class TestFinishLater:
    def test_gathers_missing_words_and_evidence_by_agency(self, any_desk: Desk, area: Area) -> None:
        agency = partnerships.add_agency(any_desk, area.partnership_id, "Probation", ["PS"])
        service.record_rating(any_desk, area.assessment_id, "G01", 2)
        service.set_words_from(any_desk, area.assessment_id, "G01", agency)
        evidence_service.add_evidence(any_desk, area.assessment_id, "G01", "Role note", agency)
        left = service.finish_later(any_desk, area.assessment_id)
        assert {item.agency_id for item in left} == {agency}
        assert [item.words for item in left] == [
            "Say how it was reached and why this rating.",
            "“Role note”: add what kind it is, its date, where it is kept and how far it was "
            "looked at.",
        ]

    def test_what_is_whole_is_not_listed(self, any_desk: Desk, area: Area) -> None:
        service.record_rating(any_desk, area.assessment_id, "G01", 2)
        service.record_how(any_desk, area.assessment_id, "G01", HowReached.ALL_AGREED)
        typed = Typed.over("", "The note is signed.")
        service.edit_words(any_desk, area.assessment_id, "G01", "rationale", typed)
        assert [item.words for item in service.finish_later(any_desk, area.assessment_id)] == [
            "Name what shows it."
        ]

    def test_statements_out_of_scope_are_left_out(self, any_desk: Desk, area: Area) -> None:
        bank_scope = partnerships.scope(any_desk, area.assessment_id)
        outside = next(s for s in ("G09", "D05", "A10", "G05") if s not in bank_scope)
        service.record_rating(any_desk, area.assessment_id, outside, 2)
        assert service.finish_later(any_desk, area.assessment_id) == ()
