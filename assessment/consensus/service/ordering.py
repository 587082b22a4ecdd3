"""The agenda of a workshop: what is left, in which order, and when the room finishes."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from assessment.access.desk import Desk
from assessment.bank.model import Statement
from assessment.consensus import store
from assessment.consensus.model import AgreedRating, Arranged, HowReached, Standing, Workshop
from assessment.consensus.rules.agenda import Agenda, AgendaItem, arranged
from assessment.consensus.rules.before_reveal import spreads_to_count, told, width_to_order
from assessment.consensus.rules.differences import agrees
from assessment.consensus.rules.opening import end_words, opening_sentences
from assessment.consensus.rules.pace import Course, Pause, pace_of, pauses_of
from assessment.consensus.rules.standing import standing
from assessment.consensus.service.gathering import Gathered, gathered


UNSETTLED = frozenset({Standing.NOT_RATED, Standing.DEFERRED})


def agenda(desk: Desk, assessment_id: str) -> Agenda:
    """Every statement in scope in the workshop's order, with the pace and the opening slide.

    Raises:
        Refused: someone other than the lead asks.
    """
    with desk.store.reading() as tx:
        room = gathered(desk, assessment_id)
        row = store.workshop_row(tx, assessment_id)
        told = store.breaks_told(tx, row.id) if row else ()
    now = desk.now()
    order = _order(room, row.arranged if row else Arranged.BY_DOMAIN)
    pace = pace_of(_course(room, order, row, pauses_of(told, now), now))
    here = Agenda(order=order, current=_current(order, row), pace=pace)
    began_at = row.began_at if row else None
    return here.model_copy(update={"opening": _opening(room, here, began_at, now)})


def current(desk: Desk, assessment_id: str) -> str | None:
    """The statement where the room is; None before it came to one. Cheap: one row."""
    with desk.store.reading() as tx:
        row = store.workshop_row(tx, assessment_id)
    return row.statement_id if row else None


def _order(room: Gathered, how: Arranged) -> tuple[AgendaItem, ...]:
    items = [_item(room, statement) for statement in room.statements]
    ids = [item.statement_id for item in items]
    widths = {one: width_to_order(room.spread(one)) for one in ids}
    domains = [domain.id for domain in room.bank.domains]
    return arranged(items, how, domains, widths)


def _item(room: Gathered, statement: Statement) -> AgendaItem:
    spread = room.spread(statement.id)
    asked = room.asked[statement.id]
    stands = standing(room.agreed.get(statement.id), room.kinds.get(statement.id, ()))
    revealed = room.is_revealed(statement.id)
    return AgendaItem(
        statement_id=statement.id,
        domain=statement.domain,
        safety=statement.safety,
        asked=len(asked),
        answered=len(asked - room.missing(statement.id)),
        agrees=revealed and agrees(spread),
        settled=stands not in UNSETTLED,
        parked=stands is Standing.DEFERRED,
        revealed=revealed,
        spread=spread if revealed else None,
    )


def _current(order: tuple[AgendaItem, ...], row: Workshop | None) -> str | None:
    """The room's statement, unless it has left the scope since."""
    wanted = row.statement_id if row else None
    return wanted if any(item.statement_id == wanted for item in order) else None


def _course(
    room: Gathered,
    order: tuple[AgendaItem, ...],
    row: Workshop | None,
    pauses: tuple[Pause, ...],
    now: datetime,
) -> Course:
    left = [item.statement_id for item in order if not item.settled]
    if row is None:
        return Course(now=now, left=len(left))
    return Course(
        now=now,
        left=len(left),
        began_at=row.began_at,
        settled_at=tuple(_talked(room.agreed.values())),
        since=row.statement_since if row.statement_id in left else None,
        pauses=pauses,
        break_until=row.break_until,
        finish_at=row.finish_at,
    )


def _talked(agreed: Iterable[AgreedRating]) -> Iterator[datetime]:
    """When statements were settled by talking; many at once says nothing of the pace."""
    for one in agreed:
        is_settled = one.rating is not None or one.not_applicable
        if is_settled and one.decided_at and one.how is not HowReached.WITHOUT_DISCUSSION:
            yield one.decided_at


def _opening(
    room: Gathered, here: Agenda, began_at: datetime | None, now: datetime
) -> tuple[str, ...]:
    views = [view for some in room.first.values() for view in some]
    hidden = (room.first.get(i.statement_id, ()) for i in here.items if not i.revealed)
    return (
        *opening_sentences(
            agencies=len({view.agency_id for view in views}),
            views=len(views),
            agreeing=told(spreads_to_count(hidden, began_at)),
            begun=began_at is not None,
            left=len(here.items),
            settled=len(here.settled),
        ),
        end_words(here.pace, now),
    )
