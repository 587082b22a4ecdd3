"""What the papers of a visit tell, to whom, and when none can be made."""

import io

import docx
import pikepdf
import pypdf
import pytest

from action_plans.actions import service as actions
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.typed import Typed
from assessment.bank.service import built_in_bank
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.peer_review.model import GivenRating, Outcome
from exports.audiences.model import Choice
from exports.downloads import service as downloads
from exports.visits import service
from exports.visits.model import Kind
from tests.desk import VIEWER, seen_by
from tests.exports.hostile import ALL
from tests.exports.printed.scene import pages, tags
from tests.exports.visits.visited import FRIDAY, MAILBOX, REASON, TASK, Visited, back, visited


def made(here: Visited, kind: Kind, reviewer_id: str = "") -> bytes:
    return service.make(here.desk, here.round_id, kind, reviewer_id).data


def in_word(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(one.text for one in document.paragraphs), *cells))


def in_order(text: str, *words: str) -> bool:
    places = [text.find(each) for each in words]
    return -1 not in places and places == sorted(places)


def test_the_agenda_begins_with_strengths_and_ends_with_the_gate(desk: Desk) -> None:
    here = back(desk)
    data = made(here, Kind.AGENDA)
    *_, gate = every = pages(data)
    text = " ".join(every)
    assert in_order(
        text, "Draft, facts being checked", "Agenda for the visit", "14 January 2027",
        "150 minutes", "Strengths: what", f"worth borrowing: {FRIDAY}", "What needs talking about",
        "G03 Standing oversight meeting,", "G02 Right people in the room,", "Who chairs?",
        "A03 Overdose risk and naloxone,", "Kits given out", "For a prison’s gate",
    )  # fmt: skip
    for words in (
        "HMP Stonebrook", "10 days before the visit", "4 January 2027", "identification",
        "No phones, smart watches, laptops", "Commissioner, Brackley Council",
    ):  # fmt: skip
        assert words in gate
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/L"} <= {tag for tag, _ in tags(data)}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        said = pdf.open_metadata()
        assert (said["pdfaid:part"], said["pdfuaid:part"]) == ("2", "1")
    area = partnerships.partnership_of(desk, here.one.assessment_id)
    assert downloads.files_made(desk, area)[0].kind == "visit_agenda"


def test_the_letter_is_a_draft_until_it_is_released(desk: Desk) -> None:
    here = back(desk)
    with pytest.raises(Refused, match="3 texts of the letter are not read yet"):
        made(here, Kind.LETTER)
    here.read()
    draft = service.make(desk, here.round_id, Kind.LETTER_WORD)
    assert "draft, facts being checked feedback letter" in draft.file_name
    assert in_word(draft.data).startswith("Draft, facts being checked\nFeedback letter")
    here.released()
    letter = service.make(desk, here.round_id, Kind.LETTER)
    assert letter.file_name == "OFFICIAL Aldermoor feedback letter 2026-11-21.pdf"
    text = " ".join(pages(letter.data))
    assert "Draft" not in text
    assert in_order(
        text, "Strengths", FRIDAY, "Challenges, and what", "No minutes seen", "Who chairs?",
        "Council: We have minutes since the spring.", "Accept in part. Half of it is done.",
        "Moderated ratings", REASON, "Actions agreed", TASK,
    )  # fmt: skip


def test_what_was_not_written_for_reviewers_leaves_only_as_it_was_decided(desk: Desk) -> None:
    here = back(desk)
    here.read(Choice.DROP)
    text = in_word(made(here, Kind.LETTER_WORD))
    assert TASK not in text
    assert REASON not in text
    assert "1. Left out of this copy" in text


def test_a_reviewer_who_may_bid_is_given_nothing_about_that_provider(desk: Desk) -> None:
    here = back(desk)
    here.read()
    here.released()
    own = Typed.over("", "Riverside has much to teach us.")
    reviews.edit_round_text(desk, here.round_id, "letter_words", own)
    both, copy = service.copies(desk, here.round_id)
    assert (
        both.left_out
        == "Not for Service manager, Brackley Recovery: a copy of their own stands below."
    )
    assert copy.words == "For Service manager, Brackley Recovery"
    assert "4 statements of this round are about Community" in copy.left_out
    for kind in (Kind.AGENDA, Kind.LETTER):
        text = " ".join(pages(made(here, kind, copy.reviewer_id)))
        assert "Copy for Service manager, Brackley Recovery" in text
        for words in ("G02", "P08", "A03", "G03", "minutes since", FRIDAY, TASK, "Who chairs?"):
            assert words not in text
        assert "Riverside" not in text
    with pytest.raises(Refused, match="Nothing is ticked"):
        made(here, Kind.BORROW, copy.reviewer_id)


def test_no_text_that_names_that_provider_is_in_their_copy(desk: Desk) -> None:
    here = visited(desk)
    area = partnerships.partnership_of(desk, here.one.assessment_id)
    larkhill = partnerships.add_agency(desk, area, "Larkhill Trust", ["ICB"])
    reviews.set_may_bid_for(desk, here.one.other, larkhill)
    said = GivenRating(
        statement_id="G02", said=1, line="LARKHILL never came", borrow="Larkhill’s list"
    )
    reviews.rate_many(desk, here.one.first, [said])
    reviews.rate_many(desk, here.one.other, [GivenRating(statement_id="G02", said=2)])
    for who in (here.one.first, here.one.other):
        reviews.show_area(desk, who)
    for challenge in reviews.challenges(desk, here.round_id):
        reviews.reply(desk, challenge.id, here.one.room.council, "We ask Larkhill each month.")
        reviews.confirm(desk, challenge.id, Outcome.ACCEPT_AND_CHANGE, "They came once.")
        actions.raise_from_challenge(desk, challenge.id, "Write to Larkhill again")
    reviews.moderate(desk, here.round_id, "G02", 2, "As Larkhill came once.")
    here.read()
    whole = in_word(made(here, Kind.LETTER_WORD))
    theirs = in_word(made(here, Kind.LETTER_WORD, here.one.other))
    assert whole.lower().count("larkhill") >= 5
    assert "larkhill" not in theirs.lower()
    assert "They came once." in theirs
    assert theirs.count("Left out for you") >= 4
    assert "worth borrowing" not in theirs


def test_strengths_are_passed_on_once_released_ticked_and_with_a_mailbox(desk: Desk) -> None:
    here = back(desk)
    with pytest.raises(Refused, match="Release what the review found first"):
        made(here, Kind.BORROW)
    here.released()
    data = made(here, Kind.BORROW)
    [page] = pages(data)
    assert in_order(page, "One thing to borrow", FRIDAY, MAILBOX)
    [as_copied] = pypdf.PdfReader(io.BytesIO(data)).pages
    assert MAILBOX in as_copied.extract_text()
    [ticked] = [one for one in reviews.ratings(desk, here.round_id) if one.pass_on]
    reviews.set_pass_on(desk, ticked.id, False)
    with pytest.raises(Refused, match="Nothing is ticked"):
        made(here, Kind.BORROW)


def test_no_paper_shows_ratings_to_a_reviewer_whose_own_are_still_to_come(desk: Desk) -> None:
    here = visited(desk)
    assert {one.refused for one in service.offers(desk, here.round_id)} == {
        "No peer reviewer’s ratings are in yet."
    }
    here.one.returned(G02=1)
    assert {one.refused for one in service.offers(desk, here.round_id)} == {
        "Give the area’s ratings to 1 peer reviewer: theirs are in."
    }
    reviews.show_area(desk, here.one.first)
    with pytest.raises(Refused, match="Wait for 1 more peer reviewer"):
        made(here, Kind.AGENDA)


def test_only_the_lead_makes_them(desk: Desk) -> None:
    here = visited(desk)
    with pytest.raises(Refused, match="Only the lead"):
        service.make(seen_by(desk, VIEWER), here.round_id, Kind.AGENDA)


def test_hostile_and_long_texts_stay_text_and_what_to_borrow_stays_on_one_page(desk: Desk) -> None:
    here = visited(desk)
    ids = [one.id for one in built_in_bank().statements][:12]
    reviews.set_scope(desk, here.round_id, ids)
    reviews.put_reviewer_away(desk, here.one.other)
    long = f"{'We read the list of releases aloud until both sides have every name. ' * 12}"
    given = [
        GivenRating(statement_id=id_, said=0, line=text, borrow=f"{text[:60]} {long}"[:900])
        for id_, text in zip(ids, ALL, strict=False)
    ]
    reviews.rate_many(desk, here.one.first, given, confirmed=True)
    reviews.show_area(desk, here.one.first)
    here.released()
    [page] = pages(made(here, Kind.BORROW))
    assert in_order(page, "12 things to borrow", "1. G01", ids[-1], "all of it", MAILBOX)
    words = in_word(made(here, Kind.LETTER_WORD))
    assert all(text.split()[0] in words for text in ALL[:12] if text.isascii())
