"""Use cases of looking at the plan: what could be one, whose it is, what it costs, what changed."""

from action_plans.priorities.service.agency import (
    AWAITED,
    OWN,
    SUPPORT,
    WAIT,
    AgencyPlan,
    Waiting,
    agency_plan,
    agency_rows,
    reminder_for,
)
from action_plans.priorities.service.alike import (
    Joined,
    Offer,
    join,
    joined,
    keep_two,
    offers,
    part,
)
from action_plans.priorities.service.looking import names_of
from action_plans.priorities.service.resources import (
    Extract,
    Resources,
    needs_columns,
    needs_extract,
    resources,
)
from action_plans.priorities.service.since import Since, last_review, since


__all__ = [
    "AWAITED",
    "OWN",
    "SUPPORT",
    "WAIT",
    "AgencyPlan",
    "Extract",
    "Joined",
    "Offer",
    "Resources",
    "Since",
    "Waiting",
    "agency_plan",
    "agency_rows",
    "join",
    "joined",
    "keep_two",
    "last_review",
    "names_of",
    "needs_columns",
    "needs_extract",
    "offers",
    "part",
    "reminder_for",
    "resources",
    "since",
]
