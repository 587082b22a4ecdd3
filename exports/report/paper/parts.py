"""Small parts that several pages of the paper share."""

from collections.abc import Iterable
from datetime import date

from action_plans.actions.columns import Column, Shape
from action_plans.actions.rules.amounts import pounds
from assessment.access.wording import listed, long_date
from assessment.ui.symbols import BLOCKS, UNRATED, CellState
from exports.report.model import ActionLine, ShortfallLine, StatementLine
from exports.report.paper.model import Fact, Rating, Status


_UNRATED_SYMBOLS = {words: symbol for symbol, words in UNRATED.values()}


def rating_of(line: StatementLine | ShortfallLine) -> Rating:
    """The box of a statement as it stands."""
    return rating(line.rating, line.standing, provisional=line.provisional)


def rating(level: int | None, words: str, *, provisional: bool = False) -> Rating:
    """A box with these words; without a level it takes the symbol that goes with them."""
    if level is None:
        plain = UNRATED[CellState.NONE][0]
        symbol = _UNRATED_SYMBOLS.get(words, plain)
    else:
        symbol = BLOCKS[level]
    return Rating(level=level, provisional=provisional, symbol=symbol, words=words)


def status_of(action: ActionLine) -> Status:
    """How an action goes."""
    return Status(colour=action.status_colour, symbol=action.symbol, words=action.status)


def fact(label: str, *lines: str) -> Fact | None:
    """A fact of the lines that say something; None when none does."""
    said = tuple(line for line in lines if line.strip())
    return Fact(label=label, lines=said) if said else None


def known(facts: Iterable[Fact | None]) -> tuple[Fact, ...]:
    """The facts that there are."""
    return tuple(fact for fact in facts if fact is not None)


def day(given: date | None) -> str:
    """A date in words, or nothing."""
    return long_date(given) if given else ""


def due_words(action: ActionLine) -> str:
    """When it is due, or why there is no date."""
    if action.due:
        return long_date(action.due)
    return f"No date: {action.no_due_reason}" if action.no_due_reason else "No date yet"


def first_due_words(action: ActionLine) -> str:
    """The date first set, where it was moved; a moved date is never hidden."""
    if action.original_due is None or action.original_due == action.due:
        return ""
    return f"First set for {long_date(action.original_due)}"


def said(column: Column, action: ActionLine) -> str:
    """What stands in a column of the plan, in words; nothing for none of a thing."""
    value = column.value(action)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, int) and column.shape is Shape.POUNDS:
        return pounds(value)
    return str(value) if value else ""


def joined(parts: Iterable[str], nothing: str = "") -> str:
    """a, b and c; or `nothing`."""
    return listed(tuple(parts)) or nothing


def sentence(*parts: str) -> str:
    """The parts that say something, with a full stop after each that has none."""
    said = (part.strip() for part in parts if part.strip())
    return " ".join(part if part[-1] in ".!?…" else f"{part}." for part in said)


# A heading is a bookmark too, and a bookmark has a limit of its own in PDF.
_HEADLINE = 300


def headline(text: str) -> str:
    """A heading of at most 300 characters; `whole` gives what it leaves out."""
    return text if len(text) <= _HEADLINE else f"{text[:_HEADLINE].rstrip()}…"


def whole(text: str) -> str:
    """The text of a heading that was cut, and nothing where it was not."""
    return text if len(text) > _HEADLINE else ""
