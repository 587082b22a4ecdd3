"""The seven answers as cards to hold up.

A card says its answer three times over for a level (number, word, counted blocks) and in words for
the three that are no rating; never by colour.
"""

from collections.abc import Iterable, Sequence

from assessment.ui.symbols import BLOCKS
from assessment.views.model import ANSWER_WORDS
from exports.printed.model import Card, CardSet


HOW_TITLE = "How to use these cards"
HOW = (
    "Cut or fold each sheet along the line. Keep your cards face down.",
    "When the facilitator asks, everyone holds one up at the same time.",
    "Nobody has to say why before all are up.",
)


def cards_of(labels: Sequence[str]) -> tuple[Card, ...]:
    """Seven cards in the answers' one order; `labels` are the levels' own."""
    levels = (
        Card(number=str(value), words=label, blocks=BLOCKS[value])
        for value, label in enumerate(labels)
    )
    others = (Card(number="", words=words, blocks="") for words in ANSWER_WORDS.values())
    return (*levels, *others)


def sets_of(labels: Sequence[str], names: Iterable[str]) -> tuple[CardSet, ...]:
    """One set for each agency's name; an empty name is a set for anyone."""
    cards = cards_of(labels)
    return tuple(CardSet(agency=name, cards=cards) for name in names)
