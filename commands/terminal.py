"""Talking at a terminal: what is said, asked, and shown while something is being done."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from assessment.access.texts import tidy


def say(*lines: str, wrong: bool = False) -> None:
    """Print lines as they are. Control characters in what people wrote never reach a terminal."""
    for line in lines:
        typer.echo(tidy(line), err=wrong)


def ask(question: str, otherwise: str = "Nothing was changed.") -> None:
    """Ask; when the answer is no, say how things stand and stop with exit code 1."""
    if not typer.confirm(tidy(question)):
        say(otherwise, wrong=True)
        raise typer.Exit(1)


@contextmanager
def working(words: str) -> Iterator[None]:
    """Show that something is being done; shows nothing where no one is watching."""
    with Console(stderr=True).status(words):
        yield
