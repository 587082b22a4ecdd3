"""Words the paper, and keeps it to two pages: texts are cut, and lists say how many more there are.

A cut text ends in an ellipsis; the full plan has it whole.
"""

from collections.abc import Iterable, Mapping, Sequence

from action_plans.actions.model import YES_NO_WORDS, YesNo
from action_plans.actions.rules.amounts import pounds
from action_plans.actions.rules.words import NO_OWNER, no_yes
from action_plans.priorities.rules.money import sum_of, totals
from assessment.access.wording import counted, listed
from exports.board.model import Asked, BoardPaper, Changed, Choice, Part
from exports.board.rules.cutting import cut, width
from exports.report.model import ActionLine, Report, ShortfallLine
from exports.report.paper.front import copy_words, running_head_of, scope_of
from exports.report.paper.model import Column, Pair, Table
from exports.report.paper.parts import due_words, first_due_words, joined


AGREE, NOTE, COMMIT, STUCK = 6, 4, 5, 4
_WHAT, _WHO, _COST, _WHEN, _WHY, _LINE, _MEETS = 125, 95, 75, 40, 140, 240, 150
_NOTICE = 220
_USUAL = 7_000  # small letters in the whole paper
_NAMED = 8  # ids or numbers named in one sentence

FULL = "Every statement and action, with its evidence, is in the full report."

Row = tuple[Pair, str, Pair, Pair]


def paper_of(report: Report, choice: Choice) -> BoardPaper:
    """The board paper of a report, with what was chosen for it."""
    lines = {line.number: line for line in report.actions}
    known = Known(report, lines)
    paper = BoardPaper(
        title=f"{cut(report.area, _WHAT)}: paper for the board",
        marking=report.marking,
        running_head=cut(running_head_of(report), _WHAT),
        copy_words=copy_words(report),
        stage=f"{scope_of(report)}. {report.stage}.",
        where_we_stand=(
            *(cut(line, _LINE) for line in report.summary.where_we_stand[:5]),
            *_money(known),
        ),
        parts=(_agree(known, choice.agree), _note(known), _commit(known, choice.commit)),
        stuck=_stuck(known, choice.stuck),
        changed_heading=_changed_heading(choice.changed),
        changed=tuple(_changed(choice.changed)),
        meetings=tuple(cut(line, _MEETS) for line in report.summary.meetings),
        full=" ".join((FULL, *_whose_wording(report))),
    )
    return paper.model_copy(update={"crowded": width(paper.model_dump()) > _USUAL})


def _whose_wording(report: Report) -> tuple[str, ...]:
    """Whose wording the statements are, in whole sentences where one is short enough."""
    notice = cut(report.wording_notice, _NOTICE)
    sentences = notice.rpartition(". ")[0] if notice != report.wording_notice else ""
    said = f"{sentences}." if sentences else notice
    return (f"Their wording: {said}",) if said else ()


class Known:
    """A report's actions by number, and what may be said of their cost."""

    def __init__(self, report: Report, lines: Mapping[int, ActionLine]) -> None:
        self.report = report
        self.lines = lines
        self.costs = report.holds(ActionLine, "cost")
        self.titles = {line.id: line.title for line in report.statements()}

    def row(self, words: str, number: int, under: str = "") -> Row:
        """What is asked of an action, its cost, its owner and its date."""
        line = self.lines[number]
        return (
            Pair(main=words, under=under),
            self.cost(line),
            _owner(line),
            Pair(main=cut(due_words(line), _WHEN), under=first_due_words(line)),
        )

    def cost(self, line: ActionLine) -> str:
        """The sum and whether it is agreed; else what is written down of resources."""
        return _sum(line) or cut(line.resources, _COST) or "Not known"

    def of_statement(self, statement: str) -> tuple[int, ...]:
        """The actions that answer a statement, in the plan's order."""
        return tuple(n for n, line in self.lines.items() if statement in line.statements)


def _money(known: Known) -> Iterable[str]:
    """What all open actions cost together, agreed and not yet, in the words of the tables."""
    still = [line for line in known.lines.values() if line.open]
    whole = sum_of(totals(still))
    if not known.costs or not whole.total:
        return
    uncosted = sum(line.cost is None for line in still)
    have = "has" if uncosted == 1 else "have"
    rest = f" {uncosted} more {have} no cost written down." if uncosted else ""
    yield (
        f"The open actions cost {pounds(whole.total)}: {pounds(whole.agreed)} agreed, "
        f"{pounds(whole.total - whole.agreed)} not agreed yet.{rest}"
    )


def _sum(line: ActionLine) -> str:
    """£12,000, agreed; nothing where no sum is known."""
    if line.cost is None:
        return ""
    if line.cost == 0:
        return "No cost"
    agreed = "agreed" if line.budget_agreed == YES_NO_WORDS[YesNo.YES] else "not agreed yet"
    return f"{pounds(line.cost)}, {agreed}"


def _agree(known: Known, asked: Sequence[Asked]) -> Part:
    here = [one for one in asked if one.action is None or one.action in known.lines]
    here = [one for one in here if known.costs or not one.money]
    return Part(
        heading="The board is asked to agree",
        table=_table(
            known,
            "What is asked",
            [_ask_row(known, one) for one in here[:AGREE]],
            "Nothing. No decision is wanted of the board this time.",
        ),
        more=_more(here[AGREE:], "decision is", "decisions are"),
    )


def _ask_row(known: Known, asked: Asked) -> Row:
    if asked.action is None:
        title = cut(f"{asked.statement} {known.titles.get(asked.statement, '')}".strip(), _WHAT)
        return (
            Pair(main=f"{asked.ask} {title}"),
            "Not known",
            Pair(main=NO_OWNER),
            Pair(main="No date"),
        )
    what = cut(known.lines[asked.action].what, _WHAT)
    return known.row(f"{asked.ask} action {asked.action}: {what}", asked.action)


def _note(known: Known) -> Part:
    short = known.report.summary.shortfalls
    return Part(
        heading="The board is asked to note",
        table=_table(
            known,
            "Safety-critical shortfall",
            [_short_row(known, line) for line in short[:NOTE]],
            "No safety-critical shortfall: every such statement in scope is fully met.",
        ),
        more=_more(short[NOTE:], "safety-critical shortfall is", "safety-critical shortfalls are"),
    )


def _short_row(known: Known, line: ShortfallLine) -> Row:
    words = cut(f"{line.id} {line.title}: {line.standing}", _WHAT)
    answering = known.of_statement(line.id)
    if not answering:
        under = cut(line.no_action_reason, _WHAT) or "No action yet"
        return Pair(main=words, under=under), "Not known", Pair(main=NO_OWNER), Pair(main="No date")
    return known.row(words, answering[0], cut(line.action, _WHAT))


def _commit(known: Known, numbers: Iterable[int]) -> Part:
    here = [number for number in numbers if number in known.lines]
    rows = [
        known.row(f"Action {number}: {cut(known.lines[number].what, _WHAT)}", number)
        for number in here[:COMMIT]
    ]
    return Part(
        heading="The board is asked to commit",
        table=_table(
            known,
            "What its members see through",
            rows,
            "Nothing yet: no owner has said yes to an action.",
        ),
        more=_more(here[COMMIT:], "agreed action is", "agreed actions are"),
    )


def _stuck(known: Known, numbers: Iterable[int]) -> Part:
    here = [number for number in numbers if number in known.lines]
    return Part(
        heading="What is stuck",
        table=Table(
            caption="What is stuck",
            columns=(
                Column(head="Action", share=38),
                Column(head="Why", share=34),
                Column(head="Owner", share=28),
            ),
            rows=tuple(_stuck_row(known.lines[number]) for number in here[:STUCK]),
            empty="Nothing is off track.",
        ),
        more=_more(here[STUCK:], "action is off track", "actions are off track", ""),
    )


def _stuck_row(line: ActionLine) -> tuple[str, str, Pair]:
    why = f"{line.status_reason} {line.in_the_way}"
    return cut(f"{line.number}. {line.what}", _WHAT), cut(why, _WHY), _owner(line)


def _owner(line: ActionLine) -> Pair:
    """Whoever leads it, and beneath that they have not said yes."""
    return Pair(main=cut(line.owner, _WHO), under=no_yes(line.answer))


def _table(known: Known, first: str, rows: Sequence[Row], empty: str) -> Table:
    return Table(
        caption=first,
        columns=(
            Column(head=first, share=41),
            Column(head="Cost" if known.costs else "Resources", share=17),
            Column(head="Owner", share=23),
            Column(head="Date", share=19),
        ),
        rows=tuple(rows),
        empty=empty,
    )


def _more(
    rest: Sequence[object], one: str, several: str, where: str = " in the full report"
) -> str:
    """3 more decisions are in the full report; nothing where all had room."""
    return f"{len(rest)} more {one if len(rest) == 1 else several}{where}." if rest else ""


def _changed_heading(changed: Changed) -> str:
    return f"What changed since {changed.since.what}" if changed.since.what else "What has changed"


def _changed(changed: Changed) -> Iterable[str]:
    said = tuple(line for line in (*_ratings(changed), *_plan(changed)) if line)
    if said:
        return said
    if changed.since.what:
        return ("Nothing that is recorded here.",)
    return ("This is the first paper: there is nothing earlier to compare with.",)


def _ratings(changed: Changed) -> Iterable[str]:
    before = changed.since.before
    if not before or not changed.since.ratings:
        return
    if not (changed.higher or changed.lower):
        yield f"No statement is rated otherwise than in {before}."
    for ids, how in ((changed.higher, "higher"), (changed.lower, "lower")):
        if ids:
            number = counted(len(ids), "statement")
            verb = "is" if len(ids) == 1 else "are"
            yield f"{number} {verb} rated {how} than in {before}: {_named(ids)}."


def _plan(changed: Changed) -> Iterable[str]:
    for numbers, how in (
        (changed.finished, "finished"),
        (changed.moved, "given another date"),
        (changed.raised, "added to the plan"),
    ):
        if numbers:
            verb = "was" if len(numbers) == 1 else "were"
            yield f"{counted(len(numbers), 'action')} {verb} {how}: {_named(map(str, numbers))}."


def _named(names: Iterable[str]) -> str:
    every = tuple(names)
    if len(every) <= _NAMED:
        return joined(every)
    return listed((*every[:_NAMED], f"{len(every) - _NAMED} more"))
