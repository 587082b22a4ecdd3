"""The texts of a report: every typed one is listed once, and put as it was decided."""

from datetime import UTC, datetime

from assessment.privacy.audience import TABLE, Audience
from exports.audiences.model import Choice, ReadText
from exports.report.profile import for_audience
from exports.report.reading import PLACES, as_decided, passages_of, unread
from tests.exports.fields import leaves
from tests.exports.sample import sample, trimmed


NOW = datetime(2026, 11, 22, tzinfo=UTC)


def read(digest: str, choice: Choice, wording: str = "") -> ReadText:
    return ReadText(
        id=digest,
        assessment_id="a",
        audience=Audience.PUBLIC,
        digest=digest,
        choice=choice,
        wording=wording,
        saved_at=NOW,
    )


def test_every_kind_of_text_has_a_name_that_a_reader_knows() -> None:
    typed = {
        f"{kind}.{field}"
        for kind, fields in TABLE.items()
        for field, cell in fields.items()
        if cell.typed
    }
    twice = {"NextStep.what", "NextStep.owner", "NextStep.answer"}
    assert typed - set(PLACES) == twice | {"ShortfallLine.no_action_reason"}


def test_a_copy_in_which_every_text_was_left_out_holds_none_of_them() -> None:
    copy = for_audience(trimmed(sample()), Audience.REGION)
    passages = passages_of(copy)
    assert len({(one.place, one.text) for one in passages}) == len(passages) > 40
    bare = as_decided(copy, {one.digest: read(one.digest, Choice.DROP) for one in passages})
    said = [value for _, value in leaves(bare) if isinstance(value, str)]
    assert not [one.text for one in passages if one.text in said]


def test_what_nobody_decided_of_is_left_out_like_what_was_refused() -> None:
    copy = for_audience(trimmed(sample()), Audience.PUBLIC)
    first, *rest = passages_of(copy)
    bare = as_decided(copy, {first.digest: read(first.digest, Choice.KEEP)})
    said = [value for _, value in leaves(bare) if isinstance(value, str)]
    assert first.text in said
    assert not [one.text for one in rest if one.text in said]


def test_an_empty_rewording_is_still_to_be_read() -> None:
    passages = passages_of(for_audience(trimmed(sample()), Audience.PUBLIC))[:2]
    one, other = passages
    known = {
        one.digest: read(one.digest, Choice.REWORD, "  "),
        other.digest: read(other.digest, Choice.REWORD, "In other words"),
    }
    assert unread(passages, known) == (one,)
