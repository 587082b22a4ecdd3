"""What was decided of texts before they leave, and how copies are marked, on both databases."""

import pytest

from action_plans.actions import service as actions
from assessment.access.desk import Desk
from assessment.access.errors import LikelyIdentifier, Refused
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.privacy.audience import READ_FIRST, Audience
from exports.audiences import service
from exports.audiences.model import Choice
from exports.report.service import copy_of, report_of, to_read
from tests.desk import VIEWER, Area, begin_area, seen_by


WHAT = "Ask Ceridwen Vaughan for the two men’s releases"


def area_with_texts(desk: Desk) -> Area:
    """An area whose plan has one action, in words of its own."""
    area = begin_area(desk)
    actions.raise_action(desk, area.assessment_id, ["P08"], WHAT, due_on=desk.today())
    return area


def digest(desk: Desk, area: Area, text: str = WHAT) -> str:
    passages, _ = to_read(desk, area.assessment_id, Audience.PUBLIC)
    return next(one.digest for one in passages if one.text == text)


def decide_all(desk: Desk, area: Area, audience: Audience, choice: Choice = Choice.KEEP) -> None:
    passages, _ = to_read(desk, area.assessment_id, audience)
    digests = [one.digest for one in passages]
    service.decide_many(desk, area.assessment_id, audience, digests, choice)


@pytest.mark.parametrize("audience", sorted(READ_FIRST))
def test_a_text_that_nobody_read_cannot_leave(any_desk: Desk, audience: Audience) -> None:
    area = area_with_texts(any_desk)
    with pytest.raises(Refused, match="Not made: 1 text in the copy for .* has not been read"):
        report_of(any_desk, area.assessment_id, audience)
    decide_all(any_desk, area, audience)
    assert WHAT in report_of(any_desk, area.assessment_id, audience).model_dump_json()
    # A text that came since is new, and so is one that was changed.
    actions.raise_action(any_desk, area.assessment_id, ["P08"], "Tell the families")
    with pytest.raises(Refused, match="1 text in"):
        report_of(any_desk, area.assessment_id, audience)


def test_what_was_read_for_one_audience_was_not_read_for_another(desk: Desk) -> None:
    area = area_with_texts(desk)
    decide_all(desk, area, Audience.REGION)
    assert report_of(desk, area.assessment_id, Audience.REGION).audience is Audience.REGION
    with pytest.raises(Refused):
        report_of(desk, area.assessment_id, Audience.PUBLIC)


def test_a_decision_is_offered_to_another_copy_and_holds_there_only_once_confirmed(
    any_desk: Desk,
) -> None:
    area = area_with_texts(any_desk)
    here, one = (any_desk, area.assessment_id), digest(any_desk, area)
    service.decide(*here, Audience.REGION, one, Choice.REWORD)
    assert service.decided_elsewhere(*here, Audience.PUBLIC) == {}, "no words for it yet"
    row = service.texts_read(*here, Audience.REGION)[one]
    service.edit_wording(any_desk, row.id, Typed.over("", "Ask the prison about releases"))
    offered = service.decided_elsewhere(*here, Audience.PUBLIC)
    with pytest.raises(Refused, match="1 text in"):
        report_of(*here, Audience.PUBLIC)
    service.decide_alike(*here, Audience.PUBLIC, offered.values())
    assert "Ask the prison about releases" in report_of(*here, Audience.PUBLIC).model_dump_json()
    assert service.decided_elsewhere(*here, Audience.PUBLIC) == {}


def test_the_most_careful_decision_is_offered_and_a_changed_one_is_not_taken_over(
    desk: Desk,
) -> None:
    area = area_with_texts(desk)
    here, one = (desk, area.assessment_id), digest(desk, area)
    service.decide(*here, Audience.REVIEWER, one, Choice.DROP)
    service.decide(*here, Audience.REGION, one, Choice.KEEP)
    [offered] = service.decided_elsewhere(*here, Audience.PUBLIC).values()
    assert offered.choice is Choice.DROP
    service.decide(*here, Audience.REVIEWER, one, Choice.KEEP)
    service.decide_alike(*here, Audience.PUBLIC, [offered])
    assert service.texts_read(*here, Audience.PUBLIC) == {}
    with pytest.raises(Refused):
        service.decide_alike(seen_by(desk, VIEWER), area.assessment_id, Audience.PUBLIC, [offered])


def test_a_text_left_out_is_nowhere_and_the_copy_says_how_many(desk: Desk) -> None:
    area = area_with_texts(desk)
    decide_all(desk, area, Audience.PUBLIC, Choice.DROP)
    report = report_of(desk, area.assessment_id, Audience.PUBLIC)
    assert "Ceridwen" not in report.model_dump_json()
    assert report.actions[0].what == "Left out of this copy"
    assert report.summary.next_steps[0].what == "Left out of this copy"
    assert "1 text taken out after reading" in report.left_out


def test_other_words_stand_wherever_the_text_stood_and_only_in_that_copy(any_desk: Desk) -> None:
    area = area_with_texts(any_desk)
    here = (any_desk, area.assessment_id, Audience.PUBLIC)
    service.decide(*here, digest(any_desk, area), Choice.REWORD)
    # Choosing to reword is no wording yet.
    with pytest.raises(Refused):
        report_of(*here)
    row = service.texts_read(*here)[digest(any_desk, area)]
    service.edit_wording(any_desk, row.id, Typed.over("", "Ask for the list of releases"))
    report = report_of(*here)
    assert report.actions[0].what == "Ask for the list of releases"
    assert report.summary.next_steps[0].what == "Ask for the list of releases"
    assert "Ceridwen" not in report.model_dump_json()
    assert report_of(any_desk, area.assessment_id).actions[0].what == WHAT


def test_other_words_pass_the_guard_like_any_text(desk: Desk) -> None:
    area = area_with_texts(desk)
    here = (desk, area.assessment_id, Audience.PUBLIC)
    service.decide(*here, digest(desk, area), Choice.REWORD)
    row = service.texts_read(*here)[digest(desk, area)]
    with pytest.raises(LikelyIdentifier):
        service.edit_wording(desk, row.id, Typed.over("", "Ask Mr Vaughan"))
    assert service.texts_read(*here)[row.digest].wording == ""


def test_a_decision_can_be_taken_back(desk: Desk) -> None:
    area = area_with_texts(desk)
    decide_all(desk, area, Audience.PUBLIC)
    service.decide(desk, area.assessment_id, Audience.PUBLIC, digest(desk, area), None)
    with pytest.raises(Refused):
        report_of(desk, area.assessment_id, Audience.PUBLIC)


def test_only_the_lead_decides_what_leaves(desk: Desk) -> None:
    area = area_with_texts(desk)
    viewer = seen_by(desk, VIEWER)
    with pytest.raises(Refused):
        service.decide(viewer, area.assessment_id, Audience.PUBLIC, "0" * 64, Choice.KEEP)
    with pytest.raises(Refused):
        service.choose_marking(viewer, area.partnership_id, Audience.PUBLIC, "OFFICIAL")
    with pytest.raises(Refused):
        to_read(viewer, area.assessment_id, Audience.PUBLIC)


class TestMarkings:
    def test_our_own_copy_says_that_it_is_not_for_circulation(self, desk: Desk) -> None:
        area = begin_area(desk)
        own = report_of(desk, area.assessment_id, Audience.OWN)
        assert own.marking == "OFFICIAL-SENSITIVE, not for circulation"
        partnerships.set_marking(desk, area.partnership_id, "")
        own = report_of(desk, area.assessment_id, Audience.OWN)
        assert own.marking == "Not for circulation"

    def test_a_copy_can_be_marked_differently_and_as_usual_again(self, any_desk: Desk) -> None:
        area = begin_area(any_desk)

        def mark(words: str | None) -> str:
            here = (any_desk, area.partnership_id, Audience.REGION)
            service.choose_marking(*here, words)
            return copy_of(any_desk, area.assessment_id, Audience.REGION).marking

        assert mark("OFFICIAL-SENSITIVE") == "OFFICIAL-SENSITIVE"
        assert report_of(any_desk, area.assessment_id).marking == "OFFICIAL"
        assert mark("") == ""
        assert mark(None) == "OFFICIAL"
