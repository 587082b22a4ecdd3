"""The statements in the order in which the room takes them, and how each stands; no answers."""

from markupsafe import Markup

from assessment.access.wording import counted
from assessment.consensus.model import STANDING_WORDS, Standing
from assessment.consensus.rules.agenda import AgendaItem
from assessment.consensus.rules.pace import minutes_words
from assessment.ui.html import fill, joined, show
from domains.walk.model import RoomView


HEADS = ("Statement", "First views", "To do", "Time")


def agenda_list(view: RoomView) -> None:
    """What is left, in order, then what is settled, as one line."""
    items = view.agenda.items
    if items:
        heads = joined(fill('<th scope="col">{}</th>', head) for head in HEADS)
        rows = joined(_row(view, item) for item in items)
        show(
            "<h2>What is left, in order</h2>",
            fill("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", heads, rows),
        )
    _settled(view)


def left_unrated(view: RoomView) -> None:
    """Once ratings stand: which statements were left without one, then what is settled."""
    if view.agenda.items:
        lines = joined(_left(view, item) for item in view.agenda.items)
        show("<h2>Left without a rating</h2>", fill("<ul>{}</ul>", lines))
    _settled(view)


def _left(view: RoomView, item: AgendaItem) -> Markup:
    statement = view.bank.statement(item.statement_id)
    stands = STANDING_WORDS[Standing.DEFERRED if item.parked else Standing.NOT_RATED]
    return fill("<li>{} {}: {}</li>", statement.id, statement.title, stands.lower())


def _settled(view: RoomView) -> None:
    done = [item.statement_id for item in view.agenda.settled]
    if done:
        line = f"{counted(len(done), 'statement')} settled: {', '.join(done)}."
        show(fill('<p class="muted">{}</p>', line))


def _row(view: RoomView, item: AgendaItem) -> Markup:
    statement = view.bank.statement(item.statement_id)
    pace = view.agenda.pace
    here = Markup(' aria-current="true"') if item.statement_id == view.agenda.current else ""
    return fill(
        '<tr{}><th scope="row">{} {}</th><td>{} of {}</td><td>{}</td><td>{}</td></tr>',
        here,
        statement.id,
        statement.title,
        item.answered,
        item.asked,
        _stands(item),
        minutes_words(pace.for_each if pace.for_each is not None else pace.each),
    )


def _stands(item: AgendaItem) -> str:
    """Why it comes where it comes; whether views agree only once that is revealed.

    Whoever knows their own view could tell the others' from "views agree".
    """
    views = "Views agree" if item.agrees else "To talk about"
    words = (
        "Comes back" if item.parked else "",
        "Safety-critical" if item.safety else "",
        views if item.revealed else "Not revealed yet",
        "Announced first" if item.gentle_words else "",
    )
    return ". ".join(filter(None, words))
