"""The text that lies on top: what each file is for, and who may have it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from textwrap import fill

from assessment.access.wording import moment
from exports.calendar.events import HOW_TO_REPLACE
from exports.finish.model import PLACES, Contents, Item, Place
from exports.report.model import Report
from exports.report.paper.front import title_of


NAME = "Read me first.txt"
_WIDTH = 78


def index(report: Report, contents: Contents) -> bytes:
    """A plain text that opens on any computer; lines end as Windows has them."""
    lines = (*_head(report), *_places(contents), *_left_out(contents), *_calendars(contents))
    return "\r\n".join(lines).encode("utf-8-sig")


def _head(report: Report) -> Iterator[str]:
    yield title_of(report)
    if report.marking:
        yield f"Handling marking: {report.marking}"
    yield f"Made on {moment(report.made_at)}"


def _places(contents: Contents) -> Iterator[str]:
    for place in Place:
        items = [item for item in contents.items if item.place is place]
        if not items:
            continue
        words = PLACES[place]
        yield from _section(words.folder)
        yield from _wrapped(f"Who may have it: {words.who}")
        for about, alike in groupby(items, key=attrgetter("about")):
            yield ""
            yield from _files(about, list(alike))


def _files(about: str, items: Sequence[Item]) -> Iterator[str]:
    """Files of one kind, and what they are for."""
    for item in items:
        yield f"  {item.made.file_name}"
    notes = dict.fromkeys(note for item in items for note in item.made.notes)
    for line in (about, *notes):
        yield from _wrapped(line, indent="    ")


def _left_out(contents: Contents) -> Iterator[str]:
    if contents.left_out:
        yield from _section("Not in this folder")
        for one in contents.left_out:
            yield from _wrapped(f"{one.what}: {one.because}", indent="  ")


def _calendars(contents: Contents) -> Iterator[str]:
    if any(item.made.file_name.endswith(".ics") for item in contents.items):
        yield from _section("How to take in a calendar, and a newer one")
        yield from _wrapped(HOW_TO_REPLACE, indent="  ")
        yield ""


def _section(title: str) -> tuple[str, ...]:
    return "", "", title, "-" * len(title)


def _wrapped(words: str, indent: str = "") -> list[str]:
    flat = " ".join(words.split())
    return fill(flat, _WIDTH, initial_indent=indent, subsequent_indent=indent).split("\n")
