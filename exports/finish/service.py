"""Makes the folder: every file by the slice that knows how, and what cannot be made is said."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from action_plans.reviews import service as reviews
from assessment.access.desk import Desk
from assessment.access.errors import UserError
from assessment.documents.names import file_name
from assessment.partnership import service as partnerships
from assessment.peer_review import service as peer_reviews
from assessment.peer_review.model import ReviewRound
from assessment.privacy.audience import COPY_FOR, READ_FIRST, Audience
from exports.audiences import service as audiences
from exports.board import service as board
from exports.calendar.events import due_events
from exports.copies import service as copies
from exports.downloads import service as downloads
from exports.finish.model import PLACES, Contents, Item, LeftOut, Place
from exports.finish.permissions import check_user_can_finish
from exports.finish.rules.index import NAME, index
from exports.pdf import make as pdf
from exports.printed import service as printed
from exports.printed.model import Kind
from exports.report.gathered import Gathered
from exports.report.made import Made
from exports.report.model import Report
from exports.report.reading import unread
from exports.report.service import blind_stands, gather, not_for, not_read, report_of, to_read
from exports.tables import make as tables
from exports.visits import service as visits
from exports.visits.model import Kind as Paper


KIND = "folder"
WHAT = "folder of the workshop"
PAGES = "Pages for the agencies"

PAPERS = {
    Paper.AGENDA: ("Agenda for the visit", "For printing, with a page for a prison’s gate."),
    Paper.LETTER: ("Feedback letter", "Strengths, challenges with their replies, and actions."),
    Paper.LETTER_WORD: ("Feedback letter in Word", "The same, to edit."),
}

Making = tuple[Place, str, str, Callable[[], Iterable[Made]]]


def folder_name(desk: Desk, assessment_id: str) -> str:
    """What the folder is called today: marking, area, what it is, day."""
    area = partnerships.partnership(desk, partnerships.partnership_of(desk, assessment_id))
    return file_name(area.marking, area.name, WHAT, desk.today(), "zip")


def not_yet(desk: Desk, assessment_id: str) -> tuple[LeftOut, ...]:
    """What the folder cannot hold as things stand, and why. Raises Refused, NotFound."""
    check_user_can_finish(desk.actor)
    pages = tuple(
        LeftOut(what=PAGES, because=offer.refused)
        for offer in printed.offers(desk, assessment_id)
        if offer.kind is Kind.AFTER and offer.refused
    )
    papers = tuple(
        LeftOut(what=f"{PAPERS[offer.kind][0]} of review {one.number}", because=offer.refused)
        for one in _reviewed(desk, assessment_id)
        for offer in visits.offers(desk, one.id)
        if offer.kind in PAPERS and offer.refused
    )
    return (
        pages
        + papers
        + tuple(
            LeftOut(what=COPY_FOR[audience], because=because)
            for audience in begun_reading(desk, assessment_id)
            if (because := _stands(desk, assessment_id, audience))
        )
    )


def _stands(desk: Desk, assessment_id: str, audience: Audience) -> str:
    """What stands in the way of an audience's copy; empty where nothing does."""
    blind = blind_stands(desk, assessment_id, audience)
    waiting = 0 if blind else waiting_texts(desk, assessment_id, audience)
    return blind or (not_read(waiting, audience) if waiting else "")


def begun_reading(desk: Desk, assessment_id: str) -> tuple[Audience, ...]:
    """The audiences outside the area for whose copy a text was read: somebody means to make it."""
    return tuple(
        audience
        for audience in Audience
        if audience in READ_FIRST
        and any(one.decided for one in audiences.texts_read(desk, assessment_id, audience).values())
    )


def waiting_texts(desk: Desk, assessment_id: str, audience: Audience) -> int:
    """How many texts of a copy are still to be read."""
    passages, _ = to_read(desk, assessment_id, audience)
    return len(unread(passages, audiences.texts_read(desk, assessment_id, audience)))


def make_folder(desk: Desk, assessment_id: str) -> Made:
    """Everything that leaves the room in one zip, recorded as made.

    What cannot be made is left out, and the text on top says why.

    Raises:
        Refused: not the lead. NotFound: no such assessment.
    """
    check_user_can_finish(desk.actor)
    report = report_of(desk, assessment_id)
    contents = contents_of(desk, assessment_id, report)
    name = folder_name(desk, assessment_id)
    notes = tuple(f"{one.what}: {one.because}" for one in contents.left_out)
    partnership_id = partnerships.partnership_of(desk, assessment_id)
    downloads.record_made(
        desk, partnership_id, assessment_id, KIND, name, report.marking, " ".join(notes)
    )
    return Made(data=_zipped(report, contents), file_name=name, notes=notes)


def contents_of(desk: Desk, assessment_id: str, report: Report) -> Contents:
    """Every file in its place. The two that take longest are made beside the others."""
    items: list[Item] = []
    left_out: list[LeftOut] = []
    with ThreadPoolExecutor(2) as beside:
        for place, what, about, make in _makings(desk, assessment_id, report, beside):
            try:
                items += [Item(place=place, made=made, about=about) for made in make()]
            except UserError as error:
                left_out.append(LeftOut(what=what, because=error.message))
    items.sort(key=lambda item: tuple(Place).index(item.place))
    return Contents(items=tuple(items), left_out=tuple(left_out))


def _makings(
    desk: Desk, assessment_id: str, report: Report, beside: ThreadPoolExecutor
) -> Iterator[Making]:
    """Each file with its place, its name in words, what it is for, and the making of it."""
    paper = board.board_paper(desk, assessment_id, report)
    in_full, in_short = beside.submit(pdf.make, report), beside.submit(board.pdf_of, paper, report)
    gathered = gather(desk, assessment_id, Audience.BOARD)
    yield from _to_work_with(desk, assessment_id, report, gathered)
    yield from _for_agencies(desk, assessment_id, gathered)
    yield from _of_reviews(desk, assessment_id)
    for audience in begun_reading(desk, assessment_id):
        warned = not_for(desk, assessment_id, audience)
        yield (
            Place.OUTSIDE, COPY_FOR[audience],
            f"The report with what they are given, as read. {warned}".rstrip(),
            partial(_copies, desk, assessment_id, audience),
        )  # fmt: skip
    yield (
        Place.COPY, "Complete copy", "For safe keeping, and to go on elsewhere.",
        lambda: [copies.take_copy(desk, gathered.partnership.id)],
    )  # fmt: skip
    yield (
        Place.BOARD, "Board paper in Word", "The board paper, for whoever must edit it.",
        lambda: [board.word_of(paper, report)],
    )  # fmt: skip
    yield (
        Place.BOARD, "Board paper", "Two pages: what the board is asked to agree, note and "
        "commit to.", lambda: [in_short.result()],
    )  # fmt: skip
    yield (
        Place.WORK, "Full report", "Every statement and action in full, for reading.",
        lambda: [in_full.result()],
    )  # fmt: skip


def _to_work_with(
    desk: Desk, assessment_id: str, report: Report, gathered: Gathered
) -> Iterator[Making]:
    # Here: a library that no page needs.
    from exports.workbook.make import make as workbook

    held = reviews.reviews_of(desk, gathered.partnership.id)
    yield (
        Place.WORK, "Workbook", "The plan, the ratings and the evidence, to sort and to filter.",
        lambda: [workbook(report)],
    )  # fmt: skip
    yield (
        Place.WORK, "CSV files", "For other programs.",
        lambda: [tables.plan(report), tables.statements(report)],
    )  # fmt: skip
    yield (
        Place.WORK, "Review meetings",
        "The next review, visits by other areas, and when we assess again; for everyone.",
        lambda: [downloads.meetings_of(desk, assessment_id, gathered)],
    )  # fmt: skip
    if held:
        yield (
            Place.WORK, "Record of the last review",
            "One page: what was said of each action, and which dates moved.",
            lambda: [printed.review_record(desk, held[0].id)],
        )  # fmt: skip


def _for_agencies(desk: Desk, assessment_id: str, gathered: Gathered) -> Iterator[Making]:
    yield (
        Place.AGENCIES, "Calendars of the agencies",
        "The days by which that agency is to have done what it said it would.",
        lambda: _calendars(gathered),
    )  # fmt: skip
    yield (
        Place.AGENCIES, "Sheets of the agencies",
        "What that agency owns, supports and waits for, by date, to sort and to filter.",
        lambda: _sheets(desk, gathered),
    )  # fmt: skip
    yield (
        Place.AGENCIES, PAGES, "What that agency said beside what was agreed, and what it owns.",
        lambda: _pages(desk, assessment_id),
    )  # fmt: skip


def _reviewed(desk: Desk, assessment_id: str) -> tuple[ReviewRound, ...]:
    """The reviews by other areas whose ratings are back, so that there is something to tell."""
    every = peer_reviews.rounds(desk, assessment_id)
    return tuple(one for one in every if one.returned_at is not None)


def _of_reviews(desk: Desk, assessment_id: str) -> Iterator[Making]:
    """The whole copies, drafts among them: for ourselves alone."""
    for one in _reviewed(desk, assessment_id):
        for kind, (what, about) in PAPERS.items():
            yield (
                Place.REVIEWED, f"{what} of review {one.number}", about,
                partial(_paper, desk, one.id, kind),
            )  # fmt: skip


def _paper(desk: Desk, round_id: str, kind: Paper) -> list[Made]:
    return [visits.make(desk, round_id, kind)]


def _calendars(g: Gathered) -> Iterator[Made]:
    """One for each agency that has a date to keep."""
    from exports.calendar.make import agency_calendar  # here: as above

    return (agency_calendar(g, agency) for agency in g.agencies if due_events(g, agency.id))


def _copies(desk: Desk, assessment_id: str, audience: Audience) -> list[Made]:
    """An audience's copy to read and to work with. Raises Refused while texts are unread."""
    from exports.workbook.make import make as workbook  # here: as above

    copy = report_of(desk, assessment_id, audience)
    return [pdf.make(copy), workbook(copy)]


def _sheets(desk: Desk, g: Gathered) -> Iterator[Made]:
    """One for each agency that has a part in an open action."""
    made = (
        downloads.sheet_of(desk, g.partnership.id, agency.id, g.plan_rows) for agency in g.agencies
    )
    return (one for one in made if one is not None)


def _pages(desk: Desk, assessment_id: str) -> list[Made]:
    """Each agency's own page; they come as one file."""
    made = printed.make(desk, assessment_id, Kind.AFTER)
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        return [Made(data=archive.read(name), file_name=name) for name in archive.namelist()]


def _zipped(report: Report, contents: Contents) -> bytes:
    """What is a zip or a PDF already is packed as it is; texts are compressed."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(NAME, index(report, contents))
        for name, item in _apart(contents.items):
            packed = name.endswith((".json", ".csv", ".ics"))
            way = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            archive.writestr(name, item.made.data, way)
    return data.getvalue()


def _apart(items: Iterable[Item]) -> Iterator[tuple[str, Item]]:
    """Names with their folders, of which no two are the same, also where long ones were cut."""
    taken: set[str] = set()
    for item in items:
        folder, name, number = PLACES[item.place].folder, item.made.file_name, 1
        while f"{folder}/{name}".casefold() in taken:
            number += 1
            name = f"{number} {item.made.file_name}"
        taken.add(f"{folder}/{name}".casefold())
        yield f"{folder}/{name}", item
