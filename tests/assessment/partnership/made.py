"""Made by hand for tests of rules: an assessment and an agency of an invented area."""

from datetime import UTC, date, datetime

from assessment.partnership.model import Agency, Assessment, CanCommit


AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def assessment_with(**values: object) -> Assessment:
    """An assessment of November 2026."""
    whole = {
        "id": "a",
        "partnership_id": "p",
        "bank_id": "b",
        "month": date(2026, 11, 1),
        "created_at": AT,
        "saved_at": AT,
    }
    return Assessment.model_validate(whole | values)


def agency_with(name: str, *types: str, **values: object) -> Agency:
    """An agency with a representative who can commit, unless told otherwise."""
    whole = {
        "id": name,
        "partnership_id": "p",
        "name": name,
        "types": types,
        "role": "Head of service",
        "can_commit": CanCommit.YES,
        "added_at": AT,
        "saved_at": AT,
    }
    return Agency.model_validate(whole | values)
