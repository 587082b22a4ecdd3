"""What a person in the room does at a device, and what the device was told is saved."""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field

from benchmarks.device import Device, TooLate


EVERY = 2.0  # seconds
LEVELS = 4
QUESTION, PAUSE = "What do you see", "Go on"


@dataclass
class Said:
    """What one device was told is saved."""

    agency_id: str
    seconds: list[float] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)
    stands: dict[str, int] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    late: int = 0
    too_late: int = 0
    untold: int = 0
    drawn_again: int = 0


async def person(device: Device, said: Said, begin: float, until: float, turn_after: int) -> None:
    """Save every two seconds by the clock, whatever the answer took, and turn after every few."""
    due, done = time.monotonic() + begin, 0
    while due < until:
        await asyncio.sleep(max(0, due - time.monotonic()))
        said.late += time.monotonic() - due > EVERY
        await save(device, said)
        done += 1
        if turn_after and done % turn_after == 0:
            said.turns.append(await turn(device, said))
        due += EVERY


async def save(device: Device, said: Said) -> None:
    """Another level than the one that stands.

    There is one question on the page; its words differ once the statement is revealed. A click
    made before the reveal that comes after it is said not to be taken: the page asks anew. Where
    nothing is said at all, what stands is not known; the figures tell how often.
    """
    await offered(device, said, QUESTION)
    (question,), statement = device.choices, device.statement
    level = (said.stands.get(statement, -1) + 1) % LEVELS
    said.stands.pop(statement, None)
    try:
        said.seconds.append(await device.choose(question, level))
    except TooLate:
        said.too_late += 1
        return
    except TimeoutError:
        said.untold += 1
        return
    said.stands[statement] = level
    said.times[statement] = said.times.get(statement, 0) + 1


async def turn(device: Device, said: Said) -> float:
    """To the next statement; past the words that stand gently before some."""
    began = time.monotonic()
    await press(device, said, "→", f"← {device.statement}")
    if await offered(device, said, QUESTION, PAUSE) == PAUSE:
        await press(device, said, PAUSE, QUESTION)
    return time.monotonic() - began


async def press(device: Device, said: Said, words: str, *shows: str) -> None:
    """Press what says this, and wait for what it shows."""
    await offered(device, said, words)
    with suppress(TimeoutError):
        await device.press(words, *shows)


async def offered(device: Device, said: Said, *words: str) -> str:
    """Wait for one of these; where the page was not drawn to its end, have it drawn again."""
    for _ in range(3):
        with suppress(TimeoutError):
            return await device.offered(*words)
        said.drawn_again += 1
        with suppress(TimeoutError):
            await device.again()
    return await device.offered(*words)
