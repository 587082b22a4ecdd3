"""The rows of a pack: every statement that concerns an agency's types, in its set's own order.

Scope greys a row and never takes it away, so that the column of answers is the same in every area
that uses these statements, and someone asked by six areas can copy theirs.
"""

from collections.abc import Collection, Sequence

from assessment.bank.model import Bank, SafetyKind, Statement
from assessment.bank.rules.defaults import shown
from assessment.documents.characters import letters
from assessment.partnership.model import Agency
from assessment.partnership.rules.asked import is_asked
from assessment.views.rules.answers import choices
from exports.packs.model import PackRow, RawRow


# Said before a statement that can be hard to read.
GENTLE = {
    SafetyKind.DEATHS: "This statement is about deaths after release. Take a moment if you need "
    "one; it can wait until last.",
    SafetyKind.OVERDOSE: "This statement is about overdose after release. Take a moment if you "
    "need one; it can wait until last.",
}


def rows_of(bank: Bank, agency: Agency, scope: Collection[str]) -> tuple[PackRow, ...]:
    """The agency's rows; those out of scope are among them."""
    return tuple(
        row_of(bank, one, in_scope=one.id in scope)
        for one in bank.statements
        if is_asked(one, agency)
    )


def row_of(bank: Bank, one: Statement, *, in_scope: bool = True) -> PackRow:
    """A statement as its row shows it."""
    return PackRow(
        statement_id=one.id,
        domain=bank.domain(one.domain).title,
        before=GENTLE.get(one.safety, "") if one.safety else "",
        title=one.title,
        statement="\n".join(shown(text) for text in (one.statement, one.plain) if text),
        levels=tuple(zip(_level_words(bank), map(shown, one.levels), strict=True)),
        in_scope=in_scope,
    )


def gentle_ids(bank: Bank, rows: Sequence[PackRow]) -> tuple[str, ...]:
    """The statements in scope that a gentle word stands before."""
    return tuple(row.statement_id for row in rows if row.before and row.in_scope)


def _level_words(bank: Bank) -> tuple[str, ...]:
    words = choices(bank.labels())
    return tuple(words[value] for value in range(len(bank.scale)))


def words_stand(bank: Bank, statement_id: str, row: RawRow) -> bool:
    """Whether a row's words are those of the statement as it is worded here now.

    A column that was taken out says nothing against it.
    """
    wanted = row_of(bank, bank.statement(statement_id))
    pairs = (
        ("statement", f"{wanted.title}{wanted.statement}"),
        ("levels", wanted.levels_cell),
    )
    return all(
        letters(row.cells[name]).endswith(letters(words))
        for name, words in pairs
        if name in row.cells
    )
