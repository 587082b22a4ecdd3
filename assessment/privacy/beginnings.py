"""What an earlier version of a text already holds of what the guard now sees in it.

Text is saved while it is typed, so the first digits of a number may be stored before the last one
tells what it is.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from os.path import commonprefix

from assessment.privacy.guard import new_findings
from assessment.privacy.identifiers import Finding


_TELLING = 5  # so many characters of a number in a row are a part of it and no accident


def without_beginnings(earlier: str, text: str, findings: Sequence[Finding]) -> str:
    """`earlier` without what it holds of the findings in `text`, which was made out of it.

    The two are laid over each other from both ends; what was typed over in the midst of a
    finding goes too. Gives `earlier` itself where it holds nothing of them.
    """
    before = len(commonprefix([earlier, text]))
    after = len(commonprefix([earlier[before:][::-1], text[before:][::-1]]))
    result = earlier
    for finding in sorted(findings, key=lambda found: found.start, reverse=True):
        start, end = _held(earlier, text, finding, before, after)
        result = result[:start] + result[end:]
    # Two ends that came together may be a number of their own.
    while result != earlier and (fresh := new_findings(result, earlier)):
        result = result[: fresh[0].start] + result[fresh[0].end :]
    return result


def _held(earlier: str, text: str, finding: Finding, before: int, after: int) -> tuple[int, int]:
    """The slice of `earlier` that stands for the finding; empty where none of it does."""
    tail, tail_in_text = len(earlier) - after, len(text) - after
    changed = earlier[before:tail]
    if finding.end <= before:
        return finding.start, finding.end
    if finding.start >= tail_in_text:
        moved = tail - tail_in_text
        return finding.start + moved, finding.end + moved
    begun, ended = finding.start < before, finding.end > tail_in_text
    if begun and ended:
        return finding.start, tail + finding.end - tail_in_text
    if begun:
        return finding.start, before + _run(changed)
    if ended:
        return tail - _run(changed[::-1]), tail + finding.end - tail_in_text
    return _alike(changed, text[finding.start : finding.end], before)


def _alike(changed: str, value: str, at: int) -> tuple[int, int]:
    """What was typed over and is in the value again, as when words were put before it."""
    match = SequenceMatcher(None, changed, value, autojunk=False).find_longest_match()
    if match.size < _TELLING:
        return at, at
    return at + match.a, at + match.a + match.size


def _run(characters: str) -> int:
    return sum(1 for _ in takewhile(str.isalnum, characters))
