"""After the reveal of a statement: what the room sees of it, on an agency's own device too."""

from assessment.access.wording import listed
from assessment.bank import service as bank_service
from assessment.consensus import service as consensus
from assessment.consensus.rules.history import later_words
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.views import service as views
from assessment.views.rules.answers import said_words


def what_the_room_sees(ctx: PageContext, statement_id: str) -> None:
    """The spread in words, and who said what where names are shown; nothing before the reveal."""
    reveal = views.reveal_of(ctx.desk, ctx.assessment_id, statement_id)
    if reveal is None or reveal.spread_at is None:
        return
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    labels = bank_service.bank_of(ctx.desk, one.bank_id).labels()
    spread = consensus.spread_shown(ctx.desk, ctx.assessment_id, statement_id)
    show("<h3>What the room sees</h3>", fill("<p>{}</p>", spread.words(labels)))
    if reveal.names_at is not None:
        _names(ctx, statement_id, labels)
    else:
        _later(ctx, statement_id)


def _later(ctx: PageContext, statement_id: str) -> None:
    """That views came later, where what they say would tell whose first view they change."""
    later = views.answered_on(ctx.desk, ctx.assessment_id, statement_id, after_reveal=True)
    if later:
        show(fill("<p>{}</p>", later_words(len(later))))


def _names(ctx: PageContext, statement_id: str, labels: tuple[str, ...]) -> None:
    found = consensus.who_differs(ctx.desk, ctx.assessment_id, statement_id)
    lines = [
        fill(
            "<li><strong>{}:</strong> {}</li>",
            said_words(group.said, labels),
            listed([voice.name for voice in group.voices]),
        )
        for group in found.groups
    ]
    later = [
        fill("<li>{}, after the reveal: {}</li>", one.name, said_words(one.said, labels))
        for one in found.later
    ]
    show(fill('<ul class="list">{}</ul>', joined([*lines, *later])))
