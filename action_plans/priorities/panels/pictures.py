"""How the actions of each domain, prison or owner go: a sentence, bars, and a table."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from action_plans.actions.rules.status import LOOKS, WORST_FIRST, Colour, State
from action_plans.priorities.rules.groups import Group
from assessment.access.wording import are, counted, in_sentence, listed
from assessment.ui.html import fill, joined
from assessment.ui.symbols import status
from assessment.ui.tables import table, wide


TOUCHING = "An action that touches several is counted under each."
BY_NAME = "Owners stand in alphabetical order, whatever became of their actions."

Look = tuple[Colour, str, str]
Part = tuple[Look, int]
OVERDUE: Look = ("amber", "▲", "Overdue")
AHEAD: Look = ("green", "▶", "Open, not overdue")
DONE: Look = ("blue", "✓", "Done")
STOPPED: Look = ("grey", "○", "Stopped")


def how_they_go(head: str, groups: Sequence[Group]) -> Markup:
    """The three of them; the bars are as long as their group is large, its worst first.

    Colours repeat what stands beside them in words.
    """
    return joined(
        [
            fill("<p>{}</p>", sentence(groups)),
            _bars((head, "How its actions go, the worst first"), groups, parts_of),
            fill('<p class="muted">{}</p><h2>{}</h2>', TOUCHING, "The same as a table"),
            wide(_as_table(head, groups), f"Actions by {head.lower()}"),
        ]
    )


def what_owners_have(groups: Sequence[Group]) -> Markup:
    """What each owner still has to do and has done, in the order of the groups: by name.

    Nobody is compared: the sentence names no owner, and no owner has a share.
    """
    rows = [
        (group.title, group.still, _late(group), _done(group), group.count(State.STOPPED))
        for group in groups
    ]
    heads = ["Owner", "Open", "Of these overdue", "Done", "Stopped"]
    return joined(
        [
            fill("<p>{}</p>", owners_sentence(groups)),
            _bars(("Owner", "What became of its actions"), groups, _owned),
            fill('<p class="muted">{}</p><h2>{}</h2>', BY_NAME, "The same as a table"),
            wide(table(heads, rows), "Actions by owner"),
        ]
    )


def owners_sentence(groups: Sequence[Group]) -> str:
    """What is open, overdue and done under all owners together."""
    still = sum(group.still for group in groups)
    late = sum(_late(group) for group in groups)
    done = sum(_done(group) for group in groups)
    first = f"{counted(still, 'action')} {are(still)} open, {late or 'none'} of them overdue."
    return f"{first} {done or 'None'} {are(done or 1)} done."


def _owned(group: Group) -> list[Part]:
    late = _late(group)
    counts = (
        (OVERDUE, late),
        (AHEAD, group.still - late),
        (DONE, _done(group)),
        (STOPPED, group.count(State.STOPPED)),
    )
    return [(look, number) for look, number in counts if number]


def _late(group: Group) -> int:
    return sum(line.overdue for line in group.lines)


def _done(group: Group) -> int:
    """Finished, whether or not what shows it is written down."""
    return len(group.lines) - group.still - group.count(State.STOPPED)


def _bars(
    heads: tuple[str, str], groups: Sequence[Group], parts: Callable[[Group], list[Part]]
) -> Markup:
    most = max((len(group.lines) for group in groups), default=0)
    return fill(
        '<table class="time"><thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr>'
        "</thead><tbody>{}</tbody></table>",
        *heads,
        joined(_bar_row(group.title, parts(group), most) for group in groups),
    )


def sentence(groups: Sequence[Group]) -> str:
    """Where most is still to be done, and where something is off track."""
    still = max((group.still for group in groups), default=0)
    if not still:
        return "Nothing is open under any of them."
    where = listed([group.title for group in groups if group.still == still])
    off = [(group.title, group.count(State.OFF_TRACK)) for group in groups]
    told = [f"{title} ({number})" for title, number in off if number]
    first = f"Most is still to be done under {where}: {counted(still, 'action')}."
    return f"{first} Off track: {listed(told)}." if told else f"{first} None is off track."


def parts_of(group: Group) -> list[Part]:
    """The states that occur in a group with how many are in each, worst first."""
    counts = ((LOOKS[state], group.count(state)) for state in WORST_FIRST)
    return [(look, number) for look, number in counts if number]


def _bar_row(title: str, parts: list[Part], most: int) -> Markup:
    # A state stays on one line with its number, apart from the next one.
    one = '<span style="display:inline-block;margin-right:0.8rem">{}: {}</span>'
    words = joined(fill(one, status(*look), number) for look, number in parts)
    said = listed([f"{number} {in_sentence(look[2])}" for look, number in parts])
    bars = joined(
        fill(
            '<span class="bar {}" style="width:{:.1f}%"></span>',
            look[0], 100 * number / most,
        )
        for look, number in parts
    )  # fmt: skip
    return fill(
        '<tr><th scope="row">{}<br><span class="muted">{}</span></th>'
        '<td><span role="img" aria-label="{}" style="display:flex;gap:2px">{}</span></td></tr>',
        title, words, f"{title}: {said}", bars,
    )  # fmt: skip


def _as_table(head: str, groups: Sequence[Group]) -> Markup:
    """Every state that occurs anywhere has its column, so that the bars can be counted."""
    states = [state for state in WORST_FIRST if any(group.count(state) for group in groups)]
    rows = [
        (group.title, group.still, *(group.count(state) for state in states)) for group in groups
    ]
    return table([head, "Open", *(LOOKS[state][2] for state in states)], rows)
