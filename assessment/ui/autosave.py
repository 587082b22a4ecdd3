"""A text box that saves while a person types.

Streamlit's own text area hands its words over only when one leaves it; a reload before that loses
them all. This one sends 400 ms after the last key and at least every 800 ms while typing goes on,
and repeats itself every 2 s until the server says the words are stored: a reload loses at most the
last second, a killed server nothing. What is still unsent leaves as the page goes (see `leaving`).
What looks like the beginning of a number that may identify someone waits, at most 3 s, until more
words, a pause or leaving the box show what it is; the rest of the text is sent without it. It
follows other people's edits while untouched; when both have typed it shows both texts and loses
neither. What it shows as stored is always the row's own text, handed in as `stored`; session state
holds only its last draft and the answer to it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from assessment.access.errors import LikelyIdentifier, StaleEdit, TooLong, UserError
from assessment.access.texts import tidy
from assessment.access.typed import Typed, text_hash
from assessment.access.wording import clock, local_day, moment
from assessment.ui.messages import acts


_HERE = Path(__file__).parent
_box = st.components.v2.component(
    "throughcare.autosave",
    html=(_HERE / "autosave.html").read_text(encoding="utf-8"),
    css=(_HERE / "autosave.css").read_text(encoding="utf-8"),
    js=(_HERE / "autosave.js").read_text(encoding="utf-8"),
)


def autosave_text(
    label: str,
    *,
    key: str,
    stored: str,
    saved_at: datetime | None,
    on_save: Callable[[Typed], None],
    lines: int = 4,
    hint: str = "",
    limit: int = 4_000,
    disabled: bool = False,
    confirm: str = "",
    adds: str = "",
    then: Callable[[], object] | None = None,
    on_refusal: Callable[[], object] | None = None,
) -> None:
    """Draw the box, inside the fragment that has just read `stored` from its row.

    `key` names this one text in the whole app (statement's id in it, for instance): words that
    could not be saved before the person turned to another page come back under the same key.

    `on_save` stores exactly what `accept_text` returns, or raises a UserError, whose words the box
    shows while it keeps what was typed. `lines=1` gives a single line. `confirm` renames the
    button that keeps what looks like an identifier. `adds` is the key of a button that makes
    something of the stored text: Enter presses it, and it waits until the text is stored. `then`
    ends the callback of a save, `on_refusal` that of one which the page refuses: there a page has
    other parts drawn again.
    """
    data = {
        "key": key,
        "label": label,
        "hint": hint,
        "text": stored,
        "lines": lines,
        "limit": limit,
        "disabled": disabled,
        "keep": confirm or "Keep it, it is not one",
        "adds": adds,
        "answer": _answers().get(key, "null"),
        **_saved(saved_at),
    }
    after = {"saved": then, "refused": on_refusal}
    _box(key=key, data=data, on_draft_change=partial(_receive, key, on_save, after))


def _receive(
    key: str,
    on_save: Callable[[Typed], None],
    after: Mapping[str, Callable[[], object] | None],
) -> None:
    """Hand a draft to the page's save and remember what came of it, for the box to show."""
    acts()
    draft = st.session_state[key].draft
    typed = read_draft(draft)
    if typed is not None:
        before = json.loads(_answers().get(key, "null"))
        came_of_it = following(on_save, typed, before)
        answer = {"spell": typed.spell, "at": draft.get("at", 0), **came_of_it}
        # As one string: in a nested dict Streamlit would look for data frames, with all of pandas.
        _answers()[key] = json.dumps(answer)
        others = after.get(answer["kind"])
        if others:
            others()


def read_draft(draft: Any) -> Typed | None:
    """The draft as sent by the box; None where it is not of the box's making."""
    try:
        return Typed(
            text=str(draft["text"]),
            seen=str(draft["seen"]),
            trail=tuple(str(sent) for sent in draft["trail"]),
            spell=str(draft["spell"])[:36],
            confirmed=draft["confirmed"] is True,
        )
    except (KeyError, TypeError):
        return None


def following(
    on_save: Callable[[Typed], None], typed: Typed, before: dict[str, Any] | None
) -> dict[str, Any]:
    """Like `outcome`, for a draft that may have left before the answer `before` reached its box.

    What a refusal left in the row is then no other person's text, and the box has still to hear
    of it.
    """
    left = before.get("left") if before and before.get("spell") == typed.spell else None
    if left is None:
        return outcome(on_save, typed)
    answer = outcome(on_save, replace(typed, trail=(*typed.trail, left)))
    return answer if answer["kind"] == "saved" else {"left": left, **answer}


def outcome(on_save: Callable[[Typed], None], typed: Typed) -> dict[str, Any]:
    """Save, and say what came of it: the kind, the words, and for the guard the places.

    `left` is the hash of what a refusal left in the row, where it took something back.
    """
    try:
        on_save(typed)
    except LikelyIdentifier as error:
        spans = [[finding.start, finding.end] for finding in error.findings]
        left = {} if error.kept is None else {"left": text_hash(error.kept)}
        return {"kind": "identifier", "message": error.message, "spans": spans, **left}
    except StaleEdit as error:
        return {"kind": "stale", "message": error.message}
    except TooLong as error:
        return {"kind": "long", "message": error.message}
    except UserError as error:
        return {"kind": "refused", "message": error.unsaved}
    return {"kind": "saved", "hash": text_hash(tidy(typed.text))}


def _saved(at: datetime | None) -> dict[str, str]:
    if at is None:
        return {"saved": "", "saved_long": "", "saved_day": ""}
    return {
        "saved": f"Saved {clock(at)}",
        "saved_long": f"Saved {moment(at)}",
        "saved_day": local_day(at).isoformat(),
    }


def _answers() -> dict[str, str]:
    """What each box heard last, all under one name: see `fields._field`."""
    answers: dict[str, str] = st.session_state.setdefault("autosave_answers", {})
    return answers
