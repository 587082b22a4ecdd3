"""The page that a browser loads first has our name, and files keep theirs."""

import gzip
from collections.abc import Iterator
from urllib.request import Request, urlopen

import pytest
from starlette.types import Receive, Scope, Send

from assessment.ui.first_page import THEIRS, FirstPage
from tests.assessment.ui.served import serving


TAKEN_AWAY = b"<title>Report</title>"


async def like_streamlit(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers each address with its page, packed, and a file with what is in it."""
    made = "/media/" in scope["path"]
    body = TAKEN_AWAY if made else gzip.compress(THEIRS.read_bytes())
    packed = [] if made else [(b"content-encoding", b"gzip"), (b"etag", b"1")]
    length = (b"content-length", str(len(body)).encode())
    headers = [(b"content-type", b"text/html; charset=utf-8"), length, *packed]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body[:9], "more_body": True})
    await send({"type": "http.response.body", "body": body[9:]})


@pytest.fixture
def port() -> Iterator[int]:
    """Where the app above is served."""
    with serving(FirstPage(like_streamlit)) as found:
        yield found


def asked(port: int, path: str) -> str:
    """What a browser that can unpack is given."""
    request = Request(f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": "gzip"})
    with urlopen(request, timeout=10) as reply:  # noqa: S310  # our own server
        assert reply.headers["content-encoding"] is None
        assert reply.headers["etag"] is None
        return str(reply.read().decode())


@pytest.mark.parametrize("path", ["/", "/statement?id=P08", "/reviewing"])
def test_every_address_has_our_name_and_all_else_as_it_was(port: int, path: str) -> None:
    page = asked(port, path)
    assert "<title>Throughcare</title>" in page
    assert page.replace("Throughcare", "Streamlit") == THEIRS.read_text(encoding="utf-8")


def test_a_web_page_that_is_taken_away_stays_as_it_is(port: int) -> None:
    assert asked(port, "/media/1234.html").encode() == TAKEN_AWAY
