"""Where the project, its environment and its locks lie."""

import os
from pathlib import Path


ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "throughcare.json"  # what is installed; "finished" is written last
RUN_LOCK, DEV_LOCK = "requirements.txt", "requirements-dev.txt"
