"""Valid identifiers of every kind that carries a check or a fixed form, made at random."""

from hypothesis import strategies as st


LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NI_FIRST = "ABCEGHJKLMNOPRSTWXYZ"
NI_SECOND = "ABCEGHJKLMNPRSTWXYZ"
NI_REFUSED = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}


@st.composite
def health_numbers(draw: st.DrawFn) -> str:
    """Ten digits with the check digit worked out afresh, in the ways people write them."""
    digits = draw(st.lists(st.integers(0, 9), min_size=9, max_size=9))
    check = -sum((10 - place) * digit for place, digit in enumerate(digits)) % 11
    digits[8] = digits[8] if check != 10 else (digits[8] + 1) % 10
    check = -sum((10 - place) * digit for place, digit in enumerate(digits)) % 11
    if check == 10:
        return "943 476 5919"
    text = "".join(map(str, [*digits, check]))
    gap = draw(st.sampled_from(["", " ", "-", "\u00a0", "\u2011", "\u200b", " - "]))
    return gap.join((text[:3], text[3:6], text[6:]))


@st.composite
def prison_numbers(draw: st.DrawFn) -> str:
    """A letter, four digits, two letters, in either case."""
    digits = draw(st.text("0123456789", min_size=4, max_size=4))
    letters = draw(st.text(CAPITALS, min_size=3, max_size=3))
    number = letters[0] + digits + letters[1:]
    return number if draw(st.booleans()) else number.lower()


@st.composite
def pnc_numbers(draw: st.DrawFn) -> str:
    """Canonical (padded) and short forms."""
    year = draw(st.integers(1940, 2026))
    serial = draw(st.integers(100, 9_999_999))
    letter = LETTERS[int(f"{year % 100:02}{serial:07}") % 23]
    if draw(st.booleans()):
        return f"{year}/{serial:07}{letter}"
    return f"{year % 100:02}/{serial}{letter}"


@st.composite
def cro_numbers(draw: st.DrawFn) -> str:
    """Standard (padded or not) and SF forms."""
    year = draw(st.integers(0, 99))
    serial = draw(st.integers(100, 999_999))
    if draw(st.booleans()):
        return f"SF{year:02}/{serial}{LETTERS[int(f'{year:02}{serial}') % 23]}"
    return f"{serial:06}/{year:02}{LETTERS[int(f'{year:02}{serial:06}') % 23]}"


@st.composite
def ni_numbers(draw: st.DrawFn) -> str:
    """A permitted prefix, six digits and a suffix, together or in pairs."""
    prefix = draw(st.sampled_from(NI_FIRST)) + draw(st.sampled_from(NI_SECOND))
    prefix = "AB" if prefix in NI_REFUSED else prefix
    digits = draw(st.text("0123456789", min_size=6, max_size=6))
    suffix = draw(st.sampled_from("ABCD"))
    gap = draw(st.sampled_from(["", " ", "\u00a0"]))
    return gap.join((prefix, digits[:2], digits[2:4], digits[4:], suffix))


IDENTIFIERS = st.one_of(
    health_numbers(), prison_numbers(), pnc_numbers(), cro_numbers(), ni_numbers()
)
