"""Use cases of the evidence register."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import BadInput, NotFound
from assessment.access.texts import LINE, LINK, accept_words
from assessment.access.typed import Typed
from assessment.bank.model import EvidenceKind
from assessment.evidence import store
from assessment.evidence.model import Evidence, Strength
from assessment.evidence.permissions import check_user_can_edit_evidence
from assessment.evidence.rules import check_link
from assessment.partnership import service as partnerships
from assessment.store.activity import ActivityEvent


LIMITS = {"title": LINE, "kept": LINE, "link": LINK}


def evidence_of(desk: Desk, assessment_id: str) -> tuple[Evidence, ...]:
    """Every reference in use that says what it is, in the order in which it was added."""
    return tuple(item for item in register(desk, assessment_id) if item.title)


def register(desk: Desk, assessment_id: str) -> tuple[Evidence, ...]:
    """Like `evidence_of`, with those that were only begun."""
    with desk.store.reading() as tx:
        return store.evidence_rows(tx, assessment_id)


def kinds_by_statement(desk: Desk, assessment_id: str) -> Mapping[str, frozenset[EvidenceKind]]:
    """Which kinds of evidence each statement has; those that have none are left out."""
    with desk.store.reading() as tx:
        return store.kinds(tx, assessment_id)


def archived_evidence(desk: Desk, assessment_id: str) -> tuple[Evidence, ...]:
    """References that were put away."""
    with desk.store.reading() as tx:
        return store.evidence_rows(tx, assessment_id, archived=True)


def evidence_for(desk: Desk, assessment_id: str, statement_id: str) -> tuple[Evidence, ...]:
    """The references attached to one statement."""
    return tuple(e for e in evidence_of(desk, assessment_id) if statement_id in e.statements)


def evidence(desk: Desk, evidence_id: str) -> Evidence:
    """One reference. Raises NotFound."""
    with desk.store.reading() as tx:
        found = store.evidence_row(tx, evidence_id)
    if found is None:
        raise NotFound("That evidence is not here. Choose one from the statement's page.")
    return found


def add_evidence(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    title: str = "",
    owner_agency_id: str | None = None,
    *,
    confirmed: bool = False,
) -> str:
    """Begin a reference (what, whose) for a statement; gives its id. Its title may follow.

    Raises:
        LikelyIdentifier, TooLong: see accept_words.
    """
    check_user_can_edit_evidence(desk.actor)
    now = desk.now()
    item = Evidence(
        id=desk.new_id(),
        assessment_id=assessment_id,
        title=accept_words(title.strip(), limit=LINE, confirmed=confirmed),
        owner_agency_id=owner_agency_id,
        added_at=now,
        saved_at=now,
    )
    with desk.store.writing() as tx:
        store.add_row(tx, item, _event(desk, "evidence.added", item))
        store.link_statements(tx, item.id, [statement_id], _event(desk, "evidence.linked", item))
    return item.id


def edit_text(desk: Desk, evidence_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into the title, where it is kept, or the link.

    Raises:
        StaleEdit, LikelyIdentifier, TooLong: see accept_text. BadInput: not a web address.
    """
    check_user_can_edit_evidence(desk.actor)
    with drafting(desk, typed) as draft:
        item = store.evidence_row(draft.tx, evidence_id)
        if item is None:
            raise NotFound("That evidence is not here any more.")
        before = getattr(item, field)
        text = draft.accepted("evidence", item, field, limit=LIMITS[field])
        if field == "link" and draft.refusal is None:
            check_link(text)
        if text != before:
            event = _event(desk, f"evidence.{field}_edited", item, spell=typed.spell)
            store.change_row(draft.tx, evidence_id, {field: text, "saved_at": desk.now()}, event)


def set_owner(desk: Desk, evidence_id: str, agency_id: str | None) -> None:
    """Say whose it is."""
    _set(desk, evidence_id, owner_agency_id=agency_id)


def set_kind(desk: Desk, evidence_id: str, kind: EvidenceKind | None) -> None:
    """Say whether it shows a process, numbers or experience."""
    _set(desk, evidence_id, kind=kind)


def set_strength(desk: Desk, evidence_id: str, strength: Strength | None) -> None:
    """Say how far it was looked at."""
    _set(desk, evidence_id, strength=strength)


def set_date(desk: Desk, evidence_id: str, dated: date | None) -> None:
    """Say when it is from. Raises BadInput for a date still to come."""
    if dated and dated > desk.today():
        raise BadInput("Not saved: evidence cannot be from a day still to come.")
    _set(desk, evidence_id, dated=dated)


def set_statements(desk: Desk, evidence_id: str, statements: Sequence[str]) -> None:
    """Attach it to exactly these statements. Raises BadInput when none is left."""
    check_user_can_edit_evidence(desk.actor)
    if not statements:
        raise BadInput("Evidence belongs to at least one statement. Put it away instead.")
    item = evidence(desk, evidence_id)
    with desk.store.writing() as tx:
        store.link_statements(tx, evidence_id, statements, _event(desk, "evidence.linked", item))


def set_prisons(desk: Desk, evidence_id: str, prisons: Sequence[str]) -> None:
    """Say which prisons it is about."""
    check_user_can_edit_evidence(desk.actor)
    item = evidence(desk, evidence_id)
    with desk.store.writing() as tx:
        store.link_prisons(tx, evidence_id, prisons, _event(desk, "evidence.prisons_set", item))


def put_away(desk: Desk, evidence_id: str) -> None:
    """Take it out of use; `put_back` undoes it."""
    check_user_can_edit_evidence(desk.actor)
    item = evidence(desk, evidence_id)
    with desk.store.writing() as tx:
        store.archive_row(tx, item.id, desk.now(), _event(desk, "evidence.put_away", item))


def put_back(desk: Desk, evidence_id: str) -> None:
    """Bring back what was put away."""
    check_user_can_edit_evidence(desk.actor)
    item = evidence(desk, evidence_id)
    with desk.store.writing() as tx:
        store.archive_row(tx, item.id, None, _event(desk, "evidence.put_back", item))


def _set(desk: Desk, evidence_id: str, **values: Any) -> None:
    check_user_can_edit_evidence(desk.actor)
    item = evidence(desk, evidence_id)
    with desk.store.writing() as tx:
        event = _event(desk, "evidence.changed", item)
        store.change_row(tx, evidence_id, values | {"saved_at": desk.now()}, event)


def _event(desk: Desk, what: str, item: Evidence, spell: str | None = None) -> ActivityEvent:
    return desk.event(
        what,
        subject_table="evidence",
        subject_id=item.id,
        partnership_id=partnerships.partnership_of(desk, item.assessment_id),
        assessment_id=item.assessment_id,
        spell=spell,
    )
