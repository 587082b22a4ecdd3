"""Workbooks for the tests, ordinary and hostile, made as bytes."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

import openpyxl


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """An ordinary workbook as another program would write it."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def rewritten(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The same zip with each part passed through `change`; None leaves the part out."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            content = change(part.filename, old.read(part))
            if content is not None:
                new.writestr(part.filename, content)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same zip and one part more."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def with_sheet_xml(data: bytes, rows_xml: bytes, head: bytes = b"") -> bytes:
    """The first sheet's rows replaced by raw XML, with `head` before the root element."""
    namespace = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    def change(name: str, content: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return content
        body = b"<sheetData>" + rows_xml + b"</sheetData>"
        return head + b'<worksheet xmlns="' + namespace + b'">' + body + b"</worksheet>"

    return rewritten(data, change)


def compound_file(*stream_names: str) -> bytes:
    """The older container, with the names of its streams as its directory holds them."""
    head = bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 504
    return head + b"".join(name.encode("utf-16-le").ljust(128, b"\x00") for name in stream_names)
