"""The read-through of what peer reviewers are given: every text of the area, before it leaves.

What was decided for copies to reviewers counts here too: the same text in the same field is read
once. Whatever is not decided does not leave.
"""

from collections.abc import Mapping

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.wording import are, counted
from assessment.peer_review import service as reviews
from assessment.peer_review.model import TextPlace, ToRead
from assessment.privacy.audience import Audience
from exports.audiences import service as audiences
from exports.audiences.model import Choice, ReadText
from exports.report.reading import PLACES as REPORT_PLACES
from exports.report.reading import Passage, digest_of


PLACES = {
    TextPlace.EVIDENCE_TITLE: "EvidenceLine.title",
    TextPlace.RATIONALE: "StatementLine.rationale",
    TextPlace.NOT_APPLICABLE: "StatementLine.not_applicable_reason",
}


def texts_unread(desk: Desk, round_id: str) -> tuple[Passage, ...]:
    """The texts of a round that wait for the lead to read them, each once."""
    waiting = [one for one, read in _with_decisions(desk, round_id) if _leaves(one, read) is None]
    found: dict[str, list[ToRead]] = {}
    for one in waiting:
        found.setdefault(_digest(one), []).append(one)
    return tuple(
        Passage(
            digest=digest,
            place=REPORT_PLACES[PLACES[same[0].place]],
            where=tuple(each.about for each in same if each.place is not TextPlace.EVIDENCE_TITLE),
            text=same[0].text,
        )
        for digest, same in found.items()
    )


def freeze(desk: Desk, round_id: str) -> None:
    """Keep the texts as they were decided: what this round's peer reviewers are given.

    Raises:
        Refused: a text was not read yet, or see peer_review's `freeze_texts`.
    """
    decided = [(one, _leaves(one, read)) for one, read in _with_decisions(desk, round_id)]
    waiting = sum(text is None for _, text in decided)
    if waiting:
        raise Refused(
            f"{counted(waiting, 'text')} of what peer reviewers are given {are(waiting)} not read "
            "yet. Read them through first: keep, reword or leave out each."
        )
    texts = [one.model_copy(update={"text": text or ""}) for one, text in decided]
    reviews.freeze_texts(desk, round_id, texts)


def _with_decisions(desk: Desk, round_id: str) -> list[tuple[ToRead, ReadText | None]]:
    with desk.store.reading():
        assessment_id = reviews.round_of(desk, round_id).assessment_id
        read = audiences.texts_read(desk, assessment_id, Audience.REVIEWER)
        return [(one, _found(one, read)) for one in reviews.texts_to_read(desk, round_id)]


def _found(one: ToRead, read: Mapping[str, ReadText]) -> ReadText | None:
    return read.get(_digest(one))


def _digest(one: ToRead) -> str:
    return digest_of(PLACES[one.place], one.text)


def _leaves(one: ToRead, read: ReadText | None) -> str | None:
    """The text as it may leave, empty where it was left out; None where nothing is decided."""
    if read is None or not read.decided:
        return None
    if read.choice is Choice.REWORD:
        return read.wording
    return one.text if read.choice is Choice.KEEP else ""
