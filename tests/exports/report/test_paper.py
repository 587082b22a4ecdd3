"""The paper: how the facts of a report are said."""

from datetime import date

import pytest

from exports.report.model import NoteLine
from exports.report.paper.entries import note_words


@pytest.mark.parametrize(
    ("report", "text", "said"),
    [
        ("On track", "Two of five done", "On track. Two of five done"),
        ("", "Two of five done", "Two of five done"),
        ("On track", "", "On track."),
    ],
)
def test_a_note_reads_on_whatever_it_leaves_out(report: str, text: str, said: str) -> None:
    note = NoteLine(at=date(2026, 11, 12), by="Probation", report=report, text=text)
    assert note_words(note) == f"12 November 2026, Probation: {said}"
