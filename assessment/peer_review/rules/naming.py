"""Whether a text names an agency: by its name, a word of it that is its own, or its initials.

For what is kept from a peer reviewer who may bid for that agency's contract. It rather finds too
much: what is found is held back from that one reviewer, and the lead is told, who may reword it.
"""

import re
import unicodedata
from functools import cache


HELD_BACK = "Left out for you: it names an agency for whose contract your organisation may bid."
_FEWEST = 3  # letters of a word or of initials that can tell an agency
# Words that stand in many agencies' names and in most texts, of the field or of any.
_USUAL_WORDS = (
    "adult adults agency alcohol and are area as at board borough care change charity cic cio "
    "city combating commission commissioner commissioning community company council county crime "
    "criminal department drug drugs east england english enterprise family first for forward "
    "foundation from group grow health healthcare help hmp hmpps home hospital house housing "
    "integrated into its justice lead limited live local ltd men mental mind misuse national "
    "network new nhs north not office on organisation our out outreach partnership people plc "
    "point police prison prisoners prisons probation project provider providers public reconnect "
    "recovery region regional release resettlement road school service services social south "
    "street substance support team teams that the their this town treatment trust turning unit "
    "use voluntary wales well wellbeing welsh west with women work working yoi you young your "
    "youth"
)
_USUAL = frozenset(_USUAL_WORDS.split())
_WORD = re.compile(r"\w+")


def names(text: str, agency: str, area: str = "") -> bool:
    """Whether a text names the agency; the area's own name in an agency's tells of neither."""
    found = _pattern(agency, area)
    by_initials = _initials(agency)
    spelt = by_initials is not None and by_initials.search(text) is not None
    return spelt or (found is not None and found.search(_folded(text)) is not None)


def own_words(agency: str, area: str = "") -> tuple[str, ...]:
    """The words of an agency's name that are its own; none where every one is usual."""
    usual = _USUAL | set(_folded(area).split())
    words = dict.fromkeys(_folded(agency).split())
    return tuple(word for word in words if len(word) >= _FEWEST and word not in usual)


@cache
def _pattern(agency: str, area: str) -> re.Pattern[str] | None:
    whole = _folded(agency)
    if not whole:
        return None
    told = dict.fromkeys((whole, whole.replace(" ", ""), *own_words(agency, area)))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, told))})(?!\w)")


@cache
def _initials(agency: str) -> re.Pattern[str] | None:
    """In capitals alone: initials can be a word of every day."""
    words = _WORD.findall(agency)
    if len(words) < _FEWEST:
        return None
    return re.compile(rf"(?<!\w){re.escape(''.join(word[0] for word in words).upper())}(?!\w)")


def _folded(text: str) -> str:
    """Without accents, capitals, and whatever parts words, possessive endings among them."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(plain.replace("&", " and ")))
