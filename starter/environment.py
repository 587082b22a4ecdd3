"""The environment: made, filled with what the locks name, and not made again."""

import hashlib
import importlib.util
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from starter import places
from starter.files import WAIT_FOR_OTHER, locked, read_json, write_json
from starter.installer import installer
from starter.project import digest_of, pyproject
from starter.sources import only_pip_knows_the_way
from starter.words import Stop, say


def set_up(wheels: Path | None = None, *, dev: bool = False) -> None:
    """Make the environment hold what the locks name; do nothing when their digests are the same."""
    wanted = stamp_for([places.RUN_LOCK, places.DEV_LOCK] if dev else [places.RUN_LOCK])
    if is_ready(wanted):
        return
    with alone():
        if not is_ready(wanted):  # another start may have done it meanwhile
            install(wanted, places.DEV_LOCK if dev else places.RUN_LOCK, wheels)


def stamp_for(locks: list[str]) -> dict[str, str]:
    """What an environment made now from these locks would be stamped with."""
    stamp = {name: hashlib.sha256((places.ROOT / name).read_bytes()).hexdigest() for name in locks}
    stamp["python"] = "{}.{}".format(*sys.version_info)
    stamp["folder"] = str(places.ROOT)  # an environment cannot be moved
    stamp["project"] = digest_of(
        {name: pyproject().get(name) for name in ("build-system", "project")}
    )
    return stamp


def is_ready(wanted: Mapping[str, str]) -> bool:
    """Whether a finished environment holds at least this."""
    stamp = read_json(places.STAMP)
    return places.PYTHON.exists() and "finished" in stamp and wanted.items() <= stamp.items()


def install(wanted: dict[str, str], lock: str, wheels: Path | None) -> None:
    """Install the lock and then the project; a failure leaves no half-made environment behind."""
    uv = None if only_pip_knows_the_way(wheels) else shutil.which("uv")
    made_here = prepare_environment(wanted, uv)
    try:
        count = len(re.findall(r"^\S+==", (places.ROOT / lock).read_text("utf-8"), re.MULTILINE))
        say(f"Installing {count} packages. The first time takes about a minute.")
        source = ["--no-index", "--find-links", str(wheels.resolve())] if wheels else []
        only = ["--no-build", "--compile-bytecode"] if uv else ["--only-binary=:all:"]
        installer(uv, ["--require-hashes", *only, *source, "-r", str(places.ROOT / lock)], count)
        # The build backend is in the lock, so the project installs as pip means it (with its
        # name, version and command) without a build environment, hence without the network.
        project = ["--no-deps", "--no-build-isolation", "--no-index", "-e", str(places.ROOT)]
        installer(uv, project, 0)
    except BaseException:
        if made_here:
            shutil.rmtree(places.VENV, ignore_errors=True)
        raise
    made = "here" if made_here else "by hand"
    write_json(places.STAMP, {**wanted, "made": made, "finished": "yes"})


def prepare_environment(wanted: Mapping[str, str], uv: str | None) -> bool:
    """Leave an environment to install into; True if it is run.py's own to make and remove."""
    stamp = read_json(places.STAMP)
    # somebody's own: add to it, remove nothing
    if places.VENV.exists() and stamp.get("made") != "here":
        if environment_version() != wanted["python"]:
            raise Stop(
                f"{places.VENV} was made by hand and holds no Python {wanted['python']}.\n"
                "Rename or remove it, then run this again."
            )
        return False
    same = all(stamp.get(name) == wanted[name] for name in ("python", "folder"))
    if not (same and "finished" in stamp and places.PYTHON.exists()):
        make_environment(uv)
    # until "finished" is there, the next start begins anew
    write_json(places.STAMP, {"made": "here"})
    return True


def make_environment(uv: str | None) -> None:
    """A new, empty environment in place of any old one."""
    if not uv and importlib.util.find_spec("ensurepip") is None:
        raise Stop(no_venv_words())
    if places.VENV.exists():
        say("Removing an environment that is unfinished, or of another Python or folder.")
        remove_environment()
    say(f"Making an environment in {places.VENV}.")
    write_json(places.STAMP, {"made": "here"})
    base = getattr(sys, "_base_executable", None) or sys.executable
    make = [uv, "venv", "--quiet", "--allow-existing", "--python"] if uv else []
    made = subprocess.run([*make, base, *([] if uv else ["-m", "venv"]), places.VENV])
    if made.returncode:
        shutil.rmtree(places.VENV, ignore_errors=True)
        raise Stop(f"The environment could not be made; the reason is above.\n{no_venv_words()}")


def remove_environment() -> None:
    """Remove the environment, unless something runs from it."""
    if Path(sys.prefix).resolve() == places.VENV:
        raise Stop("Start run.py with the system's Python, not with the one inside .venv.")
    try:
        shutil.rmtree(places.VENV)
    except OSError as error:
        raise Stop(
            f"{places.VENV} cannot be removed ({error.strerror}).\n"
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
            r"^version\w* *= *(\d+\.\d+)", (places.VENV / "pyvenv.cfg").read_text("utf-8"), re.M
        )
        return found.group(1) if found and places.PYTHON.exists() else None
    return None


@contextmanager
def alone() -> Iterator[None]:
    """Set up one at a time; a second start waits."""
    for attempt in range(WAIT_FOR_OTHER * 5):
        with locked(places.ROOT / ".venv.lock") as lock:
            if lock is not None:
                yield
                return
        if attempt == 0:
            say("Another window is setting up; waiting for it.")
        time.sleep(0.2)
    raise Stop("Another set-up has not finished. Close its window, then try again.")
