"""Times agency packs: `python -m benchmarks.packs`.

Ten agencies answer all 46 statements, each with a reason. Making is all ten packs in one file;
merging is everything from the files' bytes to the kept views: read, compared, and written. The
median of RUNS areas, each on a database of its own.
"""

import io
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path

import openpyxl

from assessment.access.desk import Desk
from assessment.bank import service as banks
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from assessment.store.engine import connect, sqlite_url
from assessment.views import service as views
from benchmarks.figures import Figure, figure, show
from exports.packs import service
from tests.desk import begin_area, build_schema


RUNS = 3
AGENCIES = 10
STATEMENTS = 46
_ANSWERS = ("0 Not met", "1 Partly met", "2 Mostly met", "3 Fully met", "Don’t know")


def figures() -> Iterable[Figure]:
    """The making and the merging of ten packs."""
    made, merged = zip(*(_once() for _ in range(RUNS)), strict=True)
    note = f"median of {RUNS}"
    yield figure("Ten agency packs made", made, note=note)
    yield figure("Ten packs of 46 statements merged in", merged, 3_000, note=note)


def _once() -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        url = sqlite_url(Path(folder) / "throughcare.db")
        build_schema(url)
        store = connect(url)
        try:
            return _timed(Desk(store))
        finally:
            store.close()


def _timed(desk: Desk) -> tuple[float, float]:
    assessment_id = _area(desk)
    started = time.perf_counter()
    made = service.make_all_packs(desk, assessment_id).data
    making = time.perf_counter() - started
    files = _filled(made)
    started = time.perf_counter()
    raws = [service.read_pack(data, name) for name, data in files]
    previews = service.preview_packs(desk, assessment_id, raws, [False] * len(raws))
    for raw, seen in zip(raws, previews, strict=True):
        service.keep_pack(desk, assessment_id, raw, seen=seen)
    merging = time.perf_counter() - started
    assert len(views.answered(desk, assessment_id).first) == AGENCIES * STATEMENTS
    return making, merging


def _area(desk: Desk) -> str:
    area = begin_area(desk)
    partnerships.set_scope_kind(desk, area.assessment_id, ScopeKind.ALL)
    types = [one.code for one in banks.built_in_bank().agency_types]
    for number in range(AGENCIES):
        partnerships.add_agency(desk, area.partnership_id, f"Agency {number}", types)
    views.choose_names_shown(desk, area.assessment_id, False)
    views.ask_for_views(desk, area.assessment_id)
    return area.assessment_id


def _filled(made: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return [(name, _answered(archive.read(name))) for name in archive.namelist()]


def _answered(data: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["Your view"]
    for row in range(3, 3 + STATEMENTS):
        sheet.cell(row, 5).value = _ANSWERS[row % len(_ANSWERS)]
        sheet.cell(row, 6).value = f"What we see of this each month, and of number {row} above all."
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


if __name__ == "__main__":
    show(figures())
    sys.stdout.flush()
