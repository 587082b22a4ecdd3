"""The results in plain words: the same sentences on screen and in files."""

from assessment.access.wording import are, counted, listed
from assessment.consensus.model import Standing
from assessment.results.model import Results


def scope_sentence(results: Results) -> str:
    """How much of the whole this assessment looked at."""
    return scope_words(len(results.in_scope()), results.total)


def scope_words(chosen: int, total: int) -> str:
    """42 of 46 statements are part of this assessment."""
    if chosen == total:
        return f"All {total} statements are part of this assessment."
    return f"{chosen} of {total} statements are part of this assessment."


def rated_sentence(results: Results) -> str:
    """29 of 46 statements are rated."""
    rated = sum(domain.rated for domain in results.domains)
    return f"{rated} of {counted(len(results.in_scope()), 'statement')} {are(rated)} rated."


def levels_sentence(results: Results) -> str:
    """5 are fully met, 2 of them provisional. 10 are not met or partly met."""
    full = sum(domain.at_level[3] for domain in results.domains)
    hollow = sum(domain.provisional for domain in results.domains)
    low = sum(domain.at_level[0] + domain.at_level[1] for domain in results.domains)
    if hollow == full:
        provisional = ", provisional" if full == 1 else ", all provisional"
    else:
        provisional = f", {hollow} of them provisional"
    provisional = provisional if hollow else ""
    return f"{full} {are(full)} fully met{provisional}. {low} {are(low)} not met or partly met."


def open_sentence(results: Results) -> str:
    """What has no rating, by reason; nothing when everything is rated."""
    names = (
        (Standing.NOT_RATED, "not yet rated"),
        (Standing.DEFERRED, "left to come back to"),
        (Standing.NOT_APPLICABLE, "not applicable here"),
    )
    standings = [statement.standing for statement in results.in_scope()]
    parts = [f"{n} {are(n)} {words}" for kind, words in names if (n := standings.count(kind))]
    return f"{listed(parts)}." if parts else ""


def lead_sentence(results: Results) -> str:
    """The one line under a heading."""
    rated = sum(domain.rated for domain in results.domains)
    return (
        f"{rated_sentence(results)} {levels_sentence(results)}"
        if rated
        else (f"{scope_sentence(results)} None is rated yet.")
    )
