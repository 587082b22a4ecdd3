"""The names of prisons as they are typed: several in one line, and HMP in small letters."""

import re


_HMP = re.compile(r"(?i)^(hmp(?:\s*/\s*yoi)?|hmyoi)\s+(\S)")


def prison_names(typed: str) -> tuple[str, ...]:
    """The names in a line, which has a comma or a semicolon between two; each once, in order."""
    names = (_tidy(" ".join(part.split())) for part in re.split(r"[,;]", typed))
    return tuple(dict.fromkeys(name for name in names if name))


def _tidy(name: str) -> str:
    """HMP in capitals, and the name after it with one; nothing else of it is changed."""
    return _HMP.sub(lambda begin: f"{begin[1].upper()} {begin[2].upper()}", name)
