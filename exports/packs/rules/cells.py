"""The cells of a pack's rows, and what is said of those that cannot be taken.

A mistake never repeats what stands in its cell: it may be an answer in other words, or a name.
"""

from assessment.access.errors import LikelyIdentifier, TooLong
from assessment.access.texts import accept_words
from assessment.documents.mistakes import Mistake
from assessment.privacy.guard import place
from exports.packs.model import RawRow


TWICE = "{} stands in more than one row, so it cannot be told which one counts"
OTHER_WORDS = "the words in this row are not those of {}, so the rows may have been mixed up"
NOT_KEPT = (
    "{} was not kept: some of its cells cannot be taken. Have them put right, or choose to leave "
    "those cells out and keep the rest. Nothing was changed."
)


class Cells:
    """What every reading of rows does alike; `table` is where their texts are to be kept."""

    def __init__(self, table: str) -> None:
        self._table = table
        self.mistakes: list[Mistake] = []

    def _text(self, row: RawRow, name: str, limit: int) -> str:
        """The words of a cell as they may be stored; none, and a mistake, where they may not."""
        text = str(row.cells.get(name, "")).strip()
        try:
            return accept_words(text, limit=limit, place=(self._table, name))
        except TooLong as error:
            self._mistake(row, name, f"{error.length:,} characters; {error.limit:,} at most")
        except LikelyIdentifier as error:
            kinds = {f"{one.kind.words} at {place(text, one)}" for one in error.findings}
            self._mistake(row, name, f"this looks like {', '.join(sorted(kinds))}")
        return ""

    def _mistake(self, row: RawRow, name: str, words: str) -> None:
        known = row.places.get(name) or next(iter(row.places.values()))
        self.mistakes.append(Mistake(place=known, words=words))
