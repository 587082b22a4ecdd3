"""The parts of which a paper is made. All text is final; nothing here is worked out again."""

from typing import Literal

from assessment.access.frozen import Frozen


class Rating(Frozen):
    """A rating or the lack of one: a box with a symbol and words. `level` is None when unrated."""

    kind: Literal["rating"] = "rating"
    level: int | None
    provisional: bool
    symbol: str
    words: str


class Status(Frozen):
    """How an action goes: a coloured symbol and a word."""

    kind: Literal["status"] = "status"
    colour: str
    symbol: str
    words: str


class Tally(Frozen):
    """How many statements stand at a level; `hollow` of them provisional, beside `solid` ones."""

    kind: Literal["tally"] = "tally"
    level: int
    solid: int
    hollow: int


class Pair(Frozen):
    """A main text with a quieter one beneath it, and an address that may be a link."""

    kind: Literal["pair"] = "pair"
    main: str
    under: str = ""
    link: str = ""


Cell = str | Rating | Status | Tally | Pair


class Column(Frozen):
    """A table's column: its head and its share of the width."""

    head: str
    share: float
    symbol: str = ""


class Table(Frozen):
    """A table with one row of heads. `empty` is said in its place when there are no rows."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = ""


class Fact(Frozen):
    """A label and what is recorded under it; each line may hold line breaks of its own."""

    label: str
    lines: tuple[str, ...]


class StripCell(Frozen):
    """One statement in a strip."""

    id: str
    rating: Rating


class Strip(Frozen):
    """A domain at a glance. `words` says all that the picture shows."""

    title: str
    words: str
    cells: tuple[StripCell, ...]


class Front(Frozen):
    """Page one, which stands alone.

    `copy_words` is its first line; where a page must hold all the rest, `copy_for` stands in it
    and the whole of it beside the contents.
    """

    copy_for: str
    copy_words: str
    title: str
    stage: str
    area_lines: tuple[str, ...]
    scope: str
    where_we_stand: tuple[str, ...]
    shortfalls: Table
    decisions: tuple[str, ...]
    no_decisions: str
    next_steps: Table
    more_steps: str
    meetings: tuple[str, ...]
    no_meetings: str
    notice: str


class StatementEntry(Frozen):
    """One statement and what was said of it."""

    id: str
    title: str
    rating: Rating
    marks: tuple[str, ...]
    statement: str
    facts: tuple[Fact, ...]
    foot: str


class DomainPart(Frozen):
    """A domain's statements, after a sentence on how it stands."""

    id: str
    title: str
    lead: str
    entries: tuple[StatementEntry, ...]


class ActionEntry(Frozen):
    """One action; `main` are the facts that everybody looks for, `foot` the lesser ones."""

    number: int
    title: str
    status: Status
    status_reason: str
    main: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    foot: str


class Wording(Frozen):
    """A statement's own words and levels, for the annex."""

    id: str
    title: str
    plain: str
    levels: tuple[Fact, ...]
    sources: str


class WordingPart(Frozen):
    """The statements' own words of one domain."""

    title: str
    statements: tuple[Wording, ...]


class Paper(Frozen):
    """The whole, in order. `reviews` and `on_time` are not set where this copy holds no row."""

    title: str
    marking: str
    running_head: str
    front: Front
    counts: Table
    key: tuple[Rating, ...]
    key_note: str
    strips: tuple[Strip, ...]
    domains: tuple[DomainPart, ...]
    reviews: Table
    moderated: Table
    plan: Table
    actions: tuple[ActionEntry, ...]
    on_time: Table
    on_time_note: str
    evidence: Table
    evidence_note: str
    agencies: Table
    meetings: Table
    out_of_scope: tuple[str, ...]
    nothing_out_of_scope: str
    wording_notice: str
    wordings: tuple[WordingPart, ...]
    sources: Table
    about: tuple[Fact, ...]
