"""A statement and an action, set out as facts."""

from collections.abc import Mapping
from datetime import date

from action_plans.actions.columns import FACTS, Shape
from action_plans.actions.rules.amounts import NOT_KNOWN, pounds
from action_plans.actions.rules.words import no_yes
from assessment.access.wording import counted, in_sentence
from exports.report.model import (
    ActionLine,
    DifferentViewLine,
    EvidenceLine,
    MoveLine,
    NoteLine,
    Report,
    StatementLine,
    ViewLine,
)
from exports.report.paper.front import domain_lead
from exports.report.paper.model import (
    ActionEntry,
    Column,
    DomainPart,
    Fact,
    Pair,
    StatementEntry,
    Table,
)
from exports.report.paper.parts import (
    day,
    due_words,
    fact,
    first_due_words,
    headline,
    joined,
    known,
    rating_of,
    said,
    sentence,
    status_of,
    whole,
)
from exports.report.paper.reviews import moderated_words, reviewed_words


def domains_of(report: Report) -> tuple[DomainPart, ...]:
    """Each domain's statements, in their own order."""
    labels = tuple(level.label for level in report.scale)
    evidence = {line.number: line for line in report.evidence}
    actions = {line.number: line for line in report.actions}
    meetings = {line.present: line.held_on for line in report.meetings}
    return tuple(
        DomainPart(
            id=part.count.id,
            title=headline(part.count.title),
            lead=domain_lead(part.count, labels),
            entries=tuple(
                _statement(line, evidence, actions, foot=_decided(line, meetings))
                for line in part.statements
            ),
        )
        for part in report.domains
    )


def _statement(
    line: StatementLine,
    evidence: Mapping[str, EvidenceLine],
    actions: Mapping[int, ActionLine],
    *,
    foot: str,
) -> StatementEntry:
    return StatementEntry(
        id=line.id,
        title=headline(line.title),
        rating=rating_of(line),
        marks=_marks(line),
        statement=line.statement,
        facts=(*_how(line), *_what_backs_it(line, evidence, actions)),
        foot=foot,
    )


def _decided(line: StatementLine, meetings: Mapping[tuple[str, ...], date]) -> str:
    agreed = f"Agreed on {day(line.decided_on)}" if line.decided_on else ""
    return sentence(agreed, _in_the_room(line.present, meetings))


def _in_the_room(present: tuple[str, ...], meetings: Mapping[tuple[str, ...], date]) -> str:
    """Those of a meeting are listed once, with the meetings, and not under every statement."""
    if not present:
        return ""
    if present in meetings:
        agencies = counted(len(present), "agency", "agencies")
        return f"In the room: the {agencies} at the meeting of {day(meetings[present])}"
    return f"In the room: {joined(present)}"


def _marks(line: StatementLine) -> tuple[str, ...]:
    safety = f"Safety-critical: {line.safety}" if line.safety else ""
    return tuple(mark for mark in ("Core" if line.core else "", safety) if mark)


def _how(line: StatementLine) -> tuple[Fact, ...]:
    return known(
        (
            fact("Title", whole(line.title)),
            fact("How it was reached", sentence(line.how_reached), _because(line)),
            fact("Not applicable because", line.not_applicable_reason),
            fact("Why", line.rationale),
            fact("First views", line.spread, *(view_words(v) for v in line.views if not v.later)),
            fact("Later views", *(view_words(v) for v in line.views if v.later)),
            fact("Different views", *map(different_view_words, line.different_views)),
            fact("After a review", *moderated_words(line)),
            fact("What peer reviewers said", *map(reviewed_words, line.reviewed)),
        )
    )


def _because(line: StatementLine) -> str:
    return f"Because: {line.because}" if line.because else ""


def _what_backs_it(
    line: StatementLine, evidence: Mapping[str, EvidenceLine], actions: Mapping[int, ActionLine]
) -> tuple[Fact, ...]:
    seen = (evidence[number] for number in line.evidence if number in evidence)
    done = (actions[number] for number in line.actions if number in actions)
    return known(
        (
            fact("Evidence", *map(_evidence_words, seen)),
            fact("Prisons", joined(line.prisons)),
            fact("Actions", *map(_action_words, done)),
            fact("No action because", line.no_action_reason),
        )
    )


def view_words(view: ViewLine) -> str:
    """Probation: Partly met (8 people). Then its own words; nothing where no name was shown."""
    if not view.agency:
        return ""
    people = f" ({counted(view.people, 'person', 'people')})" if view.people else ""
    return f"{view.agency}: {view.said}{people}. {view.reason}".strip()


def different_view_words(view: DifferentViewLine) -> str:
    """Probation sees it differently: Partly met (3 November 2026). Then its own words."""
    head = f"{view.agency} sees it differently: {view.rating} ({day(view.recorded_on)})."
    return f"{head} {view.reason}".strip()


def _evidence_words(line: EvidenceLine) -> str:
    about = ", ".join(part for part in (line.kind, line.owner) if part)
    return f"{line.number} {line.title} ({about})" if about else f"{line.number} {line.title}"


def _action_words(action: ActionLine) -> str:
    said = (action.owner, in_sentence(no_yes(action.answer)), action.status.casefold())
    return f"{action.number}. {action.what} ({'; '.join(filter(None, said))})"


def plan_of(report: Report) -> Table:
    """The plan on a page or two: number and action, owner and answer, due, status."""
    return Table(
        caption="All actions, worst first",
        columns=(
            Column(head="Action", share=37),
            Column(head="Owner", share=29),
            Column(head="Due", share=19),
            Column(head="Status", share=15),
        ),
        rows=tuple(
            (
                f"{action.number}. {action.what}",
                Pair(main=action.owner, under=action.answer),
                Pair(main=due_words(action), under=first_due_words(action)),
                status_of(action),
            )
            for action in report.actions
        ),
        empty="The plan holds no action yet.",
    )


def on_time_of(report: Report) -> Table:
    """Who did how much by the dates first set; no row in a copy that is not for our own."""
    return Table(
        caption="Done on time",
        columns=(Column(head="Whose", share=36), Column(head="By the date first set", share=64)),
        rows=tuple((line.whose, line.said) for line in report.on_time),
    )


def actions_of(report: Report) -> tuple[ActionEntry, ...]:
    """Each action in full, in the order given."""
    titles = {line.id: line.title for line in report.statements()}
    return tuple(_action(action, titles) for action in report.actions)


# The columns that have a place of their own in an action's block.
_PLACED = frozenset(
    {
        *("number", "what", "status", "status_reason", "owner", "answer", "due", "original_due"),
        *("review", "priority", "priority_reason", "why", "statements", "measure", "baseline"),
        *("target", "resources", "resources_available", "cost", "budget_agreed", "funder"),
    }
)
_SHORT = frozenset({Shape.NUMBER, Shape.CHOICE, Shape.DAY})


def _action(action: ActionLine, titles: Mapping[str, str]) -> ActionEntry:
    statements = (f"{id_} {titles[id_]}" if id_ in titles else id_ for id_ in action.statements)
    return ActionEntry(
        number=action.number,
        title=headline(action.what),
        status=status_of(action),
        main=_main_facts(action),
        status_reason=" ".join(filter(None, (action.status_reason, action.in_the_way))),
        facts=known(
            (
                fact("What", whole(action.what)),
                fact("Why", action.why),
                fact("Answers", joined(statements)),
                fact("Measure", sentence(action.measure, _from_to(action))),
                fact("Resources", _resources(action)),
                fact("Cost", _cost(action)),
                *_further(action, short=False),
                fact("Date moved", *map(move_words, action.moves)),
                fact("Progress", *map(note_words, action.progress)),
            )
        ),
        foot=sentence(*(f"{one.label}: {one.lines[0]}" for one in _further(action, short=True))),
    )


def _main_facts(action: ActionLine) -> tuple[Fact, ...]:
    return known(
        (
            fact("Owner", action.owner, action.answer),
            fact("Due", due_words(action), first_due_words(action)),
            fact("Review", day(action.review) or "No date set"),
            fact("Priority", action.priority, action.priority_reason),
        )
    )


def _from_to(action: ActionLine) -> str:
    now = f"Now: {action.baseline}" if action.baseline else ""
    target = f"Target: {action.target}" if action.target else ""
    return sentence(now, target)


def _resources(action: ActionLine) -> str:
    """What it needs and whether that is there; nothing where nobody has said either."""
    there = action.resources_available
    if not there or (there == NOT_KNOWN and not action.resources):
        return action.resources
    return sentence(action.resources, f"Available: {there}")


def _cost(action: ActionLine) -> str:
    """£12,000. Budget agreed: No. Funder: …; nothing where nobody has said anything of money."""
    if action.cost is None and not action.funder and action.budget_agreed in ("", NOT_KNOWN):
        return ""
    return sentence(
        "Not known" if action.cost is None else pounds(action.cost),
        f"Budget agreed: {action.budget_agreed}",
        f"Funder: {action.funder}" if action.funder else "",
    )


def _further(action: ActionLine, *, short: bool) -> tuple[Fact, ...]:
    """What the plan's other columns hold: those of few words for the foot, or those of more."""
    return known(
        fact(column.heading, said(column, action))
        for column in FACTS
        if column.key not in _PLACED and (column.shape in _SHORT) == short
    )


def move_words(move: MoveLine) -> str:
    """12 November 2026: From 1 October 2026 to 1 February 2027. Then why."""
    return f"{day(move.at)}: {sentence(move.said, move.why)}"


def note_words(note: NoteLine) -> str:
    """12 November 2026, Probation: On track. Then the note's text."""
    said = " ".join(part for part in (sentence(note.report), note.text) if part)
    return f"{day(note.at)}, {note.by}: {said}"
