"""Tables as HTML: plain ones, counts per level, and a timeline. Knows no Streamlit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from assessment.ui.markup import fill, joined
from assessment.ui.symbols import BLOCKS, Colour


@dataclass(frozen=True)
class LevelCounts:
    """A domain's statements at each level; the `provisional` are among the fully met."""

    name: str
    note: str
    counts: tuple[int, int, int, int]
    provisional: int = 0


@dataclass(frozen=True)
class Bar:
    """One line of a timeline: what it is, and from where to where in per cent of the width."""

    title: Markup
    colour: Colour
    start: float
    end: float


def wide(inner: Markup | str, name: str) -> Markup:
    """A table that scrolls by itself where a window is narrow, by keyboard too."""
    return fill(
        '<div class="wide" role="region" tabindex="0" aria-label="{}">{}</div>', name, inner
    )


def table(
    heads: Sequence[object], rows: Iterable[Sequence[object]], *, caption: str = "", name: str = ""
) -> Markup:
    """A table whose first column heads its rows. Cells are escaped unless they are Markup."""
    top = joined(fill('<th scope="col">{}</th>', head) for head in heads)
    body = joined(_row(row) for row in rows)
    return fill(
        "<table{}>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
        fill(' aria-label="{}"', name) if name else "",
        fill("<caption>{}</caption>", caption) if caption else "",
        top,
        body,
    )


def counts_table(labels: Sequence[str], rows: Iterable[LevelCounts], first: str) -> Markup:
    """Statements at each level, a row for each domain; nought is a muted 0 without a box."""
    heads = joined(
        fill('<th scope="col" class="cell"><span aria-hidden="true">{}</span><br>{}</th>', *pair)
        for pair in zip(BLOCKS, labels, strict=True)
    )
    body = joined(_counts_row(row) for row in rows)
    return fill(
        '<table class="heat"><thead><tr><th scope="col">{}</th>{}</tr></thead>'
        "<tbody>{}</tbody></table>",
        first,
        heads,
        body,
    )


def timeline(first: str, span: str, bars: Iterable[Bar], today: float) -> Markup:
    """Bars over a span named in words; a line of ink stands at `today` (per cent)."""
    rows = joined(_bar_row(bar, today) for bar in bars)
    return fill(
        '<table class="time"><thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr>'
        "</thead><tbody>{}</tbody></table>",
        first,
        span,
        rows,
    )


def _row(cells: Sequence[object]) -> Markup:
    head, *rest = cells
    return fill(
        '<tr><th scope="row">{}</th>{}</tr>',
        head,
        joined(fill("<td>{}</td>", cell) for cell in rest),
    )


def _counts_row(row: LevelCounts) -> Markup:
    hollow = (0, 0, 0, row.provisional)
    cells = joined(
        fill('<td class="cell">{}</td>', _count(rating, row.counts[rating], hollow[rating]))
        for rating in range(4)
    )
    head = fill('{}<br><span class="muted">{}</span>', row.name, row.note)
    return fill('<tr><th scope="row">{}</th>{}</tr>', head, cells)


def _count(rating: int, number: int, hollow: int) -> Markup:
    if not number:
        return Markup('<span class="zero">0</span>')
    firm = number - hollow
    parts = [fill('<span class="r{}">{}</span>', rating, firm)] if firm else []
    if hollow:
        parts.append(fill('<span class="prov">{}<small> provisional</small></span>', hollow))
    return joined(parts)


def _bar_row(bar: Bar, today: float) -> Markup:
    start, end = max(0.0, min(bar.start, 99.0)), max(1.0, min(bar.end, 100.0))
    return fill(
        '<tr><th scope="row">{}</th><td class="today" style="--today:{:.1f}%">'
        '<span class="bar {}" style="margin-left:{:.1f}%;width:{:.1f}%"></span></td></tr>',
        bar.title,
        today,
        bar.colour,
        start,
        max(1.0, end - start),
    )
