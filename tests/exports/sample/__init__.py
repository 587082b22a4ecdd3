"""A big, realistic report: 46 statements, 40 actions, every field filled.

`sample()` marks each text with a sentinel of its own ("… §17") and gives each date its own day, so
that a test can ask whether a format shows it. `sample(marked=False)` reads as a real one would.
`flooded(text)` puts one text into every text field, `trimmed(report)` keeps a few of each thing.
"""

from tests.exports.sample.whole import flooded, sample, trimmed


__all__ = ["flooded", "sample", "trimmed"]
