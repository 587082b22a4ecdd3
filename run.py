#!/usr/bin/env python3
"""Set Throughcare up and start it, on any machine with Python 3.11 to 3.14 and nothing else.

    python3 run.py                      set up if need be, serve on this computer, open the browser
    python3 run.py room                 the same, and let phones on this network give views
    python3 run.py throughcare demo     run the command line (any `throughcare` command)
    python3 run.py test [pytest args]   set up and run the tests
    python3 run.py check                format, lint, types, imports, locks, then the tests
    python3 run.py lock [--upgrade]     remake the locks with uv (maintainers)

On Windows write `py run.py`.
"""

# This and `starter` use the standard library only and nothing else of the project, since they run
# before anything is installed.
#
# Whoever has an old Python must be told so in words, not by a SyntaxError. So this file and
# starter/pythons.py are written in what every Python since 2.7 can read: plain ASCII, no f-strings,
# types in comments. All the rest is imported once the Python fits.

import os
import sys


# Python puts the folder of a script there itself, unless it was told to look nowhere else (-I, -P).
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from starter.pythons import is_fit, other_pythons, wrong_python


def main(arguments=None):
    # type: (list[str] | None) -> int
    """Do what the command line asks; give the exit code."""
    if not is_fit(sys.version_info):
        words = wrong_python(sys.version.split()[0], sys.executable, other_pythons())
        sys.stdout.write(words + "\n")
        return 1
    from starter.asked import carry_out

    return carry_out(arguments, __doc__)


if __name__ == "__main__":
    sys.exit(main())
