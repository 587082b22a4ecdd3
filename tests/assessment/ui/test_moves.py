"""A line on which pages hear that what they follow has moved."""

from collections.abc import Collection, Iterator, Mapping
from threading import Event

import pytest
from starlette.applications import Starlette
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from assessment.access.errors import Refused
from assessment.ui.moves import GONE, NO_MORE, PATH, Moves
from tests.assessment.ui.served import serving


class Room:
    """Marks as a test sets them, and who was asked about at each look."""

    def __init__(self) -> None:
        self.marks = {"one": "a", "other": "a"}
        self.busy = False
        self.broken = False
        self.free = Event()
        self.free.set()
        self.looks: list[Collection[str]] = []

    def __call__(self, followed: Collection[str]) -> Mapping[str, str]:
        self.looks.append(followed)
        assert self.free.wait(10)
        if self.busy:
            raise Refused("The database is busy.")
        if self.broken:
            raise RuntimeError("nobody thought of this")
        return {each: self.marks[each] for each in followed if each in self.marks}


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def port(room: Room) -> Iterator[int]:
    with serving(Starlette(routes=[Moves(room).route])) as found:
        yield found


def listening(port: int, follows: str) -> ClientConnection:
    return connect(f"ws://127.0.0.1:{port}{PATH}?of={follows}", proxy=None)


def heard(line: ClientConnection) -> str | bytes:
    return line.recv(timeout=10)


def test_each_hears_how_things_stand_and_then_when_its_own_has_moved(port: int, room: Room) -> None:
    with listening(port, "one") as one, listening(port, "other") as other:
        assert heard(one) == heard(other) == "a"
        room.marks["other"] = "b"
        assert heard(other) == "b"
        room.marks["one"] = "c"
        assert heard(one) == "c"


def test_one_look_is_taken_for_all(port: int, room: Room) -> None:
    with listening(port, "one") as one, listening(port, "other") as other:
        assert heard(one) == heard(other) == "a"
        room.looks.clear()
        room.marks["one"] = room.marks["other"] = "b"
        assert heard(one) == heard(other) == "b"
        assert set(room.looks) == {frozenset({"one", "other"})}


def test_what_nobody_may_follow_any_more_is_said_once_and_the_line_is_closed(
    port: int, room: Room
) -> None:
    with listening(port, "one") as one:
        assert heard(one) == "a"
        del room.marks["one"]
        assert heard(one) == GONE
        with pytest.raises(ConnectionClosed) as closed:
            heard(one)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == NO_MORE


def test_a_guess_hears_nothing_but_that_nothing_is_there(port: int) -> None:
    with listening(port, "guess") as one:
        assert heard(one) == GONE
        with pytest.raises(ConnectionClosed):
            heard(one)


def test_a_busy_database_is_asked_again(port: int, room: Room) -> None:
    room.busy = True
    with listening(port, "one") as one:
        while not room.looks:  # until it was refused once
            pass
        room.busy = False
        assert heard(one) == "a"


def test_whoever_comes_while_a_look_is_taken_is_told_by_the_next(port: int, room: Room) -> None:
    with listening(port, "one") as one:
        assert heard(one) == "a"
        room.free.clear()
        room.looks.clear()
        while not room.looks:  # until one has begun without the other
            pass
        with listening(port, "other") as other:
            room.free.set()
            assert heard(other) == "a"


def test_a_look_that_fails_leaves_nobody_on_a_line_that_stays_silent(port: int, room: Room) -> None:
    """Its page opens another, and with that the looks begin anew."""
    with listening(port, "one") as one:
        assert heard(one) == "a"
        room.broken = True
        with pytest.raises(ConnectionClosed) as closed:
            heard(one)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code != NO_MORE
    room.broken = False
    with listening(port, "one") as one:
        assert heard(one) == "a"


def test_whoever_speaks_is_not_listened_to(port: int) -> None:
    with listening(port, "one") as one:
        assert heard(one) == "a"
        one.send("anything")
        with pytest.raises(ConnectionClosed):
            heard(one)
