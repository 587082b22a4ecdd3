"""Takes the fictional area out of every table."""

from assessment.store.activity import ActivityEvent
from assessment.store.belonging import belonging
from assessment.store.bulk import remove_all
from assessment.store.declared import every_table
from assessment.store.work import Writing


def remove(tx: Writing, partnership_id: str, event: ActivityEvent) -> None:
    """Delete a partnership's rows, its activity events among them; shared rows stay."""
    metadata = every_table()
    remove_all(tx, metadata, belonging(metadata, "partnership", partnership_id), event)
