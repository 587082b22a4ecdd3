"""What stands against an area's reviewer. A warning says what is so; whoever pairs decides."""

from collections.abc import Iterable, Iterator, Sequence

from assessment.access.wording import listed
from assessment.pairing.model import Area, key_of, same


NOBODY = "No reviewer is chosen yet."


def warnings_of(area: Area, areas: Sequence[Area]) -> tuple[str, ...]:
    """Everything that speaks against the reviewer of an area, in words."""
    if not area.reviewer.strip():
        return (NOBODY,)
    if same(area.reviewer, area.name):
        return ("An area cannot review itself.",)
    other = next((one for one in areas if same(one.name, area.reviewer)), None)
    if other is None:
        return (f"{area.reviewer} is no area of this table, so nothing could be compared.",)
    return tuple(_against(area, other, areas))


def _against(area: Area, other: Area, areas: Sequence[Area]) -> Iterator[str]:
    if _holds(area.neighbours, other.name) or _holds(other.neighbours, area.name):
        yield f"{area.name} and {other.name} are neighbours."
    if providers := _both(area.providers, other.providers):
        yield f"They have the same treatment provider: {listed(providers)}."
    if prisons := _both(area.prisons, other.prisons):
        yield f"They have prisons in common: {listed(prisons)}."
    if same(area.reviewed_by, other.name):
        yield f"{other.name} reviewed {area.name} last time too."
    if same(other.reviewer, area.name):
        yield f"{area.name} and {other.name} review each other this time."
    taken = [one.name for one in areas if same(one.reviewer, other.name)]
    if len(taken) > 1:
        yield f"{other.name} reviews {len(taken)} areas this time: {listed(taken)}."


def _holds(names: Iterable[str], name: str) -> bool:
    return any(same(each, name) for each in names)


def _both(ours: Sequence[str], theirs: Iterable[str]) -> tuple[str, ...]:
    known = {key_of(each) for each in theirs}
    return tuple(each for each in ours if key_of(each) in known)
