"""What a whole file means for the plan as it stands now: changes, offers, mistakes, plain notes."""

from collections.abc import Iterable

from action_plans.actions.model import Action
from action_plans.actions.rules.status import LOOKS
from assessment.access.wording import are, listed
from assessment.documents.characters import letters
from assessment.documents.mistakes import Mistake
from assessment.privacy.guard import find_identifiers
from exports.returns.model import (
    HEADINGS,
    Base,
    Change,
    Field,
    Ground,
    MadeFor,
    Offer,
    Preview,
    RawPlan,
    RawRow,
)
from exports.returns.rules.belonging import refusal
from exports.returns.rules.comparing import Compared
from exports.returns.rules.offering import Offered
from exports.returns.rules.words import read_number


NOT_A_NUMBER = "this is not the number of an action; leave it empty where an action is proposed"
UNKNOWN = "there is no action No. {} here; nothing of the row is read"
PUT_AWAY = "No. {} was put away here; put it back on the action plan to take what is in this row"
LATER = "No. {} was not in the plan when this file was made, so nothing of the row is read"
TWICE = "No. {} stands in rows {}, so it cannot be told which one counts; none of them is read"
MIXED = (
    "the words in this row are those of No. {}, and its number is {}: the rows may have been mixed "
    "up, so nothing of it is read"
)
SIGNS = tuple(sign for _colour, sign, _words in LOOKS.values())
_NAMED = 20


def understood(ground: Ground, raw: RawPlan) -> Preview:
    """A file against the plan. It has `refused` where the file does not belong here."""
    refused = refusal(ground, raw)
    if refused or raw.made is None:
        return Preview(file_name=raw.file_name, refused=refused, problems=raw.problems)
    return _Reading(ground, raw, raw.made).preview()


class _Reading:
    """Goes through the rows once; then holds what they mean."""

    def __init__(self, ground: Ground, raw: RawPlan, made: MadeFor) -> None:
        self._ground, self._raw, self._made = ground, raw, made
        self._actions = {one.id: one for one in ground.actions}
        self._numbers = {one.number: one for one in ground.actions}
        self._put_away = {one.number for one in ground.put_away}
        self._bases = {base.number: base for base in raw.bases}
        self._whats = {letters(one.what): one.number for one in reversed(ground.actions)}
        self._known = _known(ground)
        self.changes: list[Change] = []
        self.offers: list[Offer] = []
        self.mistakes: list[Mistake] = []
        self._seen: set[int] = set()
        self._reworded: list[str] = []
        self._emptied: list[str] = []
        self._closed: list[str] = []
        self._here: list[str] = []
        self._rows()

    def preview(self) -> Preview:
        """All of it."""
        return Preview(
            file_name=self._raw.file_name,
            made_at=self._made.made_at,
            changes=tuple(self.changes),
            offers=tuple(self.offers),
            mistakes=tuple(self.mistakes),
            notes=tuple(self._notes()),
        )

    def _rows(self) -> None:
        named: dict[int, list[RawRow]] = {}
        for row in self._raw.rows:
            cell = row.cells.get("number", "")
            number = read_number(cell)
            if "number" in row.unread:
                self._mistake(row, "number", row.unread["number"])
            elif number is not None:
                named.setdefault(number, []).append(row)
            elif str(cell).strip():
                self._mistake(row, "number", NOT_A_NUMBER)
            else:
                self._proposed(row)
        for number in sorted(named):
            self._numbered(number, named[number])

    def _numbered(self, number: int, rows: list[RawRow]) -> None:
        self._seen.add(number)
        if len(rows) > 1:
            words = TWICE.format(number, listed([str(row.number) for row in rows]))
            for row in rows:
                self._mistake(row, "number", words)
            return
        [row], base, action = rows, self._bases.get(number), self._numbers.get(number)
        if action is None:
            words = PUT_AWAY if number in self._put_away else UNKNOWN
            self._mistake(row, "number", words.format(number))
        elif base is None or base.action_id != action.id:
            self._mistake(row, "number", LATER.format(number))
        elif self._words_stand(action, row):
            self._compared(action, base, row)

    def _words_stand(self, action: Action, row: RawRow) -> bool:
        """Whether the row's words are not those of another action, as after sorting one column."""
        said = letters(row.cells.get("what", ""))
        if not said or said == letters(action.what):
            return True
        other = self._whats.get(said)
        if other is not None:
            self._mistake(row, "what", MIXED.format(other, action.number))
            return False
        self._reworded.append(f"No. {action.number}")
        return True

    def _compared(self, action: Action, base: Base, row: RawRow) -> None:
        found = Compared(action, base, _reported(row), self._made.made_at)
        self.changes.extend(found.changes)
        self.mistakes.extend(found.mistakes)
        for fields, names in ((found.emptied, self._emptied), (found.closed, self._closed)):
            names.extend(f"No. {action.number} {HEADINGS[field]}" for field in fields)

    def _proposed(self, row: RawRow) -> None:
        found = Offered(self._ground, row, self._known)
        self.mistakes.extend(found.mistakes)
        if found.same_as:
            self._here.append(f"Row {row.number} says what {found.same_as} says")
        elif found.offer:
            self.offers.append(found.offer)
            self._known[letters(found.offer.what)] = f"row {row.number}"

    def _notes(self) -> Iterable[str]:
        yield from _of_columns(self._raw)
        gone = [f"No. {base.number}" for base in self._raw.bases if base.number not in self._seen]
        if gone:
            yield f"Not in the file any more: {_some(gone)}. What is gone changes nothing."
        if self._here:
            yield f"{'; '.join(self._here[:_NAMED])}. Nothing is proposed twice."
        if self._closed:
            yield (
                f"Finished or stopped here, so left as it is: {_some(self._closed)}. To change "
                "that, open the action again on its own page first."
            )
        if self._emptied:
            yield (
                f"Emptied in the file, and left as it is here: {_some(self._emptied)}. A date is "
                "taken away on the action’s own page."
            )
        if self._reworded:
            yield (
                f"{_some(self._reworded)} {are(len(self._reworded))} worded "
                "otherwise here. A file changes no other column than those that come back."
            )

    def _mistake(self, row: RawRow, key: str, words: str) -> None:
        place = row.places.get(key) or next(iter(row.places.values()))
        self.mistakes.append(Mistake(place=place, words=words))


def _reported(row: RawRow) -> RawRow:
    """The row with a status that somebody typed over as what they report, where that is empty.

    The plan works its status out and writes its sign first; words without one are a person's.
    """
    said = str(row.cells.get("status", "")).strip()
    if not said or said.startswith(SIGNS) or str(row.cells.get(Field.REPORTED, "")).strip():
        return row
    places = {**row.places, Field.REPORTED: row.places["status"]}
    return row.model_copy(update={"cells": {**row.cells, Field.REPORTED: said}, "places": places})


def _known(ground: Ground) -> dict[str, str]:
    """Where the words of every action stand, also of those put away; the first number counts."""
    found: dict[str, str] = {}
    for action in (*ground.actions, *ground.put_away):
        found.setdefault(letters(action.what), f"No. {action.number}")
    return found


def _of_columns(raw: RawPlan) -> Iterable[str]:
    if raw.missing:
        yield (
            f"Not in the file: {_some(_quoted(raw.missing))}. The other columns are read; "
            "nothing of these is."
        )
    if raw.unknown:
        shown = [
            one if not find_identifiers(one) else "one that is not repeated here"
            for one in raw.unknown
        ]
        yield f"Not read, since the plan has no such column: {_some(_quoted(shown))}."
    if raw.twice:
        yield f"Twice in the file, so the first is read: {_some(_quoted(raw.twice))}."


def _quoted(words: Iterable[str]) -> list[str]:
    return [f"“{one}”" for one in words]


def _some(parts: list[str]) -> str:
    more = len(parts) - _NAMED
    return f"{', '.join(parts[:_NAMED])} and {more:,} more" if more > 0 else listed(parts)
