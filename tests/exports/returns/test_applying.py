"""Applying a file: exactly what was listed and chosen, whole or not at all, once."""

import pytest
import sqlalchemy as sa

from action_plans.actions import service as actions
from action_plans.actions.model import Answer, MoveReason, Reported
from action_plans.actions.rules.status import State, status_of
from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.typed import Typed
from assessment.store.activity import activity_event
from exports.returns import service
from exports.returns.model import Choices, Move
from tests.desk import VIEWER, seen_by
from tests.exports.returns.scene import DUE, LATER, REVIEW, Scene, added, read, scene


PROPOSED = {"What": "Ring the courts’ team on Fridays", "Due": "1 May 2027", "Statements": "P03"}


def everything(here: Scene) -> bytes:
    """A file with a change of each kind, a conflict once No. 2 moves here, and a row of its own."""
    cells = {
        (1, "Reported"): "Done",
        (1, "New progress note"): "Every prescriber has it",
        (1, "Review"): "1 May 2027",
        (2, "Due"): LATER,
        (2, "Why the date moves"): "Staffing: two posts",
        (3, "Due"): "30/06/2027",
    }
    return added(here.returned(cells), {**PROPOSED, "Owner": "Inside Health, Aldermoor"})


def events(desk: Desk) -> list[tuple[str, str]]:
    """What was done and in whose name, in order."""
    with desk.store.reading() as tx:
        rows = tx.all(sa.select(activity_event).order_by(activity_event.c.at, activity_event.c.id))
    return [(row["what"], row["actor"]) for row in rows]


def test_it_applies_what_was_listed_and_says_where_it_came_from(any_desk: Desk) -> None:
    here = scene(any_desk)
    data = everything(here)
    before = events(any_desk)
    actions.edit_text(any_desk, here.action(1).id, "note_draft", Typed.over("", "Half a sentence"))
    [row] = [one.key for one in here.preview(data).offers]
    chosen = Choices(
        raised=frozenset({row}),
        shown={"1:reported": "Minutes of May"},
        sent_by="Head of healthcare",
    )
    done = here.apply(data, chosen)
    assert [one.name for one in done.changes] == [
        "No. 1, Reported", "No. 1, Review", "No. 1, New progress note", "No. 2, Due", "No. 3, Due"
    ]  # fmt: skip
    first, second, third, fourth = (here.action(number) for number in (1, 2, 3, 4))
    assert status_of(first, any_desk.today()).state is State.COMPLETE
    [note] = first.notes
    assert (note.report, note.text) == (Reported.DONE, "Every prescriber has it")
    assert note.said_by == "Head of healthcare, from a returned workbook"
    assert first.note_draft == "Half a sentence"
    assert (second.due_on, second.original_due_on) == (LATER, DUE)
    [move] = second.moves
    assert (move.reason, move.words) == (MoveReason.STAFFING, "two posts")
    assert (third.due_on, third.moves) == (LATER, ())
    assert (fourth.answer, fourth.owner_agency_id) == (Answer.PROPOSED, here.agency)
    assert fourth.statements == ("P03",)
    new = [actor for what, actor in events(any_desk)[len(before) :] if "draft" not in what]
    made_before = {"The lead"}
    assert len(new) > 6
    assert set(new) - made_before == {"The lead, from a returned workbook"}


def test_the_same_file_twice_changes_nothing(desk: Desk) -> None:
    here = scene(desk)
    data = everything(here)
    [row] = [one.key for one in here.preview(data).offers]
    here.apply(data, Choices(raised=frozenset({row})))
    after, so_far = here.preview(data), events(desk)
    assert (after.changes, after.offers) == ((), ())
    here.apply(data)
    assert events(desk) == so_far


def test_nothing_is_applied_that_was_not_shown(desk: Desk) -> None:
    here = scene(desk)
    data = everything(here)
    seen, raw = here.preview(data), read(data)
    here.report(2, Reported.AT_RISK)
    unrelated = here.preview(data)
    assert unrelated == seen
    here.due(2, REVIEW)
    so_far = events(desk)
    with pytest.raises(Refused, match="plan changed while this was open"):
        service.apply_plan(desk, here.assessment_id, raw, seen=seen, choices=Choices())
    assert events(desk) == so_far


def test_conflicts_and_rows_wait_to_be_chosen(desk: Desk) -> None:
    here = scene(desk)
    data = everything(here)
    here.due(2, REVIEW)
    here.apply(data, Choices(left_out=frozenset({"1:reported", "1:note", "3:due"})))
    assert (here.action(2).due_on, here.action(3).due_on) == (REVIEW, None)
    assert here.action(1).notes == ()
    assert len(actions.actions_of(desk, here.partnership_id)) == 3
    here.apply(data, Choices(taken=frozenset({"2:due"})))
    assert here.action(2).due_on == LATER


def test_a_date_moves_only_with_its_reason_and_nothing_else_is_applied_before(desk: Desk) -> None:
    here = scene(desk)
    data = here.returned({(1, "Due"): LATER, (2, "Reported"): "At risk"})
    so_far = events(desk)
    with pytest.raises(BadInput) as refused:
        here.apply(data)
    assert refused.value.problems == (
        "No. 1, Due: say why the date moves, or leave the change out.",
    )
    assert events(desk) == so_far
    here.apply(data, Choices(moves={"1:due": Move(MoveReason.OTHER, "A new contract")}))
    assert here.action(1).moves[0].words == "A new contract"


def test_what_is_typed_here_runs_through_the_guard(desk: Desk) -> None:
    here = scene(desk)
    data = here.returned({(1, "Reported"): "Done"})
    with pytest.raises(BadInput) as refused:
        here.apply(data, Choices(shown={"1:reported": "See A1234BC"}))
    assert "prison number at word 2" in refused.value.problems[0]
    assert "A1234BC" not in str(refused.value.problems)
    assert here.action(1).completed_on is None


def test_done_without_what_shows_it_is_not_complete(desk: Desk) -> None:
    here = scene(desk)
    here.apply(here.returned({(1, "Reported"): "Done"}))
    assert status_of(here.action(1), desk.today()).state is State.DONE_UNSEEN


def test_only_the_lead_reads_a_file(desk: Desk) -> None:
    here = scene(desk)
    raw = read(here.leaves())
    with pytest.raises(Refused):
        service.preview_plan(seen_by(desk, VIEWER), here.assessment_id, raw)
