"""How the actions of each domain or prison go: in a sentence, as bars, and as a table."""

from collections.abc import Sequence

from markupsafe import Markup

from action_plans.actions.rules.status import LOOKS, WORST_FIRST, State
from action_plans.priorities.rules.groups import Group
from assessment.access.wording import counted, in_sentence, listed
from assessment.ui.html import fill, joined
from assessment.ui.symbols import status
from assessment.ui.tables import table, wide


TOUCHING = "An action that touches several is counted under each."


def how_they_go(head: str, groups: Sequence[Group]) -> Markup:
    """The three of them; the bars are as long as their group is large, its worst first.

    Colours repeat what stands beside them in words.
    """
    most = max((len(group.lines) for group in groups), default=0)
    rows = joined(_bar_row(group, most) for group in groups)
    return joined(
        [
            fill("<p>{}</p>", sentence(groups)),
            fill(
                '<table class="time"><thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr>'
                "</thead><tbody>{}</tbody></table>",
                head, "How its actions go, the worst first", rows,
            ),
            fill('<p class="muted">{}</p><h2>{}</h2>', TOUCHING, "The same as a table"),
            wide(_as_table(head, groups), f"Actions by {head.lower()}"),
        ]
    )  # fmt: skip


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


def parts_of(group: Group) -> list[tuple[State, int]]:
    """The states that occur in a group with how many are in each, worst first."""
    counts = ((state, group.count(state)) for state in WORST_FIRST)
    return [(state, number) for state, number in counts if number]


def _bar_row(group: Group, most: int) -> Markup:
    parts = parts_of(group)
    # A state stays on one line with its number, apart from the next one.
    one = '<span style="display:inline-block;margin-right:0.8rem">{}: {}</span>'
    words = joined(fill(one, status(*LOOKS[state]), number) for state, number in parts)
    said = listed([f"{number} {in_sentence(LOOKS[state][2])}" for state, number in parts])
    bars = joined(
        fill(
            '<span class="bar {}" style="width:{:.1f}%"></span>',
            LOOKS[state][0], 100 * number / most,
        )
        for state, number in parts
    )  # fmt: skip
    return fill(
        '<tr><th scope="row">{}<br><span class="muted">{}</span></th>'
        '<td><span role="img" aria-label="{}" style="display:flex;gap:2px">{}</span></td></tr>',
        group.title, words, f"{group.title}: {said}", bars,
    )  # fmt: skip


def _as_table(head: str, groups: Sequence[Group]) -> Markup:
    """Every state that occurs anywhere has its column, so that the bars can be counted."""
    states = [state for state in WORST_FIRST if any(group.count(state) for group in groups)]
    rows = [
        (group.title, group.still, *(group.count(state) for state in states)) for group in groups
    ]
    return table([head, "Open", *(LOOKS[state][2] for state in states)], rows)
