"""Whether names are shown at the reveal, and what every form says of it."""

from functools import partial

from assessment.access.wording import are, counted
from assessment.ui.context import PageContext
from assessment.ui.fields import levels
from assessment.ui.html import fill, show
from assessment.views import service as views
from assessment.views.permissions import user_can_ask
from assessment.views.rules.promise import promise


_CHOICES = ("Without names", "With names")
_MEANINGS = (
    "The room sees how the answers spread, and nobody’s name. No screen and no file says later who "
    "gave which answer, except the complete copy and backups.",
    "The room sees how the answers spread; then it can see which agency gave which answer and "
    "reason. People may answer more carefully for it.",
)


def names_choice(ctx: PageContext) -> None:
    """Two plain choices, open until the first view is in; then why the choice stands."""
    asking = views.asking_of(ctx.desk, ctx.assessment_id)
    chosen = asking.names_shown if asking else None
    given = len(views.answered(ctx.desk, ctx.assessment_id).first)
    stands = chosen is not None and given > 0
    levels(
        "At the reveal",
        key="names_shown",
        stored=None if chosen is None else int(chosen),
        names=_CHOICES,
        descriptions=_MEANINGS,
        on_pick=partial(_choose, ctx, chosen),
        disabled=stands or not user_can_ask(ctx.desk.actor),
    )
    if stands:
        show(fill("<p>{}</p>", _stands(given)))
    if chosen is not None:
        show(
            "<details><summary>What every form and pack tells its reader first</summary>",
            fill("<p>{}</p></details>", promise(chosen)),
        )


def _choose(ctx: PageContext, seen: bool | None, place: int) -> None:
    """From here on views can be given; what the room has rated by then is settled without them."""
    with ctx.desk.store.writing():
        views.choose_names_shown(ctx.desk, ctx.assessment_id, bool(place), seen=seen)
        if settle := ctx.deeds.get("let_settled_stand"):
            settle()


def _stands(given: int) -> str:
    here = f"{counted(given, 'first view')} {are(given)} here"
    return f"{here}, and whoever gave one was told this. So it stands now."
