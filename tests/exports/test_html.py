"""The web page shows every field, escapes everything and fetches nothing."""

import re
from html.parser import HTMLParser

import pytest

from exports.html.make import make
from tests.exports.fields import missing, squeeze
from tests.exports.hostile import ALL, LONG
from tests.exports.sample import flooded, sample, trimmed


class _Page(HTMLParser):
    """What a browser would see: the text, the tags, and the order of headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._in_style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module")
def page() -> _Page:
    return _Page(make(sample()).data.decode())


def test_every_field_is_on_the_page(page: _Page) -> None:
    assert missing(sample(), page.text) == []


def test_the_page_says_what_it_is(page: _Page) -> None:
    for words in ("46 of 48 statements in scope", "cannot be loaded back", "Core", "Observer"):
        assert words in page.text
    assert page.named("html") == [{"lang": "en-GB"}]


def test_headings_skip_no_level_and_begin_with_one_h1(page: _Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_tables_have_captions_and_scoped_heads(page: _Page) -> None:
    assert len(page.named("table")) == len(page.named("caption")) == 11
    assert {attrs.get("scope") for attrs in page.named("th")} == {"row", "col"}


def test_nothing_runs_and_nothing_is_fetched(page: _Page) -> None:
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "iframe", "link", "object", "form", "base", "svg"}
    names = {name for _, attrs in page.tags for name in attrs}
    assert not names & {"src", "srcset", "style"}
    assert not [name for name in names if name.startswith("on")]
    policy = next(a["content"] for a in page.named("meta") if "http-equiv" in a)
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "url(" not in make(trimmed(sample())).data.decode().replace("'", "")


def test_links_stay_on_the_page_or_lead_to_plain_web_addresses(page: _Page) -> None:
    targets = [attrs["href"] or "" for attrs in page.named("a")]
    assert all(target.startswith(("#", "https://")) for target in targets)
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    assert {target[1:] for target in targets if target.startswith("#")} <= ids


@pytest.mark.parametrize("text", [*ALL, LONG], ids=lambda text: ascii(text)[:24])
def test_hostile_text_comes_out_as_typed_and_harmless(text: str) -> None:
    page = _Page(make(flooded(text)).data.decode())
    typed = re.sub("[\x00-\x08\ud800-\udfff\ufffe\uffff]", "", text)
    assert squeeze(page.text).count(squeeze(typed)) > 100
    assert not {tag for tag, _ in page.tags} & {"script", "img", "label"}
    assert all((a["href"] or "").startswith(("#", "http")) for a in page.named("a"))


def test_an_empty_assessment_says_so_rather_than_showing_empty_tables() -> None:
    summary = sample().summary.model_copy(
        update={"shortfalls": (), "decisions": (), "next_steps": (), "meetings": ()}
    )
    nothing: dict[str, object] = {
        "summary": summary, "domains": (), "actions": (), "evidence": (), "agencies": (),
        "meetings": (), "sources": (), "out_of_scope": (), "reviews": (), "on_time": (),
    }  # fmt: skip
    page = _Page(make(sample().model_copy(update=nothing)).data.decode())
    assert page.named("table") == []
    assert "The plan holds no action yet." in page.text
    assert "No meeting is set." in page.text
