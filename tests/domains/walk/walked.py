"""Opens the pages of the walk, and says what they say."""

from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from tests.desk import Area


Went = list[tuple[str, dict[str, str]]]


def _script(desk, area, screen, went):
    import streamlit as st

    from assessment.consensus.pages import finish
    from assessment.ui.context import PageContext
    from domains.walk.pages import home, results, statement, statements

    class Here(PageContext):
        """Leaves for nowhere: says where it would have gone."""

        def go(self, name, **params):
            went.append((name, params))
            st.stop()

    pages = {
        "home": home,
        "statement": statement,
        "statements": statements,
        "results": results,
        "finish": finish,
    }
    names = [*pages, "prepare", "views", "agenda", "room", "plan", "downloads"]
    ctx = Here(
        desk=desk,
        partnership_id=area.partnership_id,
        assessment_id=area.assessment_id,
        links=dict.fromkeys(names),
    )
    pages[screen].render(ctx)


def opened(
    desk: Desk, area: Area, screen: str, went: Went | None = None, **address: str
) -> AppTest:
    """A page as it stands after its first run."""
    went = [] if went is None else went
    page = AppTest.from_function(_script, args=(desk, area, screen, went), default_timeout=30)
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def drawn(page: AppTest) -> str:
    """All HTML of our own on the page."""
    assert not page.exception
    return "".join(each.proto.body for each in page.get("html"))
