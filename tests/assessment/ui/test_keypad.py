"""What a batch of keys becomes on the server, whatever a browser sends."""

import json
from collections.abc import Sequence

import pytest

from assessment.access.errors import Refused
from assessment.ui.keypad import Keyed, outcome, read_batch


ASKED = {("P08", "prison"), ("G01", "prison")}
KEYS = {"0", "1", "d"}


def batch(*keys: object) -> dict[str, object]:
    return {"spell": "a", "upto": 7, "keys": list(keys)}


def test_keys_are_read_in_the_order_they_were_pressed() -> None:
    sent = batch(["P08", "prison", "1", False], ["G01", "prison", "", True])
    assert read_batch(sent, ASKED, KEYS) == (
        Keyed("P08", "prison", "1"),
        Keyed("G01", "prison", "", replace=True),
    )


@pytest.mark.parametrize(
    "key",
    [
        ["P08", "probation", "1", False],
        ["Z99", "prison", "1", False],
        ["P08", "prison", "4", False],
        ["P08", "prison", ["1"], False],
    ],
)
def test_a_cell_that_is_not_asked_or_a_key_that_is_none_is_left_out(key: list[object]) -> None:
    sent = batch(key, ["G01", "prison", "d", False])
    assert read_batch(sent, ASKED, KEYS) == (Keyed("G01", "prison", "d"),)


@pytest.mark.parametrize(
    "sent",
    [
        None,
        "keys",
        {},
        {"keys": []},
        batch(["P08", "prison"]),
        batch(7),
        {"spell": 1, "upto": 7, "keys": []},
        {"spell": "a", "upto": "7", "keys": []},
    ],
)
def test_what_no_grid_sends_is_not_read(sent: object) -> None:
    assert read_batch(sent, ASKED, KEYS) is None


def test_replacing_takes_the_word_itself() -> None:
    (one,) = read_batch(batch(["P08", "prison", "1", "yes"]), ASKED, KEYS) or ()
    assert not one.replace


def test_the_cells_left_alone_are_named_and_no_key_is() -> None:
    def leave(keyed: Sequence[Keyed]) -> list[tuple[str, str]]:
        return [one.cell for one in keyed if one.row == "P08"]

    answer = outcome(leave, [Keyed("P08", "prison", "1"), Keyed("G01", "prison", "d")])
    assert answer == {"kept_back": [["P08", "prison"]], "message": ""}


def test_a_refusal_is_answered_in_its_words() -> None:
    def refuse(_keyed: Sequence[Keyed]) -> tuple[tuple[str, str], ...]:
        raise Refused("This assessment is closed.")

    answer = outcome(refuse, [Keyed("P08", "prison", "1")])
    assert answer["message"] == "Not saved yet. This assessment is closed."
    assert '"1"' not in json.dumps(answer)
