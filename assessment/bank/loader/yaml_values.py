"""YAML as plain text values with the line of each, without any of YAML's surprises.

Built from the parser's events: nothing is ever constructed, `no` and `1.10` stay what was typed,
a repeated key is refused, and so are anchors, aliases and tags, which the statements never need
and which can make a small file grow without end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from assessment.bank.loader.found import Path


MOST_DEPTH = 8
# The C parser is the faster one; wheels have it, a few source builds do not.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = {"", "~", "null", "Null", "NULL"}


class Unreadable(Exception):
    """One problem and the line it is on (counting from 1)."""

    def __init__(self, line: int, words: str, path: Path = ()) -> None:
        super().__init__(words)
        self.line = line
        self.words = words
        self.path = path


@dataclass
class _Open:
    """A mapping or list that is being filled; `key` is the mapping's key that awaits its value."""

    value: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None


@dataclass
class Values:
    """The content, and the line of every part by its path."""

    content: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    _open: list[_Open] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """The line of this part, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def take(self, event: yaml.Event) -> None:
        """Add one parser event. Raises Unreadable."""
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable(line, "has an anchor (&) or alias (*); write the text out instead")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._start({}, event, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start([], event, line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()

    def _start(self, value: dict[str, Any] | list[Any], event: yaml.Event, line: int) -> None:
        _refuse_tag(getattr(event, "tag", None), line)
        path = self._next_path(line)
        self._put(value, path, line)
        self._open.append(_Open(value, path))
        if len(self._open) > MOST_DEPTH:
            raise Unreadable(line, f"goes more than {MOST_DEPTH} levels deep", path)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        _refuse_tag(event.tag, line)
        inside = self._open[-1] if self._open else None
        if inside is not None and isinstance(inside.value, dict) and inside.key is None:
            self._key(inside, event.value, line)
            return
        empty = event.style is None and event.value in _NULLS
        self._put(None if empty else event.value, self._next_path(line), line)

    def _key(self, inside: _Open, key: str, line: int) -> None:
        path = (*inside.path, key)
        if path in self.lines:
            raise Unreadable(
                line,
                f"'{key[:40]}' stands twice; the first is on line {self.lines[path]}",
                inside.path,
            )
        self.lines[path] = line
        inside.key = key

    def _next_path(self, line: int) -> Path:
        if not self._open:
            return ()
        inside = self._open[-1]
        if isinstance(inside.value, list):
            return (*inside.path, len(inside.value))
        if inside.key is None:
            raise Unreadable(line, "has a list or group where a name was expected", inside.path)
        return (*inside.path, inside.key)

    def _put(self, value: Any, path: Path, line: int) -> None:
        if not self._open:
            self.content = value
            self.lines[()] = line
            return
        inside = self._open[-1]
        if isinstance(inside.value, list):
            self.lines[path] = line
            inside.value.append("" if value is None else value)
        elif inside.key is not None:
            # A name with nothing after it is as good as no name.
            if value is not None:
                inside.value[inside.key] = value
            inside.key = None


def read_values(text: str) -> Values:
    """All of one YAML document. Raises Unreadable at the first thing that cannot be taken."""
    values = Values()
    try:
        for event in _one_document(text):
            values.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _syntax(text, mark.line if mark else 0, str(error.problem or ""), values) from error
    except yaml.YAMLError as error:
        raise Unreadable(1, "has a character that no text should hold") from error
    return values


def _one_document(text: str) -> Iterator[yaml.Event]:
    documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise Unreadable(_line(event), "begins a second document (---); only one is read")
        yield event


def _syntax(text: str, line: int, problem: str, values: Values) -> Unreadable:
    lines = text.splitlines()
    path = max(values.lines, key=lambda one: values.lines[one]) if values.lines else ()
    for number in (line, line - 1):
        if 0 <= number < len(lines) and lines[number][: _indent(lines[number])].count("\t"):
            return Unreadable(number + 1, "is indented with a tab; use spaces", path)
    return Unreadable(
        line + 1,
        f"is not valid YAML ({problem}); see that the indent and the quotation marks are right",
        path,
    )


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _refuse_tag(tag: str | None, line: int) -> None:
    # "!" is what the parser gives a plain quoted text.
    if tag not in (None, "!"):
        raise Unreadable(line, "has a tag (!), which these files do not use")
