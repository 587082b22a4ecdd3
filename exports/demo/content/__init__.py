"""The words of the fictional area. Change the JSON files beside this one to change them."""

from pathlib import Path

from exports.demo.model import (
    EvidenceTold,
    Ratings,
    ToldArea,
    ToldEvidence,
    ToldPlan,
    ToldRating,
    ToldReview,
    ViewsTold,
)


_HERE = Path(__file__).parent


def area() -> ToldArea:
    """The area, its agencies, prisons and meetings."""
    return ToldArea.model_validate_json(_read("area.json"))


def ratings() -> tuple[ToldRating, ...]:
    """What the room agreed, in the order of the statements."""
    return Ratings.model_validate_json(_read("ratings.json")).ratings


def views() -> ViewsTold:
    """What each agency said before the room met."""
    return ViewsTold.model_validate_json(_read("views.json"))


def evidence() -> tuple[ToldEvidence, ...]:
    """What shows it."""
    return EvidenceTold.model_validate_json(_read("evidence.json")).evidence


def plan() -> ToldPlan:
    """What will be done, and what became of it."""
    return ToldPlan.model_validate_json(_read("plan.json"))


def review() -> ToldReview:
    """What another area said of it."""
    return ToldReview.model_validate_json(_read("review.json"))


def _read(name: str) -> bytes:
    return (_HERE / name).read_bytes()
