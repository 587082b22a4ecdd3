"""The top of the room's screen: where we are, what time it is, the statement, its four levels."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from assessment.bank.model import Bank, Statement
from assessment.bank.rules.defaults import meaning, shown
from assessment.consensus.rules.opening import box_words
from assessment.consensus.rules.pace import NO_TIME, clock_words
from assessment.consensus.rules.spread import Spread
from assessment.ui.dots import dots_svg
from assessment.ui.html import fill, joined, show
from assessment.ui.pictures import INK
from assessment.ui.symbols import BLOCKS
from domains.walk.model import RoomView


def clock_line(view: RoomView, now: datetime, whose: str) -> None:
    """Id and place on the left; on the right the time, what is left, when it will be done.

    Before the first statement area and assessment stand on the left: `whose`. Once ratings stand
    there is the time alone.
    """
    here, pace = view.here, view.agenda.pace
    place = (
        fill(
            "<strong>{}</strong>, statement {} of {} in {}",
            here.id,
            here.place,
            here.of,
            here.domain,
        )
        if here
        else fill("{}", whose)
    )
    end = f", finish at about {clock_words(pace.ends_at, now)}" if pace.ends_at else ""
    left = "" if view.stands else f", {pace.left} left{end}"
    show(
        fill(
            '<p class="clock"><span>{}</span><span><strong>{}</strong>{}</span></p>',
            place,
            clock_words(now, now),
            left,
        ),
        fill('<p class="muted over">{}</p>', box_words(pace)) if _is_over(view) else "",
    )


def _is_over(view: RoomView) -> bool:
    """Whether the statement's time is up: said in a calm line, with the ways on."""
    pace = view.agenda.pace
    out = pace.in_box is not None and pace.in_box <= NO_TIME
    return out and pace.break_until is None and not view.stands


def statement_said(statement: Statement) -> None:
    """The statement in large type; its title is there for whoever listens to the page."""
    show(
        fill('<h1 class="vh">{} {}</h1>', statement.id, statement.title),
        fill('<p class="say">{}</p>', shown(statement.statement)),
    )


def levels_floor(bank: Bank, statement: Statement, *, brief: bool = False) -> None:
    """The four levels, standing on one continuous ramp; `brief` leaves what each means."""
    cells = joined(
        fill(
            '<li class="r{}"><strong><i aria-hidden="true">{}</i>{}</strong><br>{}</li>',
            level,
            BLOCKS[level],
            label,
            "" if brief else shown(words),
        )
        for level, (label, words) in enumerate(zip(bank.labels(), statement.levels, strict=True))
    )
    show(fill('<ol class="floor">{}</ol>', cells))


def thresholds_note(statement: Statement) -> None:
    """What the mark of a threshold means, once, where one stands."""
    if any("(t)" in shown(words) for words in (statement.statement, *statement.levels)):
        show(fill('<p class="muted small">{}</p>', meaning()))


def dots(spread: Spread, labels: Sequence[str]) -> None:
    """The spread above the ramp: equal ink dots, in no order that could tell who."""
    picture = dots_svg(spread.counts, INK[False], INK[True])
    if picture:
        with st.container(key="dots"):
            st.image(picture, alt=spread.words(labels), width="stretch")
