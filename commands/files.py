"""Files that are named at the command line: read, and written whole or not at all."""

from pathlib import Path

from assessment.access.errors import BadInput
from commands.terminal import ask
from exports.copies.model import SIZE_LIMIT
from exports.report.made import Made


def contents(file: Path) -> bytes:
    """The file, or enough of it to see that it is too long. Raises BadInput."""
    try:
        with file.open("rb") as stream:
            return stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise BadInput(f"{file} cannot be opened: {error.strerror}.") from error


def check_folder(folder: Path) -> None:
    """Raises BadInput unless it is a folder, before anything is made."""
    if not folder.is_dir():
        raise BadInput(
            f"{folder} is not a folder. Nothing was made. Make it first, or name another."
        )


def save(made: Made, folder: Path, yes: bool) -> Path:
    """Write the file whole or not at all, asking before one is replaced; gives its path."""
    path = folder / made.file_name
    if path.exists() and not yes:
        ask(f"{path} is there already. Replace it?", "No file was written.")
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(made.data)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise BadInput(f"{path} cannot be written: {error.strerror}.") from error
    return path
