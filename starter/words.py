"""What is said to the person who starts it, and how it stops."""


class Stop(Exception):
    """It cannot go on; the message tells the person what is missing and what to do."""


def say(words: str) -> None:
    """Print at once, also into a file or a pipe."""
    print(words, flush=True)
