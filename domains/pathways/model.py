"""The domain as the app knows it."""

from pathlib import Path

from domains.definition.model import DomainDefinition


DEFINITION = DomainDefinition(
    letter="P", slug="pathways", guide=Path(__file__).with_name("guide.md")
)
