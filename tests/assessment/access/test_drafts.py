"""What is stored while somebody types is taken back once it shows itself to be an identifier."""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.access.desk import Desk
from assessment.access.errors import LikelyIdentifier
from assessment.access.typed import Typed, text_hash
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.privacy.beginnings import without_beginnings
from assessment.privacy.guard import find_identifiers
from assessment.store.activity import activity_event
from tests.assessment.privacy.valid import IDENTIFIERS
from tests.desk import Area, FixedClock, begin_area


NHS = "943 476 5919"
BEFORE = "Seen in reception by "
Save = Callable[..., None]


@pytest.fixture
def area(any_desk: Desk) -> Area:
    """A new area with its first assessment."""
    return begin_area(any_desk)


@pytest.fixture
def save(any_desk: Desk, area: Area) -> Save:
    """Save a draft of the rationale, from a box that follows what is stored."""

    def run(text: str, spell: str = "box-1", confirmed: bool = False) -> None:
        seen = text_hash(words(any_desk, area))
        typed = Typed(text, seen, spell=spell, confirmed=confirmed)
        consensus.edit_words(any_desk, area.assessment_id, "P08", "rationale", typed)

    return run


def words(desk: Desk, area: Area) -> str:
    row = consensus.rating_of(desk, area.assessment_id, "P08")
    return row.rationale if row else ""


def log(desk: Desk) -> str:
    with desk.store.reading() as tx:
        return str([dict(event) for event in tx.all(sa.select(activity_event))])


def type_out(save: Save, value: str, before: str = BEFORE) -> None:
    """Every key is saved; the last one is refused."""
    for end in range(len(value)):
        save(before + value[:end])
    with pytest.raises(LikelyIdentifier):
        save(before + value)


def parts(value: str, length: int = 5) -> list[str]:
    return [value[at : at + length] for at in range(len(value) - length + 1)]


@pytest.mark.parametrize("value", [NHS, "A1234BC", "AB 12 34 56 C", "2009/8123456E"])
def test_the_beginning_goes_from_the_row_and_the_log(
    any_desk: Desk, area: Area, save: Save, value: str
) -> None:
    type_out(save, value)
    assert words(any_desk, area) == BEFORE
    assert not any(part in log(any_desk) for part in parts(value))


def test_no_byte_of_it_is_left_in_the_file_or_its_log(desk: Desk) -> None:
    area = begin_area(desk)

    def save(text: str) -> None:
        typed = Typed.over(words(desk, area), text)
        consensus.edit_words(desk, area.assessment_id, "P08", "rationale", typed)

    type_out(save, NHS)
    file = desk.store.file
    assert file is not None
    for path in sorted(Path(file).parent.iterdir()):
        data = path.read_bytes()
        assert not any(part.encode() in data for part in parts(NHS)), path.name


def test_the_box_is_told_what_was_left_and_goes_on_from_there(
    any_desk: Desk, area: Area, save: Save
) -> None:
    save(BEFORE + "943 476")
    with pytest.raises(LikelyIdentifier) as refused:
        save(BEFORE + NHS)
    assert refused.value.kept == words(any_desk, area) == BEFORE
    save(BEFORE + "a nurse")
    assert words(any_desk, area) == BEFORE + "a nurse"


def test_an_act_in_between_or_another_box_hides_nothing(
    any_desk: Desk, area: Area, save: Save
) -> None:
    save(BEFORE + "943 476")
    consensus.record_rating(any_desk, area.assessment_id, "P08", 2)
    save(BEFORE + "943 476 59", spell="box-2")
    with pytest.raises(LikelyIdentifier):
        save(BEFORE + NHS, spell="box-2")
    assert words(any_desk, area) == BEFORE
    assert "943 4" not in log(any_desk)


def test_what_stood_there_long_before_is_not_touched(
    any_desk: Desk, area: Area, save: Save
) -> None:
    old = "Visited on 12/03/1985"
    save(old)
    assert isinstance(any_desk.now, FixedClock)
    any_desk.now.forward(days=30)
    save(old + " by the team,")
    with pytest.raises(LikelyIdentifier) as refused:
        save(old + " by the team, born")
    assert refused.value.kept is None
    assert words(any_desk, area) == old + " by the team,"


def test_what_was_confirmed_stays_when_another_is_refused(
    any_desk: Desk, area: Area, save: Save
) -> None:
    save("Form A1234BC is used", confirmed=True)
    save("Form A1234BC is used, 943 476 59")
    with pytest.raises(LikelyIdentifier):
        save("Form A1234BC is used, " + NHS)
    assert words(any_desk, area) == "Form A1234BC is used, "


def test_a_pasted_identifier_leaves_the_stored_text_as_it_was(
    any_desk: Desk, area: Area, save: Save
) -> None:
    save("Agreed in 2026 by all")
    with pytest.raises(LikelyIdentifier) as refused:
        save(f"About {NHS}")
    assert refused.value.kept is None
    assert words(any_desk, area) == "Agreed in 2026 by all"


def test_a_text_that_is_needed_says_that_something_was_removed(any_desk: Desk, area: Area) -> None:
    def save(name: str) -> None:
        stored = partnerships.partnership(any_desk, area.partnership_id).name
        typed = Typed.over(stored, name)
        partnerships.edit_partnership_text(any_desk, area.partnership_id, "name", typed)

    save("943 476 59")
    with pytest.raises(LikelyIdentifier):
        save(NHS)
    assert partnerships.partnership(any_desk, area.partnership_id).name == "[removed]"
    assert "943 4" not in log(any_desk)


def test_a_reason_that_is_needed_goes_too(any_desk: Desk, area: Area) -> None:
    def save(stored: str, text: str) -> None:
        typed = Typed.over(stored, text)
        consensus.record_not_applicable(any_desk, area.assessment_id, "P08", typed)

    save("", "943 476 59")
    with pytest.raises(LikelyIdentifier):
        save("943 476 59", NHS)
    row = consensus.rating_of(any_desk, area.assessment_id, "P08")
    assert row is not None
    assert row.not_applicable_reason == "[removed]"
    assert "943 4" not in log(any_desk)


def test_other_words_saved_in_the_same_breath_stay(any_desk: Desk, area: Area, save: Save) -> None:
    save("One A1234 two")
    with pytest.raises(LikelyIdentifier):
        save("One A1234BC two")
    assert words(any_desk, area) == "One  two"


PROSE = st.text("abc de\n.,", max_size=20)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(before=PROSE, value=IDENTIFIERS, after=PROSE, data=st.data())
def test_of_any_beginning_or_middle_typed_so_far_nothing_is_left(
    before: str, value: str, after: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    before, after = f"{before} ", f" {after}"
    text = before + value + after
    held = before + value[:start] + value[end:] + after
    left = without_beginnings(held, text, find_identifiers(text))
    assert not any(part in left for part in parts(value))
    assert left.startswith(before.rstrip()[:-1])
    assert left.endswith(after.lstrip()[1:])


@given(text=st.text(), earlier=st.text())
def test_without_findings_a_text_stays_as_it_is(text: str, earlier: str) -> None:
    assert without_beginnings(earlier, text, ()) == earlier
