"""Who is acting. Locally, whoever is at the keyboard is the lead."""

from enum import StrEnum

from assessment.access.frozen import Frozen


class Role(StrEnum):
    """What a person may do here; the permission rooms say what each role can."""

    LEAD = "lead"
    VIEWER = "viewer"


class Actor(Frozen):
    """A person at work, as the activity log names them."""

    name: str
    role: Role


LOCAL_LEAD = Actor(name="The lead", role=Role.LEAD)
