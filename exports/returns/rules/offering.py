"""Rows without a number: what somebody proposes, offered one by one and never taken unasked."""

import re
from collections.abc import Mapping
from datetime import date

from action_plans.actions.model import TEXTS
from assessment.access.texts import NAME
from assessment.access.wording import listed
from assessment.documents.characters import letters
from assessment.documents.mistakes import Mistake
from exports.returns.model import HEADINGS, Field, Ground, Offer, RawRow
from exports.returns.rules.comparing import NOT_A_DAY
from exports.returns.rules.days import read_day
from exports.returns.rules.words import Unusable, accepted


SAYS_NOTHING = "a row without a number that says nothing in What; nothing of it is read"
OTHERS = "Not among the statements of this assessment, so left out: {}."
NOT_READ = "Not read with a proposal: {}. That can be written once the action is here."
NOT_AN_AGENCY = "Its owner is no agency here by that name, so it is left open."
_READ = {"number", "what", "owner", "statements", Field.DUE, Field.REVIEW}
_NAMED = 8
_BETWEEN = re.compile(r"[,;\s]+")
_LIKE_AN_ID = re.compile(r"[A-Za-z]{1,4}[-.]?[0-9]{1,4}[a-z]?")


class Offered:
    """What one row without a number proposes: `offer`, unless it is here already or unusable."""

    def __init__(self, ground: Ground, row: RawRow, known: Mapping[str, str]) -> None:
        self.offer: Offer | None = None
        self.mistakes: list[Mistake] = []
        self.same_as = ""
        self._ground, self._row = ground, row
        for key in sorted(_READ):
            if key in row.unread:
                self._mistake(key, row.unread[key])
        if "what" in row.unread:
            return
        if not self._text("what"):
            self._says_nothing()
            return
        self.same_as = known.get(letters(self._text("what")), "")
        if not self.same_as:
            self._offer()

    def _says_nothing(self) -> None:
        """Stray words in other columns are named; a row that is empty where it counts is not."""
        if any(self._text(field) for field in Field):
            self._mistake("what", SAYS_NOTHING)

    def _offer(self) -> None:
        try:
            what = accepted(self._text("what"), TEXTS["what"].limit)
        except Unusable as error:
            self._mistake("what", error.words)
            return
        notes: list[str] = []
        suggested, role, agency = self._owner(notes)
        statements = self._statements(notes)
        others = [
            heading for key, heading in HEADINGS.items() if key not in _READ and self._text(key)
        ]
        if others:
            notes.append(NOT_READ.format(listed(others)))
        self.offer = Offer(
            key=f"row {self._row.number}",
            row=self._row.number,
            what=what,
            suggested=suggested,
            role=role,
            agency_id=agency,
            due=self._day(Field.DUE),
            review=self._day(Field.REVIEW),
            statements=statements,
            notes=tuple(notes),
        )

    def _owner(self, notes: list[str]) -> tuple[str, str, str | None]:
        """Whom the row names, the role in it, and the agency where it is one of this area."""
        text = self._text("owner")
        if not text:
            return "", "", None
        try:
            text = accepted(text, NAME)
        except Unusable as error:
            self._mistake("owner", error.words)
            return "", "", None
        agencies = {letters(name): one for one, name in self._ground.agencies.items()}
        # An agency's own name may hold a comma, so the longest is tried first.
        parts = text.split(", ")
        for at in range(len(parts)):
            agency = agencies.get(letters(", ".join(parts[at:])))
            if agency:
                return text, ", ".join(parts[:at]), agency
        notes.append(NOT_AN_AGENCY)
        return text, "", None

    def _statements(self, notes: list[str]) -> tuple[str, ...]:
        known = {letters(one): one for one in self._ground.scope}
        said = [part for part in _BETWEEN.split(self._text("statements")) if part]
        found = dict.fromkeys(known[letters(one)] for one in said if letters(one) in known)
        others = [
            one if _LIKE_AN_ID.fullmatch(one) else "a word"
            for one in said
            if letters(one) not in known
        ]
        if others:
            notes.append(OTHERS.format(listed(others[:_NAMED])))
        return tuple(found)

    def _day(self, field: Field) -> date | None:
        cell = self._row.cells.get(field, "")
        if not str(cell).strip():
            return None
        day = read_day(cell)
        if day is None:
            self._mistake(field, NOT_A_DAY)
        return day

    def _text(self, key: str) -> str:
        return str(self._row.cells.get(key, "")).strip()

    def _mistake(self, key: str, words: str) -> None:
        place = self._row.places.get(key) or next(iter(self._row.places.values()))
        self.mistakes.append(Mistake(place=place, words=words))
