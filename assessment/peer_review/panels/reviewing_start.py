"""What a peer reviewer is told before the first statement: folded once they have begun."""

from markupsafe import Markup

from assessment.access.wording import counted, long_date
from assessment.partnership.rules.scope import spoken_minutes
from assessment.peer_review.model import CANNOT_TELL_WORDS, GivenToReviewer
from assessment.ui.html import fill, joined, show


AFRESH = (
    "Rate afresh: read the statement, its four levels and what you were shown, and say what you "
    "would rate. A rating and one line are enough. Everything else is there if you wish."
)
CANNOT = (
    "“{}” asks the area for evidence. It counts as no rating, and never as a lower one. Choose it "
    "rather than guess."
)
BLIND = "The area’s own ratings are shown to you once yours are handed in, beside yours."
OPEN = "The area’s own ratings are folded under yours. Give your own before you look."
KEPT = (
    "What you choose and type is saved at once. You may close this page and come back by the same "
    "link until {}. Whoever has the link can rate in your place, so do not pass it on."
)
WHO_READS = (
    "Nobody but you reads any of it until you hand in. Then the partnership of {} reads it with "
    "your role and organisation, as a draft while it checks the facts; other peer reviewers never "
    "do. Boards, the region and the public hear only once the area releases it: how many ratings "
    "agreed, and what the partnership makes of them. What you call worth borrowing may be passed "
    "on as you wrote it, never your role or organisation."
)
NAMES = "Your name is kept nowhere. Write no names of people, nor anything that tells who they are."
WITHHELD = (
    "{} of this review {} not given to you: your organisation may bid for a contract of the agency "
    "{} about."
)


def reviewing_start(given: GivenToReviewer) -> None:
    """How much it is and until when, then who reads it and how to rate."""
    number = len(given.statements)
    facts = (AFRESH, CANNOT.format(CANNOT_TELL_WORDS), BLIND if given.blind else OPEN, NAMES)
    show(
        fill(
            '<p class="lead">{}, about {} in all. Open until {}.</p>',
            counted(number, "statement"),
            spoken_minutes(given.minutes),
            long_date(given.expires_on),
        ),
        fill("<p>You review as: {}.</p>", given.role),
        fill("<p>{}</p>", _withheld(given.withheld)) if given.withheld else "",
        fill(
            "<details{}><summary>How to rate, and who reads it</summary>{}<p>{}</p><p>{}</p>"
            '<p class="muted">{}</p></details>',
            Markup("") if given.own else Markup(" open"),
            joined(fill("<p>{}</p>", words) for words in facts),
            KEPT.format(f"the end of {long_date(given.expires_on)}"),
            WHO_READS.format(given.area),
            given.wording_notice,
        ),
    )


def _withheld(number: int) -> str:
    one = number == 1
    return WITHHELD.format(
        counted(number, "statement"), *(("is", "it is") if one else ("are", "they are"))
    )
