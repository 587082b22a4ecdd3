"""Page one: where we stand, what is unsafe, what is asked, who does what next, when we meet.

It stands alone when forwarded, so no single agency's view is on it.
"""

from collections.abc import Iterable
from datetime import timedelta

from action_plans.actions.model import Action, Answer
from action_plans.actions.rules.status import State, status_of
from action_plans.actions.rules.words import answer_words, owner_words
from assessment.access.wording import are, counted, listed, long_date
from assessment.results.model import StatementResult
from assessment.results.rules.sentences import (
    levels_sentence,
    open_sentence,
    rated_sentence,
    scope_sentence,
)
from exports.report.gathered import Gathered
from exports.report.lines import safety_words
from exports.report.model import NextStep, ShortfallLine, Summary


NEXT_DAYS = timedelta(days=30)


def page_one(g: Gathered) -> Summary:
    """The summary of a report."""
    return Summary(
        where_we_stand=where_we_stand(g),
        shortfalls=shortfalls(g),
        decisions=decisions(g),
        next_steps=next_steps(g),
        meetings=meetings(g),
    )


def where_we_stand(g: Gathered) -> tuple[str, ...]:
    """At most five sentences."""
    lines = (
        scope_sentence(g.results),
        rated_sentence(g.results),
        levels_sentence(g.results),
        open_sentence(g.results),
        plan_sentence(g),
    )
    return tuple(line for line in lines if line)


def plan_sentence(g: Gathered) -> str:
    """How the plan goes, in one sentence."""
    if not g.actions:
        return "There is no action yet."
    states = [status_of(action, g.today).state for action in g.actions]
    off, done = states.count(State.OFF_TRACK), states.count(State.COMPLETE)
    asked = sum(a.open and a.answer is Answer.PROPOSED for a in g.actions)
    parts = [f"{off} {are(off)} off track", f"{done} {are(done)} complete"]
    if asked:
        parts.append(f"{counted(asked, 'owner')} {'has' if asked == 1 else 'have'} not been asked")
    return f"The plan has {counted(len(g.actions), 'action')}: {listed(parts)}."


def shortfalls(g: Gathered) -> tuple[ShortfallLine, ...]:
    """Safety-critical statements in scope that are not firmly fully met, lowest first."""
    open_ones = [s for s in g.results.in_scope() if s.safety and s.needs_a_look]
    ordered = sorted(open_ones, key=lambda s: (s.rating is None, s.rating or 0))
    return tuple(
        ShortfallLine(
            id=s.id,
            title=s.title,
            safety=safety_words(g.bank.statement(s.id)),
            rating=s.rating,
            provisional=s.provisional,
            standing=f"{s.words}, provisional" if s.provisional else s.words,
            action=action_words(g, s),
            no_action_reason="" if g.actions_on(s.id) else g.no_action.get(s.id, ""),
        )
        for s in ordered
    )


def action_words(g: Gathered, statement: StatementResult) -> str:
    """What is being done about a statement: its actions and how they go."""
    return listed([f"Action {a.number}: {status_words(g, a)}" for a in g.actions_on(statement.id)])


def status_words(g: Gathered, action: Action) -> str:
    """An action's status in lower case, for the middle of a sentence."""
    return status_of(action, g.today).words.lower()


def decisions(g: Gathered) -> tuple[str, ...]:
    """What the board is asked to agree."""
    unasked = [a for a in g.actions if a.open and a.answer is Answer.PROPOSED]
    declined = [a for a in g.actions if a.open and a.answer is Answer.DECLINED]
    off = [a for a in g.actions if status_of(a, g.today).state is State.OFF_TRACK]
    unsafe = [s for s in g.results.in_scope() if s.is_safety_shortfall and not g.actions_on(s.id)]
    asked = (
        _decision(
            unasked,
            "Confirm the owner of {}, who has not been asked yet.",
            "Confirm the owners of {}, who have not been asked yet.",
        ),
        _decision(
            declined,
            "Find another owner for {}, which was declined.",
            "Find other owners for {}, which were declined.",
        ),
        _decision(off, "Decide what is needed to bring {} back on track."),
        f"Decide what is to be done about {listed([f'{s.id} {s.title}' for s in unsafe])}."
        if unsafe
        else "",
        "" if g.assessment.next_review_on else "Set the date on which the actions are reviewed.",
    )
    return tuple(line for line in asked if line)


def _decision(actions: Iterable[Action], one: str, several: str = "") -> str:
    """The sentence about one action, or about several; nothing about none."""
    numbers = [str(action.number) for action in sorted(actions, key=lambda a: a.number)]
    if len(numbers) > 1:
        return (several or one).format(f"actions {listed(numbers)}")
    return one.format(f"action {numbers[0]}") if numbers else ""


def next_steps(g: Gathered) -> tuple[NextStep, ...]:
    """Who does what in the next 30 days, by date; what is overdue comes first."""
    until = g.today + NEXT_DAYS
    due = [
        (a.due_on, a) for a in g.actions if a.open and a.due_on is not None and a.due_on <= until
    ]
    return tuple(
        NextStep(
            action=action.number,
            what=action.what,
            owner=owner_words(action, g.agency(action.owner_agency_id)),
            answer=short_answer(action),
            due=day,
        )
        for day, action in sorted(due, key=lambda pair: (pair[0], pair[1].number))
    )


def short_answer(action: Action) -> str:
    """The owner's answer in a line: who agreed stands in the plan."""
    if action.answer is Answer.AGREED:
        return f"Agreed on {long_date(action.answered_on)}" if action.answered_on else "Agreed"
    return answer_words(action)


def meetings(g: Gathered) -> tuple[str, ...]:
    """When the partnership meets, who leads the plan, and when it assesses again."""
    a = g.assessment
    lead = ", ".join(part for part in (a.plan_lead_role, g.agency(a.plan_lead_agency_id)) if part)
    lines = (
        f"Lead for the plan: {lead}." if lead else "",
        f"Actions are reviewed {a.review_rhythm}." if a.review_rhythm else "",
        f"Next review: {long_date(a.next_review_on)}." if a.next_review_on else "",
        f"Assess again: {long_date(a.assess_again_on)}." if a.assess_again_on else "",
        f"Not all of this is set: {a.no_dates_reason}" if a.no_dates_reason else "",
    )
    found = tuple(line for line in lines if line)
    return found or ("No review date is set yet.",)
