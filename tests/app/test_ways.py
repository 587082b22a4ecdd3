"""Every page can be reached by clicks from the first screen, and the way is walked here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from streamlit.testing.v1 import AppTest

import app
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.peer_review.model import GivenRating
from tests.app.doors import opened, words


LISTED = {entry.name for entry in app.ENTRIES if entry.listed}
AT_THE_DOOR = {entry.name for entry in app.ENTRIES if entry.who == app.DOOR}


@dataclass(frozen=True)
class Way:
    """From a page in the navigation, or one to which there is a way, which buttons to press, by
    how their labels begin."""

    start: str
    presses: tuple[str, ...]
    arrives: str
    address: Mapping[str, str] = field(default_factory=dict)


WAYS = {
    "statement": Way("statements", ("Open G01",), "<h1>G01 "),
    "action": Way("plan", ("Update 1",), "The owner’s answer"),
    "finish": Way("home", ("Finish words left for later",), "Finish later"),
    "wording": Way("statements", ("Read about the wording",), "<h1>The statements</h1>"),
    "copies": Way("downloads", ("Go to the complete copy",), "<h1>Complete copy</h1>"),
    "holdings": Way("downloads", ("What this holds",), "<h1>What this holds</h1>"),
    "start": Way("home", ("Begin another area",), "<h1>See how care carries on after prison"),
    "history": Way("statement", ("How G01 came",), "<h1>How G01 came", {"id": "G01"}),
    "room": Way("views", ("Open the facilitator",), "Open the agenda"),
    "agenda": Way("room", ("Open the agenda",), "Agenda</h1>"),
    "packs": Way("views", ("Make packs",), "<h1>Agency packs"),
    "codes": Way("views", ("Make the codes",), "<h1>Codes to join</h1>"),
    "laptop": Way("views", ("Pass the laptop",), "<h1>Pass the laptop</h1>"),
    "keypad": Way("views", ("Key in paper packs",), "<h1>Key in"),
    "review": Way("plan", ("Hold a review meeting",), "Begin the review"),
    "reviews": Way("results", ("Open the reviews by",), "<h1>Review by another area</h1>"),
    "pairing": Way("reviews", ("Pair the areas",), "<h1>Who reviews whom</h1>"),
    "round": Way("reviews", ("Open review 2",), "<h1>Review 2, by Brackley</h1>"),
    "reviewer_packs": Way(
        "round", ("Go to reviewer packs",), "<h1>Reviewer packs</h1>", {"id": "{review}"}
    ),
    "moderating": Way(
        "round",
        ("Set moderated ratings",),
        "<h1>Moderated ratings</h1>",
        {"id": "{review}", "section": "back"},
    ),
    "visit": Way(
        "round",
        ("Make the agenda and the letter",),
        "<h1>The visit and the letter</h1>",
        {"id": "{review}", "section": "visit"},
    ),
    "challenge": Way(
        "round",
        ("Open G03, Commissioner",),
        "<h2>What we agreed</h2>",
        {"id": "{review}", "section": "back"},
    ),
    "changes": Way("plan", ("See what changed",), "<h1>What changed</h1>"),
    "ours": Way("plan", ("One agency’s part",), "One agency’s part of the action plan</p>"),
    "resources": Way("plan", ("Money and staff time",), "<h1>Money and staff time</h1>"),
    "returned": Way("plan", ("Read a plan",), "<h1>A plan that came back</h1>"),
    "leave": Way("downloads", ("Go to the folder",), "<h1>Finish</h1>"),
    "reading": Way("downloads", ("Read the texts",), "<h1>Texts in the copy", {"for": "public"}),
    "print": Way("views", ("Print paper packs",), "<h1>To print</h1>"),
}
OTHER_WAYS = [
    Way("downloads", ("Go to the sheets to print",), "<h1>To print</h1>"),
    Way("home", ("Prepare",), "<h1>Prepare</h1>"),
    Way(
        "prepare",
        ("Go on to agencies", "Go on to statements", "Look at the statements, or use others"),
        "<h1>The statements</h1>",
    ),
]


@pytest.fixture
def rating(full_sqlite, seat) -> str:
    """The fictional area with a review begun, its ratings opened again: so every stage's buttons
    are there. Gives the review's id."""
    desk = seat(full_sqlite)
    [area] = partnerships.partnerships(desk)
    [one, *_] = partnerships.assessments(desk, area.id)
    begun = reviews.begin_round(desk, one.id, "Brackley")
    who = reviews.add_reviewer(desk, begun, "Commissioner", "Brackley Council")
    reviews.rate_many(desk, who, [GivenRating(statement_id="G03", said=0)])
    partnerships.reopen(desk, one.id, "To look again")
    return begun


def begun_at(way: Way, review: str) -> AppTest:
    address = {key: value.format(review=review) for key, value in way.address.items()}
    return opened(way.start, **address)


def walked(way: Way, review: str = "") -> AppTest:
    at = begun_at(way, review)
    for label in way.presses:
        [button, *_] = [one for one in at.button if one.label.startswith(label)]
        at = button.click().run()
        assert [one.message for one in at.exception] == []
    return at


def said(at: AppTest) -> str:
    return "\n".join([words(at), *(field.label for field in at.text_input)])


def test_there_is_a_way_to_every_page() -> None:
    """The others are in the navigation, at the top of every page."""
    assert set(WAYS) == {entry.name for entry in app.ENTRIES} - LISTED - AT_THE_DOOR


@pytest.mark.parametrize("name", WAYS)
def test_it_is_reached_by_clicks(name, rating) -> None:
    way = WAYS[name]
    assert way.start in LISTED | set(WAYS)
    assert way.arrives not in said(begun_at(way, rating))
    assert way.arrives in said(walked(way, rating))


def test_prepare_leads_to_the_wording(area_sqlite, seat) -> None:
    seat(area_sqlite)
    for way in OTHER_WAYS:
        assert way.arrives in said(walked(way))
