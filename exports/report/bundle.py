"""Several finished files in one."""

import io
import zipfile
from collections.abc import Iterator, Sequence

from exports.report.made import Made


def zipped(files: Sequence[Made]) -> bytes:
    """The files in one zip, packed as they are: workbooks and PDFs are compressed already."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        for name, made in zip(_apart(files), files, strict=True):
            archive.writestr(name, made.data)
    return data.getvalue()


def _apart(files: Sequence[Made]) -> Iterator[str]:
    """Names of which no two are the same, also where long ones were cut."""
    taken: set[str] = set()
    for made in files:
        name, number = made.file_name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{number} {made.file_name}"
        taken.add(name.casefold())
        yield name
