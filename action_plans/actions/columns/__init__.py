"""The column registry of the plan."""

from action_plans.actions.columns.plan import FACTS, PLAN, RETURNING, Column, Shape, Value
from action_plans.actions.columns.row import PlanRow


__all__ = ["FACTS", "PLAN", "RETURNING", "Column", "PlanRow", "Shape", "Value"]
