"""The statements: complete, in order, honest about whose wording and whose thresholds they are."""

import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
import yaml

from tests.content.wording import (
    NEVER,
    PEER_ALONE,
    STATEMENTS,
    UNCONFIRMED,
    as_read,
    spans,
    unmarked_measures,
    without_spans,
)


COUNTS = {"G": 11, "D": 11, "P": 12, "A": 12}
IDS = [f"{domain}{n:02}" for domain, count in COUNTS.items() for n in range(1, count + 1)]
FIELDS = {
    "id", "domain", "title", "statement", "plain", "levels", "evidence", "agencies", "actions",
    "sources", "core", "safety",
}  # fmt: skip
OPTIONAL = {"core", "safety"}
OWN_EXPERIENCE = {"G09", "P04", "P05", "P06", "P07", "P08", "P11"} | {
    f"A{n:02}" for n in range(1, 13)
}
PROFESSIONAL = re.compile(
    r"\b(provider|commissioner|commission\w*|pathway|protocol|referral\w*|continuity|engage\w*"
    r"|prescriber|stakeholder|multi-agency|governance|assurance|data|in-reach|triage|signpost\w*"
    r"|cohort|outcome|intervention|custody|practitioner|discharge|strategic|interval|audit"
    r"|needs assessment|bridging|attrition|specification|escalat\w*|breakdown|consent|remand"
    r"|partnership|agenc(?:y|ies)|opioid|tolerance|monitor\w*|measure|threshold|transfer\w*)s?\b",
    re.IGNORECASE,
)
ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")


@cache
def content() -> dict[str, Any]:
    """The whole file, read plainly: these tests must fail by themselves, not through the loader."""
    loaded: dict[str, Any] = yaml.safe_load(STATEMENTS.read_text(encoding="utf-8"))
    return loaded


def statements() -> list[dict[str, Any]]:
    """The statements in the order of the file."""
    rows: list[dict[str, Any]] = content()["statements"]
    return rows


def texts(row: dict[str, Any]) -> list[str]:
    """Every text of a statement that a person may read."""
    prompts = [item["prompt"] for item in row["evidence"]]
    return [row["title"], row["statement"], row["plain"], *row["levels"], *prompts, *row["actions"]]


def codes(section: str) -> list[str]:
    """The codes of a section, in order."""
    return [item["code"] for item in content()[section]]


each_statement = pytest.mark.parametrize("row", statements(), ids=[r["id"] for r in statements()])


def test_the_forty_six_statements_stand_in_the_order_of_their_domains():
    assert [row["id"] for row in statements()] == IDS
    assert [domain["id"] for domain in content()["domains"]] == list(COUNTS)
    assert Counter(row["domain"] for row in statements()) == COUNTS
    assert all(row["id"].startswith(row["domain"]) for row in statements())


def test_the_wording_is_declared_as_our_own_and_never_as_that_of_ohid():
    about = content()["about"]
    assert about["wording"] == "toolkit"
    assert isinstance(about["version"], str)
    assert "toolkit’s own" in about["notice"]
    assert "not the wording of the OHID" in about["notice"]
    assert "not published guidance" in about["notice"]
    assert not [row["id"] for row in statements() if re.search("OHID (says|asks)", str(row))]


def test_the_scale_has_four_levels_from_nought_to_three_each_with_its_meaning():
    scale = content()["scale"]
    assert [level["value"] for level in scale] == [0, 1, 2, 3]
    assert len({level["label"] for level in scale}) == 4
    assert all(level["meaning"].endswith(".") for level in scale)


def test_agency_types_are_core_where_the_guidance_names_them_as_core():
    by_expectation = {
        expected: {a["code"] for a in content()["agency_types"] if a["expected"] == expected}
        for expected in ("core", "where_possible", "optional")
    }
    assert by_expectation["core"] == {"LAC", "PTC", "PTP", "CTP", "PS", "HMPPS"}
    assert by_expectation["where_possible"] == {"NDTMS"}
    assert {"OHID", "JCP", "HSG", "REC", "VCS", "LEX", "ICB", "SRO"} == by_expectation["optional"]
    assert len(set(codes("agency_types"))) == len(codes("agency_types"))


def test_short_names_of_agencies_differ_and_fit_a_strip():
    shorts = [agency["short"] for agency in content()["agency_types"]]
    assert len(set(shorts)) == len(shorts)
    assert max(map(len, shorts)) <= 22


def test_every_source_is_cited_once_listed_and_says_where_it_comes_from():
    cited = {code for row in statements() for code in row["sources"]}
    assert cited == set(codes("sources"))
    assert len(codes("sources")) == len(cited)
    assert all(s["title"] and s["publisher"] and s["dated"] for s in content()["sources"])


def test_sources_that_are_second_hand_historic_or_foreign_say_so():
    notes = {source["code"]: source.get("note", "") for source in content()["sources"]}
    assert all(notes[code].startswith("Second-hand") for code in ("ILLY", "HMIP21", "THROUGH"))
    assert all(notes[code].startswith("Historic") for code in ("NTA10", "NTASPOC", "DIP", "IDTS07"))
    assert all(notes[code].startswith("United States") for code in ("NIJ", "RSAT", "RSATMAN"))


def test_only_the_link_we_are_sure_of_is_printed():
    links = [source["link"] for source in content()["sources"] if "link" in source]
    assert links == [
        "https://www.gov.uk/government/publications/"
        "continuity-of-care-from-prison-to-community-self-assessment-tool"
    ]


def test_about_twenty_statements_are_the_core_of_good_continuity():
    core = {row["id"] for row in statements() if row.get("core")}
    assert 18 <= len(core) <= 22
    assert {"G02", "D01", "D06", "P01", "P02", "P03", "P06", "P08", "A01", "A03"} <= core


def test_four_statements_touch_safety_one_of_each_kind():
    safety = {row["id"]: row["safety"] for row in statements() if "safety" in row}
    assert safety == {
        "G08": "deaths", "D11": "personal_data", "P08": "medication", "A03": "overdose",
    }  # fmt: skip


def test_lived_experience_is_asked_wherever_the_experience_is_its_own():
    concerned = {row["id"] for row in statements() if "LEX" in row["agencies"]}
    assert concerned >= OWN_EXPERIENCE
    without_prompt = [
        row["id"]
        for row in statements()
        if "LEX" in row["agencies"] and "experience" not in {e["kind"] for e in row["evidence"]}
    ]
    assert without_prompt == []


def test_probation_is_asked_about_what_it_can_make_happen():
    concerned = {row["id"] for row in statements() if "PS" in row["agencies"]}
    assert {"P06", "P07", "P08", "P09", "A01", "A03", "A05"} <= concerned


@each_statement
def test_a_statement_has_every_field_and_no_other(row):
    assert set(row) - OPTIONAL == FIELDS - OPTIONAL
    assert set(row) <= FIELDS
    assert row.get("core", True) is True


@each_statement
def test_the_four_levels_are_there_and_all_differ(row):
    assert len(row["levels"]) == 4
    assert len({as_read(level).casefold() for level in row["levels"]}) == 4
    assert all(level.endswith(".") and level[0] != "0" for level in row["levels"])


@each_statement
def test_evidence_is_asked_for_in_at_least_two_kinds(row):
    kinds = {item["kind"] for item in row["evidence"]}
    assert kinds <= {"process", "numbers", "experience"}
    assert len(kinds) >= 2


@each_statement
def test_agencies_and_sources_are_known_and_named_once(row):
    assert set(row["agencies"]) <= set(codes("agency_types"))
    assert set(row["sources"]) <= set(codes("sources"))
    assert len(set(row["agencies"])) == len(row["agencies"])
    assert len(set(row["sources"])) == len(row["sources"])


@each_statement
def test_action_starters_are_two_to_four_and_ready_to_copy(row):
    assert 2 <= len(row["actions"]) <= 4
    for action in row["actions"]:
        assert re.match(r"(?!(?:The|A|An|This|There|We|It) )[A-Z]", action)
        assert not action.endswith(".")


@each_statement
def test_texts_fit_the_screen(row):
    assert len(row["title"]) <= 60
    assert len(row["statement"]) <= 320
    assert len(row["plain"]) <= 200
    assert max(map(len, row["levels"])) <= 300


@each_statement
def test_every_default_of_ours_is_marked_and_nothing_else_looks_like_a_mark(row):
    for text in texts(row):
        assert not re.search(r"[\[\]]|\(t\)", without_spans(text)), text
        assert unmarked_measures(text) == [], text
        for span in spans(text):
            assert span == span.strip()
            assert len(span) <= 20, "mark the figure or the frequency, not the clause"


@each_statement
def test_no_word_hurts_and_no_peer_stands_alone(row):
    for text in texts(row):
        assert not NEVER.search(text), text
        assert not PEER_ALONE.search(text), text


@each_statement
def test_no_unconfirmed_fact_is_printed(row):
    assert not [text for text in texts(row) if UNCONFIRMED.search(text)]


@each_statement
def test_the_plain_sentence_is_one_sentence_without_professional_words(row):
    plain = as_read(row["plain"])
    assert not PROFESSIONAL.search(plain), PROFESSIONAL.findall(plain)
    assert not ABBREVIATION.search(plain)
    assert re.fullmatch(r"[A-Z][^.?]*\.", plain)


def test_agency_and_domain_names_state_no_unconfirmed_fact():
    named = [*content()["agency_types"], *content()["domains"], content()["about"]]
    assert not [item for item in named if UNCONFIRMED.search(str(item))]
