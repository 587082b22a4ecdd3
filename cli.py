"""The command line's door: `throughcare`. Nothing imports it.

It works on the same data as the app and may be used while the app is running. What it cannot do
it says in plain words and with exit code 1; a traceback means a bug.
"""

import sys
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


# Locals may hold what people wrote, so a traceback never shows them.
app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    callback=root,
)
app.command("demo")(demo)
app.command("export")(export)
app.command("import")(import_copy)
app.command("where")(where)
app.command("unlock")(unlock)

bank = typer.Typer(no_args_is_help=True, help="The statements that partnerships rate.")
bank.command("check")(check)
app.add_typer(bank, name="bank")

plan = typer.Typer(no_args_is_help=True, help="The action plan.")
plan.command("return")(plan_return)
app.add_typer(plan, name="plan")


def main() -> None:
    """Run the command line. Letters that a terminal lacks are shown as ?."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    app(prog_name="throughcare")


if __name__ == "__main__":
    main()
