"""The fictional area: real in form, honest, never stale, and gone without a trace when removed."""

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa

from action_plans.actions import service as actions
from action_plans.actions.model import Answer, Kind
from action_plans.actions.rules.status import State
from action_plans.priorities import service as plans
from action_plans.reviews import service as reviews
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.typed import Typed
from assessment.bank.model import EvidenceKind
from assessment.bank.service import built_in_bank
from assessment.consensus import service as consensus
from assessment.consensus.model import HowReached
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.peer_review import service as peer_reviews
from assessment.privacy.audience import Audience
from assessment.privacy.guard import find_identifiers
from assessment.privacy.noticing import noticed
from assessment.results import service as results
from assessment.store.activity import activity_event
from assessment.store.declared import every_table
from assessment.store.engine import connect, sqlite_url
from assessment.views import service as views
from assessment.views.model import Way
from exports.copies import service as copies
from exports.demo import content
from exports.demo.service import DEMO_ID, load_demo, remove_demo
from exports.holdings import service as held
from exports.report.service import to_read
from tests.content.wording import NEVER, PEER_ALONE
from tests.desk import VIEWER, FixedClock, begin_area, make_desk, seen_by


@dataclass(frozen=True)
class Loaded:
    """The fictional area for tests that only look at it."""

    desk: Desk
    assessment_id: str


@pytest.fixture(scope="module")
def file(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which the area was loaded, once for the whole file."""
    file = tmp_path_factory.mktemp("aldermoor") / "throughcare.db"
    store = connect(sqlite_url(Path(shutil.copy(empty_sqlite, file))))
    load_demo(make_desk(store))
    store.close()
    return file


@pytest.fixture(scope="module")
def aldermoor(file: Path) -> Iterator[Loaded]:
    """The area as it was loaded."""
    store = connect(sqlite_url(file))
    desk = make_desk(store)
    yield Loaded(desk, load_demo(desk))
    store.close()


@pytest.fixture
def mine(file: Path, tmp_path: Path) -> Iterator[Loaded]:
    """The same, for a test that changes it."""
    store = connect(sqlite_url(Path(shutil.copy(file, tmp_path / "aldermoor.db"))))
    desk = make_desk(store, new_id=lambda: str(uuid4()))
    yield Loaded(desk, load_demo(desk))
    store.close()


def row_counts(desk: Desk) -> Mapping[str, int]:
    """How many rows each table that has any holds."""
    with desk.store.reading() as tx:
        found = {
            table.name: tx.value(sa.select(sa.func.count()).select_from(table))
            for table in every_table().sorted_tables
        }
    return {name: count for name, count in found.items() if count}


def test_it_shows_what_a_plan_is_asked_all_year(aldermoor: Loaded) -> None:
    desk, one = aldermoor.desk, aldermoor.assessment_id
    whole = plans.resources(desk, one).whole
    assert 0 not in {whole.agreed, whole.not_agreed, whole.not_known}
    assert len(plans.offers(desk, DEMO_ID, actions.plan_of(desk, one))) == 1, "two could be one"
    mine = partnerships.agencies(desk, DEMO_ID)
    waits = [one for agency in mine for one in plans.agency_plan(desk, DEMO_ID, agency.id).waits]
    assert len(waits) == 4
    assert reviews.reviews_of(desk, DEMO_ID)
    passages, _ = to_read(desk, one, Audience.PUBLIC)
    assert any(noticed(passage.text, ()) for passage in passages if "two people" in passage.text)
    assert actions.unanswered_of(desk, one).words == ()


def test_another_area_has_reviewed_it_and_waits_for_replies(aldermoor: Loaded) -> None:
    desk = aldermoor.desk
    [one] = peer_reviews.rounds(desk, aldermoor.assessment_id)
    assert peer_reviews.standing(desk, one.id).draft
    found = peer_reviews.findings(desk, one.id)
    assert 0 not in {found.same, found.higher, found.lower, found.cannot_tell}
    replied = [each for each in peer_reviews.challenges(desk, one.id) if each.confirmed_at]
    assert 0 < len(replied) < found.challenges
    assert None not in {each.answer for each in peer_reviews.conflicts(desk, one.id)}
    assert peer_reviews.released_findings(desk, aldermoor.assessment_id) == ()


@pytest.fixture(params=["sqlite", "postgresql"])
def loaded(request: pytest.FixtureRequest) -> Iterator[Loaded]:
    """The area on either database."""
    if request.param == "sqlite":
        yield request.getfixturevalue("mine")
        return
    store = connect(request.getfixturevalue("postgres").emptied())
    desk = make_desk(store)
    yield Loaded(desk, load_demo(desk))
    store.close()


def test_it_goes_again_without_a_trace(loaded):
    assert remove_demo(loaded.desk)
    assert row_counts(loaded.desk) == {"statement_bank": 1, "activity_event": 2}
    with loaded.desk.store.reading() as tx:
        left = tx.all(sa.select(activity_event.c.what, activity_event.c.partnership_id))
    assert {tuple(row.values()) for row in left} == {
        ("statements.kept", None),
        ("demo.removed", None),
    }


def test_a_second_call_opens_what_is_there(aldermoor):
    before = row_counts(aldermoor.desk)

    assert load_demo(aldermoor.desk) == aldermoor.assessment_id
    assert row_counts(aldermoor.desk) == before


def test_it_is_known_again_after_it_was_renamed(mine):
    desk = mine.desk
    area = partnerships.partnership_of(desk, mine.assessment_id)
    typed = Typed.over(partnerships.partnership(desk, area).name, "Our practice area")
    partnerships.edit_partnership_text(desk, area, "name", typed)

    assert load_demo(desk) == mine.assessment_id
    assert remove_demo(desk)
    assert partnerships.partnerships(desk) == ()


def test_it_can_be_loaded_again_after_it_was_removed(mine):
    remove_demo(mine.desk)

    again = load_demo(mine.desk)
    assert partnerships.assessment(mine.desk, again).status is Status.AGREED


def test_what_was_left_of_it_gives_way_when_it_is_loaded_again(mine):
    desk = mine.desk
    held.remove_assessment(desk, mine.assessment_id, "The assessment of August 2026")
    assert partnerships.assessments(desk, DEMO_ID) == ()

    again = load_demo(desk)
    assert [one.id for one in partnerships.assessments(desk, DEMO_ID)] == [again]
    held.remove_assessment(desk, again, "The assessment of August 2026")
    assert remove_demo(desk)
    assert partnerships.partnerships(desk) == ()


def test_removing_it_leaves_other_areas_alone(desk, mine):
    begin_area(desk, "Our own area")
    alone = row_counts(desk)
    ours = begin_area(mine.desk, "Our own area")

    remove_demo(mine.desk)

    assert partnerships.assessment(mine.desk, ours.assessment_id).id == ours.assessment_id
    left = dict(row_counts(mine.desk))
    assert left.pop("activity_event") == alone.pop("activity_event") + 1
    assert left == alone


def test_there_is_nothing_to_remove_before_it_is_loaded(desk):
    assert not remove_demo(desk)


def test_only_the_lead_loads_and_removes_it(desk):
    viewer = seen_by(desk, VIEWER)
    for act in (load_demo, remove_demo):
        with pytest.raises(Refused):
            act(viewer)
    assert row_counts(desk) == {}


def test_nothing_is_kept_when_loading_fails_half_way(desk):
    ids = iter([desk.new_id() for _ in range(500)])
    running_dry = make_desk(desk.store, now=desk.now, new_id=lambda: next(ids))

    with pytest.raises(StopIteration):
        load_demo(running_dry)

    assert row_counts(desk) == {}


def test_every_statement_is_dealt_with_and_few_are_fully_met(aldermoor):
    desk, assessment_id = aldermoor.desk, aldermoor.assessment_id
    rated = consensus.ratings_of(desk, assessment_id)

    assert set(rated) == {one.id for one in built_in_bank().statements}
    levels = Counter(one.rating for one in rated.values())
    assert levels[3] <= 7
    assert levels[0] >= 3
    assert levels[0] + levels[1] > levels[3]
    assert sum(one.not_applicable for one in rated.values()) == 1
    assert {one.how for one in rated.values()} == set(HowReached)
    assert all(one.because for one in rated.values() if one.how is HowReached.CHAIR_DECIDED)
    provisional = [s for s in results.results_of(desk, assessment_id).statements if s.provisional]
    assert 0 < len(provisional) < levels[3]


def test_a_rating_by_most_agencies_has_its_different_view(aldermoor):
    desk, assessment_id = aldermoor.desk, aldermoor.assessment_id
    heard = {view.statement_id for view in consensus.different_views_of(desk, assessment_id)}
    for one in consensus.ratings_of(desk, assessment_id).values():
        if one.how is HowReached.MOST_AGENCIES:
            assert one.statement_id in heard


def test_evidence_is_of_every_kind_and_older_than_its_meeting(aldermoor):
    desk, assessment_id = aldermoor.desk, aldermoor.assessment_id
    items = evidence_service.evidence_of(desk, assessment_id)
    first, *_, last = partnerships.meetings(desk, assessment_id)

    assert {item.kind for item in items} == set(EvidenceKind)
    assert all(item.owner_agency_id for item in items)
    assert all(item.dated < last.held_on for item in items if item.dated)
    assert first.held_on < last.held_on


def test_the_plan_shows_every_status_and_every_answer(aldermoor):
    desk, assessment_id = aldermoor.desk, aldermoor.assessment_id
    lines = actions.plan_of(desk, assessment_id)

    assert {line.status.state for line in lines} == set(State)
    assert {line.action.answer for line in lines} == set(Answer)
    assert {line.action.kind for line in lines} == set(Kind)
    assert any(line.action.moved for line in lines)
    assert any(line.priority.overridden for line in lines)
    assert actions.unanswered_zeros(desk, assessment_id) == ()
    assert actions.reasons_for_no_action(desk, assessment_id)


def test_an_agency_that_was_not_there_is_not_said_to_have_agreed_in_the_room(aldermoor):
    desk, assessment_id = aldermoor.desk, aldermoor.assessment_id
    last = partnerships.meetings(desk, assessment_id)[-1]
    for line in actions.plan_of(desk, assessment_id):
        if line.action.answered_on == last.held_on:
            assert line.action.owner_agency_id in last.present


@pytest.mark.parametrize(
    "today",
    [
        datetime(2026, 1, 1, 0, 30, tzinfo=UTC),
        datetime(2027, 3, 28, 12, tzinfo=UTC),
        datetime(2028, 2, 29, 23, 59, tzinfo=UTC),
    ],
)
def test_it_is_never_stale(desk, today):
    later = make_desk(desk.store, now=FixedClock(today), new_id=desk.new_id)
    is_fresh(later, load_demo(later))


def test_it_is_fresh_on_an_ordinary_day(aldermoor):
    is_fresh(make_desk(aldermoor.desk.store), aldermoor.assessment_id)


def is_fresh(later: Desk, assessment_id: str) -> None:
    """What was done lies days back, and what is to come is to come."""
    one = partnerships.assessment(later, assessment_id)
    assert one.next_review_on > later.today() < one.assess_again_on
    states = {line.status.state for line in actions.plan_of(later, assessment_id)}
    assert states == set(State)
    with later.store.reading() as tx:
        newest = tx.value(sa.select(sa.func.max(activity_event.c.at)))
    assert later.now() - timedelta(days=14) < newest < later.now()


def test_its_words_pass_the_guard(aldermoor):
    desk = aldermoor.desk
    area = partnerships.partnership_of(desk, aldermoor.assessment_id)
    preview = copies.read_copy(desk, copies.make_copy(desk, area))

    assert preview.findings == ()
    for text in told_texts():
        assert find_identifiers(text) == ()


def test_its_words_are_ones_that_practitioners_would_write():
    for text in told_texts():
        assert not NEVER.search(text), text
        assert not PEER_ALONE.search(text), text


def told_texts() -> list[str]:
    """Every text of the content."""
    parts = [content.area(), *content.ratings(), *content.evidence(), content.plan()]
    return [text for part in parts for text in _strings(part.model_dump(mode="json"))]


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _strings(inner)]
    return []


def test_first_views_came_before_the_room_spoke_and_were_opened_one_by_one(aldermoor):
    desk, assessment_id = aldermoor.desk, aldermoor.assessment_id
    found = [one for one in views.sealed_views(desk, assessment_id) if not one.after_reveal]
    opened = views.reveals_of(desk, assessment_id)

    assert {one.way for one in found} == set(Way)
    assert all(one.given_at < opened[one.statement_id].frozen_at for one in found)
    asked = views.asked(desk, assessment_id)
    missing = asked - {(one.statement_id, one.agency_id) for one in found}
    assert 0 < len(missing) < len(asked) / 5


def test_what_was_agreed_without_discussion_was_seen_alike_by_all(aldermoor):
    desk, assessment_id = aldermoor.desk, aldermoor.assessment_id
    rated = consensus.ratings_of(desk, assessment_id)
    quick = [s for s, one in rated.items() if one.how is HowReached.WITHOUT_DISCUSSION]

    assert quick
    for statement in quick:
        said = [one.said for one in views.shown_views(desk, assessment_id, statement)]
        assert set(said) == {rated[statement].rating}
        assert len(said) >= 3
