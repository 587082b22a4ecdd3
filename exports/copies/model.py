"""The complete copy as a file: its envelope, its digest, and what is known once it is read."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import AwareDatetime, ConfigDict

from assessment.access.frozen import Frozen


FORMAT = "throughcare-complete-copy"
FORMAT_VERSION = 1
SIZE_LIMIT = 100_000_000
HOLDS = (
    "Everything, including every agency’s own view, also those that were never revealed, the "
    "names of representatives, evidence references, actions and the record of who changed what. "
    "Keep it as you would keep the assessment itself. It can be loaded back into Throughcare."
)
DOES_NOT_HOLD_TOGETHER = (
    "This complete copy does not hold together, so it was changed after it was made or damaged on "
    "its way. Nothing was changed here. Ask for it to be made and sent again."
)

Tables = Mapping[str, Sequence[Mapping[str, Any]]]


class CopyFile(Frozen):
    """What a complete copy holds. `digest` covers everything else in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: str
    format_version: int
    app_version: str
    schema_revision: str
    made_at: AwareDatetime
    partnership_id: str
    area: str
    holds: str
    tables: dict[str, list[dict[str, Any]]]
    digest: str = ""

    def sealed(self) -> "CopyFile":
        """The same with its digest worked out."""
        return self.model_copy(update={"digest": self.worked_out()})

    def worked_out(self) -> str:
        """SHA-256 of all but the digest, in one canonical form.

        Raises:
            UnicodeEncodeError: a text holds half of a surrogate pair.
        """
        return hashlib.sha256(
            _canonical(self.model_dump(mode="json", exclude={"digest"}))
        ).hexdigest()

    def to_bytes(self) -> bytes:
        """The file: UTF-8 JSON, one row a line so that it can be looked into."""
        head = self.model_dump(mode="json", exclude={"tables"})
        lines = [f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in head.items()]
        tables = [f"{json.dumps(name)}: {_rows(rows)}" for name, rows in self.tables.items()]
        body = ",\n".join([*lines, '"tables": {\n' + ",\n".join(tables) + "\n}"])
        return ("{\n" + body + "\n}\n").encode()


def _canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _rows(rows: Sequence[Mapping[str, Any]]) -> str:
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"


class CopyPreview(Frozen):
    """What a copy would bring, before anything is written.

    `counts` are in words; `made_by` is a version, or empty where that is not known; `findings`
    say kind and place of what may identify a person, never the value; `replaces` tells that the
    partnership is kept here already.
    """

    partnership_id: str
    area: str
    assessments: tuple[str, ...]
    counts: tuple[str, ...]
    made_at: datetime
    made_by: str
    findings: tuple[str, ...] = ()
    replaces: bool = False


class Loaded(Frozen):
    """What loading did.

    `assessment_id` is the newest it brought, empty for none. `rescue` is the complete copy of what
    stood there before, if anything.
    """

    partnership_id: str
    area: str
    assessment_id: str
    rows: int
    rescue: Path | None = None


class UnusableCopy(Exception):
    """A copy that cannot be loaded; `message` is for the person, `problems` name places."""

    def __init__(self, message: str, problems: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = tuple(problems)
