"""The command line's door: `throughcare`. Nothing imports it.

It works on the same data as the app and may be used while the app is running. What it cannot do
it says in plain words and with exit code 1; a traceback means a bug.
"""

import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated, Any

import typer

from assessment.access.errors import UserError
from commands.bank import check
from commands.demo import demo
from commands.export import export
from commands.here import unlock, where
from commands.import_copy import import_copy
from commands.plan import plan_return
from commands.terminal import say


class Commands(typer.core.TyperGroup):
    """Commands that end with the words of a UserError instead of a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except UserError as error:
            say(error.message, *getattr(error, "problems", ()), wrong=True)
            raise typer.Exit(1) from error


class Command(typer.core.TyperCommand):
    """A command whose usage names what must be given as it is: FILE, where Typer says {FILE}."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What is typed after its name."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]


def say_version(wanted: bool) -> None:
    """Say which version this is, and stop."""
    if wanted:
        try:
            say(f"Throughcare {version('throughcare')}")
        except PackageNotFoundError:
            say("Throughcare, run from its source")
        raise typer.Exit


def root(
    version_wanted: Annotated[
        bool,
        typer.Option(
            "--version", help="Say which version this is.", is_eager=True, callback=say_version
        ),
    ] = False,
) -> None:
    """Throughcare: how prison and community agencies look at continuity of care together."""


def add(to: typer.Typer, name: str, command: Callable[..., None], *examples: str) -> None:
    """Give a command its name, and below its help what could be typed."""
    typed = (f"  throughcare {example}" for example in examples)
    # \b keeps the lines apart.
    epilog = "\n".join(["\b", "For example:", *typed]) if examples else None
    to.command(name, cls=Command, epilog=epilog)(command)


# Help is plain text: a flag has no type beside it, and nothing is drawn that a screen reader reads
# out or a terminal lacks. Locals may hold what people wrote, so a traceback never shows them.
app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    callback=root,
)
add(app, "demo", demo, "demo", "demo --remove")
add(
    app,
    "export",
    export,
    "export",
    "export --format xlsx --for region --to reports",
    "export --format copy --area Harrowmere",
)
add(app, "import", import_copy, "import Harrowmere.json")
add(app, "where", where)
add(app, "unlock", unlock)

bank = typer.Typer(no_args_is_help=True, help="The statements that partnerships rate.")
add(bank, "check", check, "bank check statements.yaml")
app.add_typer(bank, name="bank")

plan = typer.Typer(no_args_is_help=True, help="The action plan.")
add(
    plan,
    "return",
    plan_return,
    "plan return plan.xlsx",
    "plan return plan.xlsx --apply --by Millrace",
)
app.add_typer(plan, name="plan")


def main() -> None:
    """Run the command line. Letters that a terminal lacks are shown as ?."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    app(prog_name="throughcare")


if __name__ == "__main__":
    main()
