"""What a start may not load: it is ready within two seconds, and few pages need any of these."""

import subprocess
import sys

from tests.architecture.project import ROOT


HEAVY = {"docx", "numpy", "openpyxl", "pandas", "pypdf", "typst", "xlsxwriter"}


def test_a_start_loads_nothing_that_only_files_and_pictures_need() -> None:
    code = "import app, sys; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, encoding="utf-8")
    assert "streamlit" in loaded.split()
    assert HEAVY.isdisjoint(loaded.split())
