"""The record of a review as one page takes it: everything of an action in its one row.

Several drafts are made, each shorter than the one before; whoever sets them takes the first that
fits. What a draft cuts stands whole in the record on screen, and the draft says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from action_plans.reviews.model import (
    RecordDone,
    RecordImpact,
    RecordLine,
    RecordMove,
    ReviewRecord,
)
from assessment.access.wording import clock, listed, long_date
from exports.board.rules.cutting import cut
from exports.printed.model import RecordDraft, RecordRow


NOT_REACHED = "Not reached"


@dataclass(frozen=True)
class Room:
    """How wide a text in a row, and the line of agencies, may be; and how many rows there are."""

    what: int
    words: int
    agencies: int
    rows: int


ROOMS = (
    Room(what=2000, words=4000, agencies=4000, rows=200),
    Room(what=160, words=160, agencies=400, rows=60),
    Room(what=100, words=90, agencies=300, rows=40),
    Room(what=54, words=54, agencies=200, rows=16),
)


def facts_of(record: ReviewRecord, most: int) -> tuple[tuple[str, str], ...]:
    """When it was held, who was there and who was not, and when the next one is."""
    ended = f" to {clock(record.ended_at)[:5]}" if record.ended_at else ""
    nobody_away = "Nobody" if record.present else "Not noted"
    return (
        ("Held", f"{long_date(record.held_on)}, {clock(record.begun_at)[:5]}{ended}"),
        ("Here", cut(listed(record.present), most) or "Nobody was noted"),
        ("Not here", cut(listed(record.away), most) or nobody_away),
        ("Next review", long_date(record.next_on) if record.next_on else "Not set"),
    )


def drafts_of(record: ReviewRecord) -> tuple[RecordDraft, ...]:
    """The record from whole to shortest."""
    return tuple(_draft(record, room) for room in ROOMS)


def _draft(record: ReviewRecord, room: Room) -> RecordDraft:
    rows = _rows(record)
    fitting = tuple(_cut(row, room) for row in rows[: room.rows])
    return RecordDraft(
        facts=facts_of(record, room.agencies),
        rows=fitting,
        rest=" ".join(_rest(rows, fitting)),
    )


def _rest(rows: Sequence[RecordRow], fitting: Sequence[RecordRow]) -> Iterator[str]:
    """What this page leaves out: whole rows by their numbers, and the ends of texts."""
    if more := [row.number for row in rows[len(fitting) :]]:
        yield f"Also gone through: {', '.join(more)}."
    if more or any(row != whole for row, whole in zip(fitting, rows, strict=False)):
        yield "The record in Throughcare has every word."


def _rows(record: ReviewRecord) -> tuple[RecordRow, ...]:
    """Every action that was gone through, then those that were changed beside the walk."""
    more = _beside(record)
    missed = {line.action_id for line in record.not_reached}
    walked = [
        _row(line, more.pop(line.number, ()), reached=line.action_id not in missed)
        for line in record.lines
    ]
    names = {move.number: move.what for move in record.moves}
    names |= {impact.number: impact.what for impact in record.impacts}
    others = [
        RecordRow(number=str(n), what=names[n], owner="", said=tuple(said), status="", before="")
        for n, said in more.items()
    ]
    return (*walked, *others)


def _row(line: RecordLine, more: Sequence[str], *, reached: bool) -> RecordRow:
    due = f". Due {long_date(line.due_on)}" if line.due_on else ""
    said = [": ".join(filter(None, (line.said, line.line))), *more]
    return RecordRow(
        number=str(line.number),
        what=line.what,
        owner=f"{line.owner}{due}",
        said=tuple(filter(None, said)) if reached else (NOT_REACHED,),
        status=line.stands,
        before=f"before: {line.stood}" if line.changed else "",
    )


def _beside(record: ReviewRecord) -> dict[int, tuple[str, ...]]:
    """What else was recorded of each action by its number: moves, what shows it, its effect."""
    found: dict[int, tuple[str, ...]] = {}
    walked = {line.number for line in record.lines}
    for number, words in (
        *((one.number, _moved(one)) for one in record.moves),
        *((one.number, _shown(one)) for one in record.done if one.number in walked),
        *((one.number, _effect(one)) for one in record.impacts),
    ):
        found[number] = (*found.get(number, ()), words)
    return found


def _moved(one: RecordMove) -> str:
    to = long_date(one.to_on) if one.to_on else "no date"
    first = f", first set for {long_date(one.first_due_on)}" if one.first_due_on else ""
    return f"Date moved to {to}{first}. {one.why.rstrip('.')}."


def _shown(one: RecordDone) -> str:
    shown = one.shown_by.rstrip(".") or "what shows it is not written down yet"
    return f"Done on {long_date(one.done_on)}: {shown}."


def _effect(one: RecordImpact) -> str:
    said = ": ".join(filter(None, (one.answer, one.words.rstrip("."))))
    again = f" To be asked again on {long_date(one.ask_on)}." if one.ask_on else ""
    return f"{said}.{again}"


def _cut(row: RecordRow, room: Room) -> RecordRow:
    return row.model_copy(
        update={
            "what": cut(row.what, room.what),
            "owner": cut(row.owner, room.what),
            "said": tuple(cut(words, room.words) for words in row.said),
        }
    )
