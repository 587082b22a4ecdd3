"""The agenda of a visit: strengths first, then what needs talking about, and the gate's page."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from assessment.access.wording import counted, long_date
from exports.report.paper.model import Column, Fact, Pair, Table
from exports.report.paper.parts import fact, known
from exports.visits.model import (
    Block,
    Facts,
    Found,
    Grid,
    Heading,
    Listed,
    NewPage,
    Review,
    Sheet,
    Words,
)
from exports.visits.rules.choosing import distance, strengths, to_talk_about, weight
from exports.visits.rules.fitting import fitted
from exports.visits.rules.wording import name_of, ratings_table, sheet_of, strength_blocks


USUAL = 120  # minutes; the two hours that a reviewer is asked for
WELCOME, STRENGTHS, CLOSE = (
    "Welcome, and who is here",
    "Strengths: what the reviewing area saw work",
    "What the partnership takes up, and what both areas borrow",
)
WEIGHTS = (1, 3, 2)  # of these three beside a statement's; this toolkit's own
NO_STRENGTHS = "No peer reviewer has rated a statement fully met or named something to borrow yet."
NOTHING_TO_TALK = "Ratings are the same, and nothing was asked."
IN_WRITING = "No time is left for these; they are answered in writing."
BLANK_LINES = 6
BRING = (
    "Every visitor brings the identification that the prison asks for, such as a passport, a "
    "driving licence or a work pass with a photograph. Ask the gate which it takes.",
    "No phones, smart watches, laptops, tablets or memory sticks go in. Leave them outside or in "
    "the gate’s lockers, and bring this agenda on paper.",
    "Come early: searching and signing in take time that is not in the agenda’s minutes.",
)
BY_HAND = (
    "The gate asks for the name of every visitor as it stands in their identification. Throughcare "
    "keeps no names of people: fill them in by hand, and send this page by secure mail."
)


def agenda(review: Review) -> Sheet:
    """The agenda with the minutes of the visit shared out, then a page for a prison's gate."""
    talk = to_talk_about(review.found)
    minutes = review.round.visit_minutes or USUAL
    head, each = _minutes(talk, minutes)
    timed = tuple(zip(talk, each, strict=True))
    return sheet_of(review, "Agenda for the visit", _lead(review)).model_copy(
        update={
            "blocks": (
                Facts(facts=_facts(review, minutes)),
                Grid(table=_order(head, [(name_of(one), long) for one, long in timed if long])),
                Heading(level=2, text="Strengths"),
                *strength_blocks(strengths(review.found), NO_STRENGTHS),
                Heading(level=2, text="What needs talking about"),
                *_talk(review, timed),
                *_ready(review),
                NewPage(),
                *_gate(review),
            )
        }
    )


def _minutes(talk: Sequence[Found], minutes: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Minutes of the three fixed parts, and of each statement."""
    shared = fitted((*WEIGHTS, *map(weight, talk)), minutes)
    return shared[: len(WEIGHTS)], shared[len(WEIGHTS) :]


def _lead(review: Review) -> str:
    return f"{review.by} visits {review.area}. We begin with what works."


def _facts(review: Review, minutes: int) -> tuple[Fact, ...]:
    one = review.round
    assumed = "" if one.visit_minutes else "No length is set, so two hours are assumed."
    return known(
        (
            fact("When", long_date(one.visit_on) if one.visit_on else "The day is not set yet."),
            fact("Where", one.visit_place.strip() or "The place is not set yet."),
            fact("How long", f"{minutes} minutes", assumed),
            fact("From the reviewing area", "; ".join(review.reviewers)),
            fact("About", review.assessment),
        )
    )


def _order(head: Sequence[int], talk: Sequence[tuple[str, int]]) -> Table:
    """The parts in the order in which they come, with when each begins."""
    welcome, first, close = head
    parts = [(WELCOME, welcome), (STRENGTHS, first), *talk, (CLOSE, close)]
    return Table(
        caption="The order of the visit",
        columns=(
            Column(head="From", share=12),
            Column(head="Minutes", share=12),
            Column(head="What", share=76),
        ),
        rows=tuple(_rows([part for part in parts if part[1]])),
    )


def _rows(parts: Sequence[tuple[str, int]]) -> Iterator[tuple[str, str, str]]:
    begun = 0
    for words, minutes in parts:
        yield f"{begun // 60}:{begun % 60:02}", str(minutes), words
        begun += minutes


def _talk(review: Review, timed: Sequence[tuple[Found, int]]) -> Iterator[Block]:
    if not timed:
        yield Words(lines=(NOTHING_TO_TALK,))
    for one, minutes in timed:
        if minutes:
            yield Heading(level=3, text=f"{name_of(one)}, {minutes} minutes")
            yield Grid(table=ratings_table(one, review.labels))
            yield Facts(facts=tuple(_why(one)))
    late = tuple(name_of(one) for one, minutes in timed if not minutes)
    if late:
        yield Heading(level=3, text="If there is time")
        yield Words(lines=(IN_WRITING,))
        yield Listed(lines=late)


def _why(one: Found) -> Iterator[Fact]:
    """Why a statement is on the agenda: whoever marked it, how far apart, what is asked."""
    marked = [said.reviewer for said in one.said if said.rating.for_visit]
    apart = distance(one)
    yield from known(
        (
            fact("Marked for the visit", f"By {'; '.join(marked)}" if marked else ""),
            fact("How far apart", f"{counted(apart, 'level')} apart" if apart else ""),
            *_words(one, "What they saw", "line"),
            *_words(one, "Comment", "comment"),
            *_words(one, "Question", "question"),
            *_words(one, "Evidence asked for", "evidence_asked"),
        )
    )


def _words(one: Found, label: str, field: str) -> tuple[Fact | None, ...]:
    said = tuple(str(getattr(each.rating, field)).strip() for each in one.said)
    return (fact(label, *said),)


def _ready(review: Review) -> Iterator[Block]:
    """What lies on the table: documents that are shown on the day."""
    if review.documents:
        yield Heading(level=2, text="To have ready")
        yield Words(lines=("Documents that are shown on the day:",))
        yield Listed(lines=review.documents)


def _gate(review: Review) -> Iterator[Block]:
    yield Heading(level=2, text="For a prison’s gate")
    yield Words(lines=("Only where the visit goes into a prison.",), quiet=True)
    yield Facts(facts=_gate_facts(review))
    yield Listed(lines=BRING)
    yield Heading(level=3, text="Names in advance")
    yield Words(lines=(BY_HAND,))
    yield Grid(table=_names(review.reviewers), blank=True)


def _gate_facts(review: Review) -> tuple[Fact, ...]:
    one = review.round
    notice = one.gate_notice_days
    days = f"{counted(notice, 'day')} before the visit" if notice else "Ask the gate how many days."
    by = long_date(one.visit_on - timedelta(days=notice)) if one.visit_on and notice else ""
    return known(
        (
            fact("Day", long_date(one.visit_on) if one.visit_on else "Not set yet"),
            fact("Place", one.visit_place.strip() or "Not set yet"),
            fact("Notice", days),
            fact("Names are sent by", by),
        )
    )


def _names(reviewers: Sequence[str]) -> Table:
    """A line for each peer reviewer by role, and some for others."""
    roles = (*reviewers, *("" for _ in range(max(2, BLANK_LINES - len(reviewers)))))
    return Table(
        caption="Visitors, to be filled in by hand",
        columns=(
            Column(head="Role and organisation", share=36),
            Column(head="Name as in their identification", share=38),
            Column(head="Identification", share=26),
        ),
        rows=tuple((Pair(main=role), "", "") for role in roles),
    )
