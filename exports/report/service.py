"""Builds the report of an assessment: reads every slice once, then sets it out."""

from action_plans.actions import service as actions_service
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.wording import counted, listed
from assessment.bank import service as bank_service
from assessment.bank.rules.defaults import shown
from assessment.consensus import service as consensus
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships
from assessment.partnership.model import SCOPE_WORDS, STATUS_WORDS
from assessment.peer_review import service as peer_reviews
from assessment.privacy.audience import (
    COPY_FOR,
    COPY_WORDS,
    FIRST_VIEWS,
    READ_FIRST,
    Audience,
    left_out,
)
from assessment.results import service as results_service
from assessment.results.model import DomainResult
from assessment.views import service as views_service
from exports.audiences import service as audiences
from exports.audiences.permissions import check_user_can_settle
from exports.report.gathered import Gathered
from exports.report.lines import (
    action_lines,
    agency_line,
    evidence_line,
    meeting_line,
    numbered_evidence,
    returning,
    scale_line,
    source_line,
    statement_line,
)
from exports.report.model import DomainCount, DomainSection, Report
from exports.report.on_time import on_time_lines
from exports.report.page_one import page_one
from exports.report.profile import for_audience
from exports.report.reading import Passage, as_decided, passages_of, unread
from exports.report.reviews import read_reviews, review_line


def report_of(desk: Desk, assessment_id: str, audience: Audience = Audience.BOARD) -> Report:
    """The report of an assessment as it stands now, with what this audience is given.

    The profile is applied here, once, for every format; for those outside the area so is what was
    decided of each text that a person typed.

    Raises:
        NotFound: no such assessment.
        Refused: texts of this copy have not been read yet; says how many. Or it would tell a
            peer reviewer the ratings before their own are in.
    """
    blind = blind_stands(desk, assessment_id, audience)
    if blind:
        raise Refused(blind)
    copy = copy_of(desk, assessment_id, audience)
    if audience not in READ_FIRST:
        return copy
    read = audiences.texts_read(desk, assessment_id, audience)
    waiting = len(unread(passages_of(copy), read))
    if waiting:
        raise Refused(not_read(waiting, audience))
    return as_decided(copy, read)


def copy_of(desk: Desk, assessment_id: str, audience: Audience) -> Report:
    """The report with what this audience is given, before anything in it was read.

    For the screen on which it is read and for nothing else: it must not leave.
    """
    with desk.store.reading():
        whole = report(gather(desk, assessment_id, audience))
        area = partnerships.partnership_of(desk, assessment_id)
        chosen = audiences.marking_chosen(desk, area, audience)
    return for_audience(whole, audience, chosen)


def to_read(
    desk: Desk, assessment_id: str, audience: Audience
) -> tuple[tuple[Passage, ...], Report]:
    """Every text of a copy that a person typed, and the copy. Raises Refused unless the lead."""
    check_user_can_settle(desk.actor)
    copy = copy_of(desk, assessment_id, audience)
    return passages_of(copy), copy


def not_read(waiting: int, audience: Audience) -> str:
    """Why a copy cannot be made yet, and what to do."""
    have = "has" if waiting == 1 else "have"
    return (
        f"Not made: {counted(waiting, 'text')} in the {COPY_WORDS[audience]} {have} not been read "
        "yet. Choose Downloads, then Read the texts, and keep, reword or leave out each."
    )


def blind_stands(desk: Desk, assessment_id: str, audience: Audience) -> str:
    """Why a copy for reviewers would spoil a blind review; empty where it would not."""
    if audience is not Audience.REVIEWER:
        return ""
    waiting = peer_reviews.blind_waiting(desk, assessment_id)
    if not waiting:
        return ""
    named = " and ".join(f"review {one.number}" for one in waiting)
    return (
        f"Not made: it holds the agreed ratings, and {named} is blind. A peer reviewer who reads "
        "it before their own ratings are in cannot rate afresh. Wait for them, or close that "
        "review or put it away."
    )


def not_for(desk: Desk, assessment_id: str, audience: Audience) -> str:
    """Which peer reviewers must not have a copy for reviewers, and why; empty for others' copies.

    It holds findings about every agency, and is nobody's in particular.
    """
    if audience is not Audience.REVIEWER:
        return ""
    with desk.store.reading():
        bidders = [
            each.words
            for one in peer_reviews.rounds(desk, assessment_id)
            for each in peer_reviews.reviewers(desk, one.id)
            if each.may_bid_for
        ]
    if not bidders:
        return ""
    return (
        f"Not for {listed(bidders)}: their organisation may bid for a contract here, and this copy "
        "tells of that agency too. Make what they may have on the page The visit and the letter."
    )


def gather(desk: Desk, assessment_id: str, audience: Audience) -> Gathered:
    """Read every slice once; first views only for those who are given them."""
    assessment = partnerships.assessment(desk, assessment_id)
    partnership_id = assessment.partnership_id
    revealed = revealed_to(desk, assessment_id, audience)
    plan = actions_service.plan_of(desk, assessment_id)
    return Gathered(
        now=desk.now(),
        partnership=partnerships.partnership(desk, partnership_id),
        authorities=partnerships.authorities(desk, partnership_id),
        assessment=assessment,
        bank=bank_service.bank_of(desk, assessment.bank_id),
        results=results_service.results_of(desk, assessment_id),
        ratings=consensus.ratings_of(desk, assessment_id),
        views=consensus.different_views_of(desk, assessment_id),
        evidence=evidence_service.evidence_of(desk, assessment_id),
        actions=tuple(sorted((line.action for line in plan), key=lambda a: a.number)),
        no_action=actions_service.reasons_for_no_action(desk, assessment_id),
        agencies=partnerships.agencies(desk, partnership_id),
        prisons=partnerships.prisons(desk, partnership_id),
        meetings=partnerships.meetings(desk, assessment_id),
        agency_names=partnerships.agency_names(desk, partnership_id),
        prison_names=partnerships.prison_names(desk, partnership_id),
        plan=plan,
        plan_rows=actions_service.plan_rows(desk, plan),
        spreads={one: consensus.spread_shown(desk, assessment_id, one) for one in revealed},
        reviews=read_reviews(desk, assessment_id, audience),
        shown={one: views_service.shown_views(desk, assessment_id, one) for one in revealed},
    )


def revealed_to(desk: Desk, assessment_id: str, audience: Audience) -> tuple[str, ...]:
    """The statements whose spread was shown, for those who are given first views."""
    if audience not in FIRST_VIEWS.given_to:
        return ()
    reveals = views_service.reveals_of(desk, assessment_id)
    return tuple(one for one, reveal in reveals.items() if reveal.spread_at)


def report(g: Gathered) -> Report:
    """Set out what was gathered, all of it: `for_audience` takes away."""
    return Report(
        audience=Audience.OWN,
        copy_for=COPY_FOR[Audience.OWN],
        left_out=left_out(Audience.OWN),
        area=g.partnership.name,
        authorities=tuple(_authority(a.name, a.code) for a in g.authorities),
        probation_region=g.partnership.probation_region,
        title=g.assessment.title,
        marking=g.partnership.marking,
        stage=STATUS_WORDS[g.assessment.status],
        made_at=g.now,
        today=g.today,
        statements_name=g.bank.about.name,
        statements_version=g.bank.about.version,
        wording_notice=shown(g.bank.about.notice),
        scale=tuple(scale_line(level) for level in g.bank.scale),
        in_scope=len(g.results.in_scope()),
        total=g.results.total,
        scope_words=SCOPE_WORDS[g.assessment.scope_kind],
        rated=sum(domain.rated for domain in g.results.domains),
        summary=page_one(g),
        domains=tuple(_section(g, domain) for domain in g.results.domains),
        actions=action_lines(g),
        on_time=on_time_lines(g),
        evidence=tuple(evidence_line(g, number, item) for number, item in numbered_evidence(g)),
        agencies=tuple(agency_line(g, agency) for agency in g.agencies),
        meetings=tuple(meeting_line(g, meeting) for meeting in g.meetings),
        prisons=tuple(_prison(p.name, p.in_area) for p in g.prisons),
        out_of_scope=tuple(f"{s.id} {s.title}" for s in g.results.statements if not s.in_scope),
        sources=tuple(source_line(source) for source in g.bank.sources),
        reviews=tuple(review_line(g.bank, each) for each in g.reviews),
        returning=returning(g),
    )


def _section(g: Gathered, domain: DomainResult) -> DomainSection:
    mine = (s for s in g.results.of_domain(domain.id) if s.in_scope)
    return DomainSection(
        count=DomainCount(
            id=domain.id,
            title=domain.title,
            in_scope=domain.in_scope,
            rated=domain.rated,
            at_level=domain.at_level,
            provisional=domain.provisional,
            not_applicable=domain.not_applicable,
            to_come_back_to=domain.deferred,
            not_yet_rated=domain.not_rated,
        ),
        statements=tuple(statement_line(g, result) for result in mine),
    )


def _authority(name: str, code: str) -> str:
    return f"{name} ({code})" if code else name


def _prison(name: str, in_area: bool) -> str:
    return name if in_area else f"{name} (outside the area)"
