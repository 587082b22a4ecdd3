"""What stands at the head of every sheet."""

from collections.abc import Sequence
from typing import TypedDict

from assessment.access.wording import in_sentence
from assessment.partnership.model import Assessment, Partnership


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
    return f"{area.name}, {in_sentence(one.title)}"


def ids(statements: Sequence[str]) -> str:
    """G01, G02, P08."""
    return ", ".join(statements)
