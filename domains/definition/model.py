"""What a domain is to the app: its letter in the statements, its address, and its guide."""

from pathlib import Path

from assessment.access.frozen import Frozen


class DomainDefinition(Frozen):
    """One of the four subjects. `letter` begins its statements' ids; `guide` is a markdown file."""

    letter: str
    slug: str
    guide: Path
