"""Whether the statements in a complete copy are those that were kept when it was made."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from assessment.bank.model import Bank
from assessment.bank.rules.digest import digest_of
from exports.copies.model import Tables


def wrong_statements(tables: Tables) -> Iterator[str]:
    """Where a set of statements is not what its fingerprint says, or none that can be used.

    A set is known by its fingerprint alone: changed words would from then on stand under it for
    every other area here.
    """
    for number, row in enumerate(tables.get("statement_bank", ()), start=1):
        if not _as_kept(row.get("body"), row.get("digest")):
            yield f"statement_bank, row {number}, body: not the statements that were kept"


def _as_kept(body: Any, fingerprint: object) -> bool:
    try:
        Bank.model_validate(body)
    except ValidationError:
        return False
    return digest_of(body) == fingerprint
