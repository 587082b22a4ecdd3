"""Shares out the minutes of a visit: whole minutes that come to exactly what there is."""

from collections.abc import Sequence


LEAST = 5  # this toolkit's own: less than this is no talk


def fitted(weights: Sequence[int], minutes: int, least: int = LEAST) -> tuple[int, ...]:
    """Minutes for each part, which sum to `minutes` exactly.

    `weights` are at least 1 and in order of importance. As many of the first parts as can have
    `least` minutes are taken up, and what is over is shared by weight; the others get none. Where
    even one cannot have that, the first has all there is.
    """
    if not weights:
        return ()
    taken = max(1, min(len(weights), minutes // least))
    each = min(least, minutes)
    shares = _shared(weights[:taken], minutes - each * taken)
    return (*(each + share for share in shares), *(0 for _ in weights[taken:]))


def _shared(weights: Sequence[int], minutes: int) -> list[int]:
    """By largest remainders, the earlier first where they are the same."""
    whole = sum(weights)
    shares = [minutes * weight // whole for weight in weights]
    over = sorted(range(len(weights)), key=lambda at: -(minutes * weights[at] % whole))
    for at in over[: minutes - sum(shares)]:
        shares[at] += 1
    return shares
