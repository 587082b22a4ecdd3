"""Reads the domains' guides."""

from functools import cache

from domains.definition.model import DomainDefinition
from domains.registry.model import DOMAINS


def domain_of(statement_id: str) -> DomainDefinition:
    """The domain whose letter begins the id. Raises LookupError for any other letter."""
    for domain in DOMAINS:
        if statement_id.startswith(domain.letter):
            return domain
    raise LookupError(statement_id)


@cache
def guide_of(letter: str) -> str:
    """A domain's guide in markdown: our own text, safe to set as markdown."""
    return domain_of(letter).guide.read_text(encoding="utf-8")
