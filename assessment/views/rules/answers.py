"""The seven answers: their words, their keys, and how they are read back from a cell."""

from collections.abc import Mapping, Sequence

from assessment.views.model import ANSWER_WORDS, Answer, Said


# One keystroke each, on the facilitator's screen and on the keypad.
KEYS: Mapping[str, Said] = {
    "0": 0,
    "1": 1,
    "2": 2,
    "3": 3,
    "d": Answer.DONT_KNOW,
    "n": Answer.NOT_OURS,
    "a": Answer.NOT_APPLICABLE,
}


def choices(labels: Sequence[str]) -> Mapping[Said, str]:
    """Every answer in its one order with its words; `labels` are the four levels' own.

    The same words stand on screen, in packs and on cards: "0 Not met" to "3 Fully met", then the
    three that are no rating.
    """
    rated: dict[Said, str] = {value: f"{value} {label}" for value, label in enumerate(labels)}
    return rated | dict(ANSWER_WORDS.items())


def said_words(said: Said, labels: Sequence[str]) -> str:
    """An answer in words: "Partly met", "Don’t know"."""
    return ANSWER_WORDS[said] if isinstance(said, Answer) else labels[said]


def read_answer(cell: str, labels: Sequence[str]) -> Said | None:
    """What a cell says, or None where it says none of the seven.

    Capitals, spaces and apostrophes make no difference; a level may be given by its number, its
    label or both.
    """
    wanted = _plain(cell)
    for said, words in choices(labels).items():
        if wanted in {_plain(words), _plain(said_words(said, labels))}:
            return said
        if not isinstance(said, Answer) and wanted in {str(said), f"{said}.0"}:
            return said
    return None


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "").replace("'", "").casefold().split())
