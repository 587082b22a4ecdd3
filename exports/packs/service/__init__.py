"""Use cases of packs: make one or all, look into what came back, keep it, thank for it."""

from exports.packs.service.making import all_packs_name, make_all_packs, make_pack, pack_offers
from exports.packs.service.reading_through import freeze, texts_unread
from exports.packs.service.receipts import make_receipt, receipt_name, receipt_of
from exports.packs.service.returning import keep_pack, preview_packs, read_pack
from exports.packs.service.reviewer_making import (
    make_reviewer_pack,
    make_second_file,
    reviewer_offers,
)
from exports.packs.service.reviewer_returning import (
    keep_reviewer_pack,
    preview_reviewer_pack,
    read_reviewer_pack,
)


__all__ = [
    "all_packs_name",
    "freeze",
    "keep_pack",
    "keep_reviewer_pack",
    "make_all_packs",
    "make_pack",
    "make_receipt",
    "make_reviewer_pack",
    "make_second_file",
    "pack_offers",
    "preview_packs",
    "preview_reviewer_pack",
    "read_pack",
    "read_reviewer_pack",
    "receipt_name",
    "receipt_of",
    "reviewer_offers",
    "texts_unread",
]
