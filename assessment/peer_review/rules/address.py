"""Where peer reviewers reach an installation from outside, and the link that opens one's form."""

from urllib.parse import quote, urlsplit


LINK_PARAMETER = "key"
_ONLY_HERE = frozenset({"localhost", "127.0.0.1", "::1"})

NOT_REACHABLE = (
    "This installation serves its own computer and cannot be reached from outside, so it offers "
    "reviewer packs: a workbook by mail, which asks and takes back the same."
)
NO_ADDRESS = (
    "The setting THROUGHCARE_REVIEW_ADDRESS is not an address that links may be sent with: it "
    "begins https:// and has no question mark or password in it. Until it is right, use reviewer "
    "packs."
)


def review_address(setting: str) -> str:
    """The public address of the reviewers' door, without a slash at its end.

    Empty where there is none, or where what stands there could not be sent to anyone: a link is
    as good as a password, so it travels by https alone; on this computer http will do.
    """
    address = setting.strip().rstrip("/")
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return ""
    safe = parts.scheme == "https" or (parts.scheme == "http" and host in _ONLY_HERE)
    odd = parts.username or parts.password or "?" in address or "#" in address
    return address if safe and host and not odd else ""


def review_link(address: str, token: str) -> str:
    """The invitation link of one peer reviewer."""
    return f"{address}/reviewing?{LINK_PARAMETER}={quote(token, safe='')}"


def why_no_links(setting: str) -> str:
    """What the lead reads where no link can be made; empty where one can."""
    if review_address(setting):
        return ""
    return NO_ADDRESS if setting.strip() else NOT_REACHABLE
