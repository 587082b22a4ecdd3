"""A region's table of who reviews whom.

It lives in its workbook and nowhere else: an installation keeps one area's assessments, and no
facts about the others.
"""

from assessment.access.frozen import Frozen


MOST_AREAS = 60  # more than any region has


class Area(Frozen):
    """One area: its neighbours, its treatment providers and prisons, and who reviews it.

    `reviewed_by` is who did last time, `reviewer` who does this time; empty where nobody is named.
    """

    name: str
    neighbours: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    prisons: tuple[str, ...] = ()
    reviewed_by: str = ""
    reviewer: str = ""


def same(one: str, other: str) -> bool:
    """Whether two names are the same, whatever their capitals and spaces."""
    return key_of(one) == key_of(other)


def key_of(name: str) -> str:
    """By what a name is compared."""
    return " ".join(name.split()).casefold()
