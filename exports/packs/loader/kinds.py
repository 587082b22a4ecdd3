"""Files that no saving under another name turns into a pack, each with its plain way forward."""

_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
    b"RIFF",
)
_SCAN = "{} is a scan or a picture, so no answer can be read from it. {} Nothing was changed."
_TEXT = (
    "{} is plain text or CSV, which has lost the lines that say whose pack it is. {} Nothing was "
    "changed."
)
KEY_IN = "Ask for the Excel workbook itself, or key its answers in on the page Key in paper packs."
ASK = "Ask for the Excel workbook itself."
_HEIF = b"ftyp"


def other_kind(data: bytes, file_name: str, way: str = KEY_IN) -> str:
    """What to say of a scan, a picture or plain text, with the way forward; empty for what may be
    a workbook."""
    head = data[:2_000]
    if head.lstrip().startswith(b"%PDF") or head.startswith(_PICTURES) or head[4:8] == _HEIF:
        return _SCAN.format(file_name, way)
    if head and _is_text(head):
        return _TEXT.format(file_name, way)
    return ""


def _is_text(head: bytes) -> bool:
    zipped_or_compound = head.startswith((b"PK", bytes.fromhex("D0CF11E0A1B11AE1")))
    return not zipped_or_compound and (b"\x00" not in head or head.startswith(b"\xff\xfe"))
