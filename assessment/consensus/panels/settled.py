"""What was agreed of one statement, to be read."""

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from assessment.access.wording import clock_or_day
from assessment.bank.model import Bank, Statement
from assessment.bank.rules.defaults import shown
from assessment.consensus.model import HOW_WORDS, AgreedRating
from assessment.ui.html import fill, joined, show, text
from assessment.ui.symbols import saved


def settled_panel(
    bank: Bank,
    statement: Statement,
    rating: AgreedRating | None,
    box: Markup,
    agencies: Mapping[str, str],
    today: date,
    *,
    words_follow: bool,
) -> None:
    """The rating in its box, what that level says, how it was reached and why.

    Where `words_follow`, why is left to the boxes below it.
    """
    show(
        fill("<h2>Agreed rating</h2><p>{}</p>", box),
        fill("<p>{}</p>", _meaning(statement, rating)),
        fill("<h3>How it was reached</h3><p>{}</p>", _how(rating)),
        "" if words_follow else fill("<h3>Why this rating</h3><p>{}</p>", _why(rating, agencies)),
        saved(clock_or_day(rating.decided_at, today)) if rating and rating.decided_at else "",
        _levels(bank, statement),
    )


def _meaning(statement: Statement, rating: AgreedRating | None) -> str | Markup:
    if rating is None:
        return ""
    if rating.not_applicable:
        return text(rating.not_applicable_reason)
    return "" if rating.rating is None else shown(statement.levels[rating.rating])


def _how(rating: AgreedRating | None) -> str | Markup:
    if rating is None or rating.how is None:
        return "It was not said how."
    words = text(HOW_WORDS[rating.how])
    return joined([words, text(rating.because)], Markup("<br>")) if rating.because else words


def _why(rating: AgreedRating | None, agencies: Mapping[str, str]) -> str | Markup:
    if rating and rating.rationale:
        return text(rating.rationale)
    source = agencies.get(rating.words_from or "", "") if rating else ""
    return f"No words yet. They will come from {source}." if source else "No words yet."


def _levels(bank: Bank, statement: Statement) -> Markup:
    items = joined(
        fill("<li><strong>{}.</strong> {}</li>", label, shown(words))
        for label, words in zip(bank.labels(), statement.levels, strict=True)
    )
    return fill(
        '<details><summary>What the levels mean</summary><ul class="list">{}</ul></details>', items
    )
