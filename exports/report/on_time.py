"""What was done by the date first set, all together and by agency: for our own copy alone."""

from action_plans.priorities.rules.on_time import on_time
from exports.report.gathered import Gathered
from exports.report.model import OnTimeLine


ALL = "All actions together"


def on_time_lines(g: Gathered) -> tuple[OnTimeLine, ...]:
    """The whole plan first, then each owner in alphabetical order; nothing while there is no plan.

    The names decide the order and never the shares: whose actions are late is no contest.
    """
    owners = {action.owner_agency_id for action in g.actions} - {None}
    named = sorted(((g.agency(one), one) for one in owners), key=lambda each: each[0].casefold())
    return tuple(_line(g, whose, one) for whose, one in ((ALL, None), *named) if g.actions)


def _line(g: Gathered, whose: str, agency_id: str | None) -> OnTimeLine:
    mine = (a for a in g.actions if agency_id is None or a.owner_agency_id == agency_id)
    found = on_time(mine, g.today)
    return OnTimeLine(
        whose=whose,
        by_date=found.by_date,
        later=found.later,
        still=found.still,
        said=found.sentence(),
    )
