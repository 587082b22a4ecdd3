"""Where the partnership stands: every statement's standing, counted and put in words."""

from assessment.access.frozen import Frozen
from assessment.bank.model import EvidenceKind
from assessment.consensus.model import Standing
from assessment.consensus.rules.standing import HIGHEST


class StatementResult(Frozen):
    """One statement of the assessment: in scope or not, and how it stands.

    `words` is what is said of it: the level's label, or the words of its standing.
    """

    id: str
    domain: str
    title: str
    core: bool
    safety: str
    in_scope: bool
    standing: Standing
    rating: int | None
    words: str
    kinds: frozenset[EvidenceKind]
    prisons: tuple[str, ...]

    @property
    def provisional(self) -> bool:
        """Fully met, without more than one kind of evidence."""
        return self.standing is Standing.PROVISIONAL

    @property
    def is_open(self) -> bool:
        """Still to be rated; what does not apply here is settled."""
        return self.standing in {Standing.NOT_RATED, Standing.DEFERRED}

    @property
    def is_strength(self) -> bool:
        """Fully met, provisional or not."""
        return self.rating == HIGHEST

    @property
    def is_shortfall(self) -> bool:
        """Rated below fully met."""
        return self.rating is not None and self.rating < HIGHEST

    @property
    def needs_a_look(self) -> bool:
        """Not firmly fully met: a shortfall, provisional, or still open."""
        return self.is_open or self.is_shortfall or self.provisional

    @property
    def is_safety_shortfall(self) -> bool:
        """Safety-critical, and rated not met or partly met (domain.md: high by default)."""
        return bool(self.safety) and self.rating is not None and self.rating <= 1


class DomainResult(Frozen):
    """One domain's counts over its statements in scope. `at_level` runs from 0 to 3."""

    id: str
    title: str
    in_scope: int
    rated: int
    at_level: tuple[int, int, int, int]
    provisional: int
    not_applicable: int
    deferred: int
    not_rated: int


class Results(Frozen):
    """The whole assessment. `statements` holds those out of scope too, marked so."""

    statements: tuple[StatementResult, ...]
    domains: tuple[DomainResult, ...]

    @property
    def total(self) -> int:
        """How many statements there are."""
        return len(self.statements)

    def in_scope(self) -> tuple[StatementResult, ...]:
        """The statements of this assessment, in order."""
        return tuple(s for s in self.statements if s.in_scope)

    def of_domain(self, letter: str) -> tuple[StatementResult, ...]:
        """A domain's statements, those out of scope too."""
        return tuple(s for s in self.statements if s.domain == letter)
