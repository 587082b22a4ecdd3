"""A YAML file is read as it was typed, or refused by line and statement; nothing is written."""

from typing import Any

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.bank.service import (
    IdentifiersInFile,
    built_in_bank,
    keep_bank,
    kept_banks,
    read_statements,
)
from tests.assessment.bank.small import Change, bank, yaml_bytes


def refused(desk: Desk, data: bytes) -> BadInput:
    """Tries to load and keep the file; gives the refusal after seeing that nothing was kept."""
    with pytest.raises(BadInput) as caught:
        keep_bank(desk, read_statements(data, "own.yaml").bank)
    assert kept_banks(desk) == ()
    return caught.value


def line_of(data: bytes, words: bytes) -> int:
    return data[: data.index(words)].count(b"\n") + 1


def test_a_whole_file_is_read_as_it_stands() -> None:
    assert read_statements(yaml_bytes(), "own.yaml").bank == bank()


def test_yes_no_and_figures_are_taken_as_they_were_typed() -> None:
    def change(raw: dict[str, Any]) -> None:
        raw["about"]["version"] = 1.10
        raw["statements"][0]["core"] = "no"
        raw["statements"][0]["title"] = "X"

    text = (
        yaml_bytes(change).replace(b'"no"', b"no").replace(b'"X"', b"off").replace(b"1.1", b"1.10")
    )
    read = read_statements(text, "own.yaml").bank
    assert (read.about.version, read.statements[0].title) == ("1.10", "off")
    assert read.statements[0].core is False


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            b'"plain": "One',
            b'"plian": "One',
            "statement G01: 'plian' is not known here; did you mean 'plain'?",
        ),
        (b'"Nobody.",', b"", "statement G01: 'levels' has 3 texts, 4 are needed"),
        (b'"title": "Named lead"', b'"title": ""', "statement G01: 'title' is empty"),
        (
            b'"title": "Named lead"',
            b'"title": "%s"' % (b"x" * 201),
            "statement G01: 'title' has 201 characters; at most 200 fit",
        ),
        (b'"title": "Named lead"', b'"title": [a]', "statement G01: 'title' must be text"),
        (
            b'"kind": "process"',
            b'"kind": "rumour"',
            "statement G01: 'evidence' 1, 'kind' must be process, numbers or experience",
        ),
        (b'"core": true', b'"core": perhaps', "statement G01: 'core' must be yes or no"),
        (
            b'"domain": "G"',
            b'"domain": "Q"',
            "statement G01: the domain must be one of G, D, P or A",
        ),
        (b'"id": "P07"', b'"id": "g01"', "statement g01: the id g01 is used twice"),
        (b'"id": "P07"', b'"id": "P 07"', "statement P 07: 'id' must be 1 to 16 letters"),
        (b'"id": "P07"', b'"id": "EXAMPLE"', "the id EXAMPLE is kept for the template’s example"),
        (
            b'"safety": "medication"',
            b'"safety": "high"',
            "statement P07: 'safety' must be overdose, medication, deaths or personal_data",
        ),
        (b'"slug": "pathways"', b'"slug": "routes"', "domain P: ids and slugs are fixed"),
        (b'"value": 2', b'"value": 5', "level 5: the levels run 0, 1, 2, 3: 2 comes here"),
        (
            b'"https://www.gov.uk/a"',
            b'"javascript:alert(1)"',
            "source OHID23: 'link' must be a web address",
        ),
        (
            b'"code": "LEX"',
            b'"code": "LUX"',
            "statement G01: LEX is not the code of any agency type",
        ),
        (
            b'"code": "OHID23"',
            b'"code": "OHID24"',
            "statement G01: OHID23 is not the code of any source",
        ),
        (
            b'"notice": "Our own wording."',
            b'"notice": ""',
            "toolkit wording must say whose wording it is",
        ),
        (
            b'"plain": "One person is in charge."',
            b'"plain": ""',
            "statement G01: toolkit wording needs a plain sentence",
        ),
        (
            b'"kind": "numbers"',
            b'"kind": "process"',
            "statement G01: toolkit wording needs prompts of two kinds",
        ),
    ],
)
def test_what_does_not_fit_is_named_by_line_and_statement(
    desk: Desk, old: bytes, new: bytes, words: str
) -> None:
    data = yaml_bytes()
    problem = refused(desk, data.replace(old, new, 1)).problems[0]
    assert words in problem
    assert problem.startswith("Line ")


def test_the_line_is_the_one_the_field_is_on(desk: Desk) -> None:
    data = yaml_bytes().replace(b'"domain": "P"', b'"domain": "Z"')
    line = line_of(data, b'"domain": "Z"')
    assert refused(desk, data).problems[0].startswith(f"Line {line}, statement P07: ")


def test_a_colon_that_made_a_group_of_a_text_is_the_only_thing_named(desk: Desk) -> None:
    def change(raw: dict[str, Any]) -> None:
        raw["statements"][1]["levels"][2] = {"Some": "of them"}

    (problem,) = refused(desk, yaml_bytes(change)).problems
    assert "statement P07: 'levels' 3 must be text; put quotation marks around" in problem


def test_a_repeated_key_is_refused_with_both_lines(desk: Desk) -> None:
    data = yaml_bytes().replace(b'"domain": "P",', b'"domain": "P",\n      "domain": "A",')
    first = line_of(data, b'"domain": "P"')
    (problem,) = refused(desk, data).problems
    assert problem == (
        f"Line {first + 1}, statement 2 of the list: 'domain' stands twice; "
        f"the first is on line {first}"
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a: &x [1]\nb: *x\n", "Line 1: has an anchor (&) or alias (*)"),
        (b"a: !!python/object/apply:os.system [ls]\n", "Line 1: has a tag (!)"),
        (b"a: !!binary aGk=\n", "Line 1: has a tag (!)"),
        (b"[" * 100_000, "more than 8 levels deep"),
        (b"a: 1\n---\nb: 2\n", "Line 2: begins a second document"),
        (b"about:\n\tname: x\n", "Line 2: is indented with a tab; use spaces"),
        (b'about:\n  name: "x\n', "is not valid YAML"),
        (b"about: {name: x\nstatements: []\n", "is not valid YAML"),
        (b"? [a, b]\n: c\n", "has a list or group where a name was expected"),
        ("title: caf\xe9\n".encode("latin-1"), "Line 1: the first character that is not UTF-8"),
        ("about:\n".encode("utf-16"), "Line 1: the first character that is not UTF-8"),
        (b"about:\n  name: a\x07b\n", "Line 2: has a character that no text should hold"),
        (b"statements: many\n", "'statements' must be a list"),
    ],
)
def test_hostile_and_broken_yaml_is_refused_in_words(desk: Desk, data: bytes, words: str) -> None:
    error = refused(desk, data)
    assert error.message.startswith("own.yaml")
    assert words in error.problems[0]


@pytest.mark.parametrize("data", [b"", b"just words\n", b"- a\n- b\n", b"42\n"])
def test_a_file_of_something_else_says_how_one_begins(desk: Desk, data: bytes) -> None:
    assert "It should begin with about:" in refused(desk, data).message


def test_a_file_that_is_far_too_long_is_not_parsed(desk: Desk) -> None:
    assert "2,000,001 bytes long" in refused(desk, b"#" * 2_000_001).message


def own(raw: dict[str, Any]) -> None:
    raw["about"]["wording"] = "own"


def only_sentences(raw: dict[str, Any]) -> None:
    kept = ("id", "domain", "statement")
    raw["statements"] = [{name: one[name] for name in kept} for one in raw["statements"]]


def without(*names: str) -> Change:
    return lambda raw: [raw.pop(name) for name in names]


def test_own_wording_may_be_no_more_than_sentences() -> None:
    data = yaml_bytes(own, only_sentences, without("scale", "agency_types", "domains", "sources"))
    read = read_statements(data, "own.yaml").bank
    assert read.scale == built_in_bank().scale
    assert read.agency_types == built_in_bank().agency_types
    assert read.statements[0].title == "One named person leads, and reports every [6 months](t)"
    assert read.statements[0].levels == ("", "", "", "")


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "has 0 entries, 1 is needed"), (301, "has 301 entries, at most 300 fit")],
)
def test_a_set_holds_1_to_300_statements(desk: Desk, number: int, words: str) -> None:
    def change(raw: dict[str, Any]) -> None:
        first = raw["statements"][0]
        raw["statements"] = [first | {"id": f"G{n:03d}"} for n in range(number)]

    assert words in refused(desk, yaml_bytes(change)).problems[0]


def test_a_likely_identifier_is_named_by_place_and_never_repeated(desk: Desk) -> None:
    def change(raw: dict[str, Any]) -> None:
        raw["statements"][1]["actions"][0] = "Ring about A1234BC"

    data = yaml_bytes(change)
    error = refused(desk, data)
    assert isinstance(error, IdentifiersInFile)
    assert "statement P07: this looks like" in error.problems[0]
    assert "A1234BC" not in error.message + "".join(error.problems)
    assert read_statements(data, "own.yaml", confirmed=True).bank == bank(change)
