"""A review's record on one page, read from what was said while it ran."""

from collections.abc import Mapping
from datetime import datetime

from action_plans.actions import service as actions
from action_plans.actions.model import IMPACT_WORDS, REPORTED_WORDS, Action, Reported
from action_plans.actions.rules.impact import impact_sentence
from action_plans.actions.rules.status import LOOKS, status_of
from action_plans.actions.rules.words import owner_and_no, why_moved
from action_plans.reviews import store
from action_plans.reviews.model import (
    WHY_WORDS,
    RecordDone,
    RecordImpact,
    RecordLine,
    RecordMove,
    Review,
    ReviewRecord,
    Turn,
)
from action_plans.reviews.service import reading
from assessment.access.desk import Desk
from assessment.access.wording import local_day
from assessment.partnership import service as partnerships


NO_UPDATE = REPORTED_WORDS[Reported.NO_UPDATE]


def record_of(desk: Desk, review_id: str) -> ReviewRecord:
    """The record of a review; of one that still runs, as it would be if it ended now.

    Raises NotFound.
    """
    with desk.store.reading() as tx:
        one = reading.review(desk, review_id)
        turns = store.turns_of(tx, review_id)
        known = _known(desk, one.partnership_id)
        names = partnerships.agency_names(desk, one.partnership_id)
        lines = tuple(_line(desk, turn, known[turn.action_id], names) for turn in turns)
        in_use = [agency.id for agency in partnerships.agencies(desk, one.partnership_id)]
        return ReviewRecord(
            review_id=one.id,
            area=partnerships.partnership(desk, one.partnership_id).name,
            assessment=partnerships.assessment(desk, one.assessment_id).title,
            held_on=one.held_on,
            begun_at=one.begun_at,
            ended_at=one.ended_at,
            present=tuple(names[agency] for agency in names if agency in one.present),
            away=tuple(names[a] for a in in_use if one.present and a not in one.present),
            lines=lines,
            moves=_moves(one, known),
            done=_done(one, turns, known),
            impacts=_impacts(one, known),
            no_update=tuple(line for line in lines if line.said == NO_UPDATE),
            not_reached=_not_reached(turns, lines, known, one),
            next_on=one.next_on,
        )


def _known(desk: Desk, partnership_id: str) -> Mapping[str, Action]:
    """Every action of the partnership by number, put away or not."""
    found = (
        *actions.actions_of(desk, partnership_id),
        *actions.archived_actions(desk, partnership_id),
    )
    return {action.id: action for action in sorted(found, key=lambda action: action.number)}


def _line(desk: Desk, turn: Turn, action: Action, names: Mapping[str, str]) -> RecordLine:
    note = next((note for note in action.notes if note.id == turn.id), None)
    stands = turn.stands or status_of(action, desk.today()).state
    return RecordLine(
        action_id=action.id,
        number=action.number,
        what=action.what,
        owner=owner_and_no(action, names.get(action.owner_agency_id or "", "")),
        why=WHY_WORDS[turn.why],
        said=REPORTED_WORDS[note.report] if note and note.report else "",
        line=note.text if note else "",
        stood=LOOKS[turn.stood][2],
        stands=LOOKS[stands][2],
        due_on=action.due_on,
        first_due_on=action.original_due_on,
    )


def _within(one: Review, at: datetime) -> bool:
    return one.begun_at <= at and (one.ended_at is None or at <= one.ended_at)


def _moves(one: Review, known: Mapping[str, Action]) -> tuple[RecordMove, ...]:
    return tuple(
        RecordMove(
            number=action.number,
            what=action.what,
            from_on=move.from_on,
            to_on=move.to_on,
            first_due_on=action.original_due_on,
            why=why_moved(move),
        )
        for action in known.values()
        for move in action.moves
        if _within(one, move.at)
    )


def _done(
    one: Review, turns: tuple[Turn, ...], known: Mapping[str, Action]
) -> tuple[RecordDone, ...]:
    """Those of the walk that were finished by the end of the review."""
    last = local_day(one.ended_at) if one.ended_at else None
    walked = [known[turn.action_id] for turn in turns]
    return tuple(
        RecordDone(
            number=action.number,
            what=action.what,
            done_on=action.completed_on,
            shown_by=action.shown_by,
            impact=impact_sentence(action),
        )
        for action in walked
        if action.completed_on and (last is None or action.completed_on <= last)
    )


def _impacts(one: Review, known: Mapping[str, Action]) -> tuple[RecordImpact, ...]:
    """The last answer of this review for each action."""
    said = {
        action.id: (action, answer)
        for action in known.values()
        for answer in action.impacts
        if _within(one, answer.at)
    }
    return tuple(
        RecordImpact(
            number=action.number,
            what=action.what,
            answer=IMPACT_WORDS[answer.answer],
            words=answer.words,
            ask_on=answer.ask_on,
        )
        for action, answer in said.values()
    )


def _not_reached(
    turns: tuple[Turn, ...],
    lines: tuple[RecordLine, ...],
    known: Mapping[str, Action],
    one: Review,
) -> tuple[RecordLine, ...]:
    """Those still to be done of which nothing at all was said."""
    return tuple(
        line
        for turn, line in zip(turns, lines, strict=True)
        if not (line.said or line.line)
        and _still_open(known[turn.action_id], one)
        and not any(_within(one, move.at) for move in known[turn.action_id].moves)
    )


def _still_open(action: Action, one: Review) -> bool:
    """Whether it was to be done when the review ended: finished later counts as open then."""
    if one.ended_at is None:
        return action.open
    last = local_day(one.ended_at)
    ends = [day for day in (action.completed_on, action.stopped_on) if day]
    return not any(day <= last for day in ends)
