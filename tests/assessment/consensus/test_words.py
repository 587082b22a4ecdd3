"""The words of a rating: guarded, whole, and one event for a spell of typing."""

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import (
    LikelyIdentifier,
    StaleEdit,
    TooLong,
)
from assessment.access.texts import PARAGRAPH
from assessment.access.typed import Typed
from assessment.consensus import service
from tests.assessment.consensus.agreed import events
from tests.desk import Area


PRISON_NUMBER = "A1234BC"


class TestWords:
    def test_a_likely_identifier_is_written_nowhere(self, any_desk: Desk, area: Area) -> None:
        typed = Typed.over("", f"As {PRISON_NUMBER} told us")
        with pytest.raises(LikelyIdentifier) as caught:
            service.edit_words(any_desk, area.assessment_id, "P08", "rationale", typed)
        assert PRISON_NUMBER not in caught.value.message
        assert service.ratings_of(any_desk, area.assessment_id) == {}
        assert PRISON_NUMBER not in str(events(any_desk))

    def test_what_is_confirmed_is_kept(self, any_desk: Desk, area: Area) -> None:
        text = f"Form {PRISON_NUMBER} is the template’s own number"
        typed = Typed.over("", text, confirmed=True)
        service.edit_words(any_desk, area.assessment_id, "P08", "rationale", typed)
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].rationale == text

    def test_a_stale_edit_loses_neither_text(self, any_desk: Desk, area: Area) -> None:
        mine, theirs = Typed.over("", "Mine"), Typed.over("", "Theirs")
        service.edit_words(any_desk, area.assessment_id, "P08", "rationale", theirs)
        with pytest.raises(StaleEdit) as caught:
            service.edit_words(any_desk, area.assessment_id, "P08", "rationale", mine)
        assert caught.value.current == "Theirs"
        assert service.ratings_of(any_desk, area.assessment_id)["P08"].rationale == "Theirs"

    def test_text_over_the_limit_is_refused_whole(self, any_desk: Desk, area: Area) -> None:
        typed = Typed.over("", "a" * (PARAGRAPH + 3))
        with pytest.raises(TooLong, match="3 characters over"):
            service.edit_words(any_desk, area.assessment_id, "P08", "rationale", typed)

    def test_a_spell_of_typing_is_one_event(self, any_desk: Desk, area: Area) -> None:
        stored = ""
        for text in ("Bri", "Bridging", "Bridging works"):
            typed = Typed(text, seen=Typed.over(stored, "").seen, spell="box-1")
            service.edit_words(any_desk, area.assessment_id, "P08", "rationale", typed)
            stored = text
        edits = [e for e in events(any_desk) if e["what"] == "agreed_rating.rationale_edited"]
        assert len(edits) == 1
        assert edits[0]["before"]["rationale"] == ""
        assert edits[0]["after"]["rationale"] == "Bridging works"
