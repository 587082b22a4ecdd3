"""Times the room with thirty devices: `python -m benchmarks.room`.

Thirty devices join the room's own door by their codes, each for an agency, and stand on its form.
For a minute each saves a view every two seconds and turns to its next statement after every fifth;
then the room goes from statement to statement, all follow, go on saving, and the lead reveals.
Every acknowledged view is looked for in the database afterwards. It takes about two minutes and a
half, and says on the way how far it is.
"""

import asyncio
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

import psutil
import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.access.opening import PROJECT
from assessment.bank import service as banks
from assessment.consensus import service as consensus
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from assessment.store.engine import sqlite_url
from assessment.store.location import DATABASE_FILE
from assessment.store.schema import open_store
from assessment.store.tables import METADATA
from assessment.store.work import Reading
from assessment.views import service as views
from benchmarks.device import Device
from benchmarks.figures import Figure, figure, show
from benchmarks.person import EVERY, Said, person, press
from benchmarks.serving import folder
from tests.desk import begin_area
from tests.e2e.servers import AppServer


DEVICES, SECONDS, TURN_AFTER, REVEALS = 30, 60, 5, 6
SAVED_P95, REVEAL_P95 = 100, 2_000
SEEN = "What the room sees"
HERE = "The room is at this statement"
UNSEEN = 10.0
DOOR = {"THROUGHCARE_DOOR": "room"}


@dataclass
class Room:
    """The lead's desk, the server of the room's door, the devices and what they said."""

    desk: Desk
    assessment_id: str
    server: AppServer
    devices: list[Device] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def cpu_seconds(self) -> float:
        """Processor time the door's process has used so far."""
        assert self.server.process is not None
        used = psutil.Process(self.server.process.pid).cpu_times()
        return float(used.user + used.system)


@contextmanager
def room() -> Iterator[tuple[Room, dict[str, str]]]:
    """An area that asks thirty agencies for views, its door served, and each agency's code."""
    with folder() as data:
        desk = Desk(store=open_store(sqlite_url(data / DATABASE_FILE)))
        assessment_id = _area(desk)
        codes = dict(invitations.make_codes(desk, assessment_id))
        server = AppServer(PROJECT / "app.py", data, settings=DOOR).start()
        try:
            yield Room(desk, assessment_id, server), codes
        finally:
            server.kill()
            desk.store.close()


def _area(desk: Desk) -> str:
    area = begin_area(desk)
    partnerships.set_scope_kind(desk, area.assessment_id, ScopeKind.ALL)
    types = [one.code for one in banks.built_in_bank().agency_types]
    for number in range(DEVICES):
        partnerships.add_agency(desk, area.partnership_id, f"Agency {number + 1}", types)
    views.choose_names_shown(desk, area.assessment_id, True)
    views.ask_for_views(desk, area.assessment_id)
    return area.assessment_id


def figures() -> Iterable[Figure]:
    """All figures of this benchmark.

    Raises:
        AssertionError: an acknowledged view is not in the database, or a device saw an error.
    """
    with room() as (one, codes):
        found = asyncio.run(_measured(one, codes))
        errors = [error for device in one.devices for error in device.errors]
        assert not errors, f"{len(errors)} errors, the first: {errors[0]}\n{one.server.log[-2000:]}"
        lost = lost_views(one)
        assert not lost, f"{len(lost)} lost, the first: {lost[0]}"
        return found


async def _measured(one: Room, codes: dict[str, str]) -> list[Figure]:
    async with AsyncExitStack() as stack:
        _tell(f"{len(codes)} devices join")
        joined = [await _join(one, stack, *item) for item in codes.items()]
        found = [figure("A code to one’s own form, by link", joined)]
        found += await _saving_for_a_minute(one)
        found += await _revealing(one)
    return found


def _tell(words: str) -> None:
    """How far it is; beside the table, which comes at the end."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {words}\n")


async def _join(one: Room, stack: AsyncExitStack, agency_id: str, code: str) -> float:
    device = await stack.enter_async_context(Device(one.server.port))
    one.devices.append(device)
    one.said.append(Said(agency_id))
    return await device.open("join", code=code)


async def _saving_for_a_minute(one: Room) -> list[Figure]:
    _tell("they only follow the room")
    waiting, before, began = await _only_following(one), one.cpu_seconds(), time.monotonic()
    _tell(f"they save for {SECONDS} seconds")
    await _everyone(one, time.monotonic() + SECONDS, TURN_AFTER)
    share = (one.cpu_seconds() - before) / (time.monotonic() - began)
    saves = [each for said in one.said for each in said.seconds]
    turns = [each for said in one.said for each in said.turns]
    late, untold, again = (
        sum(getattr(said, name) for said in one.said) for name in ("late", "untold", "drawn_again")
    )
    note = (
        f"{len(saves)} views, p99 {1000 * sorted(saves)[int(len(saves) * 0.99)]:.0f}, "
        f"{late} begun late, {untold} not answered, {again} pages asked for again, "
        f"load {os.getloadavg()[0]:.1f}"
    )
    return [
        figure(f"View saved, {DEVICES} devices every {EVERY:g} s", saves, 0, SAVED_P95, note),
        figure("Next statement, the same minute", turns, note=f"{len(turns)} turns"),
        _share("Following alone", waiting),
        _share("That minute", share),
    ]


def _share(what: str, share: float) -> Figure:
    note = f"{100 * share:.0f}% of one core"
    return Figure(f"{what}: the door’s processor time, ms each second", (1000 * share,), note=note)


async def _only_following(one: Room, seconds: float = 10) -> float:
    """The share of a core while nobody does anything."""
    before, began = one.cpu_seconds(), time.monotonic()
    await asyncio.sleep(seconds)
    return (one.cpu_seconds() - before) / (time.monotonic() - began)


async def _everyone(one: Room, until: float, turn_after: int = 0) -> None:
    chance = random.Random(30)  # noqa: S311  the same minute each time
    begin = [chance.uniform(0, EVERY) for _ in one.devices]
    people = zip(one.devices, one.said, begin, strict=True)
    await asyncio.gather(*(person(*each, until, turn_after) for each in people))


async def _revealing(one: Room) -> list[Figure]:
    bank = [each.id for each in banks.built_in_bank().statements if each.safety is None]
    untold, rounds = sum(said.untold for said in one.said), []
    for statement in bank[-REVEALS:]:
        _tell(f"the room goes to {statement}, and it is revealed")
        rounds.append(await _round(one, statement))
    seen = [each for took in rounds for each in took]
    late = sum(said.too_late for said in one.said)
    untold = sum(said.untold for said in one.said) - untold
    note = (
        f"choices on their way: {late} told they came too late, {untold} told nothing, "
        f"load {os.getloadavg()[0]:.1f}"
    )
    return [
        figure("Reveal to seen, each device", seen, note=f"{REVEALS} reveals"),
        figure("Reveal to seen by all", [max(took) for took in rounds], 0, REVEAL_P95, note=note),
    ]


async def _round(one: Room, statement: str) -> list[float]:
    """The room goes to a statement, all follow; they go on saving while it is revealed.

    A device that has not seen it after ten seconds counts as ten.
    """
    await asyncio.to_thread(consensus.go_to, one.desk, one.assessment_id, statement)
    await _everyone_goes(one, statement)
    saving = asyncio.create_task(_everyone(one, time.monotonic() + 3 * EVERY))
    await asyncio.sleep(1.5 * EVERY)
    moments = [device.sees(SEEN) for device in one.devices]
    await asyncio.to_thread(views.show_spread, one.desk, one.assessment_id, statement)
    revealed = time.monotonic()
    await asyncio.wait(moments, timeout=UNSEEN)
    await saving
    return [each.result() - revealed if each.done() else UNSEEN for each in moments]


async def _everyone_goes(one: Room, statement: str) -> None:
    """Each within two seconds of being told, as hands are."""
    chance = random.Random(statement)  # noqa: S311  the same hands each time

    async def goes(device: Device, said: Said, pause: float) -> None:
        await asyncio.sleep(pause)
        await press(device, said, f"Go to {statement}", HERE)

    people = zip(one.devices, one.said, strict=True)
    await asyncio.gather(*(goes(*each, chance.uniform(0, EVERY)) for each in people))


def lost_views(one: Room) -> list[str]:
    """Acknowledged views that the database lacks: the last of each, and each one's event."""
    with one.desk.store.reading() as tx:
        rows = _rows(tx, "view")
        events = Counter(row["subject_id"] for row in _rows(tx, "activity_event"))
    kept: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in rows:
        kept.setdefault((row["agency_id"], row["statement_id"]), []).append(row)
    return [
        f"{statement} of {said.agency_id}: {level}, saved {said.times[statement]} times"
        for said in one.said
        for statement, level in said.stands.items()
        if (found := kept.get((said.agency_id, statement), [])) is not None
        if level not in [row["rating"] for row in found]
        or sum(events[row["id"]] for row in found) < said.times[statement]
    ]


def _rows(tx: Reading, table: str) -> Sequence[Mapping[str, Any]]:
    return tx.all(sa.select(METADATA.tables[table]))


if __name__ == "__main__":
    show(figures())
    sys.stdout.flush()
