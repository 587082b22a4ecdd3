"""What can be asked of `run.py`: its options and commands, and each carried out."""

import argparse
import subprocess
import sys
from pathlib import Path

from starter import places
from starter.checks import check, test
from starter.environment import set_up
from starter.ports import FIRST_PORT, FIRST_ROOM_PORT
from starter.project import remake_locks
from starter.serving import serve
from starter.words import Stop, say


CLI = "import sys; sys.argv[0] = 'throughcare'; from cli import main; sys.exit(main())"
WHEELS_HELP = (
    "install from a folder, with no network; fill it on a machine with the same system and Python: "
    "pip download --require-hashes --only-binary :all: -r requirements.txt -d FOLDER"
)


def carry_out(arguments: list[str] | None, about: str | None) -> int:
    """Do what the command line asks; give the exit code. `about` heads the help."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a folder's name may not fit the console
    try:
        return obey(parse(arguments, about))
    except Stop as stop:
        say(f"\n{stop}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


def parse(arguments: list[str] | None, about: str | None = None) -> argparse.Namespace:
    """The options, the command and what follows it (which belongs to the command)."""
    parser = argparse.ArgumentParser(
        prog="run.py", description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--setup-only", action="store_true", help="set up, then stop")
    add("--wheels", type=Path, metavar="FOLDER", help=WHEELS_HELP)
    add("--no-browser", action="store_true", help="serve, but open no browser")
    add("--port", type=int, help=f"serve on this port (default: the first free from {FIRST_PORT})")
    add("--room-port", type=int, help=f"with room: its port (default: from {FIRST_ROOM_PORT})")
    add("command", nargs="?", choices=["room", "test", "check", "lock", "throughcare"])
    add("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.command == "room" and options.rest:  # options may stand after it too
        parser.parse_args([*options.rest, "room"], namespace=options)
    return options


def obey(options: argparse.Namespace) -> int:
    """Run one command; give its exit code."""
    if options.wheels and not options.wheels.is_dir():
        raise Stop(f"There is no folder {options.wheels.absolute()} to install from.")
    if options.command == "lock":
        return remake_locks(options.rest)
    if options.command in (None, "room") and not options.setup_only:
        return serve(options)
    set_up(options.wheels, dev=options.command in ("test", "check"))
    if options.setup_only or options.command in (None, "room"):
        say("Ready. Start Throughcare with: run.py")
        return 0
    if options.command == "throughcare":
        # -P: modules of ours, never files of the same name in the folder it is called from
        return subprocess.call([places.PYTHON, "-P", "-c", CLI, *options.rest])
    return check(options.rest) if options.command == "check" else test(options.rest)
