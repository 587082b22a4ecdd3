"""What the room agreed of a statement: each change of its rating, its reasons, who was there."""

from markupsafe import Markup

from assessment.access.wording import long_date, moment
from assessment.consensus.model import (
    HOW_WORDS,
    AgreedRating,
    Decision,
    HowReached,
    RatingChange,
)
from assessment.ui.html import fill, joined
from domains.walk.model import HistoryView


def decided(view: HistoryView) -> Markup:
    """As HTML, to stand under a heading of its own."""
    return joined((_decisions(view), _reasons(view.history.agreed), _there(view)))


def _decisions(view: HistoryView) -> Markup:
    """Each change of the rating, the first first."""
    if not view.history.changes:
        return Markup("<p>Nothing has been agreed yet.</p>")
    lines = joined(fill("<li>{}</li>", _change(view, one)) for one in view.history.changes)
    return fill('<ol class="list">{}</ol>', lines)


def _change(view: HistoryView, one: RatingChange) -> str:
    words = f"{moment(one.at)}: {_decided(view, one.after)}"
    stood = one.before.rating is not None or one.before.not_applicable
    return f"{words} Before, {_decided(view, one.before)}" if stood else words


def _decided(view: HistoryView, one: Decision) -> str:
    what = "not yet rated"
    if one.not_applicable:
        what = "not applicable here"
    elif one.rating is not None:
        what = view.bank.label(one.rating)
    if one.how is None:
        return f"{what}."
    return f"{what}, {HOW_WORDS[one.how].removesuffix(', because …').lower()}."


def _reasons(agreed: AgreedRating | None) -> Markup:
    """What was written of the rating as it stands; a reason it no longer rests on is left out."""
    if agreed is None:
        return Markup()
    chair = agreed.because if agreed.how is HowReached.CHAIR_DECIDED else ""
    not_here = agreed.not_applicable_reason if agreed.not_applicable else ""
    reasons = (
        ("The chair decided because", chair),
        ("Not applicable here because", not_here),
        ("Why this rating", agreed.rationale),
    )
    return joined(fill("<p>{}: {}</p>", words, said) for words, said in reasons if said)


def _there(view: HistoryView) -> Markup:
    meeting = view.history.meeting
    if meeting is None:
        return Markup()
    names = joined(fill("<li>{}</li>", view.name(agency)) for agency in meeting.present)
    return fill(
        "<p>Decided at the meeting of {}. Who was there:</p>{}",
        long_date(meeting.held_on),
        fill('<ul class="list">{}</ul>', names)
        if names
        else Markup("<p>That was not recorded.</p>"),
    )
