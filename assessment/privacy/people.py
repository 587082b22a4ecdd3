"""Which fields are there to hold a named person, so that they can be shown, spared and emptied."""

from assessment.privacy.identifiers import Finding, IdentifierKind


# (table, column): what it holds, as a person would say it.
NAME_FIELDS = {
    ("agency", "representative"): "representative’s name",
    ("agency", "substitute"): "substitute’s name",
}


def not_meant(table: str, column: str, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings without those that a field is there for: "Ms Ncube" as a representative."""
    if (table, column) not in NAME_FIELDS:
        return findings
    return tuple(finding for finding in findings if finding.kind is not IdentifierKind.NAME)
