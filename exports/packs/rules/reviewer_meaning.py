"""What a reviewer pack that came back means: ratings, answers, and mistakes by sheet and cell."""

from collections import Counter
from collections.abc import Iterable, Mapping

from assessment.access.frozen import Frozen
from assessment.access.texts import PARAGRAPH
from assessment.bank.model import Bank
from assessment.documents.characters import letters
from assessment.peer_review.model import (
    CANNOT_TELL,
    CANNOT_TELL_WORDS,
    GivenRating,
    GivenToReviewer,
    Said,
)
from assessment.views.rules.answers import read_answer
from exports.packs.model import RawReviewerPack, RawRow, ReadReviewerPack
from exports.packs.rules.cells import OTHER_WORDS, TWICE, Cells
from exports.packs.rules.rows import words_stand


NOT_A_RATING = "this is none of the five answers"
NO_RATING = "there are words in this row and no rating; choose one, or leave the words out"
NO_ID = "a rating without the id of a statement in column Id"
NOT_YES = "choose Yes, or leave it empty"
NOTHING_TO_ANSWER = "the area has no reply to {} that can be answered, so an answer is not read"
OTHER_REVIEW = (
    "{file} belongs to another review, of {area} by {reviewer}. Open that review to read it. "
    "Nothing was changed."
)
GONE = (
    "{file} is the pack of a peer reviewer who is no longer part of this review. Put them back to "
    "take their ratings. Nothing was changed."
)
REWORDED = (
    "{file} was made from an earlier edition of the statements, and {ids} changed since. The "
    "ratings were given to other words, so nothing of it is read. Make a new pack. Nothing was "
    "changed."
)
IN_ALREADY = (
    "{file}: the ratings of this peer reviewer are in and stand, and it says something else. "
    "Nothing was changed. What they see differently now is said in their answer to the reply."
)
EMPTY = "{file} holds no rating yet. Nothing was changed."
EMPTY_SECOND = "{file} holds no answer to a reply. Nothing was changed."

_YES = frozenset({"yes", "y"})


class ReviewGround(Frozen):
    """What a reviewer's file is read against: the round as it stands, and how long texts may be."""

    round_id: str
    bank: Bank
    edition: str
    reviewers: Mapping[str, GivenToReviewer]
    limits: Mapping[str, int]


def read_against(ground: ReviewGround, raw: RawReviewerPack) -> ReadReviewerPack:
    """What a file means for this round; `refused` where it does not belong here."""
    if raw.refused or raw.id is None:
        return _refused(raw, raw.refused)
    if raw.id.round_id != ground.round_id:
        named = {"area": raw.area or "another area", "reviewer": raw.reviewer or "others"}
        return _refused(raw, OTHER_REVIEW.format(file=raw.file_name, **named))
    given = ground.reviewers.get(raw.id.reviewer_id)
    if given is None:
        return _refused(raw, GONE.format(file=raw.file_name))
    rows = _Rows(ground, given, same_edition=raw.id.edition == ground.edition)
    rows.read(raw.rows, second=raw.id.second)
    if rows.reworded:
        ids = ", ".join(rows.reworded)
        return _refused(raw, REWORDED.format(file=raw.file_name, ids=ids))
    return ReadReviewerPack(
        file_name=raw.file_name,
        reviewer_id=given.reviewer_id,
        reviewer=given.role,
        given=tuple(rows.given),
        said_back=tuple(rows.said_back),
        mistakes=tuple(rows.mistakes),
        outside=tuple(rows.outside),
        not_rated=() if raw.id.second else rows.not_rated(),
        refused=_why_not(rows, given, raw),
    )


def _why_not(rows: "_Rows", given: GivenToReviewer, raw: RawReviewerPack) -> str:
    if raw.id is not None and raw.id.second:
        nothing = not rows.said_back and not rows.mistakes
        return EMPTY_SECOND.format(file=raw.file_name) if nothing else ""
    if not rows.given and not rows.mistakes and not rows.outside:
        return EMPTY.format(file=raw.file_name)
    if given.returned and not same_as_kept(rows.given, given):
        return IN_ALREADY.format(file=raw.file_name)
    return ""


def same_as_kept(read: Iterable[GivenRating], given: GivenToReviewer) -> bool:
    """Whether every rating of a file is kept already, word for word."""
    return all(_kept(one, given) for one in read)


def _kept(one: GivenRating, given: GivenToReviewer) -> bool:
    kept = given.own.get(one.statement_id)
    if kept is None or kept.said != one.said or kept.for_visit != one.for_visit:
        return False
    fields = ("line", "comment", "question", "evidence_asked", "borrow")
    return all(getattr(one, name).strip() == getattr(kept, name).strip() for name in fields)


def _refused(raw: RawReviewerPack, words: str) -> ReadReviewerPack:
    return ReadReviewerPack(
        file_name=raw.file_name, reviewer=raw.reviewer, refused=words, problems=raw.problems
    )


class _Rows(Cells):
    """Goes through a file's rows once; then holds what they mean."""

    def __init__(self, ground: ReviewGround, given: GivenToReviewer, *, same_edition: bool) -> None:
        super().__init__("reviewer_rating")
        self._ground = ground
        self._given = given
        self._same_edition = same_edition
        self._ids = {letters(one.id): one.id for one in ground.bank.statements}
        self.given: list[GivenRating] = []
        self.said_back: list[tuple[str, str]] = []
        self.outside: list[str] = []
        self.reworded: list[str] = []

    def read(self, rows: Iterable[RawRow], *, second: bool) -> None:
        """Take every row in; one that nothing was filled into has nothing to say."""
        filled = ("answer",) if second else ("rating", *self._ground.limits, "for_visit")
        named = [(str(row.cells.get("id", "")).strip(), row) for row in rows]
        often = Counter(letters(said) for said, _ in named if said)
        for said, row in named:
            if any(name in row.cells for name in filled):
                if not said:
                    self._mistake(row, "id", NO_ID)
                elif often[letters(said)] > 1:
                    self._mistake(row, "id", TWICE.format(self._ids.get(letters(said), "This id")))
                elif second:
                    self._answer(self._ids.get(letters(said), ""), row)
                else:
                    self._rating(self._ids.get(letters(said), ""), row)

    def not_rated(self) -> tuple[str, ...]:
        """The ids of statements given that the file says nothing of."""
        rated = {one.statement_id for one in self.given}
        return tuple(
            one.statement.id for one in self._given.statements if one.statement.id not in rated
        )

    def _rating(self, statement_id: str, row: RawRow) -> None:
        if statement_id not in self._given.ids:
            self.outside.append(statement_id or "an id that is not known")
            return
        if not words_stand(self._ground.bank, statement_id, row):
            if self._same_edition:
                self._mistake(row, "statement", OTHER_WORDS.format(statement_id))
            else:
                self.reworded.append(statement_id)
            return
        if "rating" not in row.cells:
            self._mistake(row, "rating", NO_RATING)
            return
        said = read_rating(str(row.cells["rating"]), self._given.labels)
        if said is None:
            self._mistake(row, "rating", NOT_A_RATING)
            return
        words = {name: self._text(row, name, most) for name, most in self._ground.limits.items()}
        visit = self._yes(row)
        self.given.append(
            GivenRating(statement_id=statement_id, said=said, for_visit=visit, **words)
        )

    def _answer(self, statement_id: str, row: RawRow) -> None:
        found = next(
            (one for one in self._given.challenges if one.statement_id == statement_id), None
        )
        text = self._text(row, "answer", PARAGRAPH)
        if found is not None and found.answered and found.answer.strip() == text:
            return
        if found is None or found.answered or found.closed:
            self._mistake(row, "answer", NOTHING_TO_ANSWER.format(statement_id or "this"))
        elif text:
            self.said_back.append((found.id, text))

    def _yes(self, row: RawRow) -> bool:
        said = letters(row.cells.get("for_visit", ""))
        if said in {"", "no", "n"}:
            return False
        if said not in _YES:
            self._mistake(row, "for_visit", NOT_YES)
        return said in _YES


def read_rating(cell: str, labels: tuple[str, ...]) -> Said | None:
    """What a cell says: a level by number, label or both, or that it cannot be told; else None."""
    if letters(cell) in {letters(CANNOT_TELL_WORDS), "cannottell", "canttell"}:
        return CANNOT_TELL
    found = read_answer(cell, labels)
    return found if isinstance(found, int) else None
