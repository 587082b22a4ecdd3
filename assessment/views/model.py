"""An agency's own view, how views are asked for, and what has been revealed."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from assessment.access.frozen import Frozen
from assessment.bank.model import Statement
from assessment.partnership.model import Status


class Answer(StrEnum):
    """What a view says: a rating, or one of three things that are none."""

    RATED = "rated"
    DONT_KNOW = "dont_know"
    NOT_OURS = "not_ours"
    NOT_APPLICABLE = "not_applicable"


ANSWER_WORDS = {
    Answer.DONT_KNOW: "Don’t know",
    Answer.NOT_OURS: "Not ours to judge",
    Answer.NOT_APPLICABLE: "Not applicable here",
}
NO_VIEW = "No view received"

# A rating from 0 to 3, or an answer that is none; never Answer.RATED.
Said = int | Answer


class Way(StrEnum):
    """How a view came."""

    CALLED_OUT = "called_out"
    PACK = "pack"
    JOINED = "joined"
    LAPTOP = "laptop"
    PAPER = "paper"


WAY_WORDS = {
    Way.CALLED_OUT: "Called out or held up",
    Way.PACK: "Agency pack",
    Way.JOINED: "Joined by code",
    Way.LAPTOP: "Passed laptop",
    Way.PAPER: "Paper",
}


class Confidence(StrEnum):
    """How sure an agency is of the evidence behind its view; optional."""

    LOW = "low"
    FAIR = "fair"
    HIGH = "high"


CONFIDENCE_WORDS = {
    Confidence.LOW: "Little to go on",
    Confidence.FAIR: "Some evidence",
    Confidence.HIGH: "Good evidence",
}

MOST_PEOPLE = 10_000


class View(Frozen):
    """One agency's view of one statement.

    The first view is frozen when the statement is revealed; a later one is kept in a row of its
    own, `after_reveal`, and never counts as independent. `people` is how many people it rests on,
    where a group met elsewhere. `keyed_by` says who keyed it, where that was not the agency, and
    `device_id` on which joined device it was given, empty for every other way.
    """

    id: str
    assessment_id: str
    statement_id: str
    agency_id: str
    answer: Answer
    rating: int | None = None
    reason: str = ""
    confidence: Confidence | None = None
    people: int | None = None
    prisons: tuple[str, ...] = ()
    way: Way
    keyed_by: str = ""
    device_id: str = ""
    after_reveal: bool = False
    given_at: datetime
    saved_at: datetime
    version: int = 1

    @property
    def said(self) -> Said:
        """The rating, or the answer that is none."""
        return self.answer if self.rating is None else self.rating


class Asking(Frozen):
    """How an assessment asks for first views.

    `names_shown` is chosen before the first view is given and stands from then on: whether a
    reveal may show who said what. None until it is chosen.
    """

    id: str
    assessment_id: str
    names_shown: bool | None = None
    reply_by: date | None = None
    reply_to: str = ""
    saved_at: datetime
    version: int = 1


class Reveal(Frozen):
    """How far a statement's views are open to the room.

    `frozen_at`: first views can no longer change. `spread_at`: the spread is shown, without names.
    `names_at`: who sees it differently is shown, where that was agreed beforehand.
    """

    id: str
    assessment_id: str
    statement_id: str
    frozen_at: datetime
    spread_at: datetime | None = None
    names_at: datetime | None = None
    saved_at: datetime
    version: int = 1


class Answered(Frozen):
    """Who has answered what, and never what they said: safe on a projector.

    `first` are pairs of statement and agency id with a first view, `ways` how each of them came;
    `later` are the pairs with a view given after the reveal.
    """

    first: frozenset[tuple[str, str]] = frozenset()
    later: frozenset[tuple[str, str]] = frozenset()
    ways: Mapping[tuple[str, str], Way] = {}

    def by(self, agency_id: str) -> frozenset[str]:
        """The statements this agency has a first view of."""
        return frozenset(statement for statement, agency in self.first if agency == agency_id)

    def of(self, statement_id: str) -> frozenset[str]:
        """The agencies that have a first view of this statement."""
        return frozenset(agency for statement, agency in self.first if statement == statement_id)

    def later_of(self, statement_id: str) -> frozenset[str]:
        """The agencies that gave a view of this statement after its first views stood."""
        return frozenset(agency for statement, agency in self.later if statement == statement_id)

    def ways_of(self, agency_id: str) -> tuple[Way, ...]:
        """The ways by which this agency's first views came, in their one order."""
        found = {way for (_statement, agency), way in self.ways.items() if agency == agency_id}
        return tuple(way for way in Way if way in found)


class KeyedView(NamedTuple):
    """One key of a grid: an answer, or None where it is taken back.

    `replace`: the lead has said that it takes the place of what the agency gave itself.
    """

    statement_id: str
    agency_id: str
    said: Said | None
    replace: bool = False


class Given(Frozen):
    """One view as it comes from a pack, a keypad or a form, before it is kept."""

    statement_id: str
    agency_id: str
    said: Said
    reason: str = ""
    confidence: Confidence | None = None
    people: int | None = None
    prisons: tuple[str, ...] = ()


class ShownView(Frozen):
    """A view as the room may see it: `agency_id` is empty where no name is shown."""

    said: Said
    reason: str = ""
    agency_id: str = ""
    people: int | None = None
    after_reveal: bool = False


class ColleagueAnswer(Frozen):
    """What a colleague's device says of a statement, until the agency's contact sends a view."""

    id: str
    assessment_id: str
    statement_id: str
    device_id: str
    answer: Answer
    rating: int | None = None
    reason: str = ""
    given_at: datetime
    saved_at: datetime
    version: int = 1

    @property
    def said(self) -> Said:
        """The rating, or the answer that is none."""
        return self.answer if self.rating is None else self.rating


class OwnForm(Frozen):
    """One statement as the form of one agency shows it: nothing of any other agency is in it.

    `contact`: what is given here is the agency's own view, in `first` or `later`; otherwise it is
    a colleague's, in `beside`. A view that came another way or on another device is in none of
    them: `elsewhere` says that there is one, of those that a change here would change.
    """

    status: Status
    labels: tuple[str, ...]
    statement: Statement
    reveal: Reveal | None = None
    live: bool = False
    contact: bool = True
    first: View | None = None
    later: View | None = None
    elsewhere: bool = False
    beside: ColleagueAnswer | None = None

    @property
    def late(self) -> bool:
        """Whether what is given now is a later view: first ones stand."""
        return self.reveal is not None or self.status in {Status.AGREED, Status.CLOSED}

    @property
    def current(self) -> View | ColleagueAnswer | None:
        """What a change here would change."""
        if not self.contact:
            return self.beside
        return self.later if self.late else self.first
