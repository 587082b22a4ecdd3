"""Reads what the pages of the walk show. Everything they write goes through lower slices."""

from functools import partial

from assessment.access.desk import Desk
from assessment.access.errors import NotFound
from assessment.bank import service as bank_service
from assessment.bank.model import Bank, Statement
from assessment.consensus import service as consensus
from assessment.consensus.model import AgreedRating, Standing
from assessment.partnership import service as partnerships
from assessment.results import service as results_service
from assessment.results.model import Results
from domains.walk.model import (
    BesideView,
    DomainView,
    HistoryView,
    HomeView,
    RatingView,
    StatementView,
)


def domain_view(desk: Desk, assessment_id: str, letter: str) -> DomainView:
    """One domain and its statements; read once where a page draws much of it. Raises NotFound."""
    with desk.store.reading() as tx:
        name = ("domain", assessment_id, letter)
        return tx.once(name, partial(_domain_view, desk, assessment_id, letter))


def _domain_view(desk: Desk, assessment_id: str, letter: str) -> DomainView:
    assessment = partnerships.assessment(desk, assessment_id)
    bank = bank_service.bank_of(desk, assessment.bank_id)
    if letter not in {domain.id for domain in bank.domains}:
        raise NotFound("There is no such domain. Choose one of the four.")
    ratings = _ratings_in(desk, bank, assessment_id, letter)
    return DomainView(
        whose=partnerships.area_and_title(desk, assessment),
        assessment=assessment,
        bank=bank,
        domain=bank.domain(letter),
        results=results_service.domain_results(desk, bank, assessment_id, letter, ratings),
        ratings=ratings,
    )


def _ratings_in(desk: Desk, bank: Bank, assessment_id: str, letter: str) -> dict[str, AgreedRating]:
    return consensus.ratings_of(desk, assessment_id, [one.id for one in bank.in_domain(letter)])


def _named(bank: Bank, statement_id: str) -> Statement:
    """The statement that an address names. Raises NotFound."""
    if not bank.has(statement_id):
        raise NotFound("There is no such statement. Choose one from its domain.")
    return bank.statement(statement_id)


def statement_view(desk: Desk, assessment_id: str, statement_id: str) -> StatementView:
    """One statement among those of its domain. Raises NotFound."""
    with desk.store.reading():
        assessment = partnerships.assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, assessment.bank_id)
        statement = _named(bank, statement_id)
        in_scope = partnerships.scope(desk, assessment_id)
        walk = [one for one in bank.statements if one.id in in_scope]
        place = walk.index(statement) if statement in walk else None
        return StatementView(
            whose=partnerships.area_and_title(desk, assessment),
            domain=bank.domain(statement.domain),
            statement=statement,
            before=walk[place - 1] if place else None,
            after=walk[place + 1] if place is not None and place + 1 < len(walk) else None,
        )


def rating_view(desk: Desk, assessment_id: str, statement_id: str) -> RatingView:
    """What is agreed of one statement of the assessment's own set, among those of its domain."""
    with desk.store.reading():
        assessment = partnerships.assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, assessment.bank_id)
        statement = bank.statement(statement_id)
        ratings = _ratings_in(desk, bank, assessment_id, statement.domain)
        letter = statement.domain
        results = results_service.domain_results(desk, bank, assessment_id, letter, ratings)
        mine = [one.id for one in results if one.in_scope]
        return RatingView(
            assessment=assessment,
            bank=bank,
            statement=statement,
            rating=ratings.get(statement_id),
            results=results,
            place=mine.index(statement_id) + 1 if statement_id in mine else 0,
            of=len(mine),
        )


def beside_view(desk: Desk, assessment_id: str, statement_id: str) -> BesideView:
    """One statement of the assessment's own set, with what can be named beside its rating."""
    with desk.store.reading():
        assessment = partnerships.assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, assessment.bank_id)
        agencies = partnerships.agencies(desk, assessment.partnership_id)
        return BesideView(
            assessment=assessment,
            bank=bank,
            statement=bank.statement(statement_id),
            rating=consensus.rating_of(desk, assessment_id, statement_id),
            agencies={agency.id: agency.name for agency in agencies},
            observers=frozenset(agency.id for agency in agencies if agency.observer),
            prisons={p.id: p.name for p in partnerships.prisons(desk, assessment.partnership_id)},
        )


def history_view(desk: Desk, assessment_id: str, statement_id: str) -> HistoryView:
    """One statement from first views to its rating, as far as it is revealed. Raises NotFound."""
    with desk.store.reading():
        assessment = partnerships.assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, assessment.bank_id)
        return HistoryView(
            assessment=assessment,
            bank=bank,
            statement=_named(bank, statement_id),
            history=consensus.history(desk, assessment_id, statement_id),
            names=partnerships.agency_names(desk, assessment.partnership_id),
        )


def home_view(desk: Desk, assessment_id: str) -> HomeView:
    """Where the assessment has come to: the first statement in scope that is still open."""
    with desk.store.reading():
        assessment = partnerships.assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, assessment.bank_id)
        results = results_service.results_of(desk, assessment_id)
        return HomeView(
            assessment=assessment,
            bank=bank,
            results=results,
            next_statement=next_open(bank, results),
            left=sum(s.is_open for s in results.in_scope()),
        )


def next_open(bank: Bank, results: Results) -> Statement | None:
    """The first statement not yet rated; when there is none, the first to come back to."""
    for wanted in (Standing.NOT_RATED, Standing.DEFERRED):
        for statement in results.in_scope():
            if statement.standing is wanted:
                return bank.statement(statement.id)
    return None
