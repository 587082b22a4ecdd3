"""The guides: short, plain, tied to the published guidance and never passed off as it."""

import re

import pytest

from tests.content.wording import NEVER, PEER_ALONE, ROOT, UNCONFIRMED


SLUGS = ("governance", "data_management", "pathways", "attrition")
TITLE = "Continuity of care between prison and the community: self-assessment tool guidance"
LINK = (
    "https://www.gov.uk/government/publications/"
    "continuity-of-care-from-prison-to-community-self-assessment-tool"
)
HEADINGS = ["What good looks like", "Questions worth asking", "Take care with"]


def guide(slug: str) -> str:
    """The guide of a domain, as it is kept."""
    return (ROOT / "domains" / slug / "guide.md").read_text(encoding="utf-8")


def section(slug: str, heading: str) -> str:
    """The text under one heading of a guide."""
    return guide(slug).split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


each_guide = pytest.mark.parametrize("slug", SLUGS)


@each_guide
def test_a_guide_can_be_read_in_two_minutes(slug):
    assert 200 <= len(guide(slug).split()) <= 350


@each_guide
def test_headings_start_at_level_two_and_end_with_questions_and_a_caution(slug):
    assert re.findall(r"^#+ .*$", guide(slug), re.MULTILINE) == [f"## {h}" for h in HEADINGS]


@each_guide
def test_a_guide_asks_three_to_five_questions(slug):
    questions = re.findall(r"^\d+\. (.*)$", section(slug, HEADINGS[1]), re.MULTILINE)
    assert 3 <= len(questions) <= 5
    assert all(question.endswith("?") for question in questions)


@each_guide
def test_a_guide_cautions_about_something(slug):
    assert re.search(r"^- \*\*.+\*\* \S", section(slug, HEADINGS[2]), re.MULTILINE)


@each_guide
def test_a_guide_cites_the_guidance_and_says_that_its_own_words_are_ours(slug):
    text = guide(slug)
    assert f"*{TITLE}*" in text
    assert f"({LINK})" in text
    assert "12 June 2023" in text
    assert "our own summary" in text


@each_guide
def test_a_guide_uses_no_word_that_hurts_and_no_unconfirmed_fact(slug):
    text = guide(slug)
    assert not NEVER.search(text), NEVER.findall(text)
    assert not PEER_ALONE.search(text)
    assert not UNCONFIRMED.search(text)


@each_guide
def test_paragraphs_and_points_are_short(slug):
    blocks = re.split(r"\n\s*\n|\n(?=- |\d+\. )", guide(slug))
    assert max(len(block.split()) for block in blocks) <= 80
