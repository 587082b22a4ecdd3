"""Use cases of packs: make one or all, look into what came back, keep it, thank for it."""

from exports.packs.service.making import all_packs_name, make_all_packs, make_pack, pack_offers
from exports.packs.service.receipts import make_receipt, receipt_name, receipt_of
from exports.packs.service.returning import keep_pack, preview_packs, read_pack


__all__ = [
    "all_packs_name",
    "keep_pack",
    "make_all_packs",
    "make_pack",
    "make_receipt",
    "pack_offers",
    "preview_packs",
    "read_pack",
    "receipt_name",
    "receipt_of",
]
