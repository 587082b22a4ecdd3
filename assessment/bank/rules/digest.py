"""One fingerprint for one content, so that the same statements are kept once."""

import hashlib
import json

from assessment.bank.model import Bank


def digest(bank: Bank) -> str:
    """SHA-256 of the content as hex; the same in every process and on every machine."""
    body = json.dumps(bank.model_dump(mode="json"), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(body.encode("ascii")).hexdigest()
