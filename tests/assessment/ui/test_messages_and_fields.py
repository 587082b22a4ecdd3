"""Refusals are calm words in their place, and choices follow the row."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.ui.fields import literal


def html_of(at: AppTest) -> str:
    return " ".join(str(part.proto.body) for part in at.get("html"))


def page_with_problems() -> None:
    from assessment.access.errors import BadInput
    from assessment.ui.messages import errors_shown

    with errors_shown():
        raise BadInput("This file cannot be used.", [f"Row {n}: <b>" for n in range(1, 24)])


def test_bad_input_lists_its_problems_escaped_and_counts_the_rest() -> None:
    at = AppTest.from_function(page_with_problems, default_timeout=30).run()
    words = html_of(at)
    assert not at.exception
    assert "This file cannot be used." in words
    assert "Row 20: &lt;b&gt;" in words
    assert "And 3 more." in words


def page_with_a_choice() -> None:
    import streamlit as st

    from assessment.access.errors import Refused
    from assessment.ui.fields import choose
    from assessment.ui.messages import at_page

    def pick(value: str | None) -> None:
        if value == "Chair decided":
            raise Refused("Only the lead may record that.")
        st.session_state.row = value

    at_page(st.session_state.get("address", "here"))
    st.session_state.setdefault("row", "All agreed")
    choose(
        "How it was reached",
        ["All agreed", "After discussion", "Chair decided"],
        key="how",
        stored=st.session_state.row,
        words=str,
        on_pick=pick,
    )


def test_a_choice_is_saved_when_it_is_made() -> None:
    at = AppTest.from_function(page_with_a_choice, default_timeout=30).run()
    at.selectbox(key="how").set_value("After discussion").run()
    assert at.session_state["row"] == "After discussion"


def test_a_refused_choice_goes_back_to_what_stands_with_the_reason_beside_it() -> None:
    at = AppTest.from_function(page_with_a_choice, default_timeout=30).run()
    at.selectbox(key="how").set_value("Chair decided").run()
    assert at.selectbox(key="how~1").value == "All agreed"
    assert "Only the lead may record that." in html_of(at)
    assert "Only the lead may record that." in html_of(at.run()), "a page that follows the room"
    at.selectbox(key="how~1").set_value("After discussion").run()
    assert "Only the lead" not in html_of(at)


def test_a_refusal_is_not_there_any_more_on_coming_back_to_its_page() -> None:
    at = AppTest.from_function(page_with_a_choice, default_timeout=30).run()
    at.selectbox(key="how").set_value("Chair decided").run()
    for address in ("another", "here"):
        at.session_state["address"] = address
        at.run()
    assert "Only the lead" not in html_of(at)


def test_another_persons_choice_shows_in_the_widget() -> None:
    at = AppTest.from_function(page_with_a_choice, default_timeout=30).run()
    at.session_state["row"] = "After discussion"
    at.run()
    assert [one.value for one in at.selectbox] == ["After discussion"]


def test_what_a_browser_still_says_of_the_old_widget_is_no_choice() -> None:
    """A screen that follows the room asks each second, also before it has drawn what changed."""
    at = AppTest.from_function(page_with_a_choice, default_timeout=30).run()
    at.selectbox(key="how").set_value("After discussion").run()
    behind = at.selectbox(key="how")
    at.session_state["row"] = "All agreed"
    at.run()
    assert at.selectbox[0].value == "All agreed"
    behind.set_value("After discussion").run()
    assert at.session_state["row"] == "All agreed"


def page_with_a_date() -> None:
    from datetime import date

    import streamlit as st

    from assessment.ui.fields import day_field

    st.session_state.setdefault("day", date(2026, 11, 21))
    day_field(
        "Due",
        key="due",
        stored=st.session_state.day,
        on_pick=lambda day: st.session_state.update(day=day),
    )


def test_a_date_can_be_cleared() -> None:
    at = AppTest.from_function(page_with_a_date, default_timeout=30).run()
    at.date_input(key="due").set_value(None).run()
    assert at.session_state["day"] is None
    assert at.date_input(key="due").value is None


@pytest.mark.parametrize(
    "words",
    [
        "Blind: they rate first, and see our ratings only afterwards",
        "Short check with 14 front-line staff: what may be shared, and with whom (G04, P11)",
        "Kept since 2026-11-22, 10:30 at R&D + Co.",
    ],
)
def test_a_label_without_markdown_is_named_as_it_stands(words: str) -> None:
    """What is escaped is said aloud: a screen reader is given the label, not what is drawn."""
    assert literal(words) == words


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("**P08** _and_ `x`", r"\*\*P08\*\* \_and\_ \`x\`"),
        ("![x](http://e.org/p.png)", r"!\[x\](http\://e\.org/p\.png)"),
        (":red[x] :material/home:", r"\:red\[x\] \:material/home:"),
        ("3. Third", r"3\. Third"),
        ("- one\n# two", "\\- one\n\\# two"),
        ("<b> $x$ &amp; ~~y~~ -> z", r"\<b> \$x\$ \&amp; \~\~y\~\~ -\> z"),
    ],
)
def test_markdown_in_a_label_takes_no_effect(words: str, escaped: str) -> None:
    assert literal(words) == escaped


def page_with_a_refusal_and_a_box() -> None:
    from types import SimpleNamespace

    import streamlit as st

    from assessment.access.errors import Refused
    from assessment.ui.autosave import _receive
    from assessment.ui.messages import guarded, show_refusal

    def refuse() -> None:
        raise Refused("Still needed: a lead.")

    def type_it() -> None:
        draft = {"text": "Chair", "seen": "", "trail": [], "spell": "a", "confirmed": False}
        st.session_state["box"] = SimpleNamespace(draft=draft)
        _receive("box", lambda typed: None, {})

    st.button("Agree", on_click=guarded("agree", refuse))
    st.button("Type", on_click=type_it)
    st.button("Look")
    show_refusal("agree")


def test_a_refusal_stands_until_something_is_typed() -> None:
    at = AppTest.from_function(page_with_a_refusal_and_a_box, default_timeout=30).run()
    at.button[0].click().run()
    at.button[2].click().run()
    assert "Still needed: a lead." in html_of(at)
    at.button[1].click().run()
    assert not at.exception
    assert "Still needed" not in html_of(at)
