"""Join slips: one for each agency, with its code, its link and the link as a picture."""

from collections.abc import Iterator, Mapping
from itertools import groupby

import segno

from assessment.invitations.rules.links import join_link
from exports.printed.model import Slip


WITH_ROOM = (
    "Join the same network as the lead’s computer. Point a camera at the square, or open the "
    "address and type the code.",
    "Capitals and the hyphen make no difference. This code is for your agency alone.",
)
WITHOUT_ROOM = (
    "The lead for the assessment says in the room which address to open. Type the code there.",
    WITH_ROOM[1],
)


def slips_of(codes: Mapping[str, str], names: Mapping[str, str], address: str) -> tuple[Slip, ...]:
    """The slips in the order of `names`; an agency without a code among `codes` has none.

    `address` is the room's, empty where there is none: then a slip has no link and no picture.
    """
    return tuple(_slip(name, codes[id_], address) for id_, name in names.items() if id_ in codes)


def _slip(name: str, code: str, address: str) -> Slip:
    if not address:
        return Slip(agency=name, code=code, link="", picture=())
    link = join_link(address, code)
    return Slip(agency=name, code=code, link=link, picture=_picture(link))


def _picture(link: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """The dark runs of each row of the QR code; its quiet margin is the template's."""
    matrix = segno.make(link, error="m", micro=False).matrix
    return tuple(tuple(_runs(row)) for row in matrix)


def _runs(row: bytearray) -> Iterator[tuple[int, int]]:
    at = 0
    for dark, modules in groupby(row):
        length = len(tuple(modules))
        if dark:
            yield at, length
        at += length
