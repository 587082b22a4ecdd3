"""Makes calendar files, as RFC 5545 has them.

An entry is a whole day that leaves its reader free, and has no reminder: those are each reader's
own. There is no METHOD, which would make it an invitation with an organiser (RFC 5546).
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar as File
from icalendar import Event as Entry
from icalendar import vText

from assessment.access.texts import tidy
from assessment.documents.names import file_name
from assessment.partnership.model import Agency
from assessment.peer_review.model import ReviewRound
from exports.calendar.events import HOW_TO_REPLACE, Event, due_events, review_events, visit_events
from exports.report.gathered import Gathered
from exports.report.made import Made


_MADE_BY = "-//Throughcare//Action plan//EN"
_DOMAIN = "throughcare.invalid"  # RFC 5545 asks for a host; this one is nobody's (RFC 2606)


def review_calendar(g: Gathered, held: int, rounds: Iterable[ReviewRound] = ()) -> Made:
    """The partnership's own dates in one file, for everyone; `held` reviews have been, and
    `rounds` are its reviews by other areas."""
    return _made(g, "review meetings", (*review_events(g, held), *visit_events(g, rounds)))


def agency_calendar(g: Gathered, agency: Agency) -> Made:
    """The dates by which one agency is to have done what it said it would; for that agency."""
    return _made(g, f"due dates of {agency.name}", due_events(g, agency.id))


def written(name: str, events: Iterable[Event], made_at: datetime) -> bytes:
    """A calendar file of these entries; its texts are escaped and its lines folded."""
    file = File()
    file.add("prodid", _MADE_BY)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    # What begins with X- has no type of its own, and would go in as it is.
    file.add("x-wr-calname", vText(tidy(name)))
    file.add("x-wr-caldesc", vText(HOW_TO_REPLACE))
    for event in events:
        file.add_component(_entry(event, made_at.astimezone(UTC)))
    made: bytes = file.to_ical()
    return made


def _entry(event: Event, made_at: datetime) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.id}@{_DOMAIN}")
    entry.add("dtstamp", made_at)
    entry.add("last-modified", event.changed_at.astimezone(UTC))
    entry.add("sequence", event.version)
    entry.add("dtstart", event.day)
    entry.add("dtend", event.day + timedelta(days=1))
    entry.add("summary", tidy(event.title))
    entry.add("description", tidy("\n".join(event.words)))
    entry.add("transp", "TRANSPARENT")
    return entry


def _made(g: Gathered, what: str, events: Iterable[Event]) -> Made:
    area, marking = g.partnership.name, g.partnership.marking
    return Made(
        data=written(f"{area}: {what}", events, g.now),
        file_name=file_name(marking, area, what, g.today, "ics"),
    )
