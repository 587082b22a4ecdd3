"""Who has answered: counts and ways, never an answer. Safe on a projector."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from assessment.access.wording import counted, in_sentence, listed
from assessment.bank import service as bank_service
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency, Status
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.tables import table
from assessment.views import service as views
from assessment.views.model import NO_VIEW, WAY_WORDS, Answered


Asked = Mapping[str, frozenset[str]]
NOBODY = "No agency is asked about anything yet. Add agencies and choose statements in Prepare."


def who_has_answered(ctx: PageContext) -> None:
    """A line for each agency that is asked, and what nobody is asked about."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    pairs = views.asked(ctx.desk, one.id)
    agencies = partnerships.agencies(ctx.desk, one.partnership_id)
    asked = {
        each.id: frozenset(statement for statement, agency in pairs if agency == each.id)
        for each in agencies
    }
    mine = [(each, asked[each.id]) for each in agencies if asked[each.id]]
    show(
        _table(ctx, one.status, mine) if mine else fill("<p>{}</p>", NOBODY),
        _others(agencies, asked),
        _nobody(ctx, {statement for statement, _agency in pairs}),
    )


def _table(
    ctx: PageContext, status: Status, asked: Sequence[tuple[Agency, frozenset[str]]]
) -> Markup:
    if status is Status.PREPARING:
        planned = [(agency.name, counted(len(mine), "statement")) for agency, mine in asked]
        return table(("Agency", "Asked about"), planned)
    here = views.answered(ctx.desk, ctx.assessment_id)
    past = _past(ctx, status)
    lines = [_line(agency, mine, here, past) for agency, mine in asked]
    return table(("Agency", "First views", "How they came"), lines)


def _past(ctx: PageContext, status: Status) -> frozenset[str]:
    """The statements whose first views can no longer come."""
    if status in {Status.AGREED, Status.CLOSED}:
        return partnerships.scope(ctx.desk, ctx.assessment_id)
    return frozenset(views.reveals_of(ctx.desk, ctx.assessment_id))


def _line(
    agency: Agency, asked: frozenset[str], here: Answered, past: frozenset[str]
) -> Sequence[object]:
    given = here.by(agency.id) & asked
    ways = [WAY_WORDS[way] for way in here.ways_of(agency.id)]
    return (
        agency.name,
        _count(len(given), len(asked), _afterwards(agency, (asked - given) & past, here)),
        listed([ways[0], *map(in_sentence, ways[1:])]) if ways else "",
    )


def _count(given: int, asked: int, afterwards: Sequence[str]) -> Markup:
    """How many of those asked for, and below it what is missing for good or came later."""
    below = joined(fill('<br><span class="muted">{}</span>', words) for words in afterwards)
    return fill("{} of {}{}", given, asked, below)


def _afterwards(agency: Agency, gone: frozenset[str], here: Answered) -> Sequence[str]:
    late = sum(one == agency.id for _statement, one in here.later)
    return [
        *([f"{NO_VIEW} on {counted(len(gone), 'statement')}"] if gone else []),
        *([f"{counted(late, 'view')} after the reveal"] if late else []),
    ]


def _others(agencies: Sequence[Agency], asked: Asked) -> Markup:
    """Observers, and agencies no statement concerns: nobody waits for them."""
    watching = [each.name for each in agencies if each.observer]
    unasked = [each.name for each in agencies if not each.observer and not asked[each.id]]
    lines = [
        (watching, "here to observe, so not asked"),
        (unasked, "concerned by no statement in scope, so not asked"),
    ]
    return joined(fill("<p>{}: {}.</p>", listed(some), words) for some, words in lines if some)


def _nobody(ctx: PageContext, asked: set[str]) -> Markup:
    """Statements in scope of which no view is asked: the room rates them without any."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    bank = bank_service.bank_of(ctx.desk, one.bank_id)
    alone = partnerships.scope(ctx.desk, one.id) - asked
    found = [each for each in bank.statements if each.id in alone]
    if not found or not asked:
        return Markup("")
    items = joined(fill("<li>{} {}</li>", each.id, each.title) for each in found)
    words = f"{counted(len(found), 'statement')} that nobody here is asked about"
    return fill('<details><summary>{}</summary><ul class="list">{}</ul></details>', words, items)
