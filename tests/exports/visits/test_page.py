"""The page: which papers are live, and for whom."""

from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from tests.exports.visits.visited import back


WHOSE = "for Service manager, Brackley Recovery"


def _script(desk, partnership_id, assessment_id):
    from assessment.ui.context import PageContext
    from exports.visits import pages

    pages.render(PageContext(desk=desk, partnership_id=partnership_id, assessment_id=assessment_id))


def test_every_copy_has_its_papers_and_texts_are_read_first(desk: Desk) -> None:
    here = back(desk)
    aid = here.one.assessment_id
    args = (desk, partnerships.partnership_of(desk, aid), aid)
    page = AppTest.from_function(_script, args=args, default_timeout=30).run()
    assert not page.exception
    drawn = "".join(each.proto.body for each in page.get("html"))
    assert "<h1>The visit and the letter</h1>" in drawn
    assert "Read 3 texts for the letter" in drawn
    assert "For Service manager, Brackley Recovery" in drawn
    assert "Not for Service manager, Brackley Recovery: a copy of their own" in drawn
    live = [(button.label, not button.disabled) for button in page.download_button]
    assert live == [
        ("Save the agenda", True),
        ("Save the letter as PDF", False),
        ("Save the letter in Word", False),
        ("Save what to borrow", False),
        (f"Save the agenda {WHOSE}", True),
        (f"Save the letter as PDF {WHOSE}", True),
        (f"Save the letter in Word {WHOSE}", True),
        (f"Save what to borrow {WHOSE}", False),
    ]
