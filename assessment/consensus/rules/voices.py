"""Who sees it differently, once names are shown, and who is asked to speak first.

Lived experience and providers are heard before those who commission them: whoever pays is easily
agreed with. Where a set of statements has its own agency types, their names decide.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from assessment.access.frozen import Frozen
from assessment.bank.model import AgencyType
from assessment.partnership.model import Agency
from assessment.views.model import Answer, Said


class Turn(IntEnum):
    """When someone is invited to speak."""

    LIVED_EXPERIENCE = 0
    PROVIDER = 1
    OTHERS = 2
    COMMISSIONER = 3


_BY_CODE = {
    "LEX": Turn.LIVED_EXPERIENCE,
    "PTP": Turn.PROVIDER,
    "CTP": Turn.PROVIDER,
    "REC": Turn.PROVIDER,
    "VCS": Turn.PROVIDER,
    "SRO": Turn.COMMISSIONER,
    "LAC": Turn.COMMISSIONER,
    "PTC": Turn.COMMISSIONER,
    "ICB": Turn.COMMISSIONER,
    "OHID": Turn.COMMISSIONER,
}
_BY_WORD = (
    ("lived experience", Turn.LIVED_EXPERIENCE),
    ("commission", Turn.COMMISSIONER),
    ("provider", Turn.PROVIDER),
    ("recovery service", Turn.PROVIDER),
    ("treatment service", Turn.PROVIDER),
    ("voluntary", Turn.PROVIDER),
)


class Voice(Frozen):
    """One agency's view as it may be shown with its name; `first` or given after the reveal."""

    agency_id: str
    name: str
    said: Said
    reason: str = ""
    people: int | None = None
    after_reveal: bool = False


class Group(Frozen):
    """The agencies that said the same in their first views, in the order of speaking."""

    said: Said
    voices: tuple[Voice, ...]


class WhoDiffers(Frozen):
    """Who said what: `groups` by rating from the lowest, `voices` in the order of speaking.

    `later` are views given after the reveal, which count in no spread.
    """

    groups: tuple[Group, ...] = ()
    voices: tuple[Voice, ...] = ()
    later: tuple[Voice, ...] = ()

    def words(self) -> str:
        """ "HMP Stonebrook 1, Probation 3": first views in the order of speaking."""
        return ", ".join(f"{voice.name} {_short(voice.said)}" for voice in self.voices)


_SHORT = {
    Answer.DONT_KNOW: "doesn’t know",
    Answer.NOT_OURS: "not theirs to judge",
    Answer.NOT_APPLICABLE: "not applicable here",
}


def _short(said: Said) -> str:
    return _SHORT[said] if isinstance(said, Answer) else str(said)


def turn_of(agency: Agency, types: Mapping[str, AgencyType]) -> Turn:
    """When an agency is invited to speak, by its types.

    Whoever also commissions speaks last, but a group of people with lived experience first.
    """
    turns = {_turn(code, types) for code in agency.types}
    if Turn.LIVED_EXPERIENCE in turns:
        return Turn.LIVED_EXPERIENCE
    if Turn.COMMISSIONER in turns:
        return Turn.COMMISSIONER
    return min(turns, default=Turn.OTHERS)


def speaking_order(agencies: Sequence[Agency], types: Iterable[AgencyType]) -> tuple[Agency, ...]:
    """Agencies in the order in which they are invited to speak; as given within each turn."""
    known = {one.code: one for one in types}
    return tuple(sorted(agencies, key=lambda agency: turn_of(agency, known)))


def who_said_what(voices: Iterable[Voice]) -> WhoDiffers:
    """Voices, given in the order of speaking, gathered by what they say."""
    every = tuple(voices)
    first = tuple(voice for voice in every if not voice.after_reveal)
    said = sorted({voice.said for voice in first}, key=_rank)
    return WhoDiffers(
        groups=tuple(
            Group(said=one, voices=tuple(voice for voice in first if voice.said == one))
            for one in said
        ),
        voices=first,
        later=tuple(voice for voice in every if voice.after_reveal),
    )


def _rank(said: Said) -> int:
    return len(Answer) + list(Answer).index(said) if isinstance(said, Answer) else said


def _turn(code: str, types: Mapping[str, AgencyType]) -> Turn:
    if code in _BY_CODE:
        return _BY_CODE[code]
    name = types[code].name.casefold() if code in types else ""
    return next((turn for words, turn in _BY_WORD if words in name), Turn.OTHERS)
