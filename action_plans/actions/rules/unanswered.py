"""No action, or no date, only with a reason: what of the plan has neither."""

from assessment.access.frozen import Frozen
from assessment.access.wording import listed


class Unanswered(Frozen):
    """Statements rated 0 with neither an action nor a reason, by id; open actions with neither a
    date nor a reason, by number."""

    zeros: tuple[str, ...] = ()
    undated: tuple[int, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What is needed, to be listed in a sentence; empty when nothing is."""
        numbers = listed([str(number) for number in self.undated])
        which = "action" if len(self.undated) == 1 else "actions"
        zeros = f"an action for {listed(self.zeros)}, or a reason for none" if self.zeros else ""
        undated = f"a date for {which} {numbers}, or a reason for none" if self.undated else ""
        return tuple(filter(None, (zeros, undated)))
