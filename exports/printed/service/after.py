"""After the workshop: one page for each agency, and nothing of another's view in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from action_plans.actions import service as actions
from action_plans.actions.service import ActionLine
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.consensus import service as consensus
from assessment.consensus.model import AgreedRating, DifferentView, Standing
from assessment.consensus.rules.standing import standing
from assessment.evidence import service as evidence
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency
from assessment.partnership.rules.record import Part, is_open
from assessment.results.rules.sentences import scope_words
from assessment.views import service as views
from assessment.views.model import Answered, ShownView
from exports.printed.model import AfterPage
from exports.printed.rules import after as words
from exports.printed.rules.heads import head
from exports.printed.rules.owning import owned_by, rows, supported_by
from exports.printed.rules.told import Told, said_in_the_room
from exports.printed.service.basis import Basis


NOTHING_AGREED = (
    "Nothing has been agreed yet. After the workshop there is a page for each agency here: what "
    "it said, what was agreed, and what it owns."
)


@dataclass(frozen=True)
class Room:
    """What the room has come to; `shown` has the views of revealed statements, as shown."""

    asked: frozenset[tuple[str, str]]
    answered: Answered
    shown: Mapping[str, tuple[ShownView, ...]]
    names_shown: bool
    agreed: Mapping[str, AgreedRating]
    standings: Mapping[str, Standing]
    different: tuple[DifferentView, ...]
    plan: tuple[ActionLine, ...]
    until: date | None
    reply_to: str
    in_scope: int


def after_pages(desk: Desk, basis: Basis, agency_id: str) -> Sequence[AfterPage]:
    """The page of one agency, or of each. Raises Refused while nothing is agreed."""
    check_after(desk, basis, agency_id)
    room = _room(desk, basis)
    return [_page(basis, room, each) for each in basis.chosen(agency_id)]


def check_after(desk: Desk, basis: Basis, _agency_id: str) -> None:
    """Raises Refused while nothing is agreed."""
    agreed = consensus.ratings_of(desk, basis.assessment.id).values()
    if not any(one.rating is not None or one.not_applicable for one in agreed):
        raise Refused(NOTHING_AGREED)


def _room(desk: Desk, basis: Basis) -> Room:
    here = basis.assessment.id
    with desk.store.reading():
        revealed = [id_ for id_, one in views.reveals_of(desk, here).items() if one.spread_at]
        agreed = consensus.ratings_of(desk, here)
        kinds = evidence.kinds_by_statement(desk, here)
        asking = views.asking_of(desk, here)
        return Room(
            asked=views.asked(desk, here),
            answered=views.answered(desk, here),
            shown={id_: views.shown_views(desk, here, id_) for id_ in revealed},
            names_shown=asking is not None and asking.names_shown is True,
            agreed=agreed,
            standings={id_: standing(one, kinds.get(id_, ())) for id_, one in agreed.items()},
            different=consensus.different_views_of(desk, here),
            plan=actions.action_lines(desk, actions.actions_of(desk, basis.area.id)),
            until=consensus.different_views_until(desk, here),
            reply_to=asking.reply_to if asking else "",
            in_scope=len(partnerships.scope(desk, here)),
        )


def _page(basis: Basis, room: Room, agency: Agency) -> AfterPage:
    told, labels = _told(basis, room, agency.id), basis.bank.labels()
    seen, seen_more = words.seen_differently(told, labels)
    owns, owns_more = rows(owned_by(room.plan, agency.id), own=True)
    supports, supports_more = rows(supported_by(room.plan, agency.id))
    still_open = is_open(Part.DIFFERENT_VIEWS, basis.assessment.status)
    return AfterPage(
        **head(f"after the workshop, for {agency.name} only", basis.area, basis.assessment),
        first_line=words.FIRST_LINE,
        agency=agency.name,
        lead=f"{words.lead_words(told)} {scope_words(room.in_scope, len(basis.bank.statements))}",
        seen=seen,
        seen_more=seen_more,
        same=words.same(told),
        rest_words=words.rest_words(told, names_shown=room.names_shown),
        rest=words.rest(told, labels),
        owns=owns,
        owns_more=owns_more,
        supports=supports,
        supports_more=supports_more,
        different=words.different_words(room.until, room.reply_to, still_open=still_open),
    )


def _told(basis: Basis, room: Room, agency_id: str) -> list[Told]:
    """The statements that this agency was asked about, in their order."""
    recorded = {one.statement_id: one for one in room.different if one.agency_id == agency_id}
    return [
        _one(room, (each.id, each.title), agency_id, recorded.get(each.id))
        for each in basis.bank.statements
        if (each.id, agency_id) in room.asked
    ]


def _one(
    room: Room, statement: tuple[str, str], agency_id: str, recorded: DifferentView | None
) -> Told:
    id_, title = statement
    answered = (id_, agency_id) in room.answered.first
    return Told(
        id=id_,
        title=title,
        answered=answered,
        shown=id_ in room.shown,
        said=said_in_the_room(room.shown.get(id_, ()), agency_id, answered=answered),
        agreed=room.agreed.get(id_),
        standing=room.standings.get(id_, Standing.NOT_RATED),
        recorded=recorded,
    )
