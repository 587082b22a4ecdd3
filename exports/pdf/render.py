"""Run as a child process: reads one job on standard input, writes a PDF to standard output.

A job is a line with the time of making, in seconds since 1970, and then the data as JSON, which
goes to Typst as it came. A child gives a time limit, and gives back the memory that Typst's caches
keep. It imports nothing of ours, so that it starts fast. When Typst refuses, it ends with code 3
and writes a JSON list of the fields in which the trouble lies (see `culprits`) to standard error.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typst


REFUSED = 3

TEXTS_ALONE = b"""
#set document(title: "Texts alone", date: auto)
#set text(font: ("Source Sans 3", "Noto Sans Arabic"), fallback: false, lang: "en")
#for one in json(bytes(sys.inputs.data)) [#one #parbreak()]
"""


class Setter:
    """Typst with one template and our fonts, ready before the job is there."""

    def __init__(self, template: Path, fonts: Path) -> None:
        self._source = template.read_bytes()
        self._compiler = typst.Compiler(
            root=template.parent, font_paths=[fonts], ignore_system_fonts=True
        )

    def pdf(self, data: str, timestamp: int, source: bytes | None = None) -> bytes:
        """Compiles JSON data to PDF/UA-1 and PDF/A-2a; raises typst.TypstError."""
        made = self._compiler.compile(
            source or self._source,
            pdf_standards=["a-2a", "ua-1"],
            timestamp=timestamp,
            sys_inputs={"data": data},
        )
        if not isinstance(made, bytes):
            raise TypeError("Typst gave no bytes")
        return made

    def settable(self, texts: list[str]) -> bool:
        """Whether these texts can be set, away from the template."""
        try:
            self.pdf(json.dumps(texts), 0, TEXTS_ALONE)
        except typst.TypstError:
            return False
        return True


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


def culprits(setter: Setter, data: Any) -> list[str]:
    """The first field whose text alone cannot be set; none when the trouble lies elsewhere."""
    suspects = list(texts(data))
    if setter.settable([text for _, text in suspects]):
        return []
    while len(suspects) > 1:
        half = len(suspects) // 2
        sound = setter.settable([text for _, text in suspects[:half]])
        suspects = suspects[half:] if sound else suspects[:half]
    return [", ".join(suspects[0][0])]


def main(template: str, fonts: str) -> int:
    """Sets the job; gives the exit code."""
    setter = Setter(Path(template), Path(fonts))
    setter.settable(["■"])  # loads the fonts while the job is still being written
    timestamp, _, data = sys.stdin.buffer.read().decode().partition("\n")
    try:
        made = setter.pdf(data, int(timestamp))
    except typst.TypstError as error:
        fields = culprits(setter, json.loads(data))
        json.dump({"fields": fields, "error": str(error)[:2000]}, sys.stderr)
        return REFUSED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    code = main(*sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # Ends at once: taking Typst's caches apart piece by piece would only keep the parent waiting.
    os._exit(code)
