"""The texts of the area in a letter that were not written for peer reviewers: read once each.

A confirmed reply was written to them, and the lead has read it. Actions, and why a rating was
moderated, were written for the partnership; what was decided of them for copies to reviewers counts
here too. Nothing undecided leaves.
"""

from collections.abc import Iterator, Mapping

from assessment.access.desk import Desk
from assessment.privacy.audience import Audience
from exports.audiences import service as audiences
from exports.audiences.model import Choice, ReadText
from exports.report.reading import PLACES, TAKEN_OUT, Passage, digest_of
from exports.visits.service.ground import Ground, ground_of


WHAT, OWNER, WHY = "ActionLine.what", "ActionLine.owner", "ModeratedLine.because"
_NEEDED = frozenset({WHAT, OWNER})


class AsRead:
    """What was decided of texts, by field and text."""

    def __init__(self, read: Mapping[str, ReadText]) -> None:
        self._read = read

    def decided(self, place: str, text: str) -> bool:
        """Whether it may leave, in whichever words; nothing typed needs no decision."""
        one = self._read.get(digest_of(place, text))
        return not text.strip() or (one is not None and one.decided)

    def said(self, place: str, text: str) -> str:
        """The text as it may leave: empty, or words that say so, where it may not."""
        one = self._read.get(digest_of(place, text))
        if not text.strip():
            return text
        if one is not None and one.choice is Choice.KEEP:
            return text
        if one is not None and one.choice is Choice.REWORD:
            return one.wording
        return TAKEN_OUT if place in _NEEDED else ""


def as_read(desk: Desk, ground: Ground) -> AsRead:
    """What was decided of the texts of this assessment for peer reviewers."""
    return AsRead(audiences.texts_read(desk, ground.assessment.id, Audience.REVIEWER))


def texts_unread(desk: Desk, round_id: str) -> tuple[Passage, ...]:
    """The texts of a letter that wait for the lead to read them, each once. Raises Refused."""
    with desk.store.reading():
        ground = ground_of(desk, round_id)
        return waiting(ground, as_read(desk, ground))


def waiting(ground: Ground, read: AsRead) -> tuple[Passage, ...]:
    """Those of which nothing is decided yet."""
    found: dict[tuple[str, str], list[str]] = {}
    for place, where, text in _texts(ground):
        if not read.decided(place, text):
            found.setdefault((place, text), []).append(where)
    return tuple(
        Passage(
            digest=digest_of(place, text),
            place=PLACES[place],
            where=tuple(dict.fromkeys(where)),
            text=text,
        )
        for (place, text), where in found.items()
    )


def _texts(ground: Ground) -> Iterator[tuple[str, str, str]]:
    for action in ground.actions:
        where = f"Action {action.number}"
        yield WHAT, where, action.what
        yield OWNER, where, ground.owner(action)
    for statement in ground.scope:
        if set_as := ground.moderated.get(statement.id):
            yield WHY, f"{statement.id} {statement.title}", set_as.reason
