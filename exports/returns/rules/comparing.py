"""One row of a file against its action: as the file was made, as it came back, as it is here now.

A cell that the file did not change says nothing, whatever happened here since. One that it changed
to what stands here says nothing either. What is left is a change; and a conflict where it was
changed here too.

Reported leaves empty, so whatever comes back in it was said since. It meets what was reported here
since the file was made: the same says nothing new, and something else is a conflict.
"""

from datetime import date, datetime

from action_plans.actions.model import (
    MOVE_MORE,
    REPORTED_WORDS,
    TEXTS,
    Action,
    ProgressNote,
    Reported,
)
from action_plans.actions.rules.postponing import asks_why
from assessment.access.texts import tidy
from assessment.access.wording import local_day, long_date
from assessment.documents.mistakes import Mistake
from assessment.documents.reading import Cell
from exports.returns.model import (
    MOVE_REASON,
    NO_MOVE,
    Base,
    Change,
    Field,
    Move,
    RawRow,
)
from exports.returns.rules.days import read_day
from exports.returns.rules.words import Unusable, accepted, read_reason, read_report


NOT_A_DAY = "this is not a date from 2000 to 2099; type it as 21 November 2026 or 21/11/2026"
NOT_A_REPORT = "choose On track, At risk, Off track or Done"
STARTS_LATER = "this is before the action starts, on {}; change its start on its own page first"
NOTHING_REPORTED, NO_DATE = "Nothing reported yet", "No date"


class Compared:
    """What one row says of its action.

    `emptied` are cells that were emptied in the file, `closed` those that say something new of an
    action that is finished or stopped here: both are left as they are.
    """

    def __init__(self, action: Action, base: Base, row: RawRow, made_at: datetime) -> None:
        self.changes: list[Change] = []
        self.mistakes: list[Mistake] = []
        self.emptied: list[Field] = []
        self.closed: list[Field] = []
        self._action, self._base, self._row, self._made_at = action, base, row, made_at
        for field in Field:
            if field in row.unread:
                self._mistake(field, row.unread[field])
            elif field in row.places and not _same(self._cell(field), self._was(field)):
                self._take(field)

    def _take(self, field: Field) -> None:
        if not str(self._cell(field)).strip():
            self.emptied.append(field)
            return
        try:
            change = self._change(field)
        except Unusable as error:
            self._mistake(field, error.words)
            return
        if change is None:
            return
        # A word on how it went is welcome after the end, too.
        if field is Field.NOTE or self._action.open:
            self.changes.append(change)
        else:
            self.closed.append(field)

    def _change(self, field: Field) -> Change | None:
        """What a cell asks for; None where that stands here, or is what the file left with."""
        if field is Field.NOTE:
            return self._noted()
        if field is Field.REPORTED:
            return self._reported()
        day = read_day(self._cell(field))
        if day is None:
            raise Unusable(NOT_A_DAY)
        was = read_day(self._was(field))
        now = self._action.due_on if field is Field.DUE else self._action.review_on
        if day in (now, was):
            return None
        here = long_date(now) if now else NO_DATE
        plain = self._made(field, here, long_date(day), day=day, conflict=now != was)
        return self._due(plain, day) if field is Field.DUE else plain

    def _noted(self) -> Change | None:
        text = tidy(accepted(str(self._cell(Field.NOTE)), TEXTS["note_draft"].limit))
        if any(tidy(note.text).strip() == text for note in self._action.notes):
            return None
        return self._made(Field.NOTE, "", text, text=text)

    def _reported(self) -> Change | None:
        report = read_report(self._cell(Field.REPORTED))
        if report is None:
            raise Unusable(NOT_A_REPORT)
        if report is Reported.DONE and self._action.completed_on:
            return None
        last = _last(self._action)
        since = last is not None and last.at > self._made_at
        if since and last is not None and last.report is report:
            return None
        words = REPORTED_WORDS[report]
        return self._made(Field.REPORTED, _told(last), words, report=report, conflict=since)

    def _due(self, plain: Change, day: date) -> Change:
        start = self._action.start_on
        if start and day < start:
            raise Unusable(STARTS_LATER.format(long_date(start)))
        asked = asks_why(self._action.due_on, day)
        if self._action.original_due_on is None:
            return plain
        return plain.model_copy(update={"moves": asked, "move": self._move()})

    def _move(self) -> Move:
        """The reason that the file gives; none where it gives none."""
        if MOVE_REASON in self._row.unread:
            self._mistake(MOVE_REASON, self._row.unread[MOVE_REASON])
            return NO_MOVE
        reason, words = read_reason(self._cell(MOVE_REASON))
        try:
            return Move(reason, accepted(words, MOVE_MORE))
        except Unusable as error:
            self._mistake(MOVE_REASON, error.words)
            return NO_MOVE

    def _made(
        self,
        field: Field,
        here: str,
        theirs: str,
        *,
        report: Reported | None = None,
        day: date | None = None,
        text: str = "",
        conflict: bool = False,
    ) -> Change:
        return Change(
            key=f"{self._action.number}:{field}",
            action_id=self._action.id,
            number=self._action.number,
            what=self._action.what,
            field=field,
            here=here,
            theirs=theirs,
            reported=report,
            day=day,
            text=text,
            conflict=conflict,
        )

    def _cell(self, key: str) -> Cell:
        return self._row.cells.get(key, "")

    def _was(self, key: str) -> Cell:
        return self._base.values.get(key, "")

    def _mistake(self, key: str, words: str) -> None:
        self.mistakes.append(Mistake(place=self._row.places[key], words=words))


def _same(cell: Cell, base: Cell) -> bool:
    """Whether a cell holds what it left with, however a program wrote it down since."""
    return " ".join(str(cell).split()) == " ".join(str(base).split())


def _last(action: Action) -> ProgressNote | None:
    """The newest word from somebody who knows how it goes."""
    heard = (n for n in action.notes if n.report and n.report is not Reported.NO_UPDATE)
    return max(heard, key=lambda note: (note.at, note.id), default=None)


def _told(last: ProgressNote | None) -> str:
    if last is None or last.report is None:
        return NOTHING_REPORTED
    return f"{REPORTED_WORDS[last.report]}, reported on {long_date(local_day(last.at))}"
