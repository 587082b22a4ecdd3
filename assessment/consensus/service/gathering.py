"""Everything the room's use cases count from, read once: for services only.

It holds sealed views. Whatever is made of it may give counts and ids, and an answer only of a
statement that has been revealed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from assessment.access.desk import Desk
from assessment.bank import service as bank_service
from assessment.bank.model import Bank, EvidenceKind, Statement
from assessment.consensus import store
from assessment.consensus.model import AgreedRating, DifferentView
from assessment.consensus.rules.spread import Spread, spread_of
from assessment.consensus.rules.together import Facts
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency, Meeting
from assessment.partnership.rules.asked import asked_of
from assessment.views import service as views_service
from assessment.views.model import Reveal, View


OnStatement = TypeVar("OnStatement", View, DifferentView)


@dataclass(frozen=True)
class Gathered:
    """An assessment as its room is counted from; statements are those in scope, in their order."""

    bank: Bank
    statements: tuple[Statement, ...]
    agencies: tuple[Agency, ...]
    meeting: Meeting | None
    asked: Mapping[str, frozenset[str]]
    first: Mapping[str, tuple[View, ...]]
    later: Mapping[str, tuple[View, ...]]
    reveals: Mapping[str, Reveal]
    agreed: Mapping[str, AgreedRating]
    different: Mapping[str, tuple[DifferentView, ...]]
    kinds: Mapping[str, frozenset[EvidenceKind]]

    def is_revealed(self, statement_id: str) -> bool:
        """Whether the spread of a statement has been shown."""
        reveal = self.reveals.get(statement_id)
        return reveal is not None and reveal.spread_at is not None

    def missing(self, statement_id: str) -> frozenset[str]:
        """The agencies asked that gave no first view."""
        gave = {view.agency_id for view in self.first.get(statement_id, ())}
        return self.asked.get(statement_id, frozenset()) - gave

    def spread(self, statement_id: str) -> Spread:
        """The spread of its first views: sealed, unless it is revealed."""
        said = (view.said for view in self.first.get(statement_id, ()))
        return spread_of(said, no_view=len(self.missing(statement_id)))

    def facts(self, statement: Statement) -> Facts:
        """What decides whether it may be accepted together with others."""
        asked = self.asked[statement.id]
        return Facts(
            statement=statement,
            first=self.first.get(statement.id, ()),
            later=self.later.get(statement.id, ()),
            asked=asked,
            there=there(asked, self.meeting),
            kinds=self.kinds.get(statement.id, frozenset()),
            agreed=self.agreed.get(statement.id),
            different=self.different.get(statement.id, ()),
        )


def views_asked_for(desk: Desk, assessment_id: str) -> bool:
    """Whether a first view can have been given at all. Cheap: one row."""
    asking = views_service.asking_of(desk, assessment_id)
    return asking is not None and asking.names_shown is not None


def there(asked: frozenset[str], meeting: Meeting | None) -> frozenset[str]:
    """Those of the agencies asked that are present; all, where nobody's presence is recorded."""
    return asked & frozenset(meeting.present) if meeting and meeting.present else asked


def gathered(desk: Desk, assessment_id: str) -> Gathered:
    """Read it all in one picture. Raises Refused for anyone but the lead."""
    with desk.store.reading() as tx:
        one = partnerships.assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, one.bank_id)
        scope = partnerships.scope(desk, assessment_id)
        agencies = partnerships.agencies(desk, one.partnership_id)
        statements = tuple(each for each in bank.statements if each.id in scope)
        views = views_service.sealed_views(desk, assessment_id)
        return Gathered(
            bank=bank,
            statements=statements,
            agencies=agencies,
            meeting=partnerships.current_meeting(desk, assessment_id),
            asked={
                each.id: frozenset(agency.id for agency in asked_of(each, agencies))
                for each in statements
            },
            first=_by_statement(view for view in views if not view.after_reveal),
            later=_by_statement(view for view in views if view.after_reveal),
            reveals=views_service.reveals_of(desk, assessment_id),
            agreed=store.ratings(tx, assessment_id),
            different=_by_statement(store.different_views(tx, assessment_id)),
            kinds=evidence_service.kinds_by_statement(desk, assessment_id),
        )


def _by_statement(rows: Iterable[OnStatement]) -> Mapping[str, tuple[OnStatement, ...]]:
    found: defaultdict[str, list[OnStatement]] = defaultdict(list)
    for row in rows:
        found[row.statement_id].append(row)
    return {statement_id: tuple(some) for statement_id, some in found.items()}
