"""The facts of the page, each a section fit to print."""

from markupsafe import Markup

from assessment.access.wording import counted, long_date, moment
from assessment.ui.html import fill, joined, show
from assessment.ui.tables import table
from exports.holdings.model import Holdings
from exports.holdings.rules.words import GUARD, HOW_REMOVED, WHO_SEES, field_rows, table_words


def where_it_is(held: Holdings) -> None:
    """The database, its folder, its safety copies, and what was made from it."""
    copies = held.local_copies
    rows = [
        ("Database", held.database),
        ("Folder", held.folder),
        ("Safety copies in its folder “rescue”", counted(len(copies), "file")),
        ("Files made so far", f"{held.exports_made:,}; where they went is not known here"),
        ("Sent elsewhere by the app", "Nothing. No request leaves this computer."),
    ]
    show("<h2>Where it is</h2>", table(["What", "Where"], rows, name="Where the data is"))


def named_people(held: Holdings) -> None:
    """Facts about named people, and who sees them."""
    rows = [(fact.what, f"{fact.number:,} now. {fact.why}") for fact in held.people]
    show(
        "<h2>Facts about named people</h2>",
        table(["Fact", "How many, and why"], rows, name="Facts about named people"),
        fill("<p>{}</p>", GUARD),
        "<h2>Who sees them</h2>",
        joined(fill("<p>{}</p>", words) for words in WHO_SEES),
    )


def how_long(held: Holdings) -> None:
    """How long each assessment is kept, and how things are removed."""
    rows = [
        (one.title, long_date(one.day) if one.day else "No date set", one.notice)
        for one in held.keep_until
    ]
    show(
        "<h2>How long</h2>",
        _kept_table(rows) if rows else "<p>None yet.</p>",
        "<h2>How they are removed</h2>",
        joined(fill("<p>{}</p>", words) for words in HOW_REMOVED),
    )


def _kept_table(rows: list[tuple[str, str, str]]) -> Markup:
    """With what is to do, where anything is."""
    if any(notice for *_, notice in rows):
        return table(["Assessment", "Kept until", "To do"], rows)
    return table(["Assessment", "Kept until"], [row[:2] for row in rows])


def every_field(held: Holdings) -> None:
    """Every field that can hold free text."""
    show(
        "<h2>Every field that can hold free text</h2>",
        "<p>Read from the database itself, so a field added later appears here by itself.</p>",
        table(["Field", "Limit", "How many hold text"], field_rows(held.fields)),
    )


def removed_so_far(held: Holdings) -> None:
    """What was removed so far, and why; never the text."""
    rows = [
        (
            moment(one.at),
            one.removed_by,
            f"{table_words(one.subject_table)}, {one.field}",
            one.reason,
        )
        for one in held.removed
    ]
    if rows:
        show("<h2>Removed so far</h2>", table(["When", "By", "From", "Why"], rows))
