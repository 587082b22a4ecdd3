"""The statements: whose wording, what they say, their thresholds, and how to bring in others."""

from collections.abc import Callable

from assessment.access.wording import counted
from assessment.bank.model import WORDING_WORDS, Bank
from assessment.bank.pages import kept, listing, loading, thresholds
from assessment.bank.service import bank_of, built_in_bank
from assessment.ui import page
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show


def render(ctx: PageContext, bank_id: str = "", use: Callable[[str], object] | None = None) -> None:
    """Draw the page for a kept set, or for the toolkit's own where `bank_id` is empty.

    `use(new_bank_id)` makes the assessment follow a new version; without it nothing follows and
    thresholds are only shown.
    """
    bank = bank_of(ctx.desk, bank_id) if bank_id else built_in_bank()
    page.head(f"{bank.about.name}, version {bank.about.version}", "The statements", _lead(bank))
    if bank.about.notice:
        show(fill("<p>{}</p>", listing.words(bank.about.notice)))
    listing.render(bank)
    thresholds.render(ctx, bank, bank_id, use)
    listing.sources(bank)
    kept.render(ctx, bank_id, use)
    loading.render(ctx, bank, use)


def _lead(bank: Bank) -> str:
    count = counted(len(bank.statements), "statement")
    return f"{count} in four domains. {WORDING_WORDS[bank.about.wording]}."
