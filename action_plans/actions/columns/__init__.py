"""The column registry of the plan."""

from action_plans.actions.columns.plan import PLAN, Column, Shape, Value
from action_plans.actions.columns.row import PlanRow


__all__ = ["PLAN", "Column", "PlanRow", "Shape", "Value"]
