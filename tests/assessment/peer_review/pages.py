"""Opens the pages of a review by another area, and says what they say."""

from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from tests.assessment.peer_review.reviewed import Reviewed


FORM = "assessment.peer_review.pages.reviewing"
HOSTILE = "<img src=x onerror=alert(1)>"


def _script(desk, area, assessment, page, address):
    import importlib

    import streamlit as st

    from assessment.ui.context import PageContext

    for name, value in address.items():
        st.query_params[name] = value
    render = importlib.import_module(page).render
    render(PageContext(desk, area, assessment))


def opened(here: Reviewed, page: str, desk: Desk | None = None, **address: str) -> AppTest:
    """The page of this module, run once, as the lead sees it unless another desk is given."""
    area = partnerships.partnership_of(here.desk, here.assessment_id)
    args = (desk or here.desk, area, here.assessment_id, page, address)
    return AppTest.from_function(_script, args=args, default_timeout=30).run()


def by(here: Reviewed, token: str, **address: str) -> AppTest:
    """The page of the reviewers' door, by a link with this token."""
    return opened(here, FORM, here.door(), key=token, **address)


def press(at: AppTest, label: str) -> AppTest:
    """Press the one button whose words begin so."""
    [button] = [one for one in at.button if one.label.startswith(label)]
    return button.click().run()


def drawn(at: AppTest) -> str:
    """What our own HTML on the page says."""
    assert [one.message for one in at.exception] == []
    return "\n".join(element.proto.body for element in at.get("html"))
