"""What whoever gives a view is told before the first question."""

from markupsafe import Markup

from assessment.access.wording import are, counted
from assessment.invitations import service as invitations
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.views import service
from assessment.views.rules.minutes import minutes_words
from assessment.views.rules.promise import TITLE, promise


FOLD = f"How much is asked, and {TITLE[0].lower()}{TITLE[1:]}"
BESIDE = (
    "Another device joined for your agency first, and is its contact’s. Your answers stand beside "
    "its own there, as those of colleague {}, and count once the contact uses them."
)
CONTACT = (
    "{} joined for your agency too. What they answer is shown to you beside your own, for you to "
    "use or to leave. Your answers here are the agency’s."
)


def form_start(ctx: PageContext, asked: int, begun: bool) -> None:
    """How much is asked, who can read it, and whose answers these are; folded once one is in.

    `asked` is how many statements are; `begun` says that one is in.
    """
    names = service.names_are_shown(ctx.desk, ctx.assessment_id)
    show(
        _whose(ctx),
        fill(
            "<details{}><summary>{}</summary><p>{}</p><p><strong>{}.</strong> {}</p></details>",
            Markup("") if begun else Markup(" open"),
            FOLD,
            _much(asked),
            TITLE,
            promise(names).removeprefix(f"{TITLE}. "),
        ),
    )


def _much(asked: int) -> str:
    return (
        f"{counted(asked, 'statement')} {are(asked)} asked of your agency, {minutes_words(asked)} "
        "in all. Every answer is saved at once."
    )


def _whose(ctx: PageContext) -> Markup:
    """Whether what is given here is the agency's or a colleague's; nothing where one is alone."""
    if not ctx.desk.actor.device_id:
        return Markup("")
    mine = invitations.own_device(ctx.desk)
    if not mine.contact:
        return fill("<p><strong>{}</strong></p>", BESIDE.format(mine.number))
    others = invitations.devices_beside(ctx.desk)
    words = CONTACT.format(counted(len(others), "other device"))
    return fill("<p><strong>{}</strong></p>", words) if others else Markup("")
