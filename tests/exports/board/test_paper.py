"""The board paper: what is most important, worded as boards read, on two pages whatever happens."""

import io
from typing import Any

import pikepdf
import pypdf
import pytest

from action_plans.actions.model import YES_NO_WORDS, YesNo
from action_plans.actions.rules.words import NOT_ASKED
from assessment.bank.service import built_in_bank
from assessment.privacy.audience import Audience
from exports.board.loader.setting import in_type
from exports.board.loader.word import in_word
from exports.board.model import Asked, BoardPaper, Changed, Choice, Since
from exports.board.rules.wording import AGREE, COMMIT, NOTE, STUCK, paper_of
from exports.report.model import Report
from exports.report.profile import for_audience
from tests.exports.fields import squeeze
from tests.exports.hostile import ALL, LANGUAGES
from tests.exports.sample import flooded, sample


EVERYTHING = Choice(
    agree=tuple(Asked(ask="Confirm the owner of", action=number) for number in range(1, 41)),
    commit=tuple(range(1, 41)),
    stuck=tuple(range(1, 41)),
    changed=Changed(
        since=Since(what="the assessment of May 2026", before="the assessment of May 2026",
                    ratings={"G01": 1}),
        higher=tuple(f"G{number:02}" for number in range(1, 13)),
        finished=tuple(range(1, 20)),
    ),
)  # fmt: skip


def full(word: str = "") -> Report:
    """46 statements and 40 actions; with `word` in place of every text that people type."""
    report = sample(marked=False)
    if not word:
        return report
    texts = dict.fromkeys(("what", "owner", "resources", "status_reason", "in_the_way"), word)
    line = {"title": word, "action": word, "standing": word}
    summary = report.summary.model_copy(
        update={
            "where_we_stand": (word,) * 5,
            "meetings": (word,) * 4,
            "shortfalls": tuple(
                one.model_copy(update=line) for one in report.summary.shortfalls * 4
            ),
        }
    )
    actions = tuple(
        one.model_copy(update={**texts, "answer": NOT_ASKED, "due": None, "no_due_reason": word})
        for one in report.actions
    )
    return report.model_copy(update={"summary": summary, "actions": actions, "area": word[:60]})


def set_in_type(report: Report, choice: Choice = EVERYTHING) -> bytes:
    return in_type(paper_of(report, choice), report.made_at).pdf


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return set_in_type(full())


@pytest.mark.parametrize("word", ["W" * 500, "中🎉" * 250, "Llanfair" * 60, "long words " * 45])
def test_the_fullest_paper_keeps_to_two_pages(word: str) -> None:
    assert len(pypdf.PdfReader(io.BytesIO(set_in_type(full(word)))).pages) == 2


def test_an_ordinary_paper_is_set_large_enough_to_read(pdf: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) <= 2
    sizes: list[float] = []
    reader.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: sizes.append(size * abs(tm[0]))
    )
    assert max(sizes, key=sizes.count) >= 8.5


def test_it_says_what_is_asked_with_cost_owner_and_date(pdf: bytes) -> None:
    text = squeeze("\n".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(pdf)).pages))
    first = full().actions[0]
    for words in (
        "The board is asked to agree", "The board is asked to note",
        "The board is asked to commit", "What is stuck", "Next review",
        "What changed since the assessment of May 2026",
        f"Confirm the owner of action 1: {first.what}", "£12,001, not agreed yet", first.owner,
        "12 statements are rated higher than in the assessment of May 2026",
    ):  # fmt: skip
        assert squeeze(words) in text


def test_it_says_what_all_open_actions_cost_together() -> None:
    report = sample(marked=False)
    yes, no = YES_NO_WORDS[YesNo.YES], YES_NO_WORDS[YesNo.NO]
    costs = ((12_000, yes), (500, no), (None, no))
    actions = tuple(
        one.model_copy(update={"cost": cost, "budget_agreed": agreed})
        for one, (cost, agreed) in zip(report.actions, costs, strict=False)
    )
    paper = paper_of(report.model_copy(update={"actions": actions}), Choice())
    assert paper.where_we_stand[-1] == (
        "The open actions cost £12,500: £12,000 agreed, £500 not agreed yet. "
        "1 more has no cost written down."
    )


def test_it_says_how_many_more_there_are() -> None:
    paper = paper_of(full(), EVERYTHING)
    agree, note, commit = paper.parts
    assert [len(part.table.rows) for part in paper.parts] == [AGREE, NOTE, COMMIT]
    assert agree.more == f"{40 - AGREE} more decisions are in the full report."
    assert commit.more == f"{40 - COMMIT} more agreed actions are in the full report."
    assert (note.more, len(paper.stuck.table.rows)) == ("", STUCK)


def test_who_is_not_told_of_money_is_neither_shown_nor_asked_for_any() -> None:
    choice = Choice(agree=(Asked(ask="Agree the money for", action=1, money=True),), commit=(2,))
    boards = paper_of(full(), choice)
    assert boards.parts[0].table.rows
    regions = paper_of(for_audience(full(), Audience.REGION), choice)
    assert regions.parts[0].table.rows == ()
    assert [c.head for c in regions.parts[2].table.columns][1] == "Resources"
    assert regions.parts[2].table.rows[0][1] == full().actions[1].resources
    assert "£" not in regions.model_dump_json()


def test_nobody_takes_the_wording_for_official() -> None:
    notice = built_in_bank().about.notice
    paper = paper_of(full().model_copy(update={"wording_notice": notice}), EVERYTHING)
    assert paper.full.endswith("OHID self-assessment tool, and OHID has not checked it.")


def test_an_empty_plan_says_so_in_words() -> None:
    paper = paper_of(full().model_copy(update={"actions": ()}), Choice())
    assert "No decision is wanted" in paper.parts[0].table.empty
    assert paper.stuck.table.empty == "Nothing is off track."
    assert "first paper" in paper.changed[0]


def test_it_is_tagged_with_bookmarks_and_repeated_heads(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang) == "en-GB"
        with file.open_metadata() as meta:
            assert meta["dc:title"] == "Aldermoor: paper for the board"
            assert meta["pdfuaid:part"] == "1"
            assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        tags = [str(element.S) for element in elements(file)]
    assert tags.count("/Table") == 4
    assert tags.count("/TH") == 4 + 4 + 4 + 3
    marks = [mark.title for mark in pypdf.PdfReader(io.BytesIO(pdf)).outline[1]]
    assert marks[:2] == ["Where we stand", "The board is asked to agree"]
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        said = page.extract_text()
        assert "OFFICIAL" in said
        assert "of 2" in said


def elements(file: pikepdf.Pdf) -> list[Any]:
    """Every structure element of the tag tree."""
    found: list[Any] = []
    waiting: list[Any] = [file.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Dictionary):
            found += [element] if "/S" in element else []
            kids = element.get("/K", [])
            waiting += list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return found


def test_hostile_text_and_other_scripts_can_be_set_both_ways() -> None:
    report = flooded(" ".join((*ALL, *LANGUAGES)))
    paper: BoardPaper = paper_of(report, EVERYTHING)
    assert in_type(paper, report.made_at).pdf.startswith(b"%PDF")
    assert in_word(paper, report.made_at).startswith(b"PK")
