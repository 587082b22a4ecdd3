"""Thresholds the toolkit chose: written `[5 working days](t)`, shown "5 working days (t)"."""

import re
from collections.abc import Callable, Iterator, Mapping

from pydantic import ValidationError

from assessment.access.errors import BadInput
from assessment.access.frozen import Frozen
from assessment.access.texts import NAME, tidy
from assessment.bank.model import Bank, Statement


_DEFAULT = re.compile(r"\[([^\[\]]+)\]\(t\)")
_MEANING = "(t) marks a threshold chosen for these statements, not set by published guidance."
_OWN_THRESHOLDS = ", own thresholds"


class Default(Frozen):
    """A threshold in a statement, and the places in the statement where it stands."""

    statement_id: str
    text: str
    places: tuple[str, ...]


def meaning() -> str:
    """What the mark means; once on every page and in every file that shows one."""
    return _MEANING


def shown(text: str) -> str:
    """The text for reading: brackets gone, the mark kept."""
    return _DEFAULT.sub(r"\1 (t)", text)


def plain_text(text: str) -> str:
    """The text without brackets or mark: for the start of an action, say."""
    return _DEFAULT.sub(r"\1", text)


def defaults_of(statement: Statement) -> tuple[Default, ...]:
    """The statement's thresholds, each text once, in the order they are read."""
    found: dict[str, list[str]] = {}
    for place, text in _texts(statement):
        for old in _DEFAULT.findall(text):
            places = found.setdefault(old, [])
            if place not in places:
                places.append(place)
    return tuple(
        Default(statement_id=statement.id, text=old, places=tuple(places))
        for old, places in found.items()
    )


def with_defaults(bank: Bank, changes: Mapping[tuple[str, str], str]) -> Bank:
    """A bank in which each (statement id, old text) has become the new text.

    The same bank when nothing changes. Raises BadInput for an unknown threshold, or a new text
    that is empty, too long, makes its statement too long, or holds square brackets.
    """
    wanted = {place: " ".join(tidy(new).split()) for place, new in changes.items()}
    problems = tuple(_problems(bank, wanted))
    if problems:
        raise BadInput("The thresholds were not changed.", problems)
    wanted = {place: new for place, new in wanted.items() if place[1] != new}
    if not wanted:
        return bank
    statements = tuple(_changed(statement, wanted) for statement in bank.statements)
    about = bank.about.model_copy(update={"version": _version(bank.about.version)})
    changed = bank.model_copy(update={"about": about, "statements": statements})
    try:
        return Bank.model_validate(changed.model_dump())
    except ValidationError as error:
        raise BadInput(
            "The thresholds were not changed: a text would become too long. Choose shorter words."
        ) from error


def _version(old: str) -> str:
    return old if old.endswith(_OWN_THRESHOLDS) else f"{old[:150]}{_OWN_THRESHOLDS}"


def _problems(bank: Bank, wanted: Mapping[tuple[str, str], str]) -> Iterator[str]:
    for (statement_id, old), new in wanted.items():
        known = bank.has(statement_id) and old in {
            default.text for default in defaults_of(bank.statement(statement_id))
        }
        if not known:
            yield f"{statement_id}: this threshold is no longer in the statement."
        elif not new:
            yield f"{statement_id}: say what should stand in place of “{old}”."
        elif len(new) > NAME:
            yield f"{statement_id}: a threshold has at most {NAME} characters."
        elif set(new) & set("[]"):
            yield f"{statement_id}: leave out square brackets; they are put in for you."


def _changed(statement: Statement, wanted: Mapping[tuple[str, str], str]) -> Statement:
    mine = {old: new for (statement_id, old), new in wanted.items() if statement_id == statement.id}
    if not mine:
        return statement

    def put(text: str) -> str:
        return _DEFAULT.sub(lambda found: f"[{mine.get(found[1], found[1])}](t)", text)

    return _rewritten(statement, put)


def _rewritten(statement: Statement, put: Callable[[str], str]) -> Statement:
    evidence = tuple(
        one.model_copy(update={"prompt": put(one.prompt)}) for one in statement.evidence
    )
    return statement.model_copy(
        update={
            "statement": put(statement.statement),
            "plain": put(statement.plain),
            "levels": tuple(put(level) for level in statement.levels),
            "evidence": evidence,
            "actions": tuple(put(action) for action in statement.actions),
        }
    )


def _texts(statement: Statement) -> Iterator[tuple[str, str]]:
    yield "statement", statement.statement
    yield "plain sentence", statement.plain
    for value, level in enumerate(statement.levels):
        yield f"level {value}", level
    for prompt in statement.evidence:
        yield "evidence", prompt.prompt
    for action in statement.actions:
        yield "actions", action
