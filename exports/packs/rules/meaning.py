"""What the cells of a pack mean: answers, and mistakes by sheet and cell."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from assessment.access.texts import PARAGRAPH
from assessment.documents.characters import letters
from assessment.documents.reading import Cell
from assessment.views.model import CONFIDENCE_WORDS, MOST_PEOPLE, Confidence, Given
from assessment.views.rules.answers import read_answer
from exports.packs.model import Ground, RawRow
from exports.packs.rules.cells import OTHER_WORDS, TWICE, Cells
from exports.packs.rules.rows import words_stand


Found = TypeVar("Found")

NOT_AN_ANSWER = "this is none of the seven answers"
NO_ANSWER = "there are words in this row and no answer; choose one, or leave the words out"
UNKNOWN_ID = "{} is not the id of a statement in this pack"
NO_ID = "an answer without the id of a statement in column Id"
NOT_SURE_WORDS = f"choose one of “{'”, “'.join(CONFIDENCE_WORDS.values())}”, or leave it empty"
NOT_A_NUMBER = f"give a whole number from 1 to {MOST_PEOPLE:,}, or leave it empty"
NOT_A_PRISON = "no prison of this area is called that; separate several with commas"

_FILLED_IN = ("answer", "reason", "confidence", "prisons", "people")
# Only what looks like an id is named: an answer pasted into the wrong column is not.
_LIKE_AN_ID = re.compile(r"[A-Za-z]{1,4}[-.]?[0-9]{1,4}[a-z]?")
_PRISON_KIND = re.compile(r"^(hmp/yoi|hmp & yoi|hmp and yoi|hmpyoi|hmp|hmyoi|yoi)\s+")
_BETWEEN = re.compile(r"[,;\n]")


class Meaning(Cells):
    """Goes through a pack's rows once; then holds what they mean."""

    def __init__(self, ground: Ground, agency_id: str, same_edition: bool) -> None:
        super().__init__("view")
        self._ground = ground
        self._agency_id = agency_id
        self._same_edition = same_edition
        self._by_key = {letters(one.id): one for one in ground.bank.statements}
        self._prisons = _prisons_by_name(ground.prisons)
        self.given: list[Given] = []
        self.not_read: list[str] = []
        self.reworded: list[str] = []
        self.seen: set[str] = set()

    def read(self, rows: Iterable[RawRow]) -> None:
        """Take every row in; a row that nothing was filled into has nothing to say."""
        named = [(self._id_of(row), row) for row in rows]
        often = Counter(statement_id for statement_id, _ in named if statement_id)
        for statement_id, row in named:
            if statement_id:
                self.seen.add(statement_id)
            if any(name in row.cells for name in _FILLED_IN):
                self._row(statement_id, row, twice=often[statement_id] > 1)

    def _id_of(self, row: RawRow) -> str:
        one = self._by_key.get(letters(row.cells.get("id", "")))
        return one.id if one else ""

    def _row(self, statement_id: str, row: RawRow, *, twice: bool) -> None:
        if not statement_id:
            self._unknown(row)
        elif twice:
            self._mistake(row, "id", TWICE.format(statement_id))
        elif (statement_id, self._agency_id) not in self._ground.asked:
            if "answer" in row.cells:
                self.not_read.append(statement_id)
        elif not words_stand(self._ground.bank, statement_id, row):
            if self._same_edition:
                self._mistake(row, "statement", OTHER_WORDS.format(statement_id))
            else:
                self.reworded.append(statement_id)
        else:
            self._answer(statement_id, row)

    def _unknown(self, row: RawRow) -> None:
        said = str(row.cells.get("id", "")).strip()
        if not said and "answer" not in row.cells:
            return
        like_an_id = _LIKE_AN_ID.fullmatch(said) is not None
        if like_an_id and not self._same_edition:
            self.reworded.append(said)
            return
        named = said if like_an_id else "this"
        self._mistake(row, "id", UNKNOWN_ID.format(named) if said else NO_ID)

    def _answer(self, statement_id: str, row: RawRow) -> None:
        if "answer" not in row.cells:
            self._mistake(row, "answer", NO_ANSWER)
            return
        said = read_answer(str(row.cells["answer"]), self._ground.bank.labels())
        if said is None:
            self._mistake(row, "answer", NOT_AN_ANSWER)
            return
        self.given.append(
            Given(
                statement_id=statement_id,
                agency_id=self._agency_id,
                said=said,
                reason=self._text(row, "reason", PARAGRAPH),
                confidence=self._confidence(row),
                people=self._people(row),
                prisons=self._prisons_in(row),
            )
        )

    def _confidence(self, row: RawRow) -> Confidence | None:
        wanted = {letters(words): one for one, words in CONFIDENCE_WORDS.items()}
        return self._one(row, "confidence", lambda cell: wanted.get(letters(cell)), NOT_SURE_WORDS)

    def _people(self, row: RawRow) -> int | None:
        return self._one(row, "people", _count, NOT_A_NUMBER)

    def _prisons_in(self, row: RawRow) -> tuple[str, ...]:
        names = [_prison(name) for name in _BETWEEN.split(str(row.cells.get("prisons", "")))]
        found = {self._prisons.get(name, "") for name in names if name}
        if "" in found:
            self._mistake(row, "prisons", NOT_A_PRISON)
        return tuple(sorted(found - {""}))

    def _one(
        self, row: RawRow, name: str, read: Callable[[Cell], Found | None], words: str
    ) -> Found | None:
        if name not in row.cells:
            return None
        found = read(row.cells[name])
        if found is None:
            self._mistake(row, name, words)
        return found


def _count(cell: Cell) -> int | None:
    if isinstance(cell, bool):
        return None
    try:
        number = float(str(cell))
    except ValueError:
        return None
    return int(number) if number.is_integer() and 1 <= number <= MOST_PEOPLE else None


def _prison(name: str) -> str:
    return " ".join(name.split()).casefold()


def _prisons_by_name(prisons: Mapping[str, str]) -> dict[str, str]:
    """Ids by name, and by the name without its kind where that is one prison's alone."""
    whole = {_prison(name): one for one, name in prisons.items()}
    short = Counter(_PRISON_KIND.sub("", name) for name in whole)
    alone = {
        _PRISON_KIND.sub("", name): one
        for name, one in whole.items()
        if short[_PRISON_KIND.sub("", name)] == 1
    }
    return {**alone, **whole}
