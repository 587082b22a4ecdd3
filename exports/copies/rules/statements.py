"""Whether the statements in a complete copy are those that were kept when it was made."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from assessment.bank.model import Bank
from assessment.bank.rules.digest import digest_of
from exports.copies.model import Tables


def wrong_statements(tables: Tables) -> Iterator[str]:
    """Where a set of statements is not what its fingerprint says, or none that can be used.

    A set is known by its fingerprint alone: changed words would from then on stand under it for
    every other area here, and what the list of sets says of it would be read there.
    """
    for number, row in enumerate(tables.get("statement_bank", ()), start=1):
        if not _as_kept(row):
            yield f"statement_bank, row {number}: not the statements that were kept"


def _as_kept(row: Mapping[str, Any]) -> bool:
    body: Any = row.get("body")
    try:
        about = Bank.model_validate(body).about
    except ValidationError:
        return False
    listed = (row.get("name"), row.get("edition"), row.get("wording"))
    said = (about.name, about.version, about.wording.value)
    return listed == said and digest_of(body) == row.get("digest")
