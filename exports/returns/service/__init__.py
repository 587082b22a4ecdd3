"""Use cases of a plan that came back."""

from exports.returns.service.applying import apply_plan
from exports.returns.service.reading import preview_plan, read_plan


__all__ = ["apply_plan", "preview_plan", "read_plan"]
