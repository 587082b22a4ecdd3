#!/usr/bin/env python3
"""Set Throughcare up and start it, on any machine with Python 3.11 to 3.14 and nothing else.

    python3 run.py                      set up if need be, serve on this computer, open the browser
    python3 run.py room                 the same, and let phones on this network give views
    python3 run.py throughcare demo     run the command line (any `throughcare` command)
    python3 run.py test [pytest args]   set up and run the tests
    python3 run.py check                format, lint, types, imports, locks, then the tests
    python3 run.py lock [--upgrade]     remake the locks with uv (maintainers)

On Windows write `py run.py`. It uses the standard library only and nothing of the project, since it
must run before anything is installed; an old Python must be able to parse it, to be told so.
"""

from __future__ import annotations

import argparse
import configparser
import errno
import hashlib
import http.client
import importlib.util
import ipaddress
import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
import webbrowser
from contextlib import contextmanager, suppress
from itertools import dropwhile
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT
from typing import Any, Iterator, Mapping, Sequence


ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "throughcare.json"  # what is installed; "finished" is written last
RUN_LOCK, DEV_LOCK = "requirements.txt", "requirements-dev.txt"
OLDEST, NEWEST = (3, 11), (3, 14)
FIRST_PORT, PORTS_TO_TRY = 8501, 50
FIRST_ROOM_PORT = 8601
ONLY_HERE, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104  only `room` serves the second
WAIT_FOR_OTHER, WAIT_FOR_SERVER = 900, 90  # seconds
CLI = "import sys; sys.argv[0] = 'throughcare'; from cli import main; sys.exit(main())"
WHEELS_HELP = (
    "install from a folder, with no network; fill it elsewhere with: "
    "pip download --require-hashes --only-binary :all: -r requirements.txt -d FOLDER"
)
CHECKS = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "imports": ["lint-imports"],
}


class Stop(Exception):
    """It cannot go on; the message tells the person what is missing and what to do."""


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
        return subprocess.call([PYTHON, "-P", "-c", CLI, *options.rest])
    return check(options.rest) if options.command == "check" else test(options.rest)


def say(words: str) -> None:
    """Print at once, also into a file or a pipe."""
    print(words, flush=True)


# --- Which Python ---------------------------------------------------------------------------------


def wrong_python(version: str, where: str, others: list[str]) -> str:
    """What to say to a Python that cannot run Throughcare."""
    words = f"Throughcare needs Python 3.11 to 3.14; this is {version} ({where})."
    if others:
        return f"{words}\nThis computer has one that fits. Start it with:  {others[0]} run.py"
    return (
        f"{words}\nNo other Python that fits was found here. Where to get one:\n"
        "  Windows  from your organisation's software centre, or python.org; then: py run.py\n"
        "           (a `python` that opens the Microsoft Store is a placeholder, not a Python)\n"
        "  macOS    from python.org\n"
        "  Linux    from the system, for example: sudo apt install python3 python3-venv"
    )


def other_pythons() -> list[str]:
    """Commands of this computer that start a Python that fits, newest first."""
    versions = [f"3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    commands = [[f"python{version}"] for version in versions]
    commands += [["py", f"-{version}"] for version in versions if os.name == "nt"]
    commands += [["python3"], ["python"]]
    return [" ".join(command) for command in commands if fits(command)]


def fits(command: list[str]) -> bool:
    """Whether it really starts a Python that fits: a shim or the Store's placeholder does not."""
    if not shutil.which(command[0]):
        return False
    ask = [*command, "-c", "import sys; print(*sys.version_info[:2])"]
    try:
        found = subprocess.run(ask, stdout=PIPE, stderr=DEVNULL, timeout=10, check=True)
        major, minor = found.stdout.split()
        return OLDEST <= (int(major), int(minor)) <= NEWEST
    except (OSError, subprocess.SubprocessError, ValueError):
        return False


# --- Set up ---------------------------------------------------------------------------------------


def set_up(wheels: Path | None = None, *, dev: bool = False) -> None:
    """Make the environment hold what the locks name; do nothing when their digests are the same."""
    wanted = stamp_for([RUN_LOCK, DEV_LOCK] if dev else [RUN_LOCK])
    if is_ready(wanted):
        return
    with alone():
        if not is_ready(wanted):  # another start may have done it meanwhile
            install(wanted, DEV_LOCK if dev else RUN_LOCK, wheels)


def stamp_for(locks: list[str]) -> dict[str, str]:
    """What an environment made now from these locks would be stamped with."""
    stamp = {name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in locks}
    stamp["python"] = "{}.{}".format(*sys.version_info)
    stamp["folder"] = str(ROOT)  # an environment cannot be moved
    stamp["project"] = digest_of(
        {name: pyproject().get(name) for name in ("build-system", "project")}
    )
    return stamp


def is_ready(wanted: Mapping[str, str]) -> bool:
    """Whether a finished environment holds at least this."""
    stamp = read_json(STAMP)
    return PYTHON.exists() and "finished" in stamp and wanted.items() <= stamp.items()


def install(wanted: dict[str, str], lock: str, wheels: Path | None) -> None:
    """Install the lock and then the project; a failure leaves no half-made environment behind."""
    uv = None if only_pip_knows_the_way(wheels) else shutil.which("uv")
    made_here = prepare_environment(wanted, uv)
    try:
        count = len(re.findall(r"^\S+==", (ROOT / lock).read_text("utf-8"), re.MULTILINE))
        say(f"Installing {count} packages. The first time takes about a minute.")
        source = ["--no-index", "--find-links", str(wheels.resolve())] if wheels else []
        only = ["--no-build", "--compile-bytecode"] if uv else ["--only-binary=:all:"]
        installer(uv, ["--require-hashes", *only, *source, "-r", str(ROOT / lock)], count)
        # The build backend is in the lock, so the project installs as pip means it (with its
        # name, version and command) without a build environment, hence without the network.
        installer(uv, ["--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)], 0)
    except BaseException:
        if made_here:
            shutil.rmtree(VENV, ignore_errors=True)
        raise
    write_json(STAMP, {**wanted, "made": "here" if made_here else "by hand", "finished": "yes"})


def prepare_environment(wanted: Mapping[str, str], uv: str | None) -> bool:
    """Leave an environment to install into; True if it is run.py's own to make and remove."""
    stamp = read_json(STAMP)
    if VENV.exists() and stamp.get("made") != "here":  # somebody's own: add to it, remove nothing
        if environment_version() != wanted["python"]:
            raise Stop(
                f"{VENV} was made by hand and holds no Python {wanted['python']}.\n"
                "Rename or remove it, then run this again."
            )
        return False
    same = all(stamp.get(name) == wanted[name] for name in ("python", "folder"))
    if not (same and "finished" in stamp and PYTHON.exists()):
        make_environment(uv)
    write_json(STAMP, {"made": "here"})  # until "finished" is there, the next start begins anew
    return True


def make_environment(uv: str | None) -> None:
    """A new, empty environment in place of any old one."""
    if not uv and importlib.util.find_spec("ensurepip") is None:
        raise Stop(no_venv_words())
    if VENV.exists():
        say("Removing an environment that is unfinished, or of another Python or folder.")
        remove_environment()
    say(f"Making an environment in {VENV}.")
    write_json(STAMP, {"made": "here"})
    base = getattr(sys, "_base_executable", None) or sys.executable
    make = [uv, "venv", "--quiet", "--allow-existing", "--python"] if uv else []
    made = subprocess.run([*make, base, *([] if uv else ["-m", "venv"]), VENV])
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Stop(f"The environment could not be made; the reason is above.\n{no_venv_words()}")


def remove_environment() -> None:
    """Remove the environment, unless something runs from it."""
    if Path(sys.prefix).resolve() == VENV:
        raise Stop("Start run.py with the system's Python, not with the one inside .venv.")
    try:
        shutil.rmtree(VENV)
    except OSError as error:
        raise Stop(
            f"{VENV} cannot be removed ({error.strerror}).\n"
            "Close Throughcare and whatever else uses it, then try again."
        ) from error


def no_venv_words() -> str:
    """What to install when Python cannot make an environment."""
    if shutil.which("apt"):
        package = "python{}.{}-venv".format(*sys.version_info)
        return f"Debian and Ubuntu keep a part of Python apart. Get it: sudo apt install {package}"
    return "This Python lacks `venv` or `ensurepip`. Install a complete one, from python.org."


def environment_version() -> str | None:
    """The Python of the environment, such as 3.11, as it says itself."""
    with suppress(OSError):
        found = re.search(
            r"^version\w* *= *(\d+\.\d+)", (VENV / "pyvenv.cfg").read_text("utf-8"), re.M
        )
        return found.group(1) if found and PYTHON.exists() else None
    return None


def installer(uv: str | None, arguments: list[str], count: int) -> None:
    """Run uv or pip, showing each package as it comes.

    Raises:
        Stop: it failed; in plain words where the reason is a common one.
    """
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    for name, value in ways_out(uv, environment).items():
        environment.setdefault(name, value)  # what the person has set stays
    if uv:
        command = [uv, "pip", "install", "--python", str(PYTHON)]
    else:
        # an environment that uv made has no pip yet
        subprocess.run([PYTHON, "-m", "ensurepip"], stdout=DEVNULL, stderr=DEVNULL)
        command = [str(PYTHON), "-m", "pip", "install", "--no-user", "--no-input"]
    lines: list[str] = []
    process = subprocess.Popen(
        [*command, *arguments], cwd=ROOT, env=environment, stdout=PIPE, stderr=STDOUT
    )
    with process:
        for line in process.stdout or ():
            lines.append(line.decode("utf-8", "replace").rstrip())
            show_progress(lines, count)
    if process.returncode:
        raise Stop(why_install_failed(lines))


def show_progress(lines: list[str], count: int) -> None:
    """Say which package is being fetched, when the newest line tells and packages are counted."""
    pip = re.match(PIP_HAS_ONE, lines[-1])
    uv = re.match(r" *Downloading ([\w.-]+ \([\d.]+ ?\w+\))", lines[-1])
    if pip and count:
        number = sum(bool(re.match(PIP_HAS_ONE, line)) for line in lines)
        say(f"  {number} of {count}: {pip.group(1)}")
    elif uv and count and ".whl" not in lines[-1]:
        say(f"  {uv.group(1)}")
    elif count and lines[-1].startswith("Installing collected"):
        say("  All fetched; unpacking them.")


PIP_HAS_ONE = r"(?:Collecting |Processing .*[/\\])(\w[\w.-]*?)(?===|-\d|$)"  # a name, or a file's

# What the installer prints, and what it means; the first that matches is said.
REASONS = {
    r"DO NOT MATCH THE HASHES|[Hh]ash mismatch": (
        "A package is not the one that was tested, so it was not installed."
    ),
    r"No space left": "The disk is full; about 700 MB are needed.",
    r"CERTIFICATE_VERIFY_FAILED|invalid peer certificate|UnknownIssuer": (
        "The network's certificate is not trusted. If your organisation inspects traffic, ask IT "
        "for its certificate file and set PIP_CERT (for uv: SSL_CERT_FILE) to it."
    ),
    r"ProxyError|407 |Tunnel connection failed|proxy": (
        "The proxy refused. Ask IT for its address and set HTTPS_PROXY to it."
    ),
    r"ConnectionError|(name|to) resol|getaddrinfo|dns error|timed out|refused|sending request": (
        "The index of packages could not be reached: there is no network, or it wants a proxy "
        "(HTTPS_PROXY) or your organisation's own index (PIP_INDEX_URL).\n"
        "With no network, install from a folder: run.py --wheels FOLDER"
    ),
    r"No matching distribution|no usable wheels|has no wheels|was not found in|no version": (
        "A package was not found there, or is not made for this kind of computer and Python. "
        "Or the index was not reached: behind a proxy set HTTPS_PROXY; run.py --help has more."
    ),
    r"Permission denied|Access is denied": (
        "A file could not be written. Close Throughcare, and check who owns this folder."
    ),
}


def why_install_failed(lines: list[str]) -> str:
    """The likely reason in plain words, with the installer's own last lines."""
    text = "\n".join(lines)
    reason = next((words for pattern, words in REASONS.items() if re.search(pattern, text)), "")
    said = "\n".join(f"  {line[:300]}" for line in lines[-6:])
    return f"The installation failed; nothing half-made is left.\n{reason}\nIt said:\n{said}"


# --- The way to the packages: index, proxy, certificates ------------------------------------------

WAYS = {"index-url", "extra-index-url", "find-links", "no-index", "proxy", "cert", "client-cert"}


def only_pip_knows_the_way(wheels: Path | None) -> bool:
    """Whether pip is told where packages come from and uv is not; uv reads no pip.conf."""
    told_uv = any(name.startswith(("UV_INDEX", "UV_DEFAULT_INDEX")) for name in os.environ)
    uv_files = [folder / "uv" / "uv.toml" for folder in settings_folders()]
    if wheels or told_uv or "UV_CONFIG_FILE" in os.environ or any(map(Path.is_file, uv_files)):
        return False
    return bool(pip_settings() & WAYS)


def pip_settings() -> set[str]:
    """The names of all that is set for pip, in its files and in PIP_ variables."""
    names = {name[4:] for name in os.environ if name.startswith("PIP_")}
    files = [
        folder / "pip" / name for folder in settings_folders() for name in ("pip.conf", "pip.ini")
    ]
    files += [
        Path("/etc/pip.conf"),
        Path.home() / ".pip" / "pip.conf",
        Path.home() / "pip" / "pip.ini",
    ]
    chosen = os.environ.get("PIP_CONFIG_FILE")
    for file in [] if chosen == os.devnull else [*files, *([Path(chosen)] if chosen else [])]:
        settings = configparser.RawConfigParser(strict=False)
        with suppress(OSError, configparser.Error, UnicodeError):
            settings.read_string(file.read_text("utf-8"))
        names |= {key for section in settings.values() for key in section}
    return {name.lower().replace("_", "-") for name in names}


def settings_folders() -> list[Path]:
    """Where tools keep settings, on Linux, macOS and Windows."""
    home = Path.home()
    named = [os.environ.get(name) for name in ("XDG_CONFIG_HOME", "APPDATA", "PROGRAMDATA")]
    shared = os.environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(os.pathsep)
    support = "Library/Application Support"
    usual = [home / ".config", home / support, Path("/etc"), Path("/", support)]
    return [*usual, *(Path(name) for name in [*named, *shared] if name)]


def ways_out(uv: str | None, environment: Mapping[str, str]) -> dict[str, str]:
    """Settings that let uv or pip use the system's proxy and the certificates that it trusts."""
    found = {"PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    found.update({f"{kind}_proxy": url for kind, url in urllib.request.getproxies().items()})
    if uv:
        return {**found, "UV_SYSTEM_CERTS": "1"}
    told = {"PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"} & environment.keys()
    return found if told or "cert" in pip_settings() else {**found, **pip_trust()}


def pip_trust() -> dict[str, str]:
    """What makes pip trust what the system trusts; from 24.2 on it does so by itself."""
    package = next(VENV.glob("[Ll]ib*/**/pip-*.dist-info"), None)
    version = tuple(map(int, re.findall(r"\d+", package.name)[:2])) if package else (99,)
    if not package or version >= (24, 2):
        return {}
    if version >= (23, 3):
        return {"PIP_USE_FEATURE": "truststore"}
    # Older pips know their own list only: give them that and the system's, in one file.
    bundle = VENV / "trusted.pem"
    usual = [ssl.get_default_verify_paths().cafile, "/etc/ssl/certs/ca-certificates.crt"]
    files = [
        package.parent / "pip/_vendor/certifi/cacert.pem",
        *(Path(name) for name in usual if name),
    ]
    texts = [file.read_text("utf-8") for file in files if file.is_file()]
    loaded = ssl.create_default_context().get_ca_certs(binary_form=True)  # Windows keeps no file
    bundle.write_text("\n".join([*texts, *map(ssl.DER_cert_to_PEM_cert, loaded)]), "utf-8")
    return {"PIP_CERT": str(bundle)}


# --- Serve ----------------------------------------------------------------------------------------


def serve(options: argparse.Namespace) -> int:
    """Start the app and stay with it; where a copy is running, open the browser at that one."""
    folder = data_folder()
    addresses = room_addresses() if options.command == "room" else []
    told = False
    for _ in range(WAIT_FOR_OTHER * 5):
        with locked(folder / "running.lock") as lock:
            if lock is not None:
                set_up(options.wheels)
                return start(folder, options, lock, addresses)
        address = running_address(folder)
        if address:
            return point_at(address, read_json(folder / "running.json").get("room", ""), options)
        if not told:
            say("Throughcare is being started in another window; waiting for it.")
            told = True
        time.sleep(0.2)
    raise Stop("Another start of Throughcare has not finished. Close its window, then try again.")


def point_at(address: str, room: str, options: argparse.Namespace) -> int:
    """Where the copy that runs is; a copy that serves no room must be closed to open one."""
    if options.command == "room" and not room:
        raise Stop(
            f"Throughcare is already running at {address}, for this computer only.\n"
            "Stop it with Ctrl+C in its window, then start the room again. Nothing is lost."
        )
    say(f"Throughcare is already running at {address}")
    if room:
        say(f"Its room is open at {room}")
    open_browser(address, options)
    return 0


def start(
    folder: Path, options: argparse.Namespace, lock: int, addresses: Sequence[str] = ()
) -> int:
    """Serve until Ctrl+C, or until a server stops by itself; give its exit code.

    With the addresses of this computer on the network a second server opens the room on them.
    """
    port = chosen_port(options.port, FIRST_PORT, ONLY_HERE)
    room = chosen_port(options.room_port, FIRST_ROOM_PORT, EVERYWHERE) if addresses else 0
    address = f"http://{ONLY_HERE}:{port}"
    urls = [f"http://{one}:{room}" for one in addresses]
    servers: list[subprocess.Popen[bytes]] = []
    for sent in (signal.SIGINT, signal.SIGTERM):  # being closed is as good as Ctrl+C
        signal.signal(sent, end_it)
    try:
        servers.append(start_server(serve_command(port), lock, told_of_room(room, urls)))
        where = where_data_is(folder)  # asked while the server starts
        wait_until_healthy(servers[0], port)
        if urls:
            door = {"THROUGHCARE_DOOR": "room"}
            servers.append(start_server(room_command(room, addresses), lock, door))
            wait_until_healthy(servers[1], room)
        note = {"pid": str(servers[0].pid), "port": str(port), "room": urls[0] if urls else ""}
        write_json(folder / "running.json", note)
        say(f"Throughcare is ready at {address}\n{where}\nStop it with Ctrl+C.")
        if urls:
            show_room(urls)
        open_browser(address, options)
        return watch(servers, room)
    except KeyboardInterrupt:
        say("\nStopping.")
        return 0
    finally:
        for server in servers:
            stop(server)
        with suppress(OSError):
            (folder / "running.json").unlink()


def start_server(
    command: Sequence[str], lock: int, settings: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """A server as a child that shares the lock: should run.py be killed, the next start still
    finds it (Windows ends it with its window)."""
    shared = () if os.name == "nt" else (lock,)
    environment = {name: value for name, value in os.environ.items() if name not in ROOM_SETTINGS}
    environment.update(settings)
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=DEVNULL, pass_fds=shared)


def serve_command(port: int) -> list[str]:
    """Streamlit with our app, reachable from this computer only, without start-up lines."""
    return streamlit_command(port, ONLY_HERE, [ONLY_HERE, "localhost"])


def streamlit_command(port: int, address: str, hosts: Sequence[str]) -> list[str]:
    """Streamlit with our app at an address, for browsers that call it by one of these names.

    `browser.serverAddress` keeps Streamlit from asking a server on the internet what address this
    computer has, which it does wherever it serves a network.
    """
    flags = {"server.port": port, "server.address": address, "server.headless": "true"}
    flags.update({"logger.level": "warning", "browser.serverAddress": hosts[0]})
    given = [f"--{name}={value}" for name, value in flags.items()]
    given += [f"--server.allowedHosts={host}" for host in hosts]
    return [str(PYTHON), "-m", "streamlit", "run", "app.py", *given]


def wait_until_healthy(server: subprocess.Popen[bytes], port: int) -> None:
    """Return when the server answers.

    Raises:
        Stop: it ended, or does not answer in time.
    """
    patience = time.monotonic() + WAIT_FOR_SERVER
    while not is_healthy(port):
        if server.poll() is not None:
            raise Stop("The server stopped while starting; the reason is above.")
        if time.monotonic() > patience:
            raise Stop(f"No answer from the server in {WAIT_FOR_SERVER} seconds. Start it again.")
        time.sleep(0.03)


def watch(servers: Sequence[subprocess.Popen[bytes]], room: int = 0) -> int:
    """Wait for a server's end, in short waits since Windows hears no Ctrl+C in a long one.

    When one stops the other is of no use. Meanwhile say how many devices have reached the room.
    """
    tell = RoomTold(room)
    while not ASKED_TO_END:
        for server in servers:
            with suppress(subprocess.TimeoutExpired):
                code = server.wait(timeout=0.5)
                say(f"The server stopped (code {code}). What was saved is safe. Start it again.")
                return code
        if room:
            tell.whatever_is_new()
    raise KeyboardInterrupt


# What was asked of this process, should the exception be lost where Python ignores one.
ASKED_TO_END: list[int] = []


def end_it(sent: int, _frame: object) -> None:
    """Ctrl+C, or being closed: kept, and said to whatever runs."""
    ASKED_TO_END.append(sent)
    raise KeyboardInterrupt


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server: politely (on Windows Ctrl+C has reached it already), then firmly."""
    if os.name != "nt":
        server.terminate()
    try:
        server.wait(timeout=5)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
        server.wait()


def running_address(folder: Path) -> str | None:
    """The address of the copy that holds the lock, once it answers."""
    port = read_json(folder / "running.json").get("port", "")
    return f"http://127.0.0.1:{port}" if port.isdigit() and is_healthy(int(port)) else None


def is_healthy(port: int) -> bool:
    """Whether a Streamlit server answers there; never asked through a proxy."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def chosen_port(wanted: int | None, first: int, address: str) -> int:
    """The port that was asked for, or the first free one. Raises Stop when it is taken."""
    if not wanted:
        return free_port(first, address)
    if not is_free(wanted, address):
        raise Stop(f"Port {wanted} is taken by another program. Choose another, or leave it out.")
    return wanted


def free_port(first: int | None = None, address: str = ONLY_HERE) -> int:
    """The first free port from 8501 on, or from another."""
    first = first or FIRST_PORT
    ports = range(first, first + PORTS_TO_TRY)
    port = next((port for port in ports if is_free(port, address)), None)
    if port is None:
        raise Stop(f"All ports from {ports[0]} to {ports[-1]} are taken. Choose one with --port.")
    return port


def is_free(port: int, address: str = ONLY_HERE) -> bool:
    """Whether nothing listens at the port; asks by binding, as the server will."""
    with socket.socket() as probe:
        if os.name != "nt":  # there it would let two programs share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except (OSError, OverflowError):
            return False
        return True


def open_browser(address: str, options: argparse.Namespace) -> None:
    """Show the address in the browser, if there is a screen."""
    screen = sys.platform != "linux" or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    if not options.no_browser and screen:
        with suppress(webbrowser.Error, OSError):
            webbrowser.open(address)


def data_folder() -> Path:
    """Where the data lies: as `assessment.store.location` has it, which can't be imported here.

    Raises:
        Stop: it cannot be made.
    """
    chosen = os.environ.get("THROUGHCARE_DATA", "").strip()
    folder = Path(chosen) if chosen else usual_data_folder(sys.platform)
    try:
        folder = folder.expanduser().absolute()
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:  # "~name" of nobody is a RuntimeError
        reason = getattr(error, "strerror", None) or "there is no such user here"
        raise Stop(
            f"The folder for the data, {folder}, cannot be made ({reason}).\n"
            "Set THROUGHCARE_DATA to a folder on this computer that you may write to."
        ) from error
    return folder


def usual_data_folder(platform: str) -> Path:
    """The user's local application folder, the same as platformdirs gives (a test compares)."""
    named = os.environ.get("LOCALAPPDATA" if platform == "win32" else "XDG_DATA_HOME", "")
    if named and Path(named).is_absolute():
        return Path(named, "throughcare")
    places = {"win32": "AppData/Local", "darwin": "Library/Application Support"}
    return Path.home() / places.get(platform, ".local/share") / "throughcare"


def where_data_is(folder: Path) -> str:
    """One line that says where the data is; in a folder that the app refuses, its reason."""
    if os.environ.get("THROUGHCARE_DATABASE_URL"):
        return "Your data is in the database that THROUGHCARE_DATABASE_URL names."
    reason = why_refused()
    return f"Your data cannot be in {folder}. {reason}" if reason else f"Your data is in {folder}"


def why_refused() -> str:
    """Why the app will not keep its data in the folder that is set; "" where it will."""
    ask = (
        "from pathlib import Path; from assessment.store import location as its; "
        "why = its.why_unsafe(its.data_folder(), Path.cwd()); "
        "print(why and f'{why} {its.WAY_FORWARD}')"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    try:
        said = subprocess.run(
            [PYTHON, "-c", ask], cwd=ROOT, stdout=PIPE, stderr=DEVNULL, env=environment, timeout=20
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return said.stdout.decode("utf-8", "replace").strip()


# --- The room: phones and PCs on the same network -------------------------------------------------

ROOM_SETTINGS = {
    "THROUGHCARE_DOOR", "THROUGHCARE_ROOM_PORT", "THROUGHCARE_ROOM_URL", "THROUGHCARE_ROOM_OTHERS",
}  # fmt: skip
NO_NETWORK = (
    "This computer is on no network, so no phone can reach it. Join the Wi-Fi of the room and "
    "start it again.\nWithout a network: python3 run.py. Views can be called out, come in packs or "
    "on paper, or the laptop is passed around."
)
OPENS = (
    "Others on this network can open two pages: join and their own agency’s form. Nothing else.\n"
    "What they send is not encrypted on its way, so use a network you would trust with it."
)
NOBODY_YET = (
    "No device has reached the room for two minutes. Likely this is guest Wi-Fi that keeps devices "
    "apart,\nor a firewall on this computer: allow Python on private networks, or use a phone’s "
    "hotspot.\nOther ways need no network: views called out, packs, paper, or pass the laptop."
)
PATIENCE, ASK_EVERY = 120, 3  # seconds
# Interfaces of virtual machines, containers and tunnels: no phone of the room is there.
VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "lxc", "tun", "tap", "utun", "wg")
# Which of our addresses leads there is asked without sending anything: the usual way out, by an
# address that is nobody's, then each kind of private network.
TOWARDS = ("192.0.2.1", "192.168.255.254", "10.255.255.254", "172.31.255.254")


def room_addresses() -> list[str]:
    """This computer's addresses on its networks, the likely one first.

    Nothing is sent, and no name is looked up that would be asked of the network.

    Raises:
        Stop: there is none.
    """
    found = [*map(address_towards, TOWARDS), *interface_addresses()]
    usable = [one for one in dict.fromkeys(found) if one and is_usable(one)]
    if not usable:
        raise Stop(NO_NETWORK)
    virtual = {one for name, one in by_interface() if name.startswith(VIRTUAL)}
    return [one for one in usable if one not in virtual] or usable


def address_towards(target: str) -> str:
    """Our own address on the way to another; "" where there is no way. A datagram socket that is
    connected sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
        probe.connect((target, 9))
        return str(probe.getsockname()[0])
    return ""


def interface_addresses() -> list[str]:
    """The addresses of all interfaces, as far as the standard library tells."""
    if os.name == "nt":  # Windows answers for its own name without asking the network
        with suppress(OSError):
            return socket.gethostbyname_ex(socket.gethostname())[2]
        return []
    return [address for _name, address in by_interface()]


def by_interface() -> list[tuple[str, str]]:
    """Each interface's name and first address, where the system tells them apart."""
    found = []
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        ask = 0xC0206921 if sys.platform == "darwin" else 0x8915  # SIOCGIFADDR
        for _index, name in socket.if_nameindex():
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
                wanted = name.encode()[:15].ljust(256, b"\0")
                answer = fcntl.ioctl(probe.fileno(), ask, wanted)
                found.append((name, socket.inet_ntoa(answer[20:24])))
    return found


def is_usable(address: str) -> bool:
    """Whether others may reach us there: not this computer alone, nor one given for want of any."""
    one = ipaddress.ip_address(address)
    return not (one.is_loopback or one.is_link_local or one.is_unspecified or one.is_multicast)


def told_of_room(port: int, urls: Sequence[str]) -> dict[str, str]:
    """What the lead's app is told of the room: settings, none where there is no room."""
    if not urls:
        return {}
    return {
        "THROUGHCARE_ROOM_PORT": str(port),
        "THROUGHCARE_ROOM_URL": urls[0],
        "THROUGHCARE_ROOM_OTHERS": " ".join(urls[1:]),
    }


def room_command(port: int, addresses: Sequence[str]) -> list[str]:
    """Streamlit with our app for the network; its setting THROUGHCARE_DOOR makes it the room's."""
    name = socket.gethostname().lower()
    hosts = [*addresses, ONLY_HERE, "localhost", name, f"{name.partition('.')[0]}.local"]
    return streamlit_command(port, EVERYWHERE, list(dict.fromkeys(hosts)))


def show_room(urls: Sequence[str]) -> None:
    """Where the room is, as words and as a QR code, and what it opens."""
    say(f"\nThe room is open at {urls[0]}")
    for url in urls[1:]:
        say(f"  or, should that not open, at {url}")
    say(qr_code(urls[0]) + OPENS)


def qr_code(url: str) -> str:
    """The address as a picture in the terminal; "" where it cannot show one."""
    draw = "import segno, sys; segno.make(sys.argv[1], micro=False).terminal(compact=True)"
    try:
        "▀▄█".encode(getattr(sys.stdout, "encoding", None) or "ascii")
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        made = subprocess.run(
            [str(PYTHON), "-c", draw, url], stdout=PIPE, stderr=DEVNULL, env=environment, timeout=20
        )
    except (UnicodeError, OSError, subprocess.SubprocessError):
        return ""
    return made.stdout.decode("utf-8", "replace")


class RoomTold:
    """Says in the terminal how many devices have reached the room, and why perhaps none."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.began = self.asked = time.monotonic()
        self.devices = 0
        self.explained = False

    def whatever_is_new(self) -> None:
        """Ask every few seconds; say a new number, and after two minutes of none the reason."""
        now = time.monotonic()
        if now - self.asked < ASK_EVERY:
            return
        self.asked = now
        devices = devices_reached(self.port)
        if devices is not None and devices != self.devices:
            self.devices = devices
            say(f"{devices} {'device has' if devices == 1 else 'devices have'} reached the room.")
        if devices == 0 and not self.explained and now - self.began > PATIENCE:
            self.explained = True
            say(NOBODY_YET)


def devices_reached(port: int) -> int | None:
    """How many other devices the room's server has seen; None where it does not answer."""
    connection = http.client.HTTPConnection(ONLY_HERE, port, timeout=1)
    try:
        connection.request("GET", "/reached")
        return int(json.loads(connection.getresponse().read())["devices"])
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return None
    finally:
        connection.close()


# --- Test, check, lock ----------------------------------------------------------------------------


def test(arguments: list[str]) -> int:
    """Run the tests; give pytest's exit code."""
    return subprocess.call([PYTHON, "-m", "pytest", *arguments], cwd=ROOT)


def check(arguments: list[str]) -> int:
    """Run every check to its end, then say which failed."""
    failed = []
    for name, (tool, *rest) in CHECKS.items():
        say(f"\n--- {name}")
        if subprocess.call([BIN / tool, *rest], cwd=ROOT):
            failed.append(name)
    say("\n--- locks")
    for lock in stale_locks():
        say(f"{lock} does not match pyproject.toml. Remake it with: python3 run.py lock")
        failed.append(lock)
    say("\n--- tests")
    if test(arguments):
        failed.append("tests")
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return 1 if failed else 0


def stale_locks() -> list[str]:
    """The locks whose first line names other dependencies than pyproject.toml has now."""
    wanted = lock_title()
    locks = [ROOT / RUN_LOCK, ROOT / DEV_LOCK]
    return [lock.name for lock in locks if lock.read_text("utf-8").partition("\n")[0] != wanted]


def lock_title() -> str:
    """A lock's first line: a digest of what pyproject.toml asks for."""
    project = pyproject()["project"]
    asked = [project["requires-python"], project["dependencies"]]
    return (
        f"# pyproject.toml's dependencies: {digest_of([*asked, pyproject()['dependency-groups']])}"
    )


def remake_locks(arguments: list[str]) -> int:
    """Both locks, with uv: for all systems and Pythons, with hashes, without an index's address."""
    uv = shutil.which("uv") or shutil.which(str(BIN / "uv"))
    if not uv:
        raise Stop("Only uv can make a lock for all systems. Install it: pip install uv")
    compile_ = [uv, "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"]
    compile_ += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header"]
    compile_ += ["--quiet", "--group", "build", *arguments]
    for lock, more in ((RUN_LOCK, []), (DEV_LOCK, ["--group", "dev", "-c", RUN_LOCK])):
        if subprocess.call([*compile_, *more, "--output-file", lock], cwd=ROOT, stdout=DEVNULL):
            raise Stop(f"{lock} could not be made; the reason is above.")
        lines = (ROOT / lock).read_text("utf-8").splitlines(keepends=True)
        # uv keeps the comments at the head of the file that it writes over.
        pins = "".join(dropwhile(lambda line: line.startswith("#"), lines))
        (ROOT / lock).write_text(f"{lock_title()}\n# Made by: python3 run.py lock\n{pins}", "utf-8")
    return 0


# --- Files ----------------------------------------------------------------------------------------


def pyproject() -> dict[str, Any]:
    """What pyproject.toml says."""
    import tomllib  # from 3.11 on: an older Python has been sent away by now

    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def digest_of(value: object) -> str:
    """A digest of anything that JSON can hold."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def read_json(path: Path) -> dict[str, str]:
    """A file of names and texts; empty when there is none, or when it cannot be read."""
    with suppress(OSError, ValueError):
        found = json.loads(path.read_text("utf-8"))
        if isinstance(found, dict):
            return {str(name): str(value) for name, value in found.items()}
    return {}


def write_json(path: Path, values: Mapping[str, str]) -> None:
    """Write all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(dict(values)), "utf-8")
    os.replace(part, path)


@contextmanager
def locked(path: Path) -> Iterator[int | None]:
    """Hold a lock that dies with its holder; gives its descriptor, or None if another has it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield descriptor if take(descriptor) else None
    finally:
        os.close(descriptor)


def take(descriptor: int) -> bool:
    """Lock an open file if it is free; a file system without locks counts as free."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


@contextmanager
def alone() -> Iterator[None]:
    """Set up one at a time; a second start waits."""
    for attempt in range(WAIT_FOR_OTHER * 5):
        with locked(ROOT / ".venv.lock") as lock:
            if lock is not None:
                yield
                return
        if attempt == 0:
            say("Another window is setting up; waiting for it.")
        time.sleep(0.2)
    raise Stop("Another set-up has not finished. Close its window, then try again.")


if __name__ == "__main__":
    sys.exit(main())
