"""Which rows belong to a partnership or an assessment, found by walking the foreign keys.

No table is named here but by the ends of its keys, so the walk also works on the reflected
schema of an older copy.
"""

from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa

from assessment.store.work import Reading


Conditions = Mapping[sa.Table, sa.ColumnElement[bool]]
Rows = Mapping[sa.Table, Sequence[sa.RowMapping]]

# The activity log names these without a key, since it outlives what it tells of.
_SPOKEN_KEYS = {"partnership_id": "partnership", "assessment_id": "assessment"}


def belonging(metadata: sa.MetaData, root: str, root_id: str) -> Conditions:
    """For each table that hangs from `root`, which of its rows belong to this one.

    A table belongs by its required keys; by its optional ones only where it has no others.
    Parents come before their children.
    """
    table = metadata.tables[root]
    found: dict[sa.Table, sa.ColumnElement[bool]] = {table: table.c.id == root_id}
    for child in _in_order(metadata):
        keys = [(c, p) for c, p in _keys(metadata, child) if p in found and p is not child]
        required = [(column, parent) for column, parent in keys if not column.nullable]
        if child is not table and keys:
            found[child] = sa.or_(*(_within(c, p, found) for c, p in required or keys))
    return found


def with_shared(metadata: sa.MetaData, owned: Conditions) -> Conditions:
    """The same with the rows that they use without owning, such as the statements' wording.

    A shared row brings what it uses itself, and what hangs from it alone. Parents come first.
    """
    found = dict(owned)
    shared: list[sa.Table] = []
    for child in reversed(_in_order(metadata)):
        for column, parent in _keys(metadata, child) if child in found else ():
            if parent is not child and _may_be_shared(metadata, parent, owned):
                used = parent.c.id.in_(sa.select(column).where(found[child], column.is_not(None)))
                found[parent] = sa.or_(found[parent], used) if parent in found else used
                shared.append(parent)
    for child in _in_order(metadata):
        keys = [(c, p) for c, p in _keys(metadata, child) if p in shared]
        if child not in found and keys:
            found[child] = sa.or_(*(_within(c, p, found) for c, p in keys))
            shared.append(child)
    return {table: found[table] for table in _in_order(metadata) if table in found}


def rows(tx: Reading, conditions: Conditions) -> Rows:
    """The rows that meet the conditions, each table's in the order of its primary key."""
    return {
        table: tx.all(sa.select(table).where(condition).order_by(*table.primary_key))
        for table, condition in conditions.items()
    }


def optional_keys_into(
    metadata: sa.MetaData, conditions: Conditions
) -> Iterator[tuple[sa.Table, sa.Column[str], sa.ColumnElement[bool]]]:
    """Optional keys of rows that stay which point at rows that go: table, column, which rows."""
    for child in metadata.sorted_tables:
        for column, parent in _keys(metadata, child):
            if column.nullable and column.foreign_keys and parent in conditions:
                stays = sa.not_(conditions[child]) if child in conditions else sa.true()
                yield child, column, sa.and_(_within(column, parent, conditions), stays)


def _in_order(metadata: sa.MetaData) -> list[sa.Table]:
    """Parents first; tables that name their owner without a key are no one's parents, and last."""
    return sorted(metadata.sorted_tables, key=lambda t: any(_is_spoken(c) for c in t.columns))


def _keys(metadata: sa.MetaData, child: sa.Table) -> list[tuple[sa.Column[str], sa.Table]]:
    keys = [(key.parent, key.column.table) for key in child.foreign_keys]
    spoken = [
        (column, metadata.tables[_SPOKEN_KEYS[column.name]])
        for column in child.columns
        if _is_spoken(column) and _SPOKEN_KEYS[column.name] in metadata.tables
    ]
    return sorted([*keys, *spoken], key=lambda pair: pair[0].name)


def _is_spoken(column: sa.Column[str]) -> bool:
    return column.name in _SPOKEN_KEYS and not column.foreign_keys


def _within(column: sa.Column[str], parent: sa.Table, found: Conditions) -> sa.ColumnElement[bool]:
    return column.in_(sa.select(parent.c.id).where(found[parent]))


def _may_be_shared(metadata: sa.MetaData, parent: sa.Table, owned: Conditions) -> bool:
    """Whether rows of this table may be used by owners other than their own, or have none."""
    if parent not in owned:
        return True
    keys = [column for column, table in _keys(metadata, parent) if table in owned]
    return bool(keys) and all(column.nullable for column in keys)
