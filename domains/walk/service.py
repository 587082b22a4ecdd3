"""Reads what the pages of the walk show. Everything they write goes through lower slices."""

from assessment.access.desk import Desk
from assessment.access.errors import NotFound
from assessment.bank import service as bank_service
from assessment.bank.model import Bank, Statement
from assessment.consensus import service as consensus
from assessment.consensus.model import Standing
from assessment.partnership import service as partnerships
from assessment.results import service as results_service
from assessment.results.model import Results
from domains.walk.model import DomainView, HomeView, RatingView, RowView, StatementView


def domain_view(desk: Desk, assessment_id: str, letter: str) -> DomainView:
    """One domain and its statements. Raises NotFound."""
    with desk.store.reading():
        assessment = partnerships.assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, assessment.bank_id)
        if letter not in {domain.id for domain in bank.domains}:
            raise NotFound("There is no such domain. Choose one of the four.")
        return DomainView(
            assessment=assessment,
            bank=bank,
            domain=bank.domain(letter),
            results=results_service.results_of(desk, assessment_id).of_domain(letter),
        )


def row_view(desk: Desk, assessment_id: str, statement_id: str) -> RowView:
    """One statement of the assessment's own set, for a list of those in scope."""
    with desk.store.reading():
        assessment = partnerships.assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, assessment.bank_id)
        rating = consensus.rating_of(desk, assessment_id, statement_id)
        return RowView(
            assessment=assessment,
            bank=bank,
            statement=bank.statement(statement_id),
            result=results_service.result_of(desk, bank, assessment_id, rating, statement_id),
            rating=rating,
        )


def statement_view(desk: Desk, assessment_id: str, statement_id: str) -> StatementView:
    """One statement among those of its domain. Raises NotFound."""
    with desk.store.reading():
        assessment = partnerships.assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, assessment.bank_id)
        if not bank.has(statement_id):
            raise NotFound("There is no such statement. Choose one from its domain.")
        statement = bank.statement(statement_id)
        results = results_service.results_of(desk, assessment_id)
        walk = [result.id for result in results.in_scope()]
        place = walk.index(statement_id) if statement_id in walk else None
        mine = [one.id for one in results.in_scope() if one.domain == statement.domain]
        return StatementView(
            assessment=assessment,
            bank=bank,
            domain=bank.domain(statement.domain),
            statement=statement,
            results=results.of_domain(statement.domain),
            place=mine.index(statement_id) + 1 if statement_id in mine else 0,
            of=len(mine),
            before=bank.statement(walk[place - 1]) if place else None,
            after=bank.statement(walk[place + 1])
            if place is not None and place + 1 < len(walk)
            else None,
        )


def rating_view(desk: Desk, assessment_id: str, statement_id: str) -> RatingView:
    """What is agreed of one statement of the assessment's own set."""
    with desk.store.reading():
        assessment = partnerships.assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, assessment.bank_id)
        agencies = partnerships.agencies(desk, assessment.partnership_id)
        return RatingView(
            assessment=assessment,
            bank=bank,
            statement=bank.statement(statement_id),
            rating=consensus.rating_of(desk, assessment_id, statement_id),
            agencies={agency.id: agency.name for agency in agencies},
            observers=frozenset(agency.id for agency in agencies if agency.observer),
            prisons={p.id: p.name for p in partnerships.prisons(desk, assessment.partnership_id)},
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
