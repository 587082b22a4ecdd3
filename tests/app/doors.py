"""Opens app.py as a person's browser does: at a page, with an address, in a role."""

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import app
from assessment.access.desk import Desk
from assessment.ui.navigation import pages_for
from tests.architecture.project import ROOT


def opened(page: str = "", **address: str) -> AppTest:
    """The app, run once, at a page by its name in the address; "" is the first page."""
    at = AppTest.from_file(ROOT / "app.py", default_timeout=30)
    for name, value in address.items():
        at.query_params[name] = value
    # AppTest opens only pages that are files by name; this is how a session asks for any other.
    at._page_hash = calc_hash(page) if page else ""
    return at.run()


def pages_of(desk: Desk, assessment_id: str) -> list[str]:
    """The names of the pages that whoever sits at this desk may see."""
    return [entry.name for entry in pages_for(app.ENTRIES, desk.actor, assessment_id)]


def words(at: AppTest) -> str:
    """Everything a page says, its own HTML included."""
    said = [element.proto.body for element in at.get("html")]
    for kind in ("markdown", "caption", "text", "title", "header", "subheader", "alert"):
        said += [str(element.value) for element in at.get(kind)]
    said += [button.label for button in at.button]
    return "\n".join(said)
