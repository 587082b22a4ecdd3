"""A review's record on screen: one page that prints."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Protocol, cast

import streamlit as st
from markupsafe import Markup

from action_plans.reviews import service
from action_plans.reviews.model import (
    RecordDone,
    RecordImpact,
    RecordLine,
    RecordMove,
    ReviewRecord,
)
from action_plans.reviews.permissions import user_can_hold_reviews
from action_plans.reviews.rules.sentences import record_sentence
from assessment.access.wording import clock, listed, long_date
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show, text
from assessment.ui.page import head
from assessment.ui.symbols import facts


class Printed(Protocol):
    """A file as the slice that sets type gives it."""

    @property
    def data(self) -> bytes:
        """Its bytes."""


def record_page(ctx: PageContext, review_id: str) -> None:
    """The record of a review that has ended."""
    record = service.record_of(ctx.desk, review_id)
    title = f"Review of {long_date(record.held_on)}"
    head(f"{record.area}. {record.assessment}", title, record_sentence(record))
    save_record(ctx, review_id, "Save the record as PDF")
    show(_at_the_top(record), record_parts(record))


def save_record(ctx: PageContext, review_id: str, label: str) -> None:
    """The record on one page to take away, made on the click; nothing where it cannot be made."""
    if "review_record" not in ctx.deeds or not user_can_hold_reviews(ctx.desk.actor):
        return
    st.download_button(
        label,
        partial(_set_in_type, ctx, review_id),
        file_name=str(ctx.deeds["review_record_name"](review_id)),
        mime="application/pdf",
        key=f"save_record_{review_id}",
        on_click="ignore",
    )


def _set_in_type(ctx: PageContext, review_id: str) -> bytes:
    return cast(Printed, ctx.deeds["review_record"](review_id)).data


def record_parts(record: ReviewRecord) -> Markup:
    """What was said, moved, done, answered, and what was not heard of; empty parts are left out."""
    return joined(
        [
            _table(record),
            _part("Dates moved", (_move(one) for one in record.moves)),
            _part("Done", (_done(one) for one in record.done)),
            _part("What came of what was done", (_impact(one) for one in record.impacts)),
            _part("No update received from", (_unheard(one) for one in record.no_update)),
            _part("Not reached", (_named(one) for one in record.not_reached)),
        ]
    )


def _at_the_top(record: ReviewRecord) -> Markup:
    ended = f" to {clock(record.ended_at)[:5]}" if record.ended_at else ""
    return facts(
        {
            "Held": f"{long_date(record.held_on)}, {clock(record.begun_at)[:5]}{ended}",
            "Here": listed(record.present) or "Nobody was noted",
            "Not here": listed(record.away) or ("Nobody" if record.present else "Not noted"),
            "Next review": long_date(record.next_on) if record.next_on else "Not set",
        }
    )


def _table(record: ReviewRecord) -> Markup:
    if not record.lines:
        return Markup("")
    below = {move.number for move in record.moves} | {done.number for done in record.done}
    below |= {impact.number for impact in record.impacts}
    rows = joined(_row(line, line.number in below) for line in record.lines)
    return fill(
        "<h2>Gone through</h2><table><thead><tr>"
        '<th scope="col">Action</th><th scope="col">Said</th><th scope="col">Status</th>'
        "</tr></thead><tbody>{}</tbody></table>",
        rows,
    )


def _row(line: RecordLine, told_below: bool) -> Markup:
    nothing = "" if line.line else "See below" if told_below else "Nothing was said"
    said = line.said or nothing
    words = fill('<span class="muted">{}</span>', text(line.line)) if line.line else ""
    between = Markup("<br>") if said and words else ""
    status = f"{line.stands}, before: {line.stood}" if line.changed else line.stands
    below = f"{line.owner}. Due {long_date(line.due_on)}" if line.due_on else line.owner
    return fill(
        '<tr><th scope="row">{}. {}<br><span class="muted">{}</span></th>'
        "<td>{}{}{}</td><td>{}</td></tr>",
        line.number, line.what, below, said, between, words, status,
    )  # fmt: skip


def _part(title: str, items: Iterable[Markup]) -> Markup:
    inside = joined(fill("<li>{}</li>", item) for item in items)
    return fill('<h2>{}</h2><ul class="list">{}</ul>', title, inside) if inside else inside


def _move(one: RecordMove) -> Markup:
    first = f", first set for {_day(one.first_due_on)}" if one.first_due_on else ""
    return fill(
        "{}. {}: from {} to {}{}. {}.",
        one.number, one.what, _day(one.from_on), _day(one.to_on), first, one.why.rstrip("."),
    )  # fmt: skip


def _done(one: RecordDone) -> Markup:
    shown = one.shown_by or "What shows it is not written down yet"
    what = f"{one.number}. {one.what}, on {long_date(one.done_on)}."
    return fill("{} {} {}", what, text(f"{shown.rstrip('.')}."), one.impact)


def _impact(one: RecordImpact) -> Markup:
    again = f" To be asked again on {long_date(one.ask_on)}." if one.ask_on else ""
    return fill("{}. {}: {}. {}{}", one.number, one.what, one.answer, text(one.words), again)


def _unheard(line: RecordLine) -> Markup:
    return fill("{}, about {}. {}", line.owner, line.number, line.what)


def _named(line: RecordLine) -> Markup:
    return fill("{}. {}", line.number, line.what)


def _day(day: date | None) -> str:
    return long_date(day) if day else "no date"
