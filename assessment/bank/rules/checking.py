"""What must hold across a set of statements, and what an own or official set may lack."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from assessment.access.wording import counted, listed
from assessment.bank.model import DOMAIN_SLUGS, EXAMPLE_ID, Bank, Statement, Wording


Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """What is wrong, and where in the set: ("statements", 6, "levels")."""

    path: Path
    words: str


def problems_of(bank: Bank) -> tuple[Problem, ...]:
    """Everything that keeps a set from being used, in its own order; empty when it may be."""
    found = [
        *_scale(bank),
        *_domains(bank),
        *_repeats(bank),
        *_references(bank),
        *(_toolkit(bank) if bank.about.wording is Wording.TOOLKIT else ()),
    ]
    return tuple(found)


def lacking(bank: Bank) -> tuple[str, ...]:
    """What statements are without, in words for the screen; nothing that keeps them from use."""
    checks: tuple[tuple[str, Callable[[Statement], bool]], ...] = (
        ("no plain sentence", lambda one: not one.plain),
        ("no description of all four levels", lambda one: not all(one.levels)),
        ("no evidence prompts", lambda one: not one.evidence),
        ("no agencies named", lambda one: not one.agencies),
        ("no action starters", lambda one: not one.actions),
        ("no source", lambda one: not one.sources),
    )
    counts = [(words, sum(map(test, bank.statements))) for words, test in checks]
    verb = {True: "has", False: "have"}
    return tuple(
        f"{counted(count, 'statement')} {verb[count == 1]} {words}"
        for words, count in counts
        if count
    ) + _empty_domains(bank)


def _empty_domains(bank: Bank) -> tuple[str, ...]:
    return tuple(
        f"the domain {domain.title} has no statements"
        for domain in bank.domains
        if not bank.in_domain(domain.id)
    )


def _scale(bank: Bank) -> Iterator[Problem]:
    for place, level in enumerate(bank.scale):
        if level.value != place:
            yield Problem(
                ("scale", place, "value"), f"the levels run 0, 1, 2, 3: {place} comes here"
            )


def _domains(bank: Bank) -> Iterator[Problem]:
    for place, domain in enumerate(bank.domains):
        if DOMAIN_SLUGS.get(domain.id) != domain.slug:
            pairs = listed([f"{one} {slug}" for one, slug in DOMAIN_SLUGS.items()])
            words = f"ids and slugs are fixed: {pairs}. Titles are free"
            yield Problem(("domains", place, "id"), words)


def _repeats(bank: Bank) -> Iterator[Problem]:
    lists: tuple[tuple[str, str, list[str]], ...] = (
        ("agency_types", "code", [one.code for one in bank.agency_types]),
        ("domains", "id", [one.id for one in bank.domains]),
        ("sources", "code", [one.code for one in bank.sources]),
        ("statements", "id", [one.id for one in bank.statements]),
    )
    for name, field, ids in lists:
        for place in _later_ones(ids):
            yield Problem((name, place, field), f"the {field} {ids[place]} is used twice")
    for place, label in enumerate(bank.labels()):
        if label.casefold() in {other.casefold() for other in bank.labels()[:place]}:
            yield Problem(("scale", place, "label"), "two levels have the same label")


def _later_ones(ids: list[str]) -> Iterator[int]:
    seen: set[str] = set()
    for place, one in enumerate(ids):
        if one.casefold() in seen:
            yield place
        seen.add(one.casefold())


def _references(bank: Bank) -> Iterator[Problem]:
    domains = [domain.id for domain in bank.domains]
    agencies = {one.code for one in bank.agency_types}
    sources = {one.code for one in bank.sources}
    for place, one in enumerate(bank.statements):
        at: Path = ("statements", place)
        if one.domain not in domains:
            words = f"the domain must be one of {listed(domains, 'or')}"
            yield Problem((*at, "domain"), words)
        if one.id.casefold() == EXAMPLE_ID.casefold():
            yield Problem((*at, "id"), f"the id {EXAMPLE_ID} is kept for the template’s example")
        yield from _unknown(one.agencies, agencies, (*at, "agencies"), "agency type")
        yield from _unknown(one.sources, sources, (*at, "sources"), "source")


def _unknown(codes: Iterable[str], known: set[str], path: Path, what: str) -> Iterator[Problem]:
    for place, code in enumerate(codes):
        if code not in known:
            yield Problem((*path, place), f"{code} is not the code of any {what} in the list")
    for code, times in Counter(codes).items():
        if times > 1:
            yield Problem(path, f"{code} is named twice")


def _toolkit(bank: Bank) -> Iterator[Problem]:
    """The toolkit's own wording must be complete: nobody else can be asked what it meant."""
    if not bank.about.notice:
        yield Problem(("about", "notice"), "toolkit wording must say whose wording it is")
    for place, one in enumerate(bank.statements):
        for field, words in _wanting(one):
            yield Problem(("statements", place, field), f"toolkit wording needs {words}")


def _wanting(one: Statement) -> Iterator[tuple[str, str]]:
    if not all(one.levels):
        yield "levels", "four level descriptions"
    if not one.plain:
        yield "plain", "a plain sentence"
    if len({prompt.kind for prompt in one.evidence}) < 2:
        yield "evidence", "prompts of two kinds of evidence"
    for field, words in (("agencies", "agencies"), ("actions", "actions"), ("sources", "sources")):
        if not getattr(one, field):
            yield field, words
