"""The web app's door: settings, store, who is here, pages. Nothing imports it."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

import streamlit as st

from action_plans.actions import service as actions
from action_plans.actions.pages import action, challenge
from action_plans.priorities.pages import changes, ours, plan, resources
from action_plans.reviews.pages import review
from assessment.access.actor import REVIEWS_STRANGER, Role
from assessment.access.desk import Desk
from assessment.access.errors import UserError
from assessment.access.opening import data_note, is_room_door, open_desk, trusted_proxies
from assessment.bank.pages import statements_page
from assessment.consensus import service as consensus
from assessment.consensus.pages import finish
from assessment.invitations import service as invitations
from assessment.invitations.pages import codes, join
from assessment.pairing import pages as pairing
from assessment.partnership import service as partnerships
from assessment.partnership.pages import prepare, start
from assessment.partnership.panels.chosen import chosen_assessment
from assessment.peer_review.pages import moderating, reviewing, reviews
from assessment.peer_review.pages import round as review_round
from assessment.ui import page, shell
from assessment.ui.context import PageContext
from assessment.ui.following import room_marks
from assessment.ui.html import fill, show
from assessment.ui.messages import errors_shown, message
from assessment.ui.moves import Moves, listen
from assessment.ui.navigation import Entry, open_everywhere, open_page, pages_for
from assessment.views.pages import keypad, views
from domains.walk.pages import (
    agenda,
    history,
    home,
    laptop,
    mine,
    passed,
    results,
    room,
    statement,
    statements,
)
from domains.walk.service.seat import seat_marks
from exports.copies import pages as copies
from exports.demo.service import DEMO_ID, load_demo, remove_demo
from exports.downloads.pages import downloads
from exports.downloads.pages import reading as reading_texts
from exports.downloads.service import agency_files, needs_file
from exports.finish import pages as leave
from exports.holdings import pages as holdings
from exports.holdings.service import remove_area
from exports.packs.pages import packs, reviewer_packs
from exports.packs.service import freeze
from exports.printed import pages as printed
from exports.printed.service import (
    join_slips,
    join_slips_name,
    review_record,
    review_record_name,
)
from exports.returns import pages as returned
from exports.visits import pages as visits


EVERYONE = frozenset({Role.LEAD, Role.VIEWER})
LEAD = frozenset({Role.LEAD})
DOOR = frozenset({Role.STRANGER})
LAPTOP = "laptop"
NOT_BEGUN = "<p>The lead of the area begins the assessment. Then it can be read here.</p>"


def wording(ctx: PageContext) -> None:
    """The statements page, for the set that this assessment follows."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    here = (ctx.desk, ctx.assessment_id)
    use = partial(partnerships.use_statements, *here, resting=partial(actions.resting, *here))
    statements_page.render(ctx, one.bank_id, use)


def home_page(ctx: PageContext) -> None:
    """Home, unless an area was begun on the first page just before: then on to that."""
    start.go_on(ctx)
    home.render(ctx)


ENTRIES = (
    Entry("home", "Home", home_page, EVERYONE, listed=True),
    Entry("prepare", "Prepare", prepare.render, LEAD, listed=True),
    Entry("views", "First views", views.render, LEAD, listed=True),
    Entry("statements", "Statements", statements.render, EVERYONE, listed=True),
    Entry("results", "Results", results.render, EVERYONE, listed=True),
    Entry("plan", "Action plan", plan.render, EVERYONE, listed=True),
    Entry("downloads", "Downloads", downloads.render, EVERYONE, listed=True),
    Entry("statement", "Statement", statement.render, EVERYONE),
    Entry("room", "The room", room.render, LEAD),
    Entry("agenda", "Agenda", agenda.render, LEAD),
    Entry("history", "How it came to its rating", history.render, EVERYONE),
    Entry("action", "Action", action.render, EVERYONE),
    Entry("review", "Review meeting", review.render, LEAD),
    Entry("reviews", "Review by another area", reviews.render, LEAD),
    Entry("round", "One review by another area", review_round.render, LEAD),
    Entry("moderating", "Moderated ratings", moderating.render, LEAD),
    Entry("challenge", "A challenge", challenge.render, LEAD),
    Entry("ours", "One agency’s part of the plan", ours.render, EVERYONE),
    Entry("resources", "Money and staff time", resources.render, EVERYONE),
    Entry("changes", "What changed in the plan", changes.render, EVERYONE),
    Entry("finish", "Finish later", finish.render, EVERYONE),
    Entry("wording", "The statements", wording, EVERYONE),
    Entry("keypad", "Key in paper packs", keypad.render, LEAD),
    Entry("codes", "Codes to join", codes.render, LEAD),
    Entry("laptop", "Pass the laptop", laptop.render, LEAD),
    Entry("packs", "Agency packs", packs.render, LEAD),
    Entry("reviewer_packs", "Reviewer packs", reviewer_packs.render, LEAD),
    Entry("visit", "The visit and the letter", visits.render, LEAD),
    Entry("reading", "Read the texts", reading_texts.render, LEAD),
    Entry("print", "To print", printed.render, LEAD),
    Entry("leave", "Finish", leave.render, LEAD),
    Entry("returned", "A plan that came back", returned.render, LEAD),
    Entry("copies", "Complete copy", copies.render, LEAD, needs_assessment=False),
    Entry("holdings", "What this holds", holdings.render, EVERYONE),
    Entry("pairing", "Who reviews whom", pairing.render, LEAD, needs_assessment=False),
    Entry("start", "Begin", start.render, LEAD, needs_assessment=False),
    Entry("join", "Join the room", join.render, DOOR, needs_assessment=False),
    Entry("mine", "Your agency’s form", mine.render, DOOR, needs_assessment=False),
    Entry(
        "reviewing",
        "Your review",
        reviewing.render,
        DOOR,
        needs_assessment=False,
        door=REVIEWS_STRANGER,
    ),
)


def main() -> None:
    """One run of the app."""
    st.set_page_config("Throughcare", page.ICON, layout="wide")
    page.start()
    try:
        desk = desk_here()
    except UserError as error:
        show(fill("<h1>Throughcare cannot open its data</h1>{}", message(error)))
        return
    with errors_shown():
        come_in(desk)


@st.cache_resource(show_spinner=False)
def desk_here() -> Desk:
    """One desk for the whole server: its store is safe to share."""
    return open_desk()


def come_in(desk: Desk) -> None:
    """The lead has the whole app, unless the laptop is being passed around: that is looked at
    before anything else, whatever the address says."""
    if desk.actor.role is not Role.LEAD:
        pages(desk)
        return
    turn = invitations.whose_turn(desk)
    try:
        if turn is None:
            pages(invitations.lead_desk(desk, otherwise=st.rerun))
        else:
            only_the_laptop(desk)
    finally:  # a page that failed is left by the same way
        follow_the_laptop(turn)


def pages(desk: Desk) -> None:
    """The pages that this person may see, and the one that the address names."""
    partnership_id, assessment_id = chosen_assessment(desk, last=DEMO_ID)
    theirs = pages_for(ENTRIES, desk.actor, assessment_id)
    if not theirs:
        show("<h1>Nothing has been begun here</h1>", NOT_BEGUN)
        return
    context = PageContext(
        desk=desk,
        partnership_id=partnership_id,
        assessment_id=assessment_id,
        data_note="" if desk.actor.role is Role.STRANGER else data_note(desk.store),
        deeds=deeds(desk, partnership_id, assessment_id),
    )
    open_page(context, ENTRIES, theirs, first_page(desk, assessment_id))


def first_page(desk: Desk, assessment_id: str) -> str:
    """Where one comes in."""
    if desk.actor.role is Role.STRANGER:
        return "reviewing" if desk.actor == REVIEWS_STRANGER else "join"
    return "home" if assessment_id else "start"


def deeds(desk: Desk, partnership_id: str, assessment_id: str) -> dict[str, Callable[..., object]]:
    """What pages may set off that lives above them; removing the demo only where it is shown."""
    if desk.actor.role is Role.STRANGER:
        return {}
    offered: dict[str, Callable[..., object]] = {
        "agency_files": partial(agency_files, desk, assessment_id),
        "freeze_review_texts": partial(freeze, desk),
        "join_slips": partial(join_slips, desk, assessment_id),
        "join_slips_name": partial(join_slips_name, desk, assessment_id),
        "load_demo": partial(load_demo, desk),
        "let_settled_stand": partial(consensus.let_settled_stand, desk, assessment_id),
        "needs_file": partial(needs_file, desk, assessment_id),
        "remove_area": partial(remove_area, desk),
        "review_record": partial(review_record, desk),
        "review_record_name": partial(review_record_name, desk),
    }
    if partnership_id == DEMO_ID:
        offered["remove_demo"] = partial(remove_demo, desk)
    return offered


def only_the_laptop(desk: Desk) -> None:
    """The laptop's own screen, at every address there is."""
    open_everywhere(partial(passed.render, PageContext(desk=desk)), ENTRIES)


def follow_the_laptop(turn: tuple[str, str | None] | None) -> None:
    """Every open tab follows within a second when the laptop is handed on or comes back."""
    listen(LAPTOP, LAPTOP, str(turn), st.rerun)


def laptop_is_passed() -> bool:
    """Whether the lead is shut out of the app just now; also when that cannot be told."""
    try:
        return invitations.whose_turn(desk_here()) is not None
    except UserError:
        return True


def marks_here(followed: Collection[str]) -> Mapping[str, str]:
    """How that stands which pages follow: devices their seats, at the lead's the rest."""
    desk = desk_here()
    if desk.actor.role is Role.STRANGER:
        return seat_marks(desk, followed)
    assessments = frozenset(followed) - {LAPTOP}
    return {LAPTOP: str(invitations.whose_turn(desk)), **room_marks(desk, assessments)}


if __name__ == "__main__":
    main()
else:
    app = st.App(
        __file__,
        lifespan=shell.lifespan,
        routes=[Moves(marks_here).route],
        middleware=shell.middleware(is_room_door(), laptop_is_passed, proxies=trusted_proxies()),
    )
