"""The head of a domain's list: what it is about, and how far it has come."""

from assessment.access.wording import counted
from assessment.consensus.model import Standing
from assessment.results.panels.strips import linked_strip
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.page import head_of
from assessment.ui.symbols import key as symbols_key
from domains.walk.model import DomainView


NONE_HERE = "No statement of this domain is part of this assessment. Prepare changes that."


def domain_top(ctx: PageContext, view: DomainView) -> None:
    """Drawn again with every rating in the list below it."""
    in_scope = any(result.in_scope for result in view.results)
    lead = _how_far(view) if in_scope else ""
    show(
        head_of(view.whose, view.domain.title, f"{view.domain.summary} {lead}"),
        linked_strip(ctx, view.results, view.domain.title),
        symbols_key(view.bank.labels()),
        "" if in_scope else fill("<p>{}</p>", NONE_HERE),
    )


def _how_far(view: DomainView) -> str:
    """7 of 12 statements rated, 1 not applicable here."""
    mine = [result for result in view.results if result.in_scope]
    rated = sum(result.rating is not None for result in mine)
    aside = sum(result.standing is Standing.NOT_APPLICABLE for result in mine)
    words = f"{rated} of {counted(len(mine), 'statement')} rated"
    return f"{words}, {aside} not applicable here." if aside else f"{words}."
