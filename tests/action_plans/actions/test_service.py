from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from action_plans.actions import service
from action_plans.actions.model import (
    TEXTS,
    Answer,
    Dates,
    Effort,
    Impact,
    Kind,
    Level,
    MoveReason,
    Outcome,
    Reported,
    Source,
    YesNo,
)
from action_plans.actions.rules.status import State
from assessment.access.desk import Desk, random_id
from assessment.access.drafts import drafting
from assessment.access.errors import (
    BadInput,
    ChangedMeanwhile,
    LikelyIdentifier,
    NotFound,
    Refused,
    StaleEdit,
    TooLong,
)
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from tests.action_plans.actions.area import Area
from tests.desk import VIEWER, begin_area, seen_by


ROOT = Path(__file__).resolve().parents[3]
WHAT = "Agree who issues a bridging prescription"
DUE = date(2027, 1, 30)


def raised(area: Area, **values: object) -> str:
    return service.raise_action(area.desk, area.assessment, ["P08"], WHAT, **values)  # type: ignore[arg-type]


def typed(text: str, stored: str = "") -> Typed:
    return Typed.over(stored, text)


def test_what_who_and_by_when_are_all_that_an_action_needs(any_area: Area) -> None:
    action_id = raised(any_area, owner_agency_id=any_area.council, due_on=DUE)
    action = service.action(any_area.desk, action_id)
    assert (action.number, action.what, action.statements) == (1, WHAT, ("P08",))
    assert (action.original_due_on, action.due_on, action.kind) == (DUE, DUE, Kind.IMPROVE)
    assert action.answer is Answer.PROPOSED
    assert service.actions_of(any_area.desk, any_area.partnership) == (action,)


def test_an_owner_in_the_room_can_say_yes_there(any_area: Area) -> None:
    action_id = raised(any_area, owner_agency_id=any_area.council, said_yes=True)
    action = service.action(any_area.desk, action_id)
    assert action.answer is Answer.AGREED
    assert (action.answered_by, action.answered_on) == ("Aldermoor Council", date(2026, 11, 21))


def test_an_agency_that_was_not_there_starts_as_proposed_whatever_is_said(any_area: Area) -> None:
    action_id = raised(any_area, owner_agency_id=any_area.prison_team, said_yes=True)
    assert service.action(any_area.desk, action_id).answer is Answer.PROPOSED


def test_an_action_without_words_is_not_raised(area: Area) -> None:
    with pytest.raises(BadInput):
        service.raise_action(area.desk, area.assessment, ["P08"], "  ")
    assert service.actions_of(area.desk, area.partnership) == ()


def test_what_looks_like_an_identifier_is_written_nowhere(area: Area) -> None:
    with pytest.raises(LikelyIdentifier):
        service.raise_action(area.desk, area.assessment, ["P08"], "Ring about A1234BC")
    assert service.actions_of(area.desk, area.partnership) == ()


def test_numbers_are_never_given_twice(any_area: Area) -> None:
    first = raised(any_area)
    service.put_away(any_area.desk, first)
    second = raised(any_area)
    assert service.action(any_area.desk, second).number == 2
    service.put_back(any_area.desk, first)
    numbers = [a.number for a in service.actions_of(any_area.desk, any_area.partnership)]
    assert numbers == [1, 2]


def test_actions_raised_at_the_same_time_get_different_numbers(any_area: Area) -> None:
    clock = any_area.desk.now()
    desk = Desk(store=any_area.desk.store, now=lambda: clock, new_id=random_id)

    def one(number: int) -> str:
        return service.raise_action(desk, any_area.assessment, ["P08"], f"Action {number}")

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(one, range(16)))
    numbers = [a.number for a in service.actions_of(desk, any_area.partnership)]
    assert len(set(made)) == 16
    assert numbers == list(range(1, 17))


def test_every_text_of_an_action_can_be_typed_and_comes_back_as_typed(any_area: Area) -> None:
    action_id = raised(any_area)
    for number, field in enumerate(TEXTS):
        stored = getattr(service.action(any_area.desk, action_id), field)
        service.edit_text(any_area.desk, action_id, field, typed(f"=Gŵyl ✓ {number}", stored))
    action = service.action(any_area.desk, action_id)
    expected = [f"=Gŵyl ✓ {number}" for number in range(len(TEXTS))]
    assert [getattr(action, field) for field in TEXTS] == expected


def test_a_stale_edit_loses_neither_text(any_area: Area) -> None:
    action_id = raised(any_area)
    service.edit_text(any_area.desk, action_id, "why", typed("Theirs"))
    with pytest.raises(StaleEdit) as refused:
        service.edit_text(any_area.desk, action_id, "why", typed("Mine"))
    assert refused.value.current == "Theirs"
    assert service.action(any_area.desk, action_id).why == "Theirs"


def test_text_over_its_limit_is_not_cut_and_not_saved(area: Area) -> None:
    action_id = raised(area)
    with pytest.raises(TooLong):
        service.edit_text(area.desk, action_id, "why", typed("x" * (TEXTS["why"].limit + 1)))
    assert service.action(area.desk, action_id).why == ""


def test_words_that_a_state_rests_on_cannot_be_emptied(area: Area) -> None:
    action_id = raised(area)
    service.decline(area.desk, action_id, "No staff before April")
    with pytest.raises(BadInput):
        service.edit_text(area.desk, action_id, "what", typed("", WHAT))
    blank = typed(" ", "No staff before April")
    with pytest.raises(BadInput):
        service.edit_text(area.desk, action_id, "declined_because", blank)
    service.ask_again(area.desk, action_id)
    service.edit_text(area.desk, action_id, "declined_because", typed("", "No staff before April"))


def test_the_first_due_date_is_kept_when_the_date_moves(any_area: Area) -> None:
    action_id, later = raised(any_area), date(2027, 6, 1)
    service.set_dates(any_area.desk, action_id, Dates(due_on=DUE))
    service.set_dates(any_area.desk, action_id, Dates(due_on=later), why=MoveReason.STAFFING)
    action = service.action(any_area.desk, action_id)
    assert (action.original_due_on, action.due_on, action.held_to) == (DUE, later, DUE)


def test_a_date_goes_back_or_away_only_with_its_reason_and_forward_without(area: Area) -> None:
    desk, action_id = area.desk, raised(area, due_on=DUE)
    for worse in (DUE + timedelta(days=1), None):
        with pytest.raises(BadInput, match="needs its reason"):
            service.set_dates(desk, action_id, Dates(due_on=worse))
    before = service.action(desk, action_id)
    assert (before.due_on, before.moves) == (DUE, ())
    sooner = DUE - timedelta(days=9)
    service.set_dates(desk, action_id, Dates(due_on=sooner))
    assert service.action(desk, action_id).due_on == sooner
    service.set_dates(desk, action_id, Dates(), why=MoveReason.POPULATION)
    [move] = service.action(desk, action_id).moves
    assert (move.from_on, move.to_on, move.reason) == (DUE, None, MoveReason.POPULATION)
    with pytest.raises(BadInput, match="Choose another one"):
        service.explain_move(desk, move.id, None)


def test_a_late_action_stays_late_when_its_date_is_moved_until_it_is_reported_on_track(
    any_area: Area,
) -> None:
    desk, today = any_area.desk, any_area.desk.today()
    action_id = raised(any_area, due_on=today - timedelta(days=5))
    later = Dates(due_on=today + timedelta(days=100))
    service.set_dates(desk, action_id, later, why=MoveReason.STAFFING)
    assert service.plan_of(desk, any_area.assessment)[0].status.state is State.AT_RISK
    service.add_note(desk, action_id, report=Reported.ON_TRACK)
    assert service.plan_of(desk, any_area.assessment)[0].status.state is State.ON_TRACK


def test_dates_in_the_wrong_order_are_refused_and_nothing_changes(any_area: Area) -> None:
    action_id = raised(any_area, due_on=DUE)
    wrong = Dates(start_on=DUE + timedelta(days=1), due_on=DUE)
    with pytest.raises(BadInput, match="30 January 2027"):
        service.set_dates(any_area.desk, action_id, wrong)
    assert service.action(any_area.desk, action_id).start_on is None


def test_dates_and_owners_set_on_a_screen_that_fell_behind_are_refused(any_area: Area) -> None:
    action_id, shown = raised(any_area, due_on=DUE), Dates(due_on=DUE)
    service.set_dates(any_area.desk, action_id, Dates(due_on=date(2027, 1, 2)), seen=shown)
    with pytest.raises(ChangedMeanwhile):
        service.set_dates(any_area.desk, action_id, Dates(due_on=date(2027, 1, 1)), seen=shown)
    service.set_owner(any_area.desk, action_id, any_area.council)
    with pytest.raises(ChangedMeanwhile):
        service.set_owner(any_area.desk, action_id, None, seen=any_area.prison_team)
    assert service.action(any_area.desk, action_id).due_on == date(2027, 1, 2)


def test_a_mistyped_first_date_can_be_corrected_on_its_day_only(desk: Desk, area: Area) -> None:
    action_id = raised(area, due_on=date(2062, 1, 30))
    service.set_dates(desk, action_id, Dates(due_on=DUE))
    service.correct_first_due(desk, action_id)
    action = service.action(desk, action_id)
    assert (action.original_due_on, action.moved_at) == (DUE, None)
    service.correct_first_due(desk, action_id, date(2027, 3, 1))
    action = service.action(desk, action_id)
    assert (action.original_due_on, action.due_on, action.moves) == (
        action.due_on,
        date(2027, 3, 1),
        (),
    )
    service.set_dates(desk, action_id, Dates(due_on=DUE))
    desk.now.forward(days=1)  # type: ignore[attr-defined]
    for to in (None, date(2027, 4, 1)):
        with pytest.raises(BadInput):
            service.correct_first_due(desk, action_id, to)


def test_another_owner_has_not_been_asked(any_area: Area) -> None:
    action_id = raised(any_area, owner_agency_id=any_area.council, said_yes=True)
    service.set_owner(any_area.desk, action_id, any_area.council)
    assert service.action(any_area.desk, action_id).answer is Answer.AGREED
    service.set_owner(any_area.desk, action_id, any_area.prison_team)
    action = service.action(any_area.desk, action_id)
    assert (action.answer, action.answered_by, action.answered_on) == (Answer.PROPOSED, "", None)


def test_an_answer_names_who_gave_it_and_when(any_area: Area) -> None:
    action_id = raised(any_area, owner_agency_id=any_area.prison_team)
    service.agree(any_area.desk, action_id, "Head of healthcare", date(2026, 11, 20))
    line = service.plan_of(any_area.desk, any_area.assessment)[0]
    assert line.answer == "Agreed by Head of healthcare on 20 November 2026"
    with pytest.raises(BadInput):
        service.agree(any_area.desk, action_id, "Governor", date(2026, 11, 22))


def test_nobody_can_agree_to_what_nobody_owns(area: Area) -> None:
    with pytest.raises(BadInput):
        service.agree(area.desk, raised(area))


def test_declining_needs_a_reason(area: Area) -> None:
    action_id = raised(area, owner_agency_id=area.prison_team)
    with pytest.raises(BadInput):
        service.decline(area.desk, action_id)
    service.decline(area.desk, action_id, "No staff before April")
    line = service.plan_of(area.desk, area.assessment)[0]
    assert line.answer == "Declined: No staff before April"


def test_finished_counts_as_complete_once_what_shows_it_is_written(any_area: Area) -> None:
    action_id = raised(any_area)

    def state() -> State:
        return service.plan_of(any_area.desk, any_area.assessment)[0].status.state

    service.add_note(any_area.desk, action_id, "All signed", report=Reported.DONE)
    assert state() is State.DONE_UNSEEN
    service.edit_text(any_area.desk, action_id, "shown_by", typed("Signed protocol, 3 December"))
    assert state() is State.COMPLETE
    service.reopen(any_area.desk, action_id)
    assert state() is State.ON_TRACK


def test_stopping_needs_a_reason_and_an_approval_and_can_be_undone(any_area: Area) -> None:
    action_id = raised(any_area)
    with pytest.raises(BadInput):
        service.stop(any_area.desk, action_id, "No money")
    service.stop(any_area.desk, action_id, "No money", "Chair of the board")
    line = service.plan_of(any_area.desk, any_area.assessment)[0]
    assert line.status.state is State.STOPPED
    assert "Chair of the board" in line.status.reason
    service.reopen(any_area.desk, action_id)
    assert service.action(any_area.desk, action_id).stopped_reason == "No money"


def test_notes_are_added_to_and_the_draft_is_used_up(any_area: Area) -> None:
    action_id = raised(any_area)
    service.edit_text(any_area.desk, action_id, "note_draft", typed("Rota drafted"))
    service.add_note(any_area.desk, action_id, said_by="Head of healthcare")
    service.add_note(any_area.desk, action_id, "Rota agreed", report=Reported.ON_TRACK)
    action = service.action(any_area.desk, action_id)
    assert [note.text for note in action.notes] == ["Rota drafted", "Rota agreed"]
    assert action.notes[0].said_by == "Head of healthcare"
    assert action.note_draft == ""
    with pytest.raises(BadInput):
        service.add_note(any_area.desk, action_id)


def test_what_came_of_a_statements_actions_is_read_as_in_the_actions_themselves(
    any_area: Area,
) -> None:
    desk, here = any_area.desk, any_area.assessment
    first, second, third, _open = [raised(any_area) for _ in range(4)]
    service.raise_action(desk, here, ["G01"], WHAT)
    service.decline(desk, first, "No money")
    service.put_away(desk, second)
    service.complete(desk, third, date(2026, 11, 20), "Register")
    whole = service.actions_for_statement(desk, here, "P08")
    parts = [one.model_dump(include=set(Outcome.model_fields)) for one in whole]
    assert len(parts) == 3
    found = service.outcomes_for_statement(desk, here, "P08")
    assert [one.model_dump() for one in found] == parts


def test_links_are_exactly_what_was_chosen(any_area: Area) -> None:
    desk, action_id = any_area.desk, raised(any_area)
    service.link_statements(desk, action_id, ["P08", "G01"])
    service.link_prisons(desk, action_id, [any_area.fenwick, any_area.stonebrook])
    service.link_prisons(desk, action_id, [any_area.fenwick])
    service.link_supporters(desk, action_id, [any_area.council])
    action = service.action(desk, action_id)
    assert action.statements == ("G01", "P08")
    assert (action.prisons, action.supporters) == ((any_area.fenwick,), (any_area.council,))
    assert service.actions_for_statement(desk, any_area.assessment, "G01") == (action,)
    assert service.actions_for_statement(desk, any_area.assessment, "G02") == ()


def test_an_override_needs_its_reason_first(any_area: Area) -> None:
    action_id = raised(any_area)
    with pytest.raises(BadInput):
        service.set_priority(any_area.desk, action_id, Level.LOW)
    service.edit_text(any_area.desk, action_id, "priority_reason", typed("The board waits"))
    service.set_priority(any_area.desk, action_id, Level.LOW)
    priority = service.plan_of(any_area.desk, any_area.assessment)[0].priority
    assert (priority.level, priority.overridden) == (Level.LOW, True)
    service.set_priority(any_area.desk, action_id, None)
    assert not service.plan_of(any_area.desk, any_area.assessment)[0].priority.overridden


def test_every_zero_needs_an_action_or_a_written_reason(any_area: Area) -> None:
    desk, assessment = any_area.desk, any_area.assessment
    any_area.rate(P08=0, G01=0, G02=0, G03=1)
    assert service.unanswered_zeros(desk, assessment) == ("G01", "G02", "P08")
    action_id = raised(any_area)
    service.write_reason_for_no_action(desk, assessment, "G02", typed("Waits for the new board"))
    assert service.unanswered_zeros(desk, assessment) == ("G01",)
    assert service.reasons_for_no_action(desk, assessment) == {"G02": "Waits for the new board"}
    service.put_away(desk, action_id)
    emptied = typed("", "Waits for the new board")
    service.write_reason_for_no_action(desk, assessment, "G02", emptied)
    assert service.unanswered_zeros(desk, assessment) == ("G01", "G02", "P08")


def test_the_plan_stands_worst_first_and_its_sentence_says_what_matters(any_area: Area) -> None:
    desk, today = any_area.desk, any_area.desk.today()
    any_area.rate(P08=1, G01=2)
    calm = service.raise_action(desk, any_area.assessment, ["G01"], "Name a deputy")
    urgent = raised(any_area, owner_agency_id=any_area.council, said_yes=True)
    prison = any_area.prison_team
    late = raised(any_area, owner_agency_id=prison, due_on=today - timedelta(days=60))
    service.set_effort(desk, calm, Effort.SMALL)
    lines = service.plan_of(desk, any_area.assessment)
    assert [line.action.id for line in lines] == [late, urgent, calm]
    assert [line.quick_win for line in lines] == [False, False, True]
    assert service.plan_summary(desk, any_area.assessment).sentence() == (
        "3 actions. 1 is off track. 1 is past its date. 1 owner has not been asked yet. "
        "1 action has no owner yet."
    )


def test_actions_outlive_their_assessment(any_area: Area) -> None:
    desk = any_area.desk
    action_id = raised(any_area)
    bank_id = partnerships.assessment(desk, any_area.assessment).bank_id
    later = partnerships.start_assessment(desk, any_area.partnership, bank_id, date(2027, 11, 1))
    assert [line.action.id for line in service.plan_of(desk, later)] == [action_id]
    assert service.actions_of(desk, any_area.partnership, later) == ()


def test_what_is_not_there_is_said_plainly(area: Area) -> None:
    with pytest.raises(NotFound):
        service.action(area.desk, "nowhere")
    with pytest.raises(NotFound):
        service.put_away(area.desk, "nowhere")


def moved(area: Area, action_id: str) -> str:
    return service.action(area.desk, action_id).moves[-1].id


def worded(desk: Desk, action_id: str) -> None:
    with drafting(desk, typed("Signed")) as draft:
        service.word_in_review(desk, draft, action_id, "1")


def agreed(desk: Desk, area: Area) -> None:
    area.rate(G03=1)
    reason = partnerships.assessment(area.desk, area.assessment).no_dates_reason
    given = typed("Dates follow", reason)
    partnerships.edit_assessment_text(area.desk, area.assessment, "no_dates_reason", given)
    service.agree_assessment(desk, area.assessment)


# Every act that writes, with what it needs: none is open to someone who may only look.
ACTS = {
    "raise_action": lambda d, a, x: service.raise_action(d, a.assessment, ["P08"], "Ring"),
    "write_reason_for_no_action": lambda d, a, x: service.write_reason_for_no_action(
        d, a.assessment, "P08", typed("Waits")
    ),
    "edit_text": lambda d, a, x: service.edit_text(d, x, "why", typed("Because")),
    "set_owner": lambda d, a, x: service.set_owner(d, x, a.prison_team),
    "set_dates": lambda d, a, x: service.set_dates(
        d, x, Dates(due_on=date(2027, 9, 1)), why=MoveReason.OTHER
    ),
    "correct_first_due": lambda d, a, x: service.correct_first_due(d, x),
    "set_kind": lambda d, a, x: service.set_kind(d, x, Kind.INVESTIGATE),
    "set_effort": lambda d, a, x: service.set_effort(d, x, Effort.LARGE),
    "set_source": lambda d, a, x: service.set_source(d, x, "audit"),
    "set_priority": lambda d, a, x: service.set_priority(d, x, Level.LOW),
    "link_statements": lambda d, a, x: service.link_statements(d, x, ["G01"]),
    "link_prisons": lambda d, a, x: service.link_prisons(d, x, [a.fenwick]),
    "link_supporters": lambda d, a, x: service.link_supporters(d, x, [a.council]),
    "agree": lambda d, a, x: service.agree(d, x, "Chair"),
    "decline": lambda d, a, x: service.decline(d, x, "No staff"),
    "agree_assessment": lambda d, a, x: agreed(d, a),
    "ask_again": lambda d, a, x: service.ask_again(d, x),
    "add_note": lambda d, a, x: service.add_note(d, x, "Under way"),
    "complete": lambda d, a, x: service.complete(d, x),
    "stop": lambda d, a, x: service.stop(d, x, "No money", "Chair"),
    "reopen": lambda d, a, x: service.reopen(d, x),
    "put_away": lambda d, a, x: service.put_away(d, x),
    "put_back": lambda d, a, x: service.put_back(d, x),
    "explain_move": lambda d, a, x: service.explain_move(d, moved(a, x), MoveReason.OTHER),
    "edit_move_words": lambda d, a, x: service.edit_move_words(d, moved(a, x), typed("Staff")),
    "set_impact_due": lambda d, a, x: service.set_impact_due(d, x, date(2027, 9, 1)),
    "say_impact": lambda d, a, x: (service.complete(d, x), service.say_impact(d, x, Impact.NONE)),
    "report_in_review": lambda d, a, x: service.report_in_review(d, x, "1", Reported.ON_TRACK),
    "word_in_review": lambda d, a, x: worded(d, x),
    "record_review": lambda d, a, x: service.record_review(d, a.partnership),
    "set_resources_available": lambda d, a, x: service.set_resources_available(d, x, YesNo.NO),
    "set_budget_agreed": lambda d, a, x: service.set_budget_agreed(d, x, YesNo.YES),
    "set_cost": lambda d, a, x: service.set_cost(d, x, 1_200),
    "set_funder_agency": lambda d, a, x: service.set_funder_agency(d, x, a.council),
    "set_waiting_agency": lambda d, a, x: service.set_waiting_agency(d, x, a.prison_team),
    "join": lambda d, a, x: service.join(d, x, raised(a)),
    "part": lambda d, a, x: service.part(d, x, raised(a), {}, {}),
}


@pytest.mark.parametrize("name", ACTS)
def test_only_the_lead_can_change_the_plan(area: Area, name: str) -> None:
    action_id = raised(area, owner_agency_id=area.council, due_on=DUE)
    service.edit_text(area.desk, action_id, "priority_reason", typed("The board waits"))
    service.set_dates(
        area.desk, action_id, Dates(due_on=DUE + timedelta(days=1)), why=MoveReason.STAFFING
    )
    before = service.action(area.desk, action_id)
    with pytest.raises(Refused):
        ACTS[name](seen_by(area.desk, VIEWER), area, action_id)
    assert service.action(area.desk, action_id) == before
    ACTS[name](area.desk, area, action_id)


def test_every_act_that_writes_stands_in_the_table_above() -> None:
    reads = {
        "ActionLine",
        "PlanLine",
        "PlanSummary",
        "action_lines",
        "exists",
        "first_due_can_be_corrected",
        "was_present",
    }
    reads |= {name for name in service.__all__ if name.startswith(("action", "agency", "archived"))}
    reads |= {"footing_of", "plan_line", "plan_lines", "plan_of", "plan_summary", "summary_of"}
    reads |= {"reason_for_no_action", "reasons_for_no_action", "resting", "unanswered_zeros"}
    reads |= {"impact_of", "note", "outcomes_for_statement", "source_told"}
    reads |= {"ending_of", "zeros_without", "act_of_joining", "funder_of", "plan_rows"}
    reads |= {"raise_from_challenge"}  # it writes, and is held in test_challenged
    reads |= {"check_answered", "unanswered_of", "zeros_without_action"}
    assert set(service.__all__) - reads == set(ACTS)


def test_nothing_of_another_area_is_taken(any_area: Area) -> None:
    desk = any_area.desk
    other = begin_area(desk, "Brackwater")
    agency = partnerships.add_agency(desk, other.partnership_id, "Their council", ["LAC"])
    prison = partnerships.add_prison(desk, other.partnership_id, "HMP Elsewhere")
    action_id = raised(any_area)
    before = service.actions_of(desk, any_area.partnership)
    for change in (
        lambda: raised(any_area, owner_agency_id=agency),
        lambda: raised(any_area, prisons=[prison]),
        lambda: service.raise_action(desk, any_area.assessment, ["ZZ9"], WHAT),
        lambda: service.set_owner(desk, action_id, agency),
        lambda: service.link_supporters(desk, action_id, [agency]),
        lambda: service.link_prisons(desk, action_id, [prison]),
        lambda: service.link_statements(desk, action_id, ["ZZ9"]),
    ):
        with pytest.raises(BadInput, match="Nothing was changed"):
            change()
    assert service.actions_of(desk, any_area.partnership) == before


def test_two_screens_link_what_they_both_picked(any_area: Area) -> None:
    desk, action_id = any_area.desk, raised(any_area)
    service.link_prisons(desk, action_id, [any_area.fenwick], [])
    service.link_prisons(desk, action_id, [any_area.stonebrook], [])
    service.link_supporters(desk, action_id, [any_area.council], [])
    service.link_supporters(desk, action_id, [], [])
    action = service.action(desk, action_id)
    assert set(action.prisons) == {any_area.fenwick, any_area.stonebrook}
    assert action.supporters == (any_area.council,)


def test_an_owner_is_not_chosen_twice_where_neither_screen_showed_one(any_area: Area) -> None:
    action_id = raised(any_area)
    service.set_owner(any_area.desk, action_id, any_area.council, seen=None)
    with pytest.raises(ChangedMeanwhile):
        service.set_owner(any_area.desk, action_id, any_area.prison_team, seen=None)
    assert service.action(any_area.desk, action_id).owner_agency_id == any_area.council


def test_no_action_and_no_date_are_agreed_only_with_a_reason(area: Area) -> None:
    desk, one = area.desk, area.assessment
    area.rate(G01=0, P08=0)
    action_id = raised(area, due_on=None)
    with pytest.raises(Refused, match="the plan still needs an action for G01, or a reason for no"):
        agreed(desk, area)
    service.write_reason_for_no_action(desk, one, "G01", typed("Next year"))
    with pytest.raises(Refused, match="a date for action 1, or a reason for none"):
        agreed(desk, area)
    assert partnerships.assessment(desk, one).agreed_at is None
    service.edit_text(desk, action_id, "no_due_reason", typed("The tender decides it"))
    agreed(desk, area)
    assert partnerships.assessment(desk, one).agreed_at


def test_nothing_agrees_an_assessment_past_its_plan() -> None:
    packages = [ROOT / name for name in ("assessment", "action_plans", "domains", "exports")]
    found = [
        file.relative_to(ROOT).as_posix()
        for package in packages
        for file in package.rglob("*.py")
        if "partnerships.agree(" in file.read_text(encoding="utf-8")
    ]
    assert found == ["action_plans/actions/service/agreeing.py"]


def test_what_rests_on_the_statements_is_found_also_when_put_away(any_area: Area) -> None:
    desk, one = any_area.desk, any_area.assessment
    service.put_away(desk, raised(any_area))
    any_area.rate(G01=0)
    service.write_reason_for_no_action(desk, one, "G01", typed("Next year"))
    found = service.resting(desk, one)
    assert found["an action"] == {"P08"}
    assert found["a reason for no action"] == {"G01"}
    assert found["what is agreed of it"] == {"G01"}


def test_a_reason_for_no_action_stands_once_the_assessment_is_closed(any_area: Area) -> None:
    desk, one = any_area.desk, any_area.assessment
    any_area.rate(G01=0)
    service.write_reason_for_no_action(desk, one, "G01", typed("Next year"))
    partnerships.edit_assessment_text(desk, one, "no_dates_reason", typed("Dates follow"))
    partnerships.agree(desk, one)
    partnerships.close(desk, one)
    with pytest.raises(Refused, match="closed"):
        service.write_reason_for_no_action(desk, one, "G01", typed("Never", "Next year"))
    assert service.reasons_for_no_action(desk, one) == {"G01": "Next year"}


@pytest.mark.parametrize(
    ("choose", "field", "theirs", "mine"),
    [
        (service.set_kind, "kind", Kind.MAINTAIN, Kind.INVESTIGATE),
        (service.set_effort, "effort", Effort.SMALL, Effort.LARGE),
        (service.set_source, "source", Source.AUDIT, Source.INCIDENT),
        (service.set_priority, "priority_override", Level.HIGH, Level.LOW),
    ],
)
def test_a_choice_on_a_screen_that_fell_behind_is_refused(
    any_area: Area, choose, field: str, theirs: object, mine: object
) -> None:
    desk, action_id = any_area.desk, raised(any_area)
    service.edit_text(desk, action_id, "priority_reason", typed("The governor asked"))
    shown = getattr(service.action(desk, action_id), field)
    choose(desk, action_id, theirs, seen=shown)
    with pytest.raises(ChangedMeanwhile):
        choose(desk, action_id, mine, seen=shown)
    assert getattr(service.action(desk, action_id), field) == theirs
    choose(desk, action_id, theirs, seen=shown)
    choose(desk, action_id, mine, seen=theirs)
    assert getattr(service.action(desk, action_id), field) == mine


def test_an_answer_is_not_overwritten_by_a_screen_that_had_not_seen_it(any_area: Area) -> None:
    desk, action_id = any_area.desk, raised(any_area, owner_agency_id=any_area.council)
    service.decline(desk, action_id, "No money this year", seen=Answer.PROPOSED)
    with pytest.raises(ChangedMeanwhile):
        service.agree(desk, action_id, seen=Answer.PROPOSED)
    with pytest.raises(ChangedMeanwhile):
        service.ask_again(desk, action_id, seen=Answer.AGREED)
    assert service.action(desk, action_id).answer is Answer.DECLINED
    service.agree(desk, action_id, by="Head of service", seen=Answer.DECLINED)
    service.agree(desk, action_id, by="Somebody else", seen=Answer.PROPOSED)
    action = service.action(desk, action_id)
    assert (action.answer, action.answered_by) == (Answer.AGREED, "Head of service")


def test_nor_is_an_ending(any_area: Area) -> None:
    desk, action_id = any_area.desk, raised(any_area)
    open_still = service.ending_of(service.action(desk, action_id))
    service.stop(desk, action_id, "The prison closes", "Chair", seen=open_still)
    with pytest.raises(ChangedMeanwhile):
        service.complete(desk, action_id, seen=open_still)
    stopped = service.ending_of(service.action(desk, action_id))
    service.reopen(desk, action_id, seen=stopped)
    service.reopen(desk, action_id, seen=stopped)
    with pytest.raises(ChangedMeanwhile):
        service.stop(desk, action_id, seen=stopped)
    assert service.ending_of(service.action(desk, action_id)) == (None, None)
