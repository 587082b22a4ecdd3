"""Colours stand in two files and agree; every pair that is read together can be read."""

import re
import tomllib
from pathlib import Path

import pytest
from streamlit import config

from assessment.ui.symbols import BLOCKS, look_css


ROOT = Path(__file__).resolve().parents[3]
THEMES = ("light", "dark")


def tokens(theme: str) -> dict[str, str]:
    pairs = re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", look_css())
    return {name: (light, dark)[THEMES.index(theme)] for name, light, dark in pairs}


def theme_of(theme: str) -> dict[str, str]:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    return dict(settings["theme"][theme])


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_streamlits_parts_and_ours_have_the_same_colours(theme: str) -> None:
    ours, theirs = tokens(theme), theme_of(theme)
    pairs = {
        "page": "backgroundColor", "panel": "secondaryBackgroundColor", "ink": "textColor",
        "accent": "linkColor", "edge": "borderColor",
    }  # fmt: skip
    assert {ours[a] for a in pairs} == {theirs[b] for b in pairs.values()}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("front", "back", "need"),
    [
        *[(f, b, 4.5) for f in ("ink", "muted", "accent") for b in ("page", "panel")],
        ("ink", "r0", 4.5), ("ink", "r1", 4.5), ("on2", "r2", 4.5), ("on3", "r3", 4.5),
        ("r3", "page", 4.5), ("r2", "page", 3), ("redge", "page", 3),
        *[(f, b, 3) for f in ("edge", "blue", "green", "amber", "red", "grey")
          for b in ("page", "panel")],
    ],
)  # fmt: skip
def test_every_pair_has_the_contrast_it_needs(
    theme: str, front: str, back: str, need: float
) -> None:
    colours = tokens(theme)
    assert contrast(colours[front], colours[back]) >= need


@pytest.mark.parametrize("theme", THEMES)
def test_white_reads_on_the_primary_button(theme: str) -> None:
    assert contrast("#ffffff", theme_of(theme)["primaryColor"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_more_met_is_always_further_from_the_page(theme: str) -> None:
    colours = tokens(theme)
    steps = [contrast(colours[f"r{rating}"], colours["page"]) for rating in range(4)]
    assert steps == sorted(steps)


def test_the_hidden_option_that_keeps_clicks_fast_still_exists() -> None:
    assert "runner.postScriptGC" in config._config_options_template


def test_blocks_are_told_apart_by_counting() -> None:
    assert [block.count("■") for block in BLOCKS] == [0, 1, 2, 3]
