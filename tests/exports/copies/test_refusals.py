"""What is no complete copy, or no longer one, is refused in plain words and changes nothing."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from assessment.access.actor import Actor, Role
from assessment.access.desk import Desk
from assessment.access.errors import BadInput, NotFound, Refused
from assessment.partnership import service as partnerships
from assessment.store.declared import every_table
from assessment.store.engine import sqlite_url
from assessment.store.schema import open_store
from assessment.store.tables import OF
from exports.copies import service
from exports.copies.model import CopyFile
from tests.exports.copies.conftest import NOW, Install
from tests.exports.copies.filling import fill


Change = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    store = open_store(sqlite_url(tmp_path_factory.mktemp("sender") / "throughcare.db"))
    made = service.make_copy(Desk(store, now=lambda: NOW), fill(store, 1))
    store.close()
    return made


def resealed(copy: bytes, change: Change) -> bytes:
    """The copy after a change by somebody who works out the digest too."""
    value = json.loads(copy)
    change(value)
    return CopyFile.model_validate_json(json.dumps(value)).sealed().to_bytes()


def edited(copy: bytes, change: Change) -> bytes:
    value = json.loads(copy)
    change(value)
    return json.dumps(value).encode()


def rename(value: dict[str, Any]) -> None:
    value["tables"]["partnership"][0]["name"] = "Elsewhere"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a complete copy"),
        (b"hello", "not a complete copy"),
        (b"PK\x03\x04 a workbook", "not a complete copy"),
        (b"\xff\xfe\x00", "not a complete copy"),
        (b"[]", "not a complete copy"),
        (b'{"format": "another"}', "not a complete copy"),
        (b"[" * 100_000, "not a complete copy"),
        (b"1" * 10_000, "not a complete copy"),
    ],
)
def test_what_is_no_copy_is_refused(install: Install, data: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        service.read_copy(install("here"), data)


def test_a_lock_or_a_code_from_elsewhere_is_no_part_of_a_copy(
    install: Install, copy: bytes
) -> None:
    def add_lock(value: dict[str, Any]) -> None:
        value["tables"]["laptop_turn"] = []

    with pytest.raises(BadInput) as refused:
        service.read_copy(install("here"), resealed(copy, add_lock))
    assert refused.value.problems == ("laptop_turn: no such part",)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.999])
def test_a_copy_cut_short_is_called_damaged(install: Install, copy: bytes, share: float) -> None:
    with pytest.raises(BadInput, match="damaged"):
        service.read_copy(install("here"), copy[: int(len(copy) * share)])


def test_an_edited_copy_is_refused(install: Install, copy: bytes) -> None:
    with pytest.raises(BadInput, match="changed after it was made"):
        service.read_copy(install("here"), edited(copy, rename))


@pytest.mark.parametrize(
    "change",
    [
        lambda v: v.update(format_version=2),
        lambda v: v.update(schema_revision="9999"),
    ],
)
def test_a_copy_from_a_newer_version_says_so(install: Install, copy: bytes, change: Change) -> None:
    with pytest.raises(BadInput, match="newer Throughcare"):
        service.read_copy(install("here"), resealed(copy, change))


@pytest.mark.parametrize("given", [0, -1, True, 1.5, "1", None, [1]])
def test_a_format_that_never_was_is_not_called_newer(
    install: Install, copy: bytes, given: object
) -> None:
    with pytest.raises(BadInput, match="changed after it was made"):
        service.read_copy(install("here"), edited(copy, lambda v: v.update(format_version=given)))


def test_words_that_are_no_version_are_not_shown_as_one(install: Install, copy: bytes) -> None:
    odd = "<b>the best</b>"
    read = service.read_copy(install("here"), resealed(copy, lambda v: v.update(app_version=odd)))
    assert read.made_by == ""
    assert read.model_copy(update={"made_by": "0.1.0"}) == service.read_copy(
        install("there"), resealed(copy, lambda v: v.update(app_version="0.1.0"))
    )
    newer = resealed(copy, lambda v: v.update(app_version=odd, format_version=2))
    with pytest.raises(BadInput) as refusal:
        service.read_copy(install("else"), newer)
    assert "a newer Throughcare than" in refusal.value.message


def _drop_prison(value: dict[str, Any]) -> None:
    value["tables"]["prison"] = []


def _second_partnership(value: dict[str, Any]) -> None:
    rows = value["tables"]["partnership"]
    rows.append({**rows[0], "id": "another"})


WRONG: dict[str, Change] = {
    "text where a date belongs": lambda v: v["tables"]["assessment"][0].update(month="soon"),
    "number where text belongs": lambda v: v["tables"]["partnership"][0].update(name=7),
    "text where a number belongs": lambda v: v["tables"]["agency"][0].update(version="1"),
    "a number too large": lambda v: v["tables"]["agency"][0].update(version=2**40),
    "a time without a zone": lambda v: v["tables"]["agency"][0].update(
        added_at="2026-11-21T10:00:00"
    ),
    "nothing where something must be": lambda v: v["tables"]["partnership"][0].update(name=None),
    "a rating off the scale": lambda v: v["tables"]["agreed_rating"][0].update(
        rating=9, not_applicable=False
    ),
    "a word over its limit": lambda v: v["tables"]["partnership"][0].update(name="x" * 201),
    "an unknown field": lambda v: v["tables"]["partnership"][0].update(colour="red"),
    "an unknown table": lambda v: v["tables"].update(sqlite_master=[{"a": 1}]),
    "rows that point nowhere": _drop_prison,
    "rows of another partnership": _second_partnership,
    "a row twice": lambda v: v["tables"]["agency"].append(v["tables"]["agency"][0]),
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG.keys())
def test_a_copy_that_does_not_hold_together_changes_nothing(
    install: Install, copy: bytes, change: Change
) -> None:
    desk = install("here")
    with pytest.raises(BadInput, match="does not hold together"):
        service.load_copy(desk, resealed(copy, change), confirmed=True)
    with pytest.raises(NotFound):
        service.make_copy(desk, json.loads(copy)["partnership_id"])


def _named_after(table: str, name: str) -> Change:
    return lambda value: value["tables"][table][-1].update(name=name)


@pytest.mark.parametrize("table", ["partnership", "authority", "prison", "agency"])
@pytest.mark.parametrize("name", ["", " \n", "\u202e", "gro\u202eup"])
def test_a_name_that_no_screen_would_keep_is_found(
    install: Install, copy: bytes, table: str, name: str
) -> None:
    desk = install("here")
    with pytest.raises(BadInput, match="does not hold together") as refused:
        service.load_copy(desk, resealed(copy, _named_after(table, name)), confirmed=True)
    rows = len(json.loads(copy)["tables"][table])
    [place] = refused.value.problems
    assert place.startswith(f"{table}, row {rows}, name: ")
    assert not partnerships.partnerships(desk)


def test_a_line_in_which_a_name_is_being_typed_may_be_empty(install: Install, copy: bytes) -> None:
    desk = install("here")
    service.load_copy(desk, resealed(copy, _named_after("name_draft", "")), confirmed=True)
    assert partnerships.partnerships(desk)


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row["body"]["statements"][0].update(statement="Nobody needs to lead."),
        lambda row: row["body"].clear(),
        lambda row: row.update(body=None),
        lambda row: row.update(wording="the best"),
        lambda row: row.update(name="The official statements"),
    ],
)
def test_statements_that_are_not_those_that_were_kept_are_found(
    install: Install, copy: bytes, change: Change
) -> None:
    desk = install("here")
    with pytest.raises(BadInput) as refused:
        service.load_copy(
            desk,
            resealed(copy, lambda value: change(value["tables"]["statement_bank"][0])),
            confirmed=True,
        )
    [place] = refused.value.problems
    assert place == "statement_bank, row 1: not the statements that were kept"
    assert not partnerships.partnerships(desk)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("action", {"what": ""}),
        ("action", {"answer": "declined", "declined_because": ""}),
        ("agreed_rating", {"rating": None, "not_applicable": True, "not_applicable_reason": ""}),
    ],
)
def test_a_row_that_lacks_what_it_rests_on_is_found(
    install: Install, copy: bytes, table: str, change: dict[str, Any]
) -> None:
    with pytest.raises(BadInput) as refused:
        service.read_copy(
            install("here"), resealed(copy, lambda value: value["tables"][table][1].update(change))
        )
    assert refused.value.problems == (f"{table}, row 2: what it says does not go together",)


@pytest.mark.parametrize(
    ("table", "field"),
    [("action", "kind"), ("agreed_rating", "how"), ("evidence", "kind"), ("view", "way")],
)
def test_a_choice_that_nobody_can_make_is_found(
    install: Install, copy: bytes, table: str, field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        service.read_copy(
            install("here"),
            resealed(copy, lambda value: value["tables"][table][1].update({field: "nonsense"})),
        )
    assert refused.value.problems == (f"{table}, row 2, {field}: not what belongs there",)


def test_each_choice_names_what_it_may_say() -> None:
    """What has no enum is the name of a table, of a field or of a kind of file."""
    free = {
        f"{table.name}.{column.name}"
        for table in every_table().sorted_tables
        for column in table.columns
        if OF in column.info and column.info[OF] is None
    }
    assert free == {
        "activity_event.subject_table",
        "export_made.kind",
        "removed_text.field",
        "removed_text.subject_table",
    }


def test_an_identifier_is_named_by_kind_and_place_and_stops_the_load(
    install: Install, copy: bytes
) -> None:
    desk = install("here")
    data = resealed(
        copy, lambda v: v["tables"]["action"][0].update(what="Find A1234BC a place to live")
    )
    assert service.read_copy(desk, data).findings == ("a prison number in action, what",)
    with pytest.raises(BadInput, match="may identify a person") as refusal:
        service.load_copy(desk, data)
    assert "A1234BC" not in str(refusal.value) + repr(refusal.value.problems)
    service.load_copy(desk, data, confirmed=True)
    assert service.read_copy(desk, data).findings == ()


def test_a_representative_may_be_named(install: Install, copy: bytes) -> None:
    data = resealed(copy, lambda v: v["tables"]["agency"][0].update(representative="Ms Ncube"))
    assert service.read_copy(install("here"), data).findings == ()


def test_what_is_kept_here_is_not_replaced_unasked(install: Install, copy: bytes) -> None:
    desk = install("here")
    service.load_copy(desk, copy)
    assert service.read_copy(desk, copy).replaces
    with pytest.raises(BadInput, match="kept here already"):
        service.load_copy(desk, copy)


def test_the_preview_says_what_would_come(install: Install, copy: bytes) -> None:
    preview = service.read_copy(install("here"), copy)
    assert "1 area" in preview.counts
    assert "2 agencies" in preview.counts
    assert not preview.replaces


def test_only_the_lead_makes_or_loads_one(install: Install, copy: bytes) -> None:
    here = install("here")
    viewer = Desk(here.store, Actor(name="A viewer", role=Role.VIEWER), now=here.now)
    with pytest.raises(Refused):
        service.load_copy(viewer, copy)
    with pytest.raises(Refused):
        service.make_copy(viewer, json.loads(copy)["partnership_id"])
