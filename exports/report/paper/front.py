"""Page one, the counts and what the report says of itself."""

from assessment.access.wording import are, counted, moment
from assessment.privacy.audience import left_out_words
from exports.report.made import CANNOT_LOAD_BACK
from exports.report.model import DomainCount, DomainSection, LevelLine, NextStep, Report
from exports.report.paper.model import (
    Column,
    Fact,
    Front,
    Pair,
    Rating,
    Strip,
    StripCell,
    Table,
    Tally,
)
from exports.report.paper.parts import day, fact, joined, known, rating, rating_of


# More would push the rest off page one; the plan that follows has them all.
STEPS_SHOWN = 5  # page one stands alone, so what does not fit it is counted


def front_of(report: Report) -> Front:
    """Page one: it stands alone, and holds no single agency's view."""
    return Front(
        copy_for=report.copy_for,
        copy_words=copy_words(report),
        title=title_of(report),
        stage=f"{report.stage}. Made on {moment(report.made_at)}.",
        area_lines=_area_lines(report),
        scope=scope_of(report),
        where_we_stand=report.summary.where_we_stand,
        shortfalls=_shortfalls(report),
        decisions=report.summary.decisions,
        no_decisions="Nothing. The board is asked to note this report.",
        next_steps=_next_steps(report),
        more_steps=more_steps(report, STEPS_SHOWN),
        meetings=report.summary.meetings,
        no_meetings="No meeting is set.",
        notice=report.wording_notice,
    )


def copy_words(report: Report) -> str:
    """Whom this copy is for and what it leaves out; the first line of every format."""
    return f"{report.copy_for}. {left_out_words(report.left_out)}"


def title_of(report: Report) -> str:
    """What the document is called: Aldermoor: the assessment of November 2026."""
    return f"{report.area}: {_mid_sentence(report.title)}"


def running_head_of(report: Report) -> str:
    """Area and assessment, for the head of each page: Aldermoor, the assessment of …"""
    return f"{report.area}, {_mid_sentence(report.title)}"


def _mid_sentence(title: str) -> str:
    return f"the {title[4:]}" if title.startswith("The ") else title


def scope_of(report: Report) -> str:
    """How many of all statements were in scope; every output says so."""
    return (
        f"{report.in_scope} of {counted(report.total, 'statement')} in scope, {report.rated} rated"
    )


def wording_of(name: str, version: str, notice: str) -> str:
    """Which statements these are, and whose wording they have, where that is said of them."""
    return f"{name}, version {version}. {notice}".strip()


def _area_lines(report: Report) -> tuple[str, ...]:
    lines = (joined(report.authorities), report.probation_region)
    return tuple(line for line in lines if line)


def _shortfalls(report: Report) -> Table:
    return Table(
        caption="Safety-critical shortfalls",
        columns=(
            Column(head="Statement", share=45),
            Column(head="Agreed rating", share=25),
            Column(head="What is done", share=30),
        ),
        rows=tuple(
            (
                Pair(main=f"{line.id} {line.title}", under=line.safety),
                rating_of(line),
                line.action or line.no_action_reason or "No action yet",
            )
            for line in report.summary.shortfalls
        ),
        empty="None: every safety-critical statement in scope is fully met.",
    )


def _next_steps(report: Report) -> Table:
    return Table(
        caption="Who does what in the next 30 days",
        columns=(
            Column(head="Action", share=42),
            Column(head="Owner", share=40),
            Column(head="Due", share=18),
        ),
        rows=tuple(_next_step(step) for step in report.summary.next_steps[:STEPS_SHOWN]),
        empty="No action is due in the next 30 days.",
    )


def more_steps(report: Report, shown: int) -> str:
    """What stands below the next steps where so many of them are shown; empty for all."""
    number = len(report.summary.next_steps) - shown
    if number <= 0:
        return ""
    return f"{counted(number, 'more action')} {are(number)} due by then: see the action plan."


def _next_step(step: NextStep) -> tuple[str, Pair, str]:
    return (
        f"{step.action}. {step.what}",
        Pair(main=step.owner, under=step.answer),
        day(step.due),
    )


def counts_of(report: Report) -> Table:
    """Statements at each level, by domain. Counts, never means."""
    domain_columns = (Column(head="Domain", share=30),)
    level_columns = tuple(
        Column(head=level.label, share=12, symbol=rating(level.value, level.label).symbol)
        for level in report.scale
    )
    return Table(
        caption="Statements at each level",
        columns=(*domain_columns, *level_columns, Column(head="No rating", share=22)),
        rows=tuple(
            (_domain_cell(part.count), *_tallies(part.count), unrated_words(part.count))
            for part in report.domains
        ),
        empty="No statement is in scope.",
    )


def _domain_cell(count: DomainCount) -> Pair:
    return Pair(main=count.title, under=f"{count.in_scope} in scope, {count.rated} rated")


def _tallies(count: DomainCount) -> tuple[Tally, ...]:
    top = len(count.at_level) - 1
    return tuple(
        Tally(
            level=level,
            solid=number - (count.provisional if level == top else 0),
            hollow=count.provisional if level == top else 0,
        )
        for level, number in enumerate(count.at_level)
    )


def unrated_words(count: DomainCount) -> str:
    """Which statements of a domain have no rating, and why: three different things."""
    said = [
        f"{count.not_yet_rated} not yet rated" if count.not_yet_rated else "",
        f"{count.to_come_back_to} to come back to" if count.to_come_back_to else "",
        f"{count.not_applicable} not applicable here" if count.not_applicable else "",
    ]
    return ", ".join(part for part in said if part) or "–"


def domain_lead(count: DomainCount, labels: tuple[str, ...]) -> str:
    """A domain in one sentence: counts, lowest level first."""
    levels = ", ".join(
        f"{number} {label.casefold()}"
        for number, label in zip(count.at_level, labels, strict=False)
        if number
    )
    hollow = f" ({count.provisional} provisional)" if count.provisional else ""
    unrated = unrated_words(count)
    rest = "" if unrated == "–" else f" {unrated.capitalize()}."
    scope = f"{counted(count.in_scope, 'statement')} {are(count.in_scope)} in scope"
    return f"{scope}: {levels}{hollow}.{rest}" if levels else f"{scope}.{rest}"


def strips_of(report: Report) -> tuple[Strip, ...]:
    """Every statement at a glance, a strip for each domain."""
    return tuple(_strip(part) for part in report.domains)


def _strip(part: DomainSection) -> Strip:
    said = "; ".join(f"{line.id} {line.standing.casefold()}" for line in part.statements)
    return Strip(
        title=part.count.title,
        words=f"{part.count.title}: {said}.",
        cells=tuple(StripCell(id=line.id, rating=rating_of(line)) for line in part.statements),
    )


def key_of(report: Report) -> tuple[Rating, ...]:
    """What the blocks mean, the hollow box last."""
    boxes = tuple(rating(level.value, level.label) for level in report.scale)
    top = boxes[-1:]
    return boxes + tuple(
        rating(box.level, f"{box.words}, provisional", provisional=True) for box in top
    )


def about_of(report: Report) -> tuple[Fact, ...]:
    """What the report says of itself."""
    return known(
        (
            fact("Area", report.area),
            fact("Authorities", joined(report.authorities)),
            fact("Probation region", report.probation_region),
            fact("Prisons", joined(report.prisons)),
            fact("Assessment", report.title),
            fact("Stage", report.stage),
            fact("Scope", scope_of(report), report.scope_words),
            fact("The statements", f"{report.statements_name}, {report.statements_version}"),
            fact("Their wording", report.wording_notice),
            fact("The scale", *(_level_words(level) for level in report.scale)),
            fact("This copy", report.copy_for),
            fact("What it leaves out", left_out_words(report.left_out)),
            fact("Handling marking", report.marking),
            fact("Dates reckoned from", day(report.today)),
            fact("Made", moment(report.made_at)),
            fact("Loading back", CANNOT_LOAD_BACK),
        )
    )


def _level_words(level: LevelLine) -> str:
    box = rating(level.value, level.label)
    return f"{box.symbol} {box.words}" + (f": {level.words}" if level.words else "")
