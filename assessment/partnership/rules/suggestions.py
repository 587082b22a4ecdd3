"""Which agencies the guidance would have in the room that are not on the list yet.

Source: the guidance names a core, asks for the NDTMS team "where possible", and lists others as
optional. The list itself is part of the statements (`agency_types`), since bodies are renamed.
"""

from collections.abc import Iterable

from assessment.bank.model import AgencyType, Expected
from assessment.partnership.model import Agency


def suggested(types: Iterable[AgencyType], agencies: Iterable[Agency]) -> tuple[AgencyType, ...]:
    """The types that no agency on the list has, in the statements' order."""
    present = {code for agency in agencies for code in agency.types}
    return tuple(kind for kind in types if kind.code not in present)


def core_only(types: Iterable[AgencyType]) -> tuple[AgencyType, ...]:
    """Those that the guidance calls core."""
    return tuple(kind for kind in types if kind.expected is Expected.CORE)


def wished_for(types: Iterable[AgencyType]) -> tuple[AgencyType, ...]:
    """Those that the guidance asks for where possible."""
    return tuple(kind for kind in types if kind.expected is Expected.WHERE_POSSIBLE)
