"""What every format gives back."""

from assessment.access.frozen import Frozen


CANNOT_LOAD_BACK = "This file cannot be loaded back; the complete copy can."


class Made(Frozen):
    """A finished file. `notes` are sentences for whoever made it, such as what was replaced."""

    data: bytes
    file_name: str
    notes: tuple[str, ...] = ()
