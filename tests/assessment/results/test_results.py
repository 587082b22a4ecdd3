"""Results: counted once, out of scope never as unrated, in words that agree with the counts."""

from hypothesis import given
from hypothesis import strategies as st

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.bank.model import Domain, EvidenceKind
from assessment.consensus import service as consensus
from assessment.consensus.model import Standing
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from assessment.results import service
from assessment.results.model import StatementResult
from assessment.results.rules.counting import domain_result
from assessment.results.rules.sentences import lead_sentence, open_sentence, scope_sentence
from tests.desk import begin_area


@st.composite
def statements(draw: st.DrawFn) -> StatementResult:
    """Any statement of a domain, in any standing that can be."""
    standing = draw(st.sampled_from(Standing))
    rated = standing in {Standing.RATED, Standing.PROVISIONAL}
    return StatementResult(
        id="G01",
        domain="G",
        title="Named lead",
        core=True,
        safety="",
        in_scope=draw(st.booleans()),
        standing=standing,
        rating=(3 if standing is Standing.PROVISIONAL else draw(st.integers(0, 3)))
        if rated
        else None,
        words="Words",
        kinds=frozenset(),
        prisons=(),
    )


@given(st.lists(statements(), max_size=30))
def test_every_statement_in_scope_is_counted_once(found: list[StatementResult]) -> None:
    domain = Domain(id="G", slug="governance", title="Governance")
    counts = domain_result(domain, found)
    in_scope = [s for s in found if s.in_scope]
    assert counts.in_scope == len(in_scope)
    assert sum(counts.at_level) == counts.rated
    assert counts.in_scope == (
        counts.rated + counts.not_applicable + counts.deferred + counts.not_rated
    )
    assert counts.provisional <= counts.at_level[3]


def test_scope_decides_what_is_unrated(desk: Desk) -> None:
    area = begin_area(desk)
    results = service.results_of(desk, area.assessment_id)
    core = partnerships.scope(desk, area.assessment_id)
    assert {s.id for s in results.in_scope()} == core
    assert results.total == 46
    assert sum(domain.not_rated for domain in results.domains) == len(core)
    assert scope_sentence(results) == f"{len(core)} of 46 statements are part of this assessment."


def test_fully_met_is_provisional_until_two_kinds_are_seen(desk: Desk) -> None:
    area = begin_area(desk)
    partnerships.set_scope_kind(desk, area.assessment_id, ScopeKind.ALL)
    consensus.record_rating(desk, area.assessment_id, "P02", 3)
    for kind in (EvidenceKind.PROCESS, EvidenceKind.NUMBERS):
        found = service.results_of(desk, area.assessment_id)
        assert next(s for s in found.statements if s.id == "P02").provisional
        item = evidence_service.add_evidence(desk, area.assessment_id, "P02", f"{kind} seen")
        evidence_service.set_kind(desk, item, kind)
    found = service.results_of(desk, area.assessment_id)
    assert not next(s for s in found.statements if s.id == "P02").provisional


def test_what_is_about_one_prison(desk: Desk) -> None:
    area = begin_area(desk)
    prison = partnerships.add_prison(desk, area.partnership_id, "HMP Stonebrook")
    consensus.record_rating(desk, area.assessment_id, "P08", 1)
    consensus.set_prisons(desk, area.assessment_id, "P08", [prison])
    item = evidence_service.add_evidence(desk, area.assessment_id, "A03", "Supply log")
    evidence_service.set_prisons(desk, item, [prison])
    consensus.record_rating(desk, area.assessment_id, "G01", 2)
    assert service.statements_about(desk, area.assessment_id, prison) == {"P08", "A03"}


def test_the_sentences_say_what_the_counts_say(desk: Desk) -> None:
    area = begin_area(desk)
    partnerships.set_scope_kind(desk, area.assessment_id, ScopeKind.ALL)
    for statement, rating in (("G01", 3), ("G02", 2), ("G03", 0)):
        consensus.record_rating(desk, area.assessment_id, statement, rating)
    reason = Typed.over("", "No one settles far away")
    consensus.record_not_applicable(desk, area.assessment_id, "P10", reason)
    results = service.results_of(desk, area.assessment_id)
    assert lead_sentence(results) == (
        "3 of 46 statements are rated. 1 is fully met, provisional. 1 is not met or partly met."
    )
    assert open_sentence(results) == "42 are not yet rated and 1 is not applicable here."


def test_the_frame_has_a_row_for_each_rated_statement(desk: Desk) -> None:
    area = begin_area(desk)
    consensus.record_rating(desk, area.assessment_id, "P08", 0)
    frame = service.statements_frame(service.results_of(desk, area.assessment_id))
    assert frame.to_dict("records") == [
        {
            "domain": "P",
            "id": "P08",
            "title": "No gap in medication",
            "level": 0,
            "words": "Not met",
            "provisional": False,
        }
    ]
