"""The results as a table of data, for pictures that a person explores."""

import pandas as pd

from assessment.results.model import Results


def statements_frame(results: Results) -> pd.DataFrame:
    """A row for each rated statement: domain, id, title, level (0 to 3) and its words."""
    return pd.DataFrame(
        [
            {
                "domain": statement.domain,
                "id": statement.id,
                "title": statement.title,
                "level": statement.rating,
                "words": statement.words,
                "provisional": statement.provisional,
            }
            for statement in results.in_scope()
            if statement.rating is not None
        ],
        columns=["domain", "id", "title", "level", "words", "provisional"],
    )
