"""Who is acting. Locally, whoever is at the keyboard is the lead."""

from enum import StrEnum

from assessment.access.frozen import Frozen


class Role(StrEnum):
    """What a person may do here; the permission rooms say what each role can.

    A partner speaks for one agency in one assessment and reaches nothing else; a reviewer is one
    peer reviewer from another area, in one round of review; a stranger has only reached a door.
    """

    LEAD = "lead"
    PARTNER = "partner"
    REVIEWER = "reviewer"
    STRANGER = "stranger"
    VIEWER = "viewer"


class Actor(Frozen):
    """A person at work, as the activity log names them.

    `assessment_id` and `agency_id` bind a partner to what they came for; `device_id` is the device
    that joined by a code, empty at the lead's own laptop. `assessment_id` and `reviewer_id` bind a
    peer reviewer.
    """

    name: str
    role: Role
    assessment_id: str = ""
    agency_id: str = ""
    device_id: str = ""
    reviewer_id: str = ""


LOCAL_LEAD = Actor(name="The lead", role=Role.LEAD)
STRANGER = Actor(name="Someone at the door of the room", role=Role.STRANGER)
REVIEWS_STRANGER = Actor(name="Someone at the door for peer reviewers", role=Role.STRANGER)
