#!/usr/bin/env python3
"""Set Throughcare up and start it, on any machine with Python 3.11 to 3.14 and nothing else.

    python3 run.py                      set up if need be, serve on this computer, open the browser
    python3 run.py room                 the same, and let phones on this network give views
    python3 run.py throughcare demo     run the command line (any `throughcare` command)
    python3 run.py test [pytest args]   set up and run the tests
    python3 run.py check                format, lint, types, imports, locks, then the tests
    python3 run.py lock [--upgrade]     remake the locks with uv (maintainers)

On Windows write `py run.py`. It and `starter` use the standard library only and nothing else of the
project, since they run before anything is installed; an old Python must be able to parse them, to
be told so.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path


# Python puts the folder of a script there itself, unless it was told to look nowhere else (-I, -P).
sys.path.insert(0, str(Path(__file__).resolve().parent))

from starter import places
from starter.checks import check, test
from starter.environment import set_up
from starter.ports import FIRST_PORT, FIRST_ROOM_PORT
from starter.project import remake_locks
from starter.pythons import NEWEST, OLDEST, other_pythons, wrong_python
from starter.serving import serve
from starter.words import Stop, say


CLI = "import sys; sys.argv[0] = 'throughcare'; from cli import main; sys.exit(main())"
WHEELS_HELP = (
    "install from a folder, with no network; fill it on a machine with the same system and Python: "
    "pip download --require-hashes --only-binary :all: -r requirements.txt -d FOLDER"
)


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; give the exit code."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        say(wrong_python(sys.version.split()[0], sys.executable, other_pythons()))
        return 1
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a folder's name may not fit the console
    try:
        return obey(parse(arguments))
    except Stop as stop:
        say(f"\n{stop}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """The options, the command and what follows it (which belongs to the command)."""
    parser = argparse.ArgumentParser(
        prog="run.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
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


if __name__ == "__main__":
    sys.exit(main())
