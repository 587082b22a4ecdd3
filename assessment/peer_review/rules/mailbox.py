"""A shared mailbox: strengths to borrow are passed on with it, never with a person's address."""

import re

from assessment.access.errors import BadInput


# Words that stand in shared mailboxes' names and in nobody's.
_SHARED = frozenset({
    "admin", "alcohol", "assessment", "board", "business", "care", "combating", "commissioning",
    "community", "contact", "continuity", "data", "drug", "drugs", "enquiries", "enquiry",
    "health", "help", "info", "information", "inbox", "mail", "mailbox", "office",
    "partnership", "post", "probation", "public", "recovery", "referral", "referrals",
    "reviews", "secretariat", "service", "services", "substance", "support", "team", "teams",
    "treatment",
})  # fmt: skip
_ADDRESS = re.compile(r"([A-Za-z0-9._%+'-]+)@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_PARTS = re.compile(r"[._-]")

NO_ADDRESS = "Not saved yet: that is not an email address. It looks like team@area.gov.uk."
A_PERSONS = (
    "Not saved yet: this looks like one person’s address. People move on, and their names stay in "
    "other areas’ files. Give a shared mailbox, such as drugs.partnership@area.gov.uk."
)


def check_mailbox(address: str) -> None:
    """Raises BadInput unless the address is empty or looks like a shared mailbox."""
    if not address:
        return
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise BadInput(NO_ADDRESS)
    if is_persons(found[1]):
        raise BadInput(A_PERSONS)


def is_persons(name: str) -> bool:
    """Whether what stands before the @ reads as first.last, j.smith or the like."""
    parts = [part.rstrip("0123456789").lower() for part in _PARTS.split(name)]
    if not _SHARED.isdisjoint(parts):
        return False
    return len(parts) in {2, 3} and all(part.isalpha() for part in parts)
