"""One fingerprint for one content, so that the same statements are kept once."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from assessment.bank.model import Bank


def digest(bank: Bank) -> str:
    """SHA-256 of the content as hex; the same in every process and on every machine."""
    return digest_of(bank.model_dump(mode="json"))


def digest_of(body: Mapping[str, Any]) -> str:
    """The same of a kept set as it was stored, whatever a set has come to hold since."""
    content = json.dumps(body, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(content.encode("ascii")).hexdigest()
