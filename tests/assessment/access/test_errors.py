"""An error that reaches a log says nothing that somebody typed."""

import pickle
import traceback

import pytest

from assessment.access.errors import LikelyIdentifier, NotFound, StaleEdit, TooLong, UserError
from assessment.access.texts import accept_text, accept_words
from assessment.access.typed import Typed
from tests.desk import MORNING


TYPED = "A1234AA is in cell 4"  # shaped like a prison number


def caught(act) -> UserError:
    with pytest.raises(UserError) as error:
        act()
    return error.value


@pytest.mark.parametrize(
    "act",
    [
        lambda: accept_words(TYPED, limit=200),
        lambda: accept_words(TYPED, limit=3, confirmed=True),
        lambda: accept_text(Typed.over("", "other"), stored=TYPED, limit=200),
    ],
    ids=["identifier", "too long", "stale"],
)
def test_no_error_says_the_text_it_is_about(act) -> None:
    error = caught(act)
    said = [str(error), repr(error), repr(error.args), error.message]
    said += traceback.format_exception(error)[-1:]
    for words in said:
        assert "A1234AA" not in words
        assert "cell" not in words


def test_an_identifier_is_told_by_kind_and_place() -> None:
    error = caught(lambda: accept_words(f"He, {TYPED}", limit=200))
    assert isinstance(error, LikelyIdentifier)
    assert "characters 5 to 11" in error.message
    assert (error.findings[0].start, error.findings[0].end) == (4, 11)


def test_a_stale_edit_holds_the_other_text_for_the_page_alone() -> None:
    error = StaleEdit("Theirs", at=MORNING)
    assert error.current == "Theirs"
    assert "someone else at 09:30:00" in error.message


def test_each_says_what_to_do() -> None:
    assert "Shorten it" in TooLong(10, 12).message
    assert "2 characters over the limit of 10" in TooLong(10, 12).message


def test_errors_of_the_person_are_one_family() -> None:
    assert issubclass(NotFound, UserError)
    assert pickle.loads(pickle.dumps(UserError("Words."))).message == "Words."  # noqa: S301
