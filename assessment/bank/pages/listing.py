"""The statements by domain, each opening to its levels, evidence, agencies and sources."""

from collections.abc import Iterable

from markupsafe import Markup

from assessment.access.wording import counted, listed
from assessment.bank.model import EVIDENCE_WORDS, SAFETY_WORDS, Bank, Source, Statement
from assessment.bank.rules.checking import lacking
from assessment.bank.rules.defaults import shown
from assessment.ui import page
from assessment.ui.html import fill, joined, show, text
from assessment.ui.symbols import level
from assessment.ui.tables import table, wide


def words(value: str) -> Markup:
    """Text of a statement as it is read: thresholds marked, everything escaped."""
    return text(shown(value))


def render(bank: Bank) -> None:
    """Every domain with its statements; what the set lacks is said first."""
    missing = lacking(bank)
    if missing:
        show(fill("<p>In this set {}.</p>", listed(missing)))
    for domain in bank.domains:
        page.heading(domain.title)
        statements = bank.in_domain(domain.id)
        note = fill("<p>{}</p>", words(domain.summary)) if domain.summary else ""
        count = fill('<p class="muted">{}</p>', counted(len(statements), "statement"))
        show(note, count, joined(_statement(bank, one) for one in statements))


def sources(bank: Bank) -> None:
    """Where the statements come from, with links where there are any."""
    if not bank.sources:
        return
    page.heading("Sources")
    rows = [(one.code, _source(one), one.dated, one.note) for one in bank.sources]
    body = table(("Code", "Source", "Dated", "Note"), rows, name="Sources")
    title = counted(len(rows), "source")
    show(fill("<details><summary>{}</summary>{}</details>", title, wide(body, "Sources")))


def _source(one: Source) -> Markup:
    title = fill('<a href="{}">{}</a>', one.link, one.title) if one.link else text(one.title)
    return fill("{}<br>{}", title, one.publisher) if one.publisher else title


def _statement(bank: Bank, one: Statement) -> Markup:
    marks = ["core"] if one.core else []
    if one.safety:
        marks.append(f"safety-critical: {SAFETY_WORDS[one.safety].lower()}")
    return fill(
        "<details><summary>{} {}{}</summary><p>{}</p>{}{}{}</details>",
        one.id,
        one.title,
        fill(' <span class="muted">({})</span>', listed(marks)) if marks else "",
        words(one.statement),
        fill('<p class="muted">In plain words: {}</p>', words(one.plain)) if one.plain else "",
        _levels(bank, one),
        joined(_lists(bank, one)),
    )


def _levels(bank: Bank, one: Statement) -> Markup:
    if not any(one.levels):
        return Markup("<p>This wording does not describe the four levels.</p>")
    rows = [(level(each.value, each.label), words(one.levels[each.value])) for each in bank.scale]
    return table(("Level", "What it looks like"), rows, name=f"Levels of {one.id}")


def _lists(bank: Bank, one: Statement) -> Iterable[Markup]:
    evidence = [
        fill("{}: {}", EVIDENCE_WORDS[each.kind], words(each.prompt)) for each in one.evidence
    ]
    agencies = [text(bank.agency_type(code).name) for code in one.agencies]
    origins = [text(f"{code}: {bank.source(code).title}") for code in one.sources]
    for title, items in (
        ("Evidence to look for", evidence),
        ("Agencies concerned", agencies),
        ("Actions to start from", [words(action) for action in one.actions]),
        ("Sources", origins),
    ):
        if items:
            entries = joined(fill("<li>{}</li>", item) for item in items)
            yield fill('<p><strong>{}</strong></p><ul class="list">{}</ul>', title, entries)
