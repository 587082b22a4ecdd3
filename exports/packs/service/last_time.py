"""An agency's own answers of last time, as far as the room was shown them with its name.

A pack passes through the lead's hands. What was answered under the promise that no names are
shown, or was never revealed, does not leave the database in one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assessment.access.desk import Desk
from assessment.access.wording import in_sentence
from assessment.bank import service as bank_service
from assessment.bank.model import Bank
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment
from assessment.views import service as views
from assessment.views.model import ShownView
from assessment.views.rules.answers import said_words
from exports.packs.model import Ground, LastAnswer


@dataclass(frozen=True)
class LastTime:
    """Which assessment it was, and each agency's answers in it."""

    title: str = ""
    by_agency: Mapping[str, tuple[LastAnswer, ...]] = field(default_factory=dict)

    def of(self, agency_id: str) -> tuple[LastAnswer, ...]:
        """One agency's answers, and no other's."""
        return self.by_agency.get(agency_id, ())


def last_time(desk: Desk, ground: Ground) -> LastTime:
    """The newest earlier assessment in which names were shown with answers."""
    with desk.store.reading():
        for one in partnerships.assessments(desk, ground.area.id):
            if (one.month, one.created_at) < (
                ground.assessment.month,
                ground.assessment.created_at,
            ):
                found = _answers(desk, one)
                if found:
                    return LastTime(f"Your answers in {in_sentence(one.title)}", found)
    return LastTime()


def _answers(desk: Desk, one: Assessment) -> dict[str, tuple[LastAnswer, ...]]:
    bank = bank_service.bank_of(desk, one.bank_id)
    named = {
        reveal.statement_id
        for reveal in views.reveals_of(desk, one.id).values()
        if reveal.names_at is not None
    }
    found: dict[str, list[LastAnswer]] = {}
    for statement in bank.statements:
        if statement.id in named:
            shown = views.shown_views(desk, one.id, statement.id)
            for agency_id in dict.fromkeys(view.agency_id for view in shown if view.agency_id):
                mine = [view for view in shown if view.agency_id == agency_id]
                found.setdefault(agency_id, []).append(_answer(bank, statement.id, mine))
    return {agency_id: tuple(answers) for agency_id, answers in found.items()}


def _answer(bank: Bank, statement_id: str, mine: Sequence[ShownView]) -> LastAnswer:
    words = {view.after_reveal: said_words(view.said, bank.labels()) for view in mine}
    return LastAnswer(
        statement_id=statement_id,
        title=bank.statement(statement_id).title,
        first=words.get(False, ""),
        later=words.get(True, ""),
        reason="\n".join(view.reason for view in mine if view.reason),
    )
