"""The plan of the sample: its actions, each with notes and moved dates."""

from exports.report.model import ActionLine, MoveLine, NoteLine
from tests.exports.sample.maker import Maker
from tests.exports.sample.words import ACTIONS, AGENCIES, PRISONS, STATUSES


def action(maker: Maker, number: int) -> ActionLine:
    word, colour, symbol = STATUSES[number * len(STATUSES) // 41]
    due = maker.day()
    say = maker.say
    return ActionLine(
        number=number,
        what=say(ACTIONS[number % len(ACTIONS)]),
        kind=say("Improve"),
        why=say("People arrive on a Friday with no medicine and no appointment."),
        statements=(f"G{number % 12 + 1:02}", f"P{number % 11 + 1:02}"),
        prisons=PRISONS[: number % 3],
        owner=say("Probation Service, Aldermoor: senior probation officer"),
        answer=say("Agreed by the senior probation officer, 12 November 2026"),
        supporters=tuple(say(name) for name in AGENCIES[2:4]),
        measure=say("Share of planned releases with an appointment in writing"),
        baseline=say("41 of 96"),
        target=say("90 of 96"),
        effort=say("Medium"),
        resources=say("Half a day a week of a pharmacist"),
        resources_available=say("No"),
        budget_agreed="Not known",
        cost=12_000 + number,
        funder=say("NHS England Health and Justice"),
        waiting=say("The new contract (Turning Tide community treatment)"),
        start=maker.day(),
        original_due=maker.day(),
        due=None if number == 7 else due,
        no_due_reason=say("Waits for the regional contract") if number == 7 else "",
        review=maker.day(),
        late_from=None if word == "Complete" or number == 7 else due,
        days_overdue=None if word == "Complete" else 1000 + number,
        status=say(word),
        status_colour=colour,
        symbol=symbol,
        status_reason=say("More than a month past its date."),
        in_the_way=say("In the way: the contract is not signed"),
        priority=say("High"),
        place=None if word == "Complete" else number,
        priority_reason=say("Safety-critical, and the rating is Partly met"),
        source=say("This assessment") if number != 3 else "",  # `came_from` says it
        came_from=say("Review by Brackley, statement G02") if number == 3 else "",
        completed_on=maker.day() if word == "Complete" else None,
        shown_by=say("Audit of 30 releases") if word == "Complete" else "",
        notes=number % 3,
        progress=_notes(maker, number),
        moves=_moves(maker, number),
    )


def _moves(maker: Maker, number: int) -> tuple[MoveLine, ...]:
    if number % 8 != 2:
        return ()
    return (
        MoveLine(
            at=maker.day(),
            said=maker.say("From 1 October 2026 to 1 February 2027"),
            why=maker.say("Staffing: the pharmacist's post is empty"),
        ),
    )


def _notes(maker: Maker, number: int) -> tuple[NoteLine, ...]:
    return tuple(
        NoteLine(
            at=maker.day(),
            by=maker.say("Probation"),
            report=maker.say("On track"),
            text=maker.say("Met the prison pharmacy; the draft is with its governor."),
        )
        for _ in range(number % 3)
    )
