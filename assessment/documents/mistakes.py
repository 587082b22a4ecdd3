"""What is told of a cell that cannot be taken from a file that came back."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mistake:
    """A cell that cannot be taken: where it is and what is wrong, never what stands in it."""

    place: str
    words: str

    @property
    def line(self) -> str:
        """As it is shown: Your view, cell F12: …"""
        return f"{self.place}: {self.words}"
