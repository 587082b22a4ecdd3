"""Use cases of the evidence register."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import BadInput, NotFound
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.texts import LINE, LINK, accept_words
from assessment.access.typed import Typed
from assessment.bank.model import EvidenceKind
from assessment.evidence import store
from assessment.evidence.model import Evidence, Strength
from assessment.evidence.permissions import check_user_can_edit_evidence
from assessment.evidence.rules import check_link
from assessment.partnership import service as partnerships
from assessment.store.work import Reading, Writing


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


def evidence(desk: Desk, evidence_id: str) -> Evidence:
    """One reference. Raises NotFound."""
    with desk.store.reading() as tx:
        return _found(tx, evidence_id)


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
        LikelyIdentifier, TooLong: see accept_words. Refused: the assessment is closed.
        BadInput: no statement of its set, or an agency of another area.
    """
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
        check = check_user_can_edit_evidence
        one = partnerships.at_work(desk, assessment_id, statement_id, check)
        partnerships.check_agencies_here(desk, one.partnership_id, [owner_agency_id])
        store.add_row(tx, item, partnerships.event_on(desk, item, "evidence.added"))
        linked = partnerships.event_on(desk, item, "evidence.linked")
        store.link_statements(tx, item.id, [statement_id], linked)
    return item.id


def edit_text(desk: Desk, evidence_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into the title, where it is kept, or the link.

    Raises:
        StaleEdit, LikelyIdentifier, TooLong: see accept_text. BadInput: not a web address.
        Refused: the assessment is closed.
    """
    with drafting(desk, typed) as draft, _changing(desk, evidence_id) as (tx, item):
        before = getattr(item, field)
        text = draft.accepted("evidence", item, field, limit=LIMITS[field])
        if field == "link" and draft.refusal is None:
            check_link(text)
        if text != before:
            event = partnerships.event_on(desk, item, f"evidence.{field}_edited", typed.spell)
            store.change_row(tx, evidence_id, {field: text, "saved_at": desk.now()}, event)


def set_owner(
    desk: Desk,
    evidence_id: str,
    agency_id: str | None,
    *,
    seen: str | None | Unchecked = UNCHECKED,
) -> None:
    """Say whose it is.

    `seen` is what the screen showed, here and in the choices that follow.

    Raises:
        ChangedMeanwhile: another screen chose something else. Refused: the assessment is closed.
        BadInput: an agency of another area.
    """
    _set(desk, evidence_id, "owner_agency_id", agency_id, seen)


def set_kind(
    desk: Desk,
    evidence_id: str,
    kind: EvidenceKind | None,
    *,
    seen: EvidenceKind | None | Unchecked = UNCHECKED,
) -> None:
    """Say whether it shows a process, numbers or experience. Raises as `set_owner` does."""
    _set(desk, evidence_id, "kind", kind, seen)


def set_strength(
    desk: Desk,
    evidence_id: str,
    strength: Strength | None,
    *,
    seen: Strength | None | Unchecked = UNCHECKED,
) -> None:
    """Say how far it was looked at. Raises as `set_owner` does."""
    _set(desk, evidence_id, "strength", strength, seen)


def set_date(
    desk: Desk,
    evidence_id: str,
    dated: date | None,
    *,
    seen: date | None | Unchecked = UNCHECKED,
) -> None:
    """Say when it is from. Raises as `set_owner` does, and BadInput for a day still to come."""
    if dated and dated > desk.today():
        raise BadInput("Not saved: evidence cannot be from a day still to come.")
    _set(desk, evidence_id, "dated", dated, seen)


def attach(desk: Desk, evidence_id: str, statement_id: str) -> None:
    """Use it for one more statement. Raises as `set_statements` does."""
    set_statements(desk, evidence_id, [statement_id], seen=[])


def set_statements(
    desk: Desk,
    evidence_id: str,
    statements: Collection[str],
    *,
    seen: Collection[str] | None = None,
) -> None:
    """Attach it to exactly these statements; with `seen`, by the difference to that.

    Raises:
        BadInput: none would be left, or it is no statement of the set. Refused: closed.
    """
    with _changing(desk, evidence_id) as (tx, item):
        one = partnerships.assessment(desk, item.assessment_id)
        partnerships.check_statements_here(desk, one, set(statements) - set(item.statements))
        event = partnerships.event_on(desk, item, "evidence.linked")
        if not store.link_statements(tx, evidence_id, statements, event, seen):
            raise BadInput("Evidence belongs to at least one statement. Put it away instead.")


def set_prisons(
    desk: Desk, evidence_id: str, prisons: Collection[str], seen: Collection[str] | None = None
) -> None:
    """Say which prisons it is about; with `seen`, by the difference to that.

    Raises:
        BadInput: a prison of another area. Refused: the assessment is closed.
    """
    with _changing(desk, evidence_id) as (tx, item):
        area = partnerships.partnership_of(desk, item.assessment_id)
        partnerships.check_prisons_here(desk, area, set(prisons) - set(item.prisons))
        event = partnerships.event_on(desk, item, "evidence.prisons_set")
        store.link_prisons(tx, evidence_id, prisons, event, seen)


def put_away(desk: Desk, evidence_id: str) -> None:
    """Take it out of use; `put_back` undoes it. Raises Refused when closed."""
    with _changing(desk, evidence_id) as (tx, item):
        event = partnerships.event_on(desk, item, "evidence.put_away")
        store.archive_row(tx, item.id, desk.now(), event)


def put_back(desk: Desk, evidence_id: str) -> None:
    """Bring back what was put away. Raises Refused when closed."""
    with _changing(desk, evidence_id) as (tx, item):
        store.archive_row(tx, item.id, None, partnerships.event_on(desk, item, "evidence.put_back"))


def _set(desk: Desk, evidence_id: str, field: str, value: Any, seen: object) -> None:
    with _changing(desk, evidence_id) as (tx, item):
        if field == "owner_agency_id":
            area = partnerships.partnership_of(desk, item.assessment_id)
            partnerships.check_agencies_here(desk, area, [value])
        stands = getattr(item, field)
        if stands != value:
            check_unmoved(tx, "evidence", item, (field,), seen=seen, stands=stands)
            event = partnerships.event_on(desk, item, "evidence.changed")
            store.change_row(tx, evidence_id, {field: value, "saved_at": desk.now()}, event)


@contextmanager
def _changing(desk: Desk, evidence_id: str) -> Iterator[tuple[Writing, Evidence]]:
    """A transaction on one reference that this person may change now.

    Raises:
        NotFound: there is none. Refused: they may not, or its assessment is closed.
    """
    with desk.store.writing() as tx:
        item = _found(tx, evidence_id)
        status = partnerships.assessment(desk, item.assessment_id).status
        check_user_can_edit_evidence(desk.actor, status)
        yield tx, item


def _found(tx: Reading, evidence_id: str) -> Evidence:
    found = store.evidence_row(tx, evidence_id)
    if found is None:
        raise NotFound("That evidence is not here. Choose one from the statement’s page.")
    return found
