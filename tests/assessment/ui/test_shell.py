"""What the server does as it begins to serve."""

import asyncio
import gc
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import streamlit as st

from assessment.ui.shell import lifespan


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    interval = sys.getswitchinterval()
    yield
    gc.unfreeze()
    gc.enable()
    sys.setswitchinterval(interval)


def test_garbage_is_collected_from_when_it_serves_though_not_while_it_starts() -> None:
    gc.disable()  # as run.py starts it

    async def serve() -> bool:
        async with lifespan(st.App("app.py")):
            return gc.isenabled()

    with ThreadPoolExecutor(1) as apart:  # from the loop that a browser's test may have left here
        assert apart.submit(lambda: asyncio.run(serve())).result()
