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


def who_has_answered(ctx: PageContext) -> None:
    """A line for each agency that is asked, and what nobody is asked about."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    pairs = views.asked(ctx.desk, one.id)
    agencies = partnerships.agencies(ctx.desk, one.partnership_id)
    asked = {
        each.id: frozenset(statement for statement, agency in pairs if agency == each.id)
        for each in agencies
    }
    here = views.answered(ctx.desk, one.id)
    closed = _past(ctx, one.status)
    lines = [_line(each, asked[each.id], here, closed) for each in agencies if asked[each.id]]
    heads = ("Agency", "First views", "How they came", "After the reveal")
    show(
        fill('<div class="wide">{}</div>', table(heads, lines, name="Who has answered"))
        if lines
        else "<p>No agency is asked about anything yet. Add agencies in Prepare.</p>",
        _others(agencies, asked),
        _nobody(ctx, {statement for statement, _agency in pairs}),
    )


def _past(ctx: PageContext, status: Status) -> frozenset[str] | None:
    """The statements whose first views can no longer come; None once that is all of them."""
    if status in {Status.AGREED, Status.CLOSED}:
        return None
    return frozenset(views.reveals_of(ctx.desk, ctx.assessment_id))


def _line(
    agency: Agency, asked: frozenset[str], here: Answered, closed: frozenset[str] | None
) -> Sequence[object]:
    given = here.by(agency.id) & asked
    ways = [WAY_WORDS[way] for way in here.ways_of(agency.id)]
    return (
        agency.name,
        f"{len(given)} of {len(asked)}",
        listed([ways[0], *map(in_sentence, ways[1:])]) if ways else "Not yet",
        _afterwards(agency, asked - given, here, closed),
    )


def _afterwards(
    agency: Agency, missing: frozenset[str], here: Answered, closed: frozenset[str] | None
) -> str:
    """What is missing for good, and what came later."""
    gone = missing if closed is None else missing & closed
    late = sum(one == agency.id for _statement, one in here.later)
    words = [f"{NO_VIEW} on {counted(len(gone), 'statement')}"] if gone else []
    if late:
        words.append(f"{counted(late, 'later view')}")
    return ". ".join(words)


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
