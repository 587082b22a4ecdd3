"""What is said of how many devices have reached the room, and why it may be none."""

from assessment.access.wording import counted
from assessment.invitations.model import Reach


PATIENCE = 120  # seconds without any device before the likely reason is given
OPENS = "Others on this network can open two pages: join and their own agency’s form. Nothing else."
IN_THE_CLEAR = (
    "What they send is not encrypted on its way, so use a network that you would trust with it."
)
NO_ANSWER = (
    "The door of the room does not answer. Stop Throughcare with Ctrl+C in its window, then start "
    "the room again: python3 run.py room. What was saved is safe."
)
NOBODY = (
    "No device has reached it for two minutes. Likely this is guest Wi-Fi that keeps devices "
    "apart, or a firewall on this computer: allow Python on private networks, or use a phone’s "
    "hotspot. Other ways need no network: views called out, agency packs, paper, or the laptop "
    "passed around."
)


def reach_words(reach: Reach | None) -> str:
    """In a sentence how it stands; None where the door does not answer."""
    if reach is None:
        return NO_ANSWER
    if reach.devices:
        return f"{counted(reach.devices, 'device')} of others reached it so far."
    return NOBODY if reach.seconds >= PATIENCE else "No other device has reached it yet."
