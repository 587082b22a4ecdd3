"""Which Python can run Throughcare, and which this computer has.

It is read by the Python that does not fit, so it keeps to what 2.7 can read: see `run.py`.
"""

import os
from subprocess import PIPE, Popen
from threading import Timer


OLDEST, NEWEST = (3, 11), (3, 14)
PATIENCE = 10  # seconds
WHERE_TO_GET_ONE = """\
No other Python that fits was found here. Where to get one:
  Windows  from your organisation's software centre, or python.org; then: py run.py
           (a `python` that opens the Microsoft Store is a placeholder, not a Python)
  macOS    from python.org
  Linux    from the system, for example: sudo apt install python3 python3-venv"""


def is_fit(version):
    # type: (tuple[object, ...]) -> bool
    """Whether a Python of this version can run Throughcare."""
    return OLDEST <= tuple(version[:2]) <= NEWEST


def wrong_python(version, where, others):
    # type: (str, str, list[str]) -> str
    """What to say to a Python that cannot run Throughcare."""
    words = "Throughcare needs Python 3.11 to 3.14; this is %s (%s)." % (version, where)
    if others:
        found = "This computer has one that fits. Start it with:  %s run.py" % others[0]
    return words + "\n" + (found if others else WHERE_TO_GET_ONE)


def other_pythons():
    # type: () -> list[str]
    """Commands of this computer that start a Python that fits, newest first."""
    versions = ["3.%d" % minor for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    commands = [["python" + version] for version in versions]
    commands += [["py", "-" + version] for version in versions if os.name == "nt"]
    commands += [["python3"], ["python"]]
    return [" ".join(command) for command in commands if fits(command)]


def fits(command):
    # type: (list[str]) -> bool
    """Whether it really starts a Python that fits: a shim or the Store's placeholder does not."""
    ask = "import sys; print(*sys.version_info[:2])"  # which is no Python 2
    try:
        asked = Popen(command + ["-c", ask], stdout=PIPE, stderr=PIPE)
    except OSError:
        return False
    limit = Timer(PATIENCE, asked.kill)
    limit.start()
    said = asked.communicate()[0]
    limit.cancel()
    try:
        return is_fit(tuple(int(part) for part in said.split()))
    except ValueError:
        return False
