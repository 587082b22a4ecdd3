"""A round from its beginning to its release, on both databases."""

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.peer_review import service
from assessment.peer_review.model import CANNOT_TELL, Outcome
from assessment.peer_review.rules.agreement import Agreement
from assessment.peer_review.rules.stage import Stage
from tests.assessment.peer_review.reviewed import FULL, PLAIN, SAFETY, reviewed


def test_from_setting_up_to_release(any_desk: Desk) -> None:
    it = reviewed(any_desk)
    assert service.standing(any_desk, it.round_id).stage is Stage.SETTING_UP
    here = it.by_link()
    assert service.standing(any_desk, it.round_id).stage is Stage.OUT

    given = service.given_to(here, it.first)
    assert given.ids == {"A03", SAFETY, FULL}
    assert [one.area for one in given.statements] == [None, None, None]
    service.rate(here, it.first, FULL, 1)
    line = Typed.over("", "We saw no list of who comes.")
    service.edit_rating_text(here, it.first, FULL, "line", line)
    service.rate(here, it.first, SAFETY, CANNOT_TELL)
    service.rate(here, it.first, "A03", 2)
    assert service.ratings(any_desk, it.round_id) == ()
    service.hand_in(here, it.first)
    service.show_area(here, it.first)
    ratings = {one.statement.id: one.area for one in service.given_to(here, it.first).statements}
    assert ratings[FULL] is not None
    assert ratings[FULL].rating == 3

    found = service.ratings(any_desk, it.round_id)
    named = {one.id: one.statement_id for one in found}
    stands = {named[key]: each for key, each in service.agreements(any_desk, it.round_id).items()}
    assert stands == {
        FULL: Agreement.LOWER,
        SAFETY: Agreement.CANNOT_TELL,
        "A03": Agreement.SAME,
    }
    raised = {named[one.rating_id]: one for one in service.challenges(any_desk, it.round_id)}
    assert set(raised) == {FULL, SAFETY}

    one = raised[FULL]
    service.reply(any_desk, one.id, it.room.council, "The list is in the minutes.")
    assert service.given_to(here, it.first).challenges == ()
    service.confirm(any_desk, one.id, Outcome.ACCEPT_IN_PART, "It was not sent.")
    service.answer_back(here, one.id, "Thank you, that shows it.")
    service.close_challenge(any_desk, one.id)
    service.moderate(any_desk, it.round_id, FULL, 2, "Two of four agencies come.")

    service.check_facts(any_desk, it.round_id)
    assert service.released_findings(any_desk, it.assessment_id) == ()
    service.release(any_desk, it.round_id)
    (said,) = service.released_findings(any_desk, it.assessment_id)
    assert (said.same, said.higher, said.lower, said.cannot_tell) == (1, 0, 1, 1)
    assert (said.challenges, said.closed, len(said.moderated)) == (2, 1, 1)
    assert consensus.ratings_of(any_desk, it.assessment_id)[FULL].rating == 3
    service.close_round(any_desk, it.round_id)
    assert service.standing(any_desk, it.round_id).stage is Stage.CLOSED
    assert PLAIN not in given.ids
