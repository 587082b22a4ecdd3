"""Something to look at: the fictional area, agreed, and its next assessment, open for rating."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from action_plans.actions import service as actions
from action_plans.reviews import service as reviews
from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.bank import service as banks
from assessment.consensus import service as consensus
from assessment.consensus.model import HowReached
from assessment.evidence import service as evidence
from assessment.partnership import service as partnerships
from assessment.peer_review import service as peer_reviews
from assessment.peer_review.model import CANNOT_TELL, GivenRating, Kind, Outcome
from assessment.store.engine import connect, sqlite_url
from assessment.views import service as views
from assessment.views.model import Answer, Way
from exports.copies import service as copies
from exports.demo.service import load_demo
from exports.downloads.model import Format
from exports.downloads.service import make_file
from tests.exports.returns.scene import added, filled


@dataclass(frozen=True)
class Loaded:
    """The ids that addresses name, and a complete copy and a filled-in plan to load back."""

    agreed: str
    open: str
    action: str
    agency: str
    review: str
    round: str
    begun: str
    challenge: str
    replied: str
    copy: Path
    plan: Path
    waiting: str
    spread: str
    recorded: str


def load_area(folder: Path) -> Loaded:
    """Fill the migrated database of a data folder, before a server opens it."""
    store = connect(sqlite_url(folder / "throughcare.db"))
    try:
        desk = Desk(store)
        agreed = load_demo(desk)
        area = partnerships.assessment(desk, agreed).partnership_id
        copy = folder / "copy.json"
        copy.write_bytes(copies.take_copy(desk, area).data)
        waiting, spread, recorded = (_in_the_room(desk, area, month) for month in (4, 5, 6))
        views.show_spread(desk, spread, "G02")
        for each in (views.show_spread, views.show_names):
            each(desk, recorded, "G02")
        consensus.record_agreed(desk, recorded, "G02", 2)
        back, begun, (challenge, replied) = _reviewed(desk, agreed)
        return Loaded(
            agreed=agreed,
            round=back,
            begun=begun,
            challenge=challenge,
            replied=replied,
            open=_next_assessment(desk, area),
            action=actions.plan_of(desk, agreed)[0].action.id,
            agency=partnerships.agencies(desk, area)[0].id,
            review=reviews.reviews_of(desk, area)[0].id,
            copy=copy,
            plan=_plan_that_came_back(desk, agreed, folder),
            waiting=waiting,
            spread=spread,
            recorded=recorded,
        )
    finally:
        store.close()


def _reviewed(desk: Desk, assessment_id: str) -> tuple[str, str, tuple[str, str]]:
    """A review by another area whose ratings are in, one just begun, and two challenges."""
    one = peer_reviews.begin_round(desk, assessment_id, "Brackley", Kind.LOCAL_AUTHORITY)
    who = peer_reviews.add_reviewer(desk, one, "Commissioner", "Brackley Council")
    first, second, third, *_ = peer_reviews.scope(desk, one)
    said = (
        GivenRating(
            statement_id=first.id, said=0, line="No record of it was shown.",
            question="Who keeps it?", for_visit=True,
        ),
        GivenRating(
            statement_id=second.id, said=CANNOT_TELL, evidence_asked="The last three records",
        ),
        GivenRating(statement_id=third.id, said=3, borrow="The Friday call to the prison"),
    )  # fmt: skip
    peer_reviews.rate_many(desk, who, said)
    begun = peer_reviews.begin_round(desk, assessment_id, "Stonebrook", Kind.PRISON)
    provider = next(
        a.id for a in partnerships.agencies(desk, _area(desk, assessment_id)) if a.types
    )
    peer_reviews.add_reviewer(desk, begun, "Service manager", "Mere Recovery", provider)
    first_challenge, other, *_ = peer_reviews.challenges(desk, one)
    peer_reviews.reply(desk, other.id, provider, "They are in the board’s folder.")
    peer_reviews.confirm(desk, other.id, Outcome.ACCEPT_IN_PART, "Two of three were there.")
    actions.raise_from_challenge(desk, other.id, "Keep the records in one place")
    return one, begun, (first_challenge.id, other.id)


def _area(desk: Desk, assessment_id: str) -> str:
    return partnerships.partnership_of(desk, assessment_id)


def _plan_that_came_back(desk: Desk, assessment_id: str, folder: Path) -> Path:
    """The workbook as owners send it back: changes, a conflict, a mistake and a row of theirs."""
    data = make_file(desk, assessment_id, Format.WORKBOOK).data
    first, second, *_ = (
        line.action for line in actions.plan_of(desk, assessment_id) if line.action.open
    )
    for one, day in ((first, date(2027, 5, 4)), (second, date(2027, 5, 5))):
        actions.set_dates(desk, one.id, one.dates().model_copy(update={"review_on": day}))
    back = filled(
        data,
        {
            (first.number, "Reported"): "Done",
            (first.number, "New progress note"): "The note went to every prescriber in June.",
            (first.number, "Review"): "1 September 2027",
            (second.number, "Due"): date(2028, 2, 1),
            (second.number, "Review"): "soon",
        },
    )
    proposed = {"What": "Tell the courts’ team whom to ring on a Friday", "Statements": "P03"}
    file = folder / "plan that came back.xlsx"
    file.write_bytes(added(back, proposed | {"Owner": "Team leader, Probation"}))
    return file


def _next_assessment(desk: Desk, area: str) -> str:
    """Begun, with one statement that has everything one can say of it."""
    bank = banks.keep_bank(desk, banks.built_in_bank(), area)
    one = partnerships.start_assessment(desk, area, bank, date(2027, 3, 1))
    agencies = partnerships.agencies(desk, area)
    consensus.record_rating(desk, one, "P08", 3)
    consensus.record_how(desk, one, "P08", HowReached.CHAIR_DECIDED)
    consensus.set_words_from(desk, one, "P08", agencies[0].id)
    consensus.set_prisons(desk, one, "P08", [partnerships.prisons(desk, area)[0].id])
    evidence.add_evidence(desk, one, "P08", "Bridging arrangement", agencies[1].id)
    view = consensus.record_different_view(desk, one, "P08", agencies[2].id)
    consensus.edit_different_reason(desk, view, Typed.over("", "Fridays still slip."))
    return one


def _in_the_room(desk: Desk, area: str, month: int) -> str:
    """Everyone but one has answered on the statement that the room has come to."""
    bank = banks.keep_bank(desk, banks.built_in_bank(), area)
    one = partnerships.start_assessment(desk, area, bank, date(2028, month, 1))
    views.choose_names_shown(desk, one, True)
    views.ask_for_views(desk, one)
    asked = [agency for statement, agency in sorted(views.asked(desk, one)) if statement == "G02"]
    for place, agency in enumerate(asked[1:]):
        said = (1, 2, 2, Answer.DONT_KNOW)[place % 4]
        views.give(desk, one, "G02", agency, said, way=Way.CALLED_OUT)
    consensus.begin_workshop(desk, one)
    consensus.go_to(desk, one, "G02")
    return one
