"""The action plan as it is read: every action with its status, priority, owner and answer."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from action_plans.actions.model import Action, Answer
from action_plans.actions.rules.priority import Footing, Priority, priority_of, quick_win
from action_plans.actions.rules.status import WORST_FIRST, State, Status, overdue, status_of
from action_plans.actions.rules.words import answer_words, owner_words
from action_plans.actions.service.reading import (
    actions_of,
    agency_name,
    zeros_without,
)
from assessment.access.desk import Desk
from assessment.access.frozen import Frozen
from assessment.access.wording import are, counted, listed
from assessment.bank import service as banks
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships


_NAMED = 3  # of those who declined; more are counted


class ActionLine(Frozen):
    """One action with what is said of it by itself, whatever the ratings."""

    action: Action
    status: Status
    owner: str
    answer: str


class PlanLine(ActionLine):
    """One action with everything that is said of it.

    `agency` is its owner's, empty for a role alone. `place` is where it stands among the plan's
    open actions by priority, from 1; 0 when it is not open, or was not read with the plan.
    """

    priority: Priority
    quick_win: bool
    overdue: bool
    agency: str = ""
    place: int = 0


class PlanSummary(Frozen):
    """The plan in numbers. `by_state` has the states that occur, worst first.

    Of the open actions, `proposed` have an owner who was not asked yet, `unowned` have none;
    `declined_by` has a name for each that its owner declined.
    """

    total: int
    by_state: tuple[tuple[State, int], ...]
    overdue: int
    proposed: int
    declined_by: tuple[str, ...]
    unowned: int
    unanswered_zeros: tuple[str, ...]

    def count(self, state: State) -> int:
        """How many actions are in a state."""
        return dict(self.by_state).get(state, 0)

    def sentence(self) -> str:
        """What matters, in one line: how many, what is off track or late, who was not asked."""
        if not self.total:
            return ""
        off = self.count(State.OFF_TRACK)
        said = [
            f"{off} {are(off)} off track." if off else "",
            _late(self.overdue),
            f"{_have(self.proposed, 'owner')} not been asked yet." if self.proposed else "",
            _declined(self.declined_by),
            f"{_have(self.unowned, 'action')} no owner yet." if self.unowned else "",
        ]
        return " ".join([f"{counted(self.total, 'action')}.", *(part for part in said if part)])


def _late(number: int) -> str:
    if not number:
        return ""
    return "1 is past its date." if number == 1 else f"{number} are past their dates."


def _have(number: int, thing: str) -> str:
    return f"{counted(number, thing)} {'has' if number == 1 else 'have'}"


def _declined(names: tuple[str, ...]) -> str:
    """How many were declined and by whom, where that is few enough for a line."""
    if not names:
        return ""
    whose = tuple(dict.fromkeys(names))
    by = f", by {listed(whose)}" if len(whose) <= _NAMED else ""
    return f"{len(names)} {'was' if len(names) == 1 else 'were'} declined{by}."


def plan_of(desk: Desk, assessment_id: str) -> tuple[PlanLine, ...]:
    """The partnership's actions, worst first: by status, then priority.

    Actions outlive assessments, so those of earlier ones are among them; their priority rests on
    this assessment's ratings.
    """
    with desk.store.reading():
        partnership_id = partnerships.partnership_of(desk, assessment_id)
        lines = plan_lines(desk, assessment_id, actions_of(desk, partnership_id))
    return tuple(sorted(_placed(lines), key=_worst_first))


def plan_lines(desk: Desk, assessment_id: str, actions: Iterable[Action]) -> tuple[PlanLine, ...]:
    """These actions as the plan says them, in the order given."""
    chosen = tuple(actions)
    if not chosen:
        return ()
    footing = footing_of(desk, assessment_id)
    names = partnerships.agency_names(desk, chosen[0].partnership_id)
    today = desk.today()
    return tuple(
        _line(action, footing, names.get(action.owner_agency_id or "", ""), today)
        for action in chosen
    )


def action_lines(desk: Desk, actions: Iterable[Action]) -> tuple[ActionLine, ...]:
    """A few actions without what rests on ratings, in the order given."""
    today = desk.today()
    with desk.store.reading():
        return tuple(
            ActionLine(
                action=action,
                status=status_of(action, today),
                owner=owner_words(action, agency_name(desk, action.owner_agency_id)),
                answer=answer_words(action),
            )
            for action in actions
        )


def plan_line(desk: Desk, assessment_id: str, action: Action) -> PlanLine:
    """One action as the plan says it."""
    (line,) = plan_lines(desk, assessment_id, [action])
    return line


def plan_summary(desk: Desk, assessment_id: str) -> PlanSummary:
    """The plan in numbers, for the pages that speak of it."""
    with desk.store.reading():
        lines = plan_of(desk, assessment_id)
        zeros = zeros_without(desk, assessment_id, [line.action for line in lines])
    return summary_of(lines, zeros)


def summary_of(lines: tuple[PlanLine, ...], zeros: tuple[str, ...]) -> PlanSummary:
    """The numbers of lines already read. Answers are counted among actions still open."""
    states = Counter(line.status.state for line in lines)
    still = [line.action for line in lines if line.action.open]
    answers = Counter(action.answer for action in still if action.owned)
    return PlanSummary(
        total=len(lines),
        by_state=tuple((state, states[state]) for state in WORST_FIRST if states[state]),
        overdue=sum(line.overdue for line in lines),
        proposed=answers[Answer.PROPOSED],
        declined_by=tuple(
            line.agency or line.owner for line in lines if _stands_declined(line.action)
        ),
        unowned=sum(not action.owned for action in still),
        unanswered_zeros=zeros,
    )


def footing_of(desk: Desk, assessment_id: str) -> Footing:
    """What priority rests on in this assessment."""
    assessment = partnerships.assessment(desk, assessment_id)
    bank = banks.bank_of(desk, assessment.bank_id)
    ratings = consensus.ratings_of(desk, assessment_id)
    return Footing(
        ratings={s: r.rating for s, r in ratings.items() if r.rating is not None},
        labels=bank.labels(),
        safety_critical=frozenset(one.id for one in bank.statements if one.safety),
        prisons=len(partnerships.prisons(desk, assessment.partnership_id)),
    )


def _line(action: Action, footing: Footing, agency: str, today: date) -> PlanLine:
    return PlanLine(
        action=action,
        status=status_of(action, today),
        priority=priority_of(action, footing),
        owner=owner_words(action, agency),
        answer=answer_words(action),
        quick_win=quick_win(action, footing),
        overdue=overdue(action, today),
        agency=agency,
    )


def _stands_declined(action: Action) -> bool:
    return action.open and action.owned and action.answer is Answer.DECLINED


def _placed(lines: Iterable[PlanLine]) -> Iterator[PlanLine]:
    """The same lines by priority, the open ones numbered."""
    place = count(1)
    for line in sorted(lines, key=lambda line: line.priority.rank):
        yield line.model_copy(update={"place": next(place) if line.action.open else 0})


def _worst_first(line: PlanLine) -> tuple[int, tuple[int, ...]]:
    return WORST_FIRST.index(line.status.state), line.priority.rank
