"""On a peer reviewer's form: how far they have come, and the way to a statement."""

from functools import partial

import streamlit as st

from assessment.peer_review.model import GivenStatement, GivenToReviewer
from assessment.ui.fields import literal
from assessment.ui.html import fill, show


STATEMENT = "statement"


def current(given: GivenToReviewer) -> GivenStatement:
    """The statement the address names; else the first without a rating, which it then names."""
    ids = {one.statement.id: one for one in given.statements}
    wanted = st.query_params.get(STATEMENT, "")
    if wanted not in ids:
        wanted = next(iter([*unrated(given), *ids]))
        turn_to(wanted)
    return ids[wanted]


def unrated(given: GivenToReviewer) -> list[str]:
    """The statements without a rating or "cannot tell", in order."""
    return [one.statement.id for one in given.statements if not _is_rated(given, one.statement.id)]


def turn_to(statement_id: str) -> None:
    """Let the address name a statement: a reload comes back to it."""
    st.query_params[STATEMENT] = statement_id


def progress(given: GivenToReviewer, one: GivenStatement) -> None:
    """You have rated 7 of 12, and the list to choose from."""
    show(
        fill('<p role="status">You have rated {} of {}.</p>', given.answered, len(given.statements))
    )
    words = {each.statement.id: _words(given, each) for each in given.statements}
    # Another widget whenever the words change: by its old words it would seem to be chosen anew.
    key = f"reviewing_go_{one.statement.id}_{'_'.join(unrated(given))}"
    st.selectbox(
        "Statement",
        list(words),
        index=list(words).index(one.statement.id),
        format_func=words.__getitem__,
        key=key,
        on_change=partial(_chosen, key),
    )


def way_on(given: GivenToReviewer, one: GivenStatement) -> None:
    """The statement before, the next without a rating, and the next."""
    ids = [each.statement.id for each in given.statements]
    place, waiting = ids.index(one.statement.id), unrated(given)
    open_ones = [each for each in [*ids[place + 1 :], *ids[:place]] if each in waiting]
    with st.container(key="foot", horizontal=True, horizontal_alignment="distribute"):
        if place:
            _button(f"← {ids[place - 1]}", ids[place - 1])
        if open_ones and open_ones[0] not in ids[place + 1 : place + 2]:
            _button(f"{open_ones[0]}, without a rating", open_ones[0])
        if place + 1 < len(ids):
            _button(f"{ids[place + 1]} →", ids[place + 1], primary=bool(waiting))


def _is_rated(given: GivenToReviewer, statement_id: str) -> bool:
    own = given.own.get(statement_id)
    return own is not None and own.said is not None


def _words(given: GivenToReviewer, one: GivenStatement) -> str:
    said = ", rated" if _is_rated(given, one.statement.id) else ""
    return literal(f"{one.statement.id} {one.statement.title}{said}")


def _chosen(key: str) -> None:
    turn_to(st.session_state[key])


def _button(words: str, statement_id: str, *, primary: bool = False) -> None:
    st.button(
        literal(words),
        key=f"reviewing_to_{statement_id}_{'on' if primary else 'back'}",
        type="primary" if primary else "secondary",
        on_click=partial(turn_to, statement_id),
    )
