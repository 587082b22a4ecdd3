"""The way to the packages: index, proxy, certificates."""

import configparser
import os
import re
import ssl
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from starter import places


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
    package = next(places.VENV.glob("[Ll]ib*/**/pip-*.dist-info"), None)
    version = tuple(map(int, re.findall(r"\d+", package.name)[:2])) if package else (99,)
    if not package or version >= (24, 2):
        return {}
    if version >= (23, 3):
        return {"PIP_USE_FEATURE": "truststore"}
    # Older pips know their own list only: give them that and the system's, in one file.
    bundle = places.VENV / "trusted.pem"
    usual = [ssl.get_default_verify_paths().cafile, "/etc/ssl/certs/ca-certificates.crt"]
    files = [
        package.parent / "pip/_vendor/certifi/cacert.pem",
        *(Path(name) for name in usual if name),
    ]
    texts = [file.read_text("utf-8") for file in files if file.is_file()]
    loaded = ssl.create_default_context().get_ca_certs(binary_form=True)  # Windows keeps no file
    bundle.write_text("\n".join([*texts, *map(ssl.DER_cert_to_PEM_cert, loaded)]), "utf-8")
    return {"PIP_CERT": str(bundle)}
