"""The page's standing sentences, and its table of fields."""

from collections.abc import Iterable

from exports.holdings.model import Removal, TextField


GUARD = (
    "Before any text is saved it is read for NHS numbers, prison numbers, police (PNC and CRO) "
    "numbers, National Insurance numbers, dates of birth, probation references, mobile numbers, "
    "personal email addresses, the postcodes of homes and names with a title. What looks like one "
    "is not saved until it is changed or kept deliberately. Names without a title cannot be found "
    "by a program."
)

WHO_SEES = (
    "Whoever can open this computer’s user account, or the database, can read everything.",
    "What an agency says in its first view is shown to nobody before the lead reveals it; after "
    "that without names, unless names were agreed before views were asked for.",
    "A report shows roles and agencies and no representative’s name. What else it holds goes by "
    "whom it is made for; only the partnership’s own copy, not for circulation, holds what "
    "agencies said.",
    "The complete copy holds everything, names and first views that were never revealed included, "
    "for whoever is given the file.",
    "Who is the controller, and on which lawful basis, is for the partnership to record: it is "
    "not decided by this software.",
)

HOW_REMOVED = (
    "A text is removed from its field, its earlier versions, the record of changes and the safety "
    "copies on this computer in one act. A note stays that says when and by whom, never what. "
    "On SQLite the bytes are overwritten in the file; on PostgreSQL its own archives and backups "
    "are for its administrator.",
    "Names of representatives and substitutes are removed for one agency or for all.",
    "An assessment is removed as a whole after its title is typed; with the last one goes the "
    "area, its agencies and the names in them, unless it is to be kept.",
    "Files already made cannot be called back. Each removal lists those made while the text stood "
    "here. Backups of this computer made by others are not reached.",
)


_TABLES = {
    "activity_event": "record of changes",
    "colleague_answer": "colleague’s answer",
    "view": "view of an agency",
    "view_asking": "asking for first views",
    "export_made": "files made",
    "date_move": "moved due date",
    "impact_answer": "answer about an action’s effect",
    "review_turn": "turn of an action in a review",
    "action_pair": "what was said of two alike actions",
    "copy_marking": "marking of a copy",
    "name_draft": "name being typed",
    "no_action_reason": "reason for no action",
    "read_text": "text read before it left",
    "removed_text": "removed texts",
}


def removed_for_good(what: str, *, bytes_gone: bool) -> str:
    """ "The assessment was removed for good.", and what is left to do where its file is in use."""
    return f"{what} was removed for good." + (
        ""
        if bytes_gone
        else " Traces may be left in the database’s file while it is in use. Close Throughcare "
        "everywhere, start it again and remove a text or a name once more."
    )


def field_rows(fields: Iterable[TextField]) -> list[tuple[str, str, str]]:
    """A row for each field: which, its limit, how many rows use it."""
    return [
        (
            f"{table_words(field.table).capitalize()}: {field.field.replace('_', ' ')}",
            f"{field.limit:,} characters" if field.limit else "no limit",
            f"{field.filled:,}",
        )
        for field in fields
    ]


def table_words(name: str) -> str:
    """A table as a reader knows it."""
    return _TABLES.get(name, name.replace("_", " "))


def said(removal: Removal) -> tuple[str, ...]:
    """What was done and what is left to do, in sentences."""
    sentences = [removal.mark]
    if removal.copies_cleaned:
        sentences.append("It is gone from the safety copies on this computer too.")
    if removal.copies_left:
        names = ", ".join(path.name for path in removal.copies_left)
        sentences.append(f"These safety copies could not be read; delete them yourself: {names}.")
    if not removal.bytes_gone:
        sentences.append(
            "The database could not be tidied while it is in use, so traces may be left in its "
            "file. Close Throughcare everywhere, start it again and remove any text once more."
        )
    return tuple(sentences)
