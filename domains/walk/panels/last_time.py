"""What a reviewing area said of a statement last time: one line, folded, and never too early.

Their rating beside an answer still to be found would draw it, so nothing of it stands on any screen
of the lead's before the first views of the statement are shown, where views were asked for.
"""

from collections.abc import Sequence

from markupsafe import Markup

from assessment.access.wording import in_sentence
from assessment.bank.model import Bank
from assessment.consensus import service as consensus
from assessment.peer_review import service as reviews
from assessment.peer_review.model import OUTCOME_WORDS, SaidLastTime
from assessment.peer_review.panels.said import said_words
from assessment.peer_review.panels.side_by_side import bank_of_round, said_box
from assessment.peer_review.permissions import user_can_read_reviews
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.symbols import level
from assessment.views import service as views


NOT_YET = (
    "A reviewing area said something of this statement last time. It stands here once the first "
    "views are shown, so that it sways nobody."
)


def last_time(ctx: PageContext, statement_id: str) -> None:
    """On the statement's page: the line, or that it comes later; nothing where none was said."""
    found = _found(ctx, statement_id)
    if found and _still_open(ctx, statement_id):
        show(fill('<p class="muted">{}</p>', NOT_YET))
    elif found:
        show(_folded(bank_of_round(ctx, ctx.assessment_id), found))


def last_time_in_the_room(ctx: PageContext, statement_id: str) -> None:
    """The line alone, for where the room has shown its views or settled the statement."""
    found = _found(ctx, statement_id)
    if found:
        show(_folded(bank_of_round(ctx, ctx.assessment_id), found))


def _found(ctx: PageContext, statement_id: str) -> tuple[SaidLastTime, ...]:
    if not user_can_read_reviews(ctx.desk.actor):
        return ()
    return reviews.last_time(ctx.desk, ctx.assessment_id).get(statement_id, ())


def _still_open(ctx: PageContext, statement_id: str) -> bool:
    """Whether first views are asked of it that are not shown yet, and it has no rating."""
    here = (ctx.desk, ctx.assessment_id)
    with ctx.desk.store.reading():
        reveal = views.reveal_of(*here, statement_id)
        agreed = consensus.ratings_of(*here, [statement_id]).get(statement_id)
        settled = agreed is not None and (agreed.rating is not None or agreed.not_applicable)
        shown = reveal is not None and reveal.spread_at is not None
        if shown or settled or views.asking_of(*here) is None:
            return False
        return any(asked == statement_id for asked, _ in views.asked(*here))


def _folded(bank: Bank, found: Sequence[SaidLastTime]) -> Markup:
    who = " and ".join(dict.fromkeys(each.reviewing_area or "another area" for each in found))
    summary = f"What {who} said last time, in {in_sentence(found[0].assessment)}"
    return fill(
        "<details><summary>{}</summary>{}</details>",
        summary,
        joined(_said(bank, each) for each in found),
    )


def _said(bank: Bank, one: SaidLastTime) -> Markup:
    outcome = f"It came out as: {OUTCOME_WORDS[one.outcome].lower()}." if one.outcome else ""
    return fill(
        '<p><span class="muted">{}:</span> {}{} {}</p>{}',
        one.reviewing_area or "Another area",
        said_box(bank, one.rating),
        _moderated(bank, one),
        outcome,
        said_words(one.rating.model_copy(update={"for_visit": False})),  # that visit is over
    )


def _moderated(bank: Bank, one: SaidLastTime) -> Markup:
    if one.moderated is None:
        return Markup("")
    return fill("; moderated: {}.", level(one.moderated, bank.label(one.moderated)))
