"""What may be kept as evidence, and what is still missing from a reference."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from assessment.access.errors import BadInput
from assessment.bank.model import EvidenceKind
from assessment.evidence.model import Evidence


LINK_SCHEMES = frozenset({"http", "https"})
# The idea is the provisional green of the Scottish MAT benchmarking: full marks stand when more
# than one kind of evidence agrees.
KINDS_THAT_CONFIRM = 2


def check_link(link: str) -> None:
    """Raises BadInput unless the link is empty or a web address."""
    if not link:
        return
    try:
        parts = urlsplit(link)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in LINK_SCHEMES or not parts.hostname or any(c.isspace() for c in link):
        raise BadInput(
            "Not saved yet: that is not a web address. It begins with https:// and has no spaces. "
            "A shared folder’s path goes into “where it is kept”."
        )


def missing_from(item: Evidence) -> tuple[str, ...]:
    """What can still be added to a reference, in words, in the order of the form."""
    wanted = (
        ("whose it is", item.owner_agency_id),
        ("what kind it is", item.kind),
        ("its date", item.dated),
        ("where it is kept", item.kept or item.link),
        ("how far it was looked at", item.strength),
    )
    return tuple(words for words, value in wanted if not value)


def kinds_of(items: Iterable[Evidence]) -> frozenset[EvidenceKind]:
    """The kinds of evidence among these references; those without a kind add none."""
    return frozenset(item.kind for item in items if item.kind)
