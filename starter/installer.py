"""uv or pip, what they show while they work, and why they failed."""

import os
import re
import subprocess
from subprocess import DEVNULL, PIPE, STDOUT

from starter import places
from starter.sources import ways_out
from starter.words import Stop, say


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


def installer(uv: str | None, arguments: list[str], count: int) -> None:
    """Run uv or pip, showing each package as it comes.

    Raises:
        Stop: it failed; in plain words where the reason is a common one.
    """
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    for name, value in ways_out(uv, environment).items():
        environment.setdefault(name, value)  # what the person has set stays
    if uv:
        command = [uv, "pip", "install", "--python", str(places.PYTHON)]
    else:
        # an environment that uv made has no pip yet
        subprocess.run([places.PYTHON, "-m", "ensurepip"], stdout=DEVNULL, stderr=DEVNULL)
        command = [str(places.PYTHON), "-m", "pip", "install", "--no-user", "--no-input"]
    lines: list[str] = []
    process = subprocess.Popen(
        [*command, *arguments], cwd=places.ROOT, env=environment, stdout=PIPE, stderr=STDOUT
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


def why_install_failed(lines: list[str]) -> str:
    """The likely reason in plain words, with the installer's own last lines."""
    text = "\n".join(lines)
    reason = next((words for pattern, words in REASONS.items() if re.search(pattern, text)), "")
    said = "\n".join(f"  {line[:300]}" for line in lines[-6:])
    return f"The installation failed; nothing half-made is left.\n{reason}\nIt said:\n{said}"
