"""Two actions made one: what it says then, so that no word of either is lost."""

from collections.abc import Iterable, Mapping

from action_plans.actions.model import TEXTS, Action
from action_plans.actions.rules.amounts import pounds
from assessment.access.texts import PARAGRAPH
from assessment.access.wording import long_date


# The texts that both may have. Answers, endings and reasons stay with the action they are about.
JOINED = (
    "what", "why", "measure", "baseline", "target", "resources", "blocked_by", "waiting_for",
)  # fmt: skip


def joined_texts(kept: Action, other: Action) -> tuple[dict[str, str], tuple[str, ...]]:
    """The texts of the joined action, and the fields in which both have no room.

    There the kept action's own words stay; the other's go into a note.
    """
    texts = {field: _both(kept, other, field) for field in JOINED}
    fitting = {name: words for name, words in texts.items() if len(words) <= TEXTS[name].limit}
    return fitting, tuple(name for name in JOINED if name not in fitting)


def joined_links(kept: Action, other: Action) -> dict[str, frozenset[str]]:
    """Everything that either is linked to. One about all prisons, by naming none, stays that."""
    everywhere = not (kept.prisons and other.prisons)
    helpers = frozenset(kept.supporters) | frozenset(other.supporters)
    return {
        "statements": frozenset(kept.statements) | frozenset(other.statements),
        "prisons": frozenset() if everywhere else frozenset(kept.prisons) | set(other.prisons),
        "supporters": helpers - {kept.owner_agency_id or ""},
    }


def note_of_joining(other: Action) -> str:
    """What the kept action's note says: which was joined to it, with its date and its cost."""
    due = f"was due {long_date(other.due_on)}" if other.due_on else "had no date"
    cost = f" and cost {pounds(other.cost_pounds)}" if other.cost_pounds is not None else ""
    return f"Action {other.number} was joined to this one. It {due}{cost}."


def notes_without_room(other: Action, fields: Iterable[str]) -> tuple[str, ...]:
    """The other's words where there was no room for both, as notes."""
    return tuple(_note(other, field) for field in fields)


def links_parted(now: Iterable[str], before: Iterable[str], after: Iterable[str]) -> frozenset[str]:
    """Links once two actions are parted: as before, but for what changed while they were one."""
    if set(now) == set(after):
        return frozenset(before)
    return frozenset(now) - (frozenset(after) - frozenset(before))


def texts_parted(
    item: Action, before: Mapping[str, str], after: Mapping[str, str]
) -> dict[str, str]:
    """Texts once two actions are parted; one that was rewritten while they were one stays."""
    return {
        name: before[name]
        for name in JOINED
        if name in before and getattr(item, name) == after.get(name)
    }


def _both(kept: Action, other: Action, field: str) -> str:
    mine, theirs = getattr(kept, field), getattr(other, field)
    if not theirs.strip() or theirs == mine:
        return str(mine)
    if not mine.strip():
        return str(theirs)
    between = "\n" if TEXTS[field].limit == PARAGRAPH else "; also: "
    return f"{mine}{between}{theirs}"


def _note(other: Action, field: str) -> str:
    words = getattr(other, field)
    labelled = f"Action {other.number}, {TEXTS[field].label.lower()}: {words}"
    return labelled if len(labelled) <= TEXTS["note_draft"].limit else str(words)
