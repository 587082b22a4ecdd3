"""What the folder holds, where in it, and who may have it."""

from enum import StrEnum

from assessment.access.frozen import Frozen
from exports.report.made import Made


class Place(StrEnum):
    """A folder within the folder; whoever may have one file of it may have them all."""

    BOARD = "board"
    WORK = "work"
    AGENCIES = "agencies"
    REVIEWED = "reviewed"
    OUTSIDE = "outside"
    COPY = "copy"


class PlaceWords(Frozen):
    """What a place is called, what lies in it, and who may have that."""

    folder: str
    holds: str
    who: str


PLACES = {
    Place.BOARD: PlaceWords(
        folder="For the board",
        holds="The board paper on two pages, as PDF and in Word.",
        who="The board and its officers, as the files are marked.",
    ),
    Place.WORK: PlaceWords(
        folder="To work with",
        holds="The workbook with the plan, the full report as PDF, the plan and the statements as "
        "CSV, the review meetings for a calendar, and the record of the last review.",
        who="Whoever works on the plan, as the files are marked. No agency’s own view is in them.",
    ),
    Place.AGENCIES: PlaceWords(
        folder="For one agency each",
        holds="For each agency its own page after the workshop, its own sheet of actions, and its "
        "own due dates for a calendar.",
        who="Each agency its own files and no other’s.",
    ),
    Place.REVIEWED: PlaceWords(
        folder="Review by another area, for ourselves",
        holds="The agenda of the visit and the feedback letter, once ratings are back and the "
        "letter’s texts were read; a draft says that it is one.",
        who="Our own partnership. What goes to a peer reviewer is made on the page The visit and "
        "the letter, since one who may bid for a contract here is not given all of it.",
    ),
    Place.OUTSIDE: PlaceWords(
        folder="Outside the area",
        holds="For reviewers, the regional team or the public, where every text of that copy was "
        "read: the report as PDF and as a workbook.",
        who="Each of them its own copy and no other’s, as the files are marked and named.",
    ),
    Place.COPY: PlaceWords(
        folder="Complete copy, not for circulation",
        holds="Everything that is recorded, first views that were never revealed included. It can "
        "be loaded back into Throughcare.",
        who="Nobody outside the partnership. Keep it as you would keep the assessment itself.",
    ),
}


class Item(Frozen):
    """A file in its place, and what it is for."""

    place: Place
    made: Made
    about: str


class LeftOut(Frozen):
    """What the folder does not hold, and why."""

    what: str
    because: str


class Contents(Frozen):
    """All that goes into the folder, and what could not."""

    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...] = ()
