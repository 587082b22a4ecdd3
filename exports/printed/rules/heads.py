"""What stands at the head of every sheet."""

from collections.abc import Sequence
from typing import TypedDict

from assessment.access.wording import in_sentence
from assessment.partnership.model import Assessment, Partnership


# A line at the head of a page holds no more characters beside the marking.
_ROOM = 50


class Head(TypedDict):
    """The fields of a `Sheet`, to be handed on to one."""

    title: str
    marking: str
    running_head: str


def head(what: str, area: Partnership, one: Assessment) -> Head:
    """The title and the line at the head; `what` names the document and whom it is for."""
    return Head(title=f"{area.name}: {what}", marking=area.marking, running_head=where(area, one))


def where(area: Partnership, one: Assessment) -> str:
    """Aldermoor, the assessment of November 2026."""
    return f"{shortened(area.name, _ROOM)}, {in_sentence(one.title)}"


def shortened(words: str, most: int) -> str:
    """Words that must keep to their place; a cut shows."""
    return words if len(words) <= most else f"{words[: most - 2].rstrip()} …"


def ids(statements: Sequence[str]) -> str:
    """G01, G02, P08."""
    return ", ".join(statements)
