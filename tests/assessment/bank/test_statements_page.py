"""The page of the statements: whose wording it is, changing a threshold, loading a file."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.actor import Actor
from assessment.access.desk import Desk
from assessment.bank.service import bank_of, keep_bank, kept_banks
from tests.assessment.bank.small import bank, yaml_bytes
from tests.desk import LEAD, VIEWER, seen_by


Page = Callable[..., AppTest]


def _script(desk, bank_id, followed, follows):
    from assessment.bank.pages import statements_page
    from assessment.ui.context import PageContext

    current = followed[-1] if followed else bank_id
    use = followed.append if follows else None
    statements_page.render(PageContext(desk=desk, partnership_id="area"), current, use)


@pytest.fixture
def open_page(desk: Desk) -> Page:
    """Opens the page on the small set, as the lead unless told otherwise."""

    def opened(followed: list[str], actor: Actor = LEAD, *, follows: bool = True) -> AppTest:
        bank_id = keep_bank(desk, bank())
        args = (seen_by(desk, actor), bank_id, followed, follows)
        return AppTest.from_function(_script, args=args, default_timeout=20).run()

    return opened


def drawn(page: AppTest) -> str:
    assert not page.exception
    return "".join(each.proto.body for each in page.get("html"))


def test_it_says_whose_wording_it_is_and_shows_thresholds_marked(open_page: Page) -> None:
    html = drawn(open_page([]))
    assert "2 statements in four domains. This toolkit’s own wording." in html
    assert "Our own wording." in html
    assert "reports every 6 months (t)." in html
    assert "[6 months]" not in html


def test_text_of_a_loaded_set_is_never_markup(desk: Desk) -> None:
    hostile = bank(
        lambda raw: raw["statements"][0].update(
            title="<img src=x onerror=alert(1)>", plain="![x](http://host/p.png)"
        )
    )
    bank_id = keep_bank(desk, hostile)
    page = AppTest.from_function(_script, args=(desk, bank_id, [], True), default_timeout=20).run()
    assert "<img" not in drawn(page)
    assert not [each for each in page.markdown if "host/p.png" in each.value]


def test_a_changed_threshold_is_a_new_version_that_the_assessment_follows(
    desk: Desk, open_page: Page
) -> None:
    followed: list[str] = []
    page = open_page(followed)
    page.selectbox(key="threshold").set_value(("G01", "6 months")).run()
    page.text_input(key="threshold-G01-6 months").set_value("3 months").run()
    page.button(key="threshold-go").click().run()
    assert "reports every 3 months (t)." in drawn(page)
    assert "[3 months](t)" in bank_of(desk, followed[-1]).statement("G01").statement


def test_a_refused_threshold_says_why_beside_the_field(desk: Desk, open_page: Page) -> None:
    followed: list[str] = []
    page = open_page(followed)
    page.selectbox(key="threshold").set_value(("G01", "6 months")).run()
    page.text_input(key="threshold-G01-6 months").set_value("[x]").run()
    page.button(key="threshold-go").click().run()
    assert "leave out square brackets" in drawn(page)
    assert (followed, len(kept_banks(desk))) == ([], 1)


def asked_about(page: AppTest) -> AppTest:
    """The page after a threshold that looks like an identifier was pressed in."""
    page.selectbox(key="threshold").set_value(("G01", "6 months")).run()
    page.text_input(key="threshold-G01-6 months").set_value("3 months A1234BC").run()
    page.button(key="threshold-go").click().run()
    assert "prison number" in drawn(page)
    return page


def test_an_identifier_in_a_threshold_can_be_taken_out(desk: Desk, open_page: Page) -> None:
    page = asked_about(open_page([]))
    page.button(key="threshold-G01-6 months_remove").click().run()
    assert page.text_input(key="threshold-G01-6 months").value == "3 months [removed]"
    assert (drawn(page) and len(kept_banks(desk))) == 1


def test_what_identifies_nobody_can_stand_in_a_threshold(desk: Desk, open_page: Page) -> None:
    followed: list[str] = []
    page = asked_about(open_page(followed))
    page.button(key="threshold-G01-6 months_keep").click().run()
    assert drawn(page)
    assert "[3 months A1234BC](t)" in bank_of(desk, followed[-1]).statement("G01").statement


def own_file() -> bytes:
    def change(raw: dict) -> None:
        raw["about"] |= {"name": "Aldermoor set", "wording": "own"}

    return yaml_bytes(change)


def test_a_file_is_shown_before_it_is_kept(desk: Desk, open_page: Page) -> None:
    followed: list[str] = []
    page = open_page(followed)
    page.file_uploader[0].upload("own.yaml", own_file()).run()
    assert "Aldermoor set, version 1.0." in drawn(page)
    assert len(kept_banks(desk)) == 1
    page.button(key="own-statements-keep").click().run()
    assert bank_of(desk, followed[-1]).about.name == "Aldermoor set"
    assert "These statements are kept, and this assessment uses them." in drawn(page)


def test_a_bad_file_is_named_by_line_and_cannot_be_kept(desk: Desk, open_page: Page) -> None:
    page = open_page([])
    page.file_uploader[0].upload("own.yaml", own_file().replace(b'"P07"', b'"G01"')).run()
    assert "statement G01: the id G01 is used twice" in drawn(page)
    assert "own-statements-keep" not in [button.key for button in page.button]
    assert len(kept_banks(desk)) == 1


def test_what_looks_like_an_identifier_is_kept_only_when_confirmed(open_page: Page) -> None:
    page = open_page([])
    data = own_file().replace(b"Name a lead", b"Ring about A1234BC")
    page.file_uploader[0].upload("own.yaml", data).run()
    assert "own-statements-keep" not in [button.key for button in page.button]
    page.checkbox(key="own-statements-confirmed").check().run()
    assert "own-statements-keep" in [button.key for button in page.button]


@pytest.mark.parametrize(("actor", "follows"), [(VIEWER, True), (LEAD, False)])
def test_thresholds_are_changed_by_the_lead_in_an_assessment_only(
    open_page: Page, actor: Actor, follows: bool
) -> None:
    page = open_page([], actor, follows=follows)
    assert "6 months" in drawn(page)
    assert not page.selectbox


def test_who_may_not_change_statements_is_not_asked_for_a_file(desk: Desk) -> None:
    bank_id = keep_bank(desk, bank())
    args = (seen_by(desk, VIEWER), bank_id, [], True)
    page = AppTest.from_function(_script, args=args, default_timeout=20).run()
    assert drawn(page)
    assert not page.file_uploader


def test_a_kept_set_can_be_chosen_for_the_assessment(desk: Desk, open_page: Page) -> None:
    own = keep_bank(desk, bank(lambda raw: raw["about"].update(name="Ours", wording="own")))
    followed: list[str] = []
    page = open_page(followed)
    assert "Ours, version 1.0" in drawn(page)
    assert "2 statements. The area’s own wording." in drawn(page)
    page.button(key=f"use_{own}").click().run()
    assert followed == [own]
    # Now that one is followed, and the first is the one to go back to.
    assert f"use_{own}" not in [button.key for button in page.button]
    assert "Small set, version 1.0" in drawn(page)


def test_a_kept_set_is_no_choice_for_a_reader(desk: Desk, open_page: Page) -> None:
    own = keep_bank(desk, bank(lambda raw: raw["about"].update(name="Ours")))
    assert open_page([], VIEWER).button(key=f"use_{own}").disabled
    page = open_page([], follows=False)
    assert "Ours, version 1.0" in drawn(page)
    assert f"use_{own}" not in [button.key for button in page.button]
