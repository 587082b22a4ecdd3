"""What the statement page and the domain page show, read once."""

from collections.abc import Mapping
from datetime import datetime

from assessment.access.frozen import Frozen
from assessment.bank.model import Bank, Domain, Statement
from assessment.consensus.model import AgreedRating, DifferentView, Workshop
from assessment.consensus.rules.agenda import Agenda, AgendaItem
from assessment.consensus.rules.history import History
from assessment.consensus.rules.spread import Spread
from assessment.partnership.model import Assessment
from assessment.partnership.rules.record import Part, is_open
from assessment.results.model import Results, StatementResult
from assessment.views.model import Asking, Reveal


class DomainView(Frozen):
    """One domain of an assessment. `results` holds all its statements, those out of scope too.

    `ratings` are what is agreed of them, by statement id; `whose` names area and assessment.
    """

    whose: str
    assessment: Assessment
    bank: Bank
    domain: Domain
    results: tuple[StatementResult, ...]
    ratings: Mapping[str, AgreedRating]

    def result(self, statement_id: str) -> StatementResult:
        """How one of its statements stands."""
        return next(one for one in self.results if one.id == statement_id)


class StatementView(Frozen):
    """One statement, and its neighbours among those in scope; `whose` names area and assessment."""

    whose: str
    domain: Domain
    statement: Statement
    before: Statement | None
    after: Statement | None


class RatingView(Frozen):
    """What is agreed of one statement, among those of its domain.

    `results` are the domain's; `place` is the statement's number among the `of` in scope, 0 for
    none.
    """

    assessment: Assessment
    bank: Bank
    statement: Statement
    rating: AgreedRating | None
    results: tuple[StatementResult, ...]
    place: int
    of: int


class BesideView(Frozen):
    """One statement with its rating, and who and what can be named beside it, by id.

    `observers` are those of the agencies that are not asked to rate.
    """

    assessment: Assessment
    bank: Bank
    statement: Statement
    rating: AgreedRating | None
    agencies: Mapping[str, str]
    observers: frozenset[str]
    prisons: Mapping[str, str]


class HistoryView(Frozen):
    """One statement's way to its rating. `names` are the agencies', those put away among them."""

    assessment: Assessment
    bank: Bank
    statement: Statement
    history: History
    names: Mapping[str, str]

    def name(self, agency_id: str) -> str:
        """What an agency is called."""
        return self.names.get(agency_id, "An agency that is no longer here")


class HomeView(Frozen):
    """Where an assessment has come to and what is next."""

    assessment: Assessment
    bank: Bank
    results: Results
    next_statement: Statement | None
    left: int


class RoomStatement(Frozen):
    """The statement in the room. Of views it holds who gave one, who gave one `later`, and how
    revealed ones lie.

    `place` is its number among `of` in its domain. `asked` are agency ids in the order of the
    agencies, `present` those in the room: all that are asked, where nobody's presence is recorded.
    """

    item: AgendaItem
    statement: Statement
    domain: str
    place: int
    of: int
    rating: AgreedRating | None
    reveal: Reveal | None
    different: tuple[DifferentView, ...]
    asked: tuple[str, ...]
    answered: frozenset[str]
    later: frozenset[str]
    present: frozenset[str]

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def spread(self) -> Spread | None:
        """How the first views lie, once they are revealed."""
        return self.item.spread

    @property
    def thinking(self) -> tuple[str, ...]:
        """Who is here and asked and has not answered."""
        return tuple(one for one in self.asked if one in self.present - self.answered)

    @property
    def decided_at(self) -> datetime | None:
        """Which decision the screen shows; the next one must be made over it."""
        return self.rating.decided_at if self.rating else None


class RoomView(Frozen):
    """Where the room is; `here` is None before it has come to a statement of the scope."""

    assessment: Assessment
    bank: Bank
    agenda: Agenda
    workshop: Workshop | None
    asking: Asking | None
    here: RoomStatement | None
    names: Mapping[str, str]
    observers: frozenset[str]

    @property
    def stands(self) -> bool:
        """Whether its ratings stand: then there is no end of a workshop to reckon with."""
        return not is_open(Part.RATINGS, self.assessment.status)

    @property
    def shortcuts(self) -> bool:
        """Whether keys of their own work on the room's screen."""
        return self.workshop is None or self.workshop.shortcuts
