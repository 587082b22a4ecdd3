"""After the workshop: what one agency said beside what was agreed, on a page or two."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from assessment.access.wording import are, counted, local_day, long_date
from assessment.consensus.model import STANCE_WORDS, STANDING_WORDS, DifferentView, Stance, Standing
from assessment.views.model import Answer, Said
from assessment.views.rules.answers import said_words
from exports.printed.model import Group, Seen
from exports.printed.rules.heads import ids
from exports.printed.rules.told import NOT_JUDGED, Told
from exports.report.paper.model import Rating
from exports.report.paper.parts import rating


MOST_ROWS = 14
UNNAMED = "the room saw how views lay and no names, so this page does not say which was yours."
OWN_COPY = "Your own pack, paper or device has what you gave."
NO_NAMES = "No names are shown in this assessment, not to the lead either."
FIRST_LINE = "For this agency only; not for circulation."


def lead_words(told: Sequence[Told]) -> str:
    """In one sentence how the agency's views stand to what was agreed."""
    given = sum(one.answered for one in told)
    settled = sum(one.settled for one in told)
    otherwise = sum(one.judged_otherwise for one in told)
    views = f"{counted(given, 'first view')} of yours {are(given)} here"
    agreed = f"{settled} of your {counted(len(told), 'statement')} {are(settled)} agreed"
    untold = any(one.settled and one.answered and one.said is None for one in told)
    some = f"at least {otherwise}" if untold else f"{otherwise}"
    apart = f" On {some} of them you had seen it differently." if otherwise else ""
    return f"{views}, and {agreed}.{apart}"


def seen_differently(told: Iterable[Told], labels: Sequence[str]) -> tuple[tuple[Seen, ...], str]:
    """The statements seen differently, the furthest apart first, and the rest by their ids.

    Those on which the agency recorded a different view are among them.
    """
    apart = [one for one in told if one.judged_otherwise or one.recorded]
    apart.sort(key=lambda one: -one.distance if one.judged_otherwise else 0)
    rows = tuple(_seen(one, labels) for one in apart[:MOST_ROWS])
    more = [one.id for one in apart[MOST_ROWS:]]
    return rows, f"Also seen differently: {ids(more)}." if more else ""


def same(told: Sequence[Told]) -> tuple[Group, ...]:
    """Where the agency saw it as it was agreed, and where it did not judge, by their ids."""
    plain = [one for one in told if one.said is not None and one.settled and not one.recorded]
    agree = [one.id for one in plain if one.said == one.outcome]
    unsure = [one.id for one in plain if one.said in NOT_JUDGED]
    return tuple(
        Group(words=f"{words}: {counted(len(found), 'statement')}.", ids=ids(found))
        for words, found in (
            ("Agreed as you saw it", agree),
            ("You said don’t know or not ours to judge", unsure),
        )
        if found
    )


def rest_words(told: Sequence[Told], *, names_shown: bool) -> str:
    """Why the page says of the other statements what was agreed, and not what the agency said.

    The lead makes the page and may not look at what the room has not looked at, so the page
    cannot tell it to the agency either; that it is kept, and stays sealed, is said.
    """
    rest = [one for one in told if one.said is None and not one.recorded]
    sealed = sum(one.answered and not one.shown for one in rest)
    unnamed = sum(one.answered and one.shown for one in rest)
    missing = sum(not one.answered for one in rest)
    sentences = (
        _sealed_words(sealed) if sealed else "",
        f"On {counted(unnamed, 'statement')} {UNNAMED}" if unnamed else "",
        "" if names_shown or not (sealed or unnamed) else NO_NAMES,
        OWN_COPY if sealed or unnamed else "",
        f"No view was received from you on {counted(missing, 'statement')}." if missing else "",
    )
    return " ".join(filter(None, sentences))


def _sealed_words(number: int) -> str:
    it, stays = ("it", "stays") if number == 1 else ("them", "stay")
    return (
        f"You gave {counted(number, 'view')} that the room did not look at; "
        f"{'it' if number == 1 else 'they'} {stays} sealed, and this page, which the lead for the "
        f"assessment makes, does not open {it}."
    )


def rest(told: Iterable[Told], labels: Sequence[str]) -> tuple[Group, ...]:
    """What was agreed of the statements whose own view is not told, one line for each outcome."""
    found: dict[str, tuple[Rating, list[str]]] = {}
    for one in told:
        if one.said is None and not one.recorded and one.settled:
            box = agreed_box(one, labels)
            found.setdefault(box.words, (box, []))[1].append(one.id)
    ordered = sorted(found.values(), key=lambda pair: _low_first(pair[0]))
    return (
        *(Group(words="", ids=ids(these), rating=box) for box, these in ordered),
        *_not_settled(told),
    )


def agreed_box(one: Told, labels: Sequence[str]) -> Rating:
    """What was agreed, as a box."""
    if one.agreed is None or one.agreed.rating is None or not one.settled:
        return rating(None, STANDING_WORDS.get(one.standing, ""))
    hollow = one.standing is Standing.PROVISIONAL
    words = labels[one.agreed.rating]
    return rating(
        one.agreed.rating, f"{words}, provisional" if hollow else words, provisional=hollow
    )


def said_box(said: Said, labels: Sequence[str]) -> Rating:
    """What the agency said, as a box; an answer that is no rating has no blocks."""
    if isinstance(said, Answer) and said is not Answer.NOT_APPLICABLE:
        return Rating(level=None, provisional=False, symbol="", words=said_words(said, labels))
    return rating(said if isinstance(said, int) else None, said_words(said, labels))


def different_words(until: date | None, reply_to: str, *, still_open: bool) -> tuple[str, ...]:
    """How the agency records a different view, by when and to whom."""
    if not still_open:
        return (
            "This assessment is closed. To have a different view recorded, ask the lead for the "
            "assessment to take it up again.",
        )
    to = reply_to or "the lead for the assessment"
    by = f"by {long_date(until)}, within ten working days" if until else "within ten working days"
    return (
        f"If you see a rating differently, write to {to} {by}: the statement’s id, the rating you "
        "would give, and why in a sentence or two.",
        "It stands beside the agreed rating, with your agency’s name, in the partnership’s own "
        "copy of the report, and changes nothing in the rating. Copies for the board and for "
        "others leave it out. Nothing closes on that day.",
    )


def _seen(one: Told, labels: Sequence[str]) -> Seen:
    return Seen(
        id=one.id,
        title=one.title,
        said=None if one.said is None else said_box(one.said, labels),
        said_note=_recorded(one.recorded, labels) if one.recorded else "",
        agreed=agreed_box(one, labels),
    )


def _recorded(view: DifferentView, labels: Sequence[str]) -> str:
    said = view.said
    words = STANCE_WORDS[said] if isinstance(said, Stance) else None
    if words is None:
        words = labels[said] if isinstance(said, int) else "no rating given"
    return f"Different view recorded on {long_date(local_day(view.recorded_at))}: {words}"


def _not_settled(told: Iterable[Told]) -> Iterator[Group]:
    waiting = [one.id for one in told if not one.settled]
    if waiting:
        yield Group(
            words=f"Not agreed yet: {counted(len(waiting), 'statement')}.", ids=ids(waiting)
        )


def _low_first(box: Rating) -> tuple[bool, int]:
    return box.level is None, box.level or 0
