"""Run as a child process: reads one JSON job on standard input, writes a PDF to standard output.

A child gives a time limit, and gives back the memory that Typst's caches keep. It imports nothing
of ours, so that it starts fast. When Typst refuses, it ends with code 3 and writes a JSON list of
the fields in which the trouble lies (see `culprits`) to standard error.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import typst


REFUSED = 3

_TEXTS_ALONE = b"""
#set document(title: "Texts alone", date: auto)
#set text(font: ("Source Sans 3", "Noto Sans Arabic"), fallback: false, lang: "en")
#for one in json(bytes(sys.inputs.data)) [#one #parbreak()]
"""


def pdf(job: dict[str, Any], source: bytes, data: str) -> bytes:
    """Compiles to PDF; raises typst.TypstError."""
    made = typst.compile(
        source,
        root=job["root"],
        font_paths=job["fonts"],
        ignore_system_fonts=True,
        pdf_standards=["a-2a", "ua-1"],
        timestamp=job["timestamp"],
        sys_inputs={"data": data},
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no bytes")
    return made


def texts(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text in the data with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts(inner, (*path, _name(inner, index)))
    elif isinstance(value, str):
        yield path, value


def _name(item: Any, index: int) -> str:
    """An entry of a list by the name its readers know, else by its place."""
    if isinstance(item, dict):
        for key in ("id", "number", "label", "title"):
            if item.get(key):
                return str(item[key])
    return str(index + 1)


def culprits(job: dict[str, Any]) -> list[str]:
    """The first field whose text alone cannot be set; none when the trouble lies elsewhere."""
    suspects = list(texts(job["data"]))
    if _settable(job, suspects):
        return []
    while len(suspects) > 1:
        half = len(suspects) // 2
        suspects = suspects[half:] if _settable(job, suspects[:half]) else suspects[:half]
    return [", ".join(suspects[0][0])]


def _settable(job: dict[str, Any], fields: list[tuple[tuple[str, ...], str]]) -> bool:
    try:
        pdf(job, _TEXTS_ALONE, json.dumps([text for _, text in fields]))
    except typst.TypstError:
        return False
    return True


def main() -> int:
    """Renders the job; gives the exit code."""
    job = json.load(sys.stdin)
    source = job["template"].encode()
    try:
        made = pdf(job, source, json.dumps(job["data"]))
    except typst.TypstError as error:
        json.dump({"fields": culprits(job), "error": str(error)[:2000]}, sys.stderr)
        return REFUSED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
