"""Everything that a report is made of, read once, with the names that ids stand for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from action_plans.actions.columns import PlanRow
from action_plans.actions.model import Action
from action_plans.actions.service import PlanLine
from assessment.access.wording import local_day
from assessment.bank.model import Bank
from assessment.consensus.model import AgreedRating, DifferentView
from assessment.consensus.rules.spread import Spread
from assessment.evidence.model import Evidence
from assessment.partnership.model import Agency, Assessment, Authority, Meeting, Partnership, Prison
from assessment.results.model import Results
from assessment.views.model import ShownView
from exports.report.reviews import ReadReview


@dataclass(frozen=True)
class Gathered:
    """Frozen models of every slice. Names include what was put away since: old rows cite it.

    `plan` is worst first, with `plan_rows` beside it; `actions` are the same by number.
    `spreads` and `shown` are of revealed statements, and empty for those who are not given them.
    """

    now: datetime
    partnership: Partnership
    authorities: tuple[Authority, ...]
    assessment: Assessment
    bank: Bank
    results: Results
    ratings: Mapping[str, AgreedRating]
    views: tuple[DifferentView, ...]
    evidence: tuple[Evidence, ...]
    actions: tuple[Action, ...]
    no_action: Mapping[str, str]
    agencies: tuple[Agency, ...]
    prisons: tuple[Prison, ...]
    meetings: tuple[Meeting, ...]
    agency_names: Mapping[str, str]
    prison_names: Mapping[str, str]
    plan: tuple[PlanLine, ...]
    plan_rows: tuple[PlanRow, ...]
    spreads: Mapping[str, Spread]
    shown: Mapping[str, tuple[ShownView, ...]]
    reviews: tuple[ReadReview, ...] = ()

    @property
    def today(self) -> date:
        """The calendar day in London."""
        return local_day(self.now)

    def agency(self, agency_id: str | None) -> str:
        """An agency's name, or nothing."""
        return self.agency_names.get(agency_id or "", "")

    def agency_list(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Names of agencies, in alphabetical order."""
        return tuple(sorted(self.agency(agency_id) for agency_id in ids))

    def prison_list(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Names of prisons, in alphabetical order."""
        return tuple(sorted(self.prison_names.get(prison_id, "") for prison_id in ids))

    def spread_words(self, statement_id: str) -> str:
        """How first views of a statement lay; nothing before its reveal."""
        spread = self.spreads.get(statement_id)
        return spread.words([level.label for level in self.bank.scale]) if spread else ""

    def actions_on(self, statement_id: str) -> tuple[Action, ...]:
        """The actions that answer a statement."""
        return tuple(a for a in self.actions if statement_id in a.statements)
