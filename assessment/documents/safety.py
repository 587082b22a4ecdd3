"""Looks at a file's bytes before any reader does, and says in words what it is instead.

A workbook is a zip of XML. Its sizes are known before anything is unpacked, so a file that would
unpack to gigabytes, or into millions of elements, is refused in a moment.
"""

import io
import zipfile
import zlib

from assessment.documents.refusal import UnusableFile


FILE_LIMIT = 5_000_000
_PARTS = 300
_UNPACKED = 40_000_000
_XML_PART = 8_000_000
# "<" in a part that holds cells, and in any other part; at these the slowest file takes 2 s.
_CELL_TAGS = 300_000
_OTHER_TAGS = 60_000
_SHEETS = 60

_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_SAVE_AS = (
    "Open it in Excel, choose File, Save As, pick Excel Workbook (.xlsx), and choose that file "
    "instead. Nothing was changed."
)
_ENCRYPTED = (
    "{} is encrypted, by a password or perhaps by a sensitivity label. Save a copy without the "
    "password or the label, if your rules allow it, and choose that copy. Nothing was changed."
)
_TOO_BIG = (
    "{} is too large or too full to be read safely. Copy only the sheets of the template into a "
    "new workbook and choose that. Nothing was changed."
)


def check_workbook_bytes(data: bytes, file_name: str) -> None:
    """Returns when `data` is a plain .xlsx of bounded size; else raises UnusableFile."""
    import openpyxl  # here: a tenth of a start, which only a workbook needs

    # Without defusedxml openpyxl would expand entities; the requirement is ours, so is the check.
    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("openpyxl does not see defusedxml")
    if len(data) > FILE_LIMIT:
        raise UnusableFile(_TOO_BIG.format(file_name))
    if not data.startswith(b"PK"):
        raise UnusableFile(_what_it_is(data, file_name))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_archive(archive, file_name)
    # A broken zip answers with several kinds of error, all of them the file's fault.
    except _BROKEN_ZIP as error:
        raise UnusableFile(_cut_short(file_name)) from error


def _check_archive(archive: zipfile.ZipFile, file_name: str) -> None:
    parts = archive.infolist()
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
        raise UnusableFile(_TOO_BIG.format(file_name))
    if any(part.flag_bits & 1 for part in parts):
        raise UnusableFile(_ENCRYPTED.format(file_name))
    names = {part.filename for part in parts}
    _check_kind(names, file_name)
    for part in parts:
        _check_part(archive, part, file_name)


def _check_kind(names: set[str], file_name: str) -> None:
    if "xl/workbook.xml" not in names:
        raise UnusableFile(_other_zip(names, file_name))
    if any("vbaproject" in name.casefold() or "/macrosheets/" in name for name in names):
        raise UnusableFile(
            f"{file_name} holds macros, which are small programs. They are not run here and the "
            f"file is not taken. {_SAVE_AS}"
        )
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise UnusableFile(
            f"{file_name} takes values from other workbooks. In Excel choose Data, Edit Links, "
            "Break Link, save, and choose the file again. Nothing was changed."
        )
    if sum(name.startswith("xl/worksheets/") and name.endswith(".xml") for name in names) > _SHEETS:
        raise UnusableFile(
            f"{file_name} has more than {_SHEETS} sheets. Copy only the sheets of the template "
            "into a new workbook and choose that. Nothing was changed."
        )


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, file_name: str) -> None:
    if part.file_size > _XML_PART:
        raise UnusableFile(_TOO_BIG.format(file_name))
    holds_cells = part.filename.startswith(("xl/worksheets/", "xl/sharedStrings"))
    tags = archive.read(part).count(b"<")
    if tags > (_CELL_TAGS if holds_cells else _OTHER_TAGS):
        raise UnusableFile(_TOO_BIG.format(file_name))


def _other_zip(names: set[str], file_name: str) -> str:
    if "content.xml" in names and "mimetype" in names:
        return f"{file_name} is an OpenDocument file (.ods or .odt). {_SAVE_AS}"
    if "xl/workbook.bin" in names:
        return f"{file_name} is a binary workbook (.xlsb). {_SAVE_AS}"
    if any(name.startswith("word/") for name in names):
        return f"{file_name} is a Word document. Copy its table into the template and choose that."
    return (
        f"{file_name} is not an Excel workbook. Download the template, fill it in and choose that "
        "file. Nothing was changed."
    )


def _what_it_is(data: bytes, file_name: str) -> str:
    if not data:
        return f"{file_name} is empty. Choose the file again. Nothing was changed."
    if data.startswith(_OLE):
        return _compound(data, file_name)
    if data.lstrip().startswith(b"%PDF"):
        return f"{file_name} is a PDF. Copy its table into the template and choose that file."
    if _is_text(data):
        return (
            f"{file_name} is plain text or CSV, not a workbook. Open it in Excel, save it as an "
            "Excel Workbook (.xlsx) laid out as the template, and choose that. Nothing was changed."
        )
    return _other_zip(set(), file_name)


def _compound(data: bytes, file_name: str) -> str:
    """The older container: an encrypted workbook or a workbook of before 2007."""
    # Stream names stand in the directory as UTF-16.
    if any(name.encode("utf-16-le") in data for name in ("EncryptedPackage", "DRMEncrypted")):
        return _ENCRYPTED.format(file_name)
    return f"{file_name} is in the older Excel form (.xls) or another old format. {_SAVE_AS}"


def _is_text(data: bytes) -> bool:
    head = data[:2000]
    return b"\x00" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def _cut_short(file_name: str) -> str:
    return (
        f"{file_name} is damaged or was cut short on its way here. Copy or download it again, "
        "check that it opens in Excel, and choose it again. Nothing was changed."
    )
