"""How a file's answers stand to what is here already: in ids and counts, never in answers."""

from collections import Counter
from collections.abc import Iterable, Mapping

from assessment.access.wording import counted, listed
from assessment.views.model import Given, View, Way
from exports.packs.model import Difference, FilePreview, ReadPack, Standing


SOURCES = {
    Way.CALLED_OUT: "keyed in the room",
    Way.PACK: "from a pack",
    Way.JOINED: "given online",
    Way.LAPTOP: "given on the passed laptop",
    Way.PAPER: "from paper",
}
Here = Mapping[str, Standing]
_NAMED = 12


def standing_of(views: Iterable[View], late: Iterable[str]) -> dict[str, Standing]:
    """What stands of one agency by statement: the later view where there is one."""
    revealed = set(late)
    found: dict[str, Standing] = {}
    for view in sorted(views, key=lambda one: one.after_reveal):
        found[view.statement_id] = Standing(
            said=view.said,
            reason=view.reason,
            confidence=view.confidence,
            people=view.people,
            prisons=frozenset(view.prisons),
            source=SOURCES[view.way],
            # A first view that was revealed stays: another answer goes beside it.
            late=view.statement_id in revealed and not view.after_reveal,
        )
    return found


def difference(given: Iterable[Given], here: Here, late: Iterable[str]) -> Difference:
    """Which answers are new, the same, or say something else than what stands."""
    revealed = set(late)
    found: dict[str, set[str]] = {
        name: set() for name in ("new", "late", "words", "same", "differs")
    }
    sources: Counter[str] = Counter()
    for one in given:
        kind = _kind(one, here.get(one.statement_id), one.statement_id in revealed)
        found[kind].add(one.statement_id)
        if kind == "differs":
            sources[here[one.statement_id].source] += 1
    sets = {name: frozenset(ids) for name, ids in found.items()}
    return Difference(**sets, sources=dict(sources))


def with_file(here: Here, read: ReadPack, found: Difference, *, take: bool) -> dict[str, Standing]:
    """What stands once a file has been kept: what the next file of the same upload meets."""
    wanted = found.added | (found.differs if take else frozenset())
    after = dict(here)
    for one in read.given:
        if one.statement_id in wanted:
            before = here.get(one.statement_id)
            after[one.statement_id] = Standing(
                said=one.said,
                reason=one.reason or (before.reason if before else ""),
                confidence=one.confidence or (before.confidence if before else None),
                people=one.people or (before.people if before else None),
                prisons=frozenset(one.prisons) or (before.prisons if before else frozenset()),
                source=f"in {read.file_name} above",
            )
    return after


def preview_of(read: ReadPack, found: Difference) -> FilePreview:
    """The file as a screen may show it."""
    if read.refused:
        return FilePreview(file_name=read.file_name, refused=read.refused, problems=read.problems)
    return FilePreview(
        file_name=read.file_name,
        agency=read.agency,
        agency_id=read.agency_id,
        summary=tuple(_summary(read, found)),
        mistakes=tuple(one.line for one in read.mistakes),
        differs=found.differs,
        added=len(found.added),
    )


def _summary(read: ReadPack, found: Difference) -> Iterable[str]:
    yield f"{counted(len(read.given), 'answer')} can be read."
    if read.given and len(found.same) == len(read.given):
        yield "The same pack is here already: nothing new."
    elif found.same:
        yield f"{counted(len(found.same), 'answer')} here already, the same."
    if found.new:
        yield f"{counted(len(found.new), 'answer')} new."
    if found.words:
        yield f"{counted(len(found.words), 'answer')} the same, with words or details added."
    if found.late:
        late = counted(len(found.late), "answer")
        yield f"{late} after the reveal: kept as later views beside the first ones."
    if found.differs:
        parts = [f"{number:,} {source}" for source, number in sorted(found.sources.items())]
        ids = sorted(found.differs)
        named = ", ".join(ids[:_NAMED]) + (", …" if len(ids) > _NAMED else "")
        yield f"Differs from {counted(len(ids), 'answer')}: {listed(parts)} ({named})."
    if read.not_read:
        yield f"{counted(read.not_read, 'answer')} not read: not part of this assessment."
    if read.missing:
        yield f"No row for {listed(read.missing[:_NAMED])}{_more(len(read.missing))}."
    yield from read.notes


def _more(number: int) -> str:
    return f" and {number - _NAMED:,} more" if number > _NAMED else ""


def _kind(one: Given, here: Standing | None, revealed: bool) -> str:
    if here is None:
        return "late" if revealed else "new"
    if one.said != here.said:
        return "late" if here.late else "differs"
    gaps = [
        _gap(one.reason, here.reason),
        _gap(one.confidence, here.confidence),
        _gap(one.people, here.people),
        _gap(frozenset(one.prisons), here.prisons),
    ]
    if all(gap == "same" for gap in gaps):
        return "same"
    if here.late:
        return "late"
    return "differs" if "differs" in gaps else "words"


def _gap(mine: object, here: object) -> str:
    """Whether a detail of the file says nothing new, fills a gap, or says something else."""
    if not mine or mine == here:
        return "same"
    return "differs" if here else "words"
