"""The domains of the sample with their statements, and all that was said of each."""

from collections.abc import Iterator

from exports.report.model import (
    DifferentViewLine,
    DomainCount,
    DomainSection,
    LevelLine,
    StatementLine,
    ViewLine,
)
from exports.report.review_model import ModeratedLine, ReviewedLine
from tests.exports.sample.maker import Maker
from tests.exports.sample.words import AGENCIES, DOMAINS, LABELS, PRISONS, STATEMENTS, TITLES, WHY


def all_domains(maker: Maker) -> Iterator[DomainSection]:
    first = 0
    for letter, title, size in DOMAINS:
        yield _domain(maker, letter, maker.say(title), size, first)
        first += size


def _domain(maker: Maker, letter: str, title: str, size: int, first: int) -> DomainSection:
    lines = tuple(
        _statement(maker, letter, number, title, first + number) for number in range(1, size + 1)
    )
    return DomainSection(count=_count_of(letter, title, lines), statements=lines)


def _statement(maker: Maker, letter: str, number: int, title: str, order: int) -> StatementLine:
    # Every seventh is unrated in one of the three ways.
    rating = None if order % 7 == 6 else (order * 5 + 1) % 4
    provisional = rating == 3 and order % 8 == 2
    say = maker.say
    return StatementLine(
        id=f"{letter}{number:02}",
        domain=title,
        title=say(TITLES[order % len(TITLES)]),
        statement=say(STATEMENTS[order % len(STATEMENTS)]),
        plain=say("Someone senior is in charge of this, and everybody knows who it is."),
        levels=tuple(_level(maker, value) for value in range(4)),
        core=order % 2 == 0,
        safety=say("medication gaps") if order % 6 == 3 else "",
        rating=rating,
        provisional=provisional,
        standing=_standing(rating, provisional, order),
        how_reached=say("Agreed after discussion"),
        because=say("The chair heard all views first") if order % 5 == 0 else "",
        not_applicable_reason=say("No prison in the area holds women") if order == 6 else "",
        rationale=say(WHY[order % len(WHY)]),
        decided_on=maker.day(),
        present=tuple(AGENCIES[: 4 + order % 3]),
        prisons=PRISONS[: order % 3],
        spread=say("Two say Partly met, four say Mostly met"),
        views=(_view(maker, order, later=False), _view(maker, order, later=True)),
        different_views=_different_views(maker, order),
        moderated=_moderated(maker, order),
        reviewed=_reviewed(maker, order),
        evidence=(f"E{order % 30 + 1}", f"E{order % 7 + 31}"),
        actions=(order % 40 + 1,),
        no_action_reason=say("The national work is due in April") if order % 9 == 0 else "",
        sources=("OHID23", "CDP"),
    )


def _level(maker: Maker, value: int) -> LevelLine:
    words = (
        "Nobody is named, or each agency assumes that another one leads.",
        "Someone leads in practice, but the role is not written down.",
        "The lead is named in writing, but there is no deputy or no regular report.",
        "The lead and a deputy are named in writing, and the board had a report this half-year",
    )[value]
    return LevelLine(value=value, label=LABELS[value], words=maker.say(words))


def _view(maker: Maker, order: int, *, later: bool) -> ViewLine:
    return ViewLine(
        agency=maker.say(AGENCIES[order % len(AGENCIES)]),
        said=maker.say(LABELS[order % 4]),
        reason=maker.say("The list of releases comes on the day."),
        people=8 if order == 3 else None,
        later=later,
    )


def _moderated(maker: Maker, order: int) -> tuple[ModeratedLine, ...]:
    if order % 6 != 2:
        return ()
    return tuple(
        ModeratedLine(
            review=maker.say(review),
            rating=order % 4,
            standing=maker.say(LABELS[order % 4]),
            set_on=maker.day(),
            because=maker.say("The minutes that we found since settle it."),
            draft=draft,
        )
        for review, draft in (("Review 1", False), ("Review 2 (draft)", True))
    )


def _reviewed(maker: Maker, order: int) -> tuple[ReviewedLine, ...]:
    if order % 6 != 2:
        return ()
    say = maker.say
    return (
        ReviewedLine(
            review=say("Review 1"),
            reviewer=say("Commissioner, Brackley Council"),
            said=say("Partly met"),
            compared=say("Would rate lower"),
            line=say("No minutes were among what we were given"),
            comment=say("The list of who comes is from 2024."),
            question=say("Who chairs when the director is away?"),
            evidence_asked=say("Kits handed out at the gate"),
            borrow=say("The Friday call to the prison pharmacy"),
            replied_by=say("Aldermoor Council public health"),
            reply=say("We have minutes since the spring."),
            outcome=say("Accept in part"),
            outcome_reason=say("Half of it is done."),
            answer=say("Thank you, that answers it."),
        ),
    )


def _different_views(maker: Maker, order: int) -> tuple[DifferentViewLine, ...]:
    if order % 4:
        return ()
    reason = "We see people turned away at the gate on most Fridays; the lists come too late."
    return (
        DifferentViewLine(
            agency=AGENCIES[order % len(AGENCIES)],
            rating=LABELS[(order + 1) % 4],
            reason=maker.say(reason),
            recorded_on=maker.day(),
        ),
    )


def _standing(rating: int | None, provisional: bool, order: int) -> str:
    """The words for how a statement stands."""
    if rating is None:
        words = {6: "Not applicable here", 13: "To come back to"}
        return words.get(order, "Not yet rated")
    return f"{LABELS[rating]}, provisional" if provisional else LABELS[rating]


def _count_of(letter: str, title: str, lines: tuple[StatementLine, ...]) -> DomainCount:
    """Counts that agree with the lines."""
    stands = [line.standing for line in lines]
    return DomainCount(
        id=letter,
        title=title,
        in_scope=len(lines),
        rated=sum(line.rating is not None for line in lines),
        at_level=tuple(sum(line.rating == level for line in lines) for level in range(4)),
        provisional=sum(line.provisional for line in lines),
        not_applicable=stands.count("Not applicable here"),
        to_come_back_to=stands.count("To come back to"),
        not_yet_rated=stands.count("Not yet rated"),
    )
