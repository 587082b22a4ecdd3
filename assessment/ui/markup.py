"""HTML made safely: what goes in is escaped unless this module's functions made it."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def text(value: object) -> Markup:
    """Any value as text in a page: escaped, its line breaks kept."""
    return Markup("<br>").join(escape(str(value)).splitlines())


def fill(template: str, *values: object, **named: object) -> Markup:
    """A template of our own with every value escaped: `fill("<p>{}</p>", name)`.

    Values that are Markup already (made by `fill`, `text` or the symbols) stay as they are.
    """
    return Markup(template).format(*values, **named)  # noqa: S704  the template is our own


def joined(parts: Iterable[object], between: object = "") -> Markup:
    """Parts in a row, each escaped unless it is Markup, and so is what stands between."""
    return escape(between).join(escape(part) for part in parts)
