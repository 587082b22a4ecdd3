"""What packs hold on their way out, and what is known of one that came back."""

from exports.packs.model.agency import (
    Difference,
    FilePreview,
    Ground,
    Kept,
    LastAnswer,
    Mistake,
    Pack,
    PackId,
    PackOffer,
    PackRow,
    RawPack,
    RawRow,
    ReadPack,
    ReceiptPage,
    Standing,
)


__all__ = [
    "Difference",
    "FilePreview",
    "Ground",
    "Kept",
    "LastAnswer",
    "Mistake",
    "Pack",
    "PackId",
    "PackOffer",
    "PackRow",
    "RawPack",
    "RawRow",
    "ReadPack",
    "ReceiptPage",
    "Standing",
]
