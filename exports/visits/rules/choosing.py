"""What of a review is a strength, and what is worth the visit's time, the most important first."""

from collections.abc import Iterable

from exports.visits.model import Found, Said


FULLY = 3


def strengths(found: Iterable[Found]) -> tuple[Found, ...]:
    """The statements that a peer reviewer rates fully met, or has something to borrow from."""
    return tuple(one for one in found if any(map(is_strength, one.said)))


def is_strength(said: Said) -> bool:
    """Whether this reviewer rates it fully met, or would borrow something."""
    return said.rating.rating == FULLY or bool(said.rating.borrow.strip())


def to_talk_about(found: Iterable[Found]) -> tuple[Found, ...]:
    """What needs talking about: marked for the visit, then the widest differences, then questions,
    then evidence asked for; within these the set's own order."""
    worth = [one for one in found if weight(one)]
    return tuple(sorted(worth, key=_first))


def weight(one: Found) -> int:
    """How much time a statement takes beside others; 0 where nothing needs talking about."""
    return 2 * flagged(one) + distance(one) + asked(one) + unsure(one)


def flagged(one: Found) -> bool:
    """Whether a peer reviewer marked it for the visit."""
    return any(said.rating.for_visit for said in one.said)


def distance(one: Found) -> int:
    """How far the furthest peer reviewer's rating is from the area's own."""
    if one.level is None:
        return 0
    given = (said.rating.rating for said in one.said)
    return max((abs(rating - one.level) for rating in given if rating is not None), default=0)


def asked(one: Found) -> bool:
    """Whether a peer reviewer asks something."""
    return any(said.rating.question.strip() for said in one.said)


def unsure(one: Found) -> bool:
    """Whether a peer reviewer cannot tell, or asks for evidence."""
    return any(
        said.rating.cannot_tell or bool(said.rating.evidence_asked.strip()) for said in one.said
    )


def _first(one: Found) -> tuple[bool, int, bool]:
    return not flagged(one), -distance(one), not asked(one)
