"""After the spread: its words, how views differ, the question, and who sees it differently."""

from collections.abc import Iterable
from functools import partial

from assessment.access.wording import listed
from assessment.consensus import service as consensus
from assessment.consensus.rules.differences import DIFFERENCE_WORDS, differences_of
from assessment.consensus.rules.history import later_words
from assessment.consensus.rules.spread import Spread
from assessment.consensus.rules.voices import Voice
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.views import service as views
from assessment.views.rules.answers import said_words
from domains.walk.model import RoomStatement, RoomView
from domains.walk.panels.room_parts import act_button


QUESTION = "What might one of us see that others can’t?"
WHO_FIRST = (
    "First those with lived experience, then those who provide services, "
    "and then those who commission them."
)


def spread_in_words(view: RoomView, spread: Spread) -> None:
    """The same as the dots, in words, and each kind of difference."""
    kinds = " ".join(DIFFERENCE_WORDS[kind] for kind in differences_of(spread))
    show(
        fill("<p>{} <strong>{}</strong></p>", spread.words(view.bank.labels()), kinds),
    )


def question(here: RoomStatement) -> None:
    """A silence comes first; then whoever is nearest to it speaks, before any names are shown."""
    named = here.reveal is not None and here.reveal.names_at is not None
    first = "" if named else fill('<p class="muted">{}</p>', WHO_FIRST)
    show(fill('<h2 class="question">{}</h2>{}', QUESTION, first))


def who_differs(ctx: PageContext, view: RoomView, here: RoomStatement) -> None:
    """Who said what, once the second step was taken; later views are marked.

    Before it, and where no names are shown, how many came later and nothing more.
    """
    if here.reveal is None or here.reveal.names_at is None:
        came = later_words(len(here.later))
        show(fill('<p class="muted">{}</p>', came) if came else "")
        return
    labels = view.bank.labels()
    found = consensus.who_differs(ctx.desk, ctx.assessment_id, here.id)
    lines = [
        fill(
            "<li><strong>{}:</strong> {}</li>", said_words(group.said, labels), _names(group.voices)
        )
        for group in found.groups
    ]
    later = [
        fill("<li>{}, after the reveal: {}</li>", one.name, said_words(one.said, labels))
        for one in found.later
    ]
    show(fill('<ul class="steps">{}</ul>', joined([*lines, *later])))


def _names(voices: Iterable[Voice]) -> str:
    return listed([voice.name for voice in voices])


def names_button(ctx: PageContext, view: RoomView, here: RoomStatement) -> None:
    """The second step, only where it was agreed before views were asked for."""
    agreed = view.asking is not None and bool(view.asking.names_shown)
    if agreed and here.reveal is not None and here.reveal.names_at is None:
        act_button(
            ctx,
            "Show who sees it differently",
            "room_show_names",
            partial(views.show_names, ctx.desk, ctx.assessment_id, here.id),
            shortcut="Shift+W" if view.shortcuts else None,
        )
