"""What a name in a complete copy must be: what every screen asks of one."""

from assessment.access.texts import holds_unwanted, tidy


# Lines in which a name is being typed: nothing may stand there yet.
_BEING_TYPED = "_draft"


def is_a_name(table: str, column: str) -> bool:
    """Whether a column holds what a thing is called, which no screen leaves empty."""
    return column == "name" and not table.endswith(_BEING_TYPED)


def wrong_with_name(name: str) -> str:
    """Why no screen would have kept it as the name of a thing; empty where one would."""
    if not tidy(name):
        return "empty, where a name must stand"
    return "holds characters that nobody can type" if holds_unwanted(name) else ""
