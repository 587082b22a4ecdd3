"""First views beside results: how far agencies agreed before they talked, and who was not heard."""

from collections.abc import Sequence

from markupsafe import Markup

from assessment.access.wording import counted, listed, moment
from assessment.consensus import service as consensus
from assessment.consensus.rules.history import History, later_words
from assessment.consensus.rules.honesty import Told
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.views.model import ShownView
from assessment.views.permissions import user_can_ask
from assessment.views.rules.answers import said_words
from domains.walk.model import HistoryView


def agreement_told(ctx: PageContext) -> None:
    """Told of revealed statements only; nothing where no first view was asked for."""
    if not user_can_ask(ctx.desk.actor):
        return
    told = consensus.honesty(ctx.desk, ctx.assessment_id)
    if not told.statements:
        return
    nobody = listed(list(told.nobody_could_judge))
    show(
        "<h2>First views, before the room talked</h2>",
        joined(fill("<p>{}</p>", words) for words in told.words()),
        fill("<p>Nobody could judge {}.</p>", nobody) if nobody else "",
        _table(told.statements) if told.revealed else "<p>None has been revealed yet.</p>",
    )


def _table(statements: tuple[Told, ...]) -> Markup:
    """One row for each revealed statement: how far apart, and how many were not heard."""
    rows = joined(
        fill(
            '<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>',
            one.statement_id,
            one.spread.views,
            _apart(one),
            one.no_view or "None",
        )
        for one in statements
        if one.spread is not None
    )
    return fill(
        "<details><summary>Statement by statement</summary><table><thead><tr>"
        '<th scope="col">Statement</th><th scope="col">Views</th>'
        '<th scope="col">Ratings apart</th><th scope="col">No view received</th>'
        "</tr></thead><tbody>{}</tbody></table></details>",
        rows,
    )


def _apart(one: Told) -> str:
    width = one.spread.width if one.spread else None
    if width is None:
        return "Nothing to compare"
    return ("The same", "One level", "Two levels", "Three levels")[width]


def views_given(view: HistoryView) -> Markup | str:
    """The spread in words once it is shown; with names where those are. Before it, how many."""
    history = view.history
    if history.spread is None or history.spread_at is None:
        return _sealed(history)
    labels = view.bank.labels()
    opened = fill("<p>Revealed {}. {}</p>", moment(history.spread_at), history.spread.words(labels))
    named = joined(
        fill("<li><strong>{}</strong>: {}{}</li>", view.name(one.agency_id), *_said(one, labels))
        for one in history.first
        if one.agency_id
    )
    return opened + (fill('<ul class="list">{}</ul>', named) if named else "")


def _sealed(history: History) -> Markup | str:
    if not history.answered:
        return "<p>No view received.</p>"
    come = counted(history.answered, "first view")
    return fill("<p>{} came in. They have not been revealed.</p>", come)


def later_views(view: HistoryView) -> Markup | str:
    """Views that came after the reveal: they stand beside the first ones and replace none."""
    labels = view.bank.labels()
    lines = joined(
        fill(
            "<li><strong>{}</strong>, after the reveal: {}{}</li>",
            view.name(one.agency_id),
            *_said(one, labels),
        )
        for one in view.history.later
    )
    unnamed = later_words(view.history.unnamed_later)
    return joined(
        (
            fill('<ul class="list">{}</ul>', lines) if lines else "",
            fill("<p>{}</p>", unnamed) if unnamed else "",
        )
    )


def _said(one: ShownView, labels: Sequence[str]) -> tuple[str, str]:
    people = f" It rests on {counted(one.people, 'person', 'people')}." if one.people else ""
    reason = f" {one.reason}" if one.reason else ""
    return f"{said_words(one.said, labels)}.", f"{reason}{people}"
