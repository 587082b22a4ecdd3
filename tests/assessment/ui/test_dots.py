"""The spread as a picture: as many dots as views, all alike, each above its own level."""

import re

import pytest

from assessment.ui.dots import COLUMN, dots_svg


def circles(counts: tuple[int, ...]) -> list[tuple[float, float, float]]:
    """Centre and radius of every dot."""
    found = re.findall(r'cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', dots_svg(counts, "#16191d"))
    return [(float(x), float(y), float(r)) for x, y, r in found]


@pytest.mark.parametrize("counts", [(1, 2, 4, 0), (0, 0, 15, 0), (7, 8, 9, 10), (0, 1, 0, 0)])
def test_every_view_is_one_whole_dot_above_its_level(counts: tuple[int, ...]) -> None:
    drawn = circles(counts)
    columns = [int(x // COLUMN) for x, _y, _r in drawn]
    assert [columns.count(level) for level in range(4)] == list(counts)
    assert all(x - r >= x // COLUMN * COLUMN for x, _y, r in drawn)
    assert len({r for _x, _y, r in drawn}) == 1
    assert len({(x, y) for x, y, _r in drawn}) == sum(counts)
    height = float(re.findall(r'height="([\d.]+)"', dots_svg(counts, "#16191d"))[0])
    assert all(r <= y <= height - r for _x, y, r in drawn)


def test_no_rating_gives_no_picture() -> None:
    assert dots_svg((0, 0, 0, 0), "#16191d") == ""


def test_its_ink_follows_the_screen_it_stands_on() -> None:
    drawn = dots_svg((1, 0, 0, 2), "#16191d", "#eef0f2")
    assert "prefers-color-scheme:dark" in drawn
    assert drawn.count('fill="#16191d"') == 3
