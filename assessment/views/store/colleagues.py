"""Answers of an agency's other devices, which stand beside its own view."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing
from assessment.views.model import ColleagueAnswer
from assessment.views.store.tables import colleague_answer


_COLLEAGUES = (
    sa.select(colleague_answer)
    .where(colleague_answer.c.assessment_id == sa.bindparam("assessment"))
    .order_by(colleague_answer.c.statement_id, colleague_answer.c.device_id)
)
_OF_DEVICE = _COLLEAGUES.where(colleague_answer.c.device_id == sa.bindparam("device"))
_ANSWERS_COME = (
    sa.select(
        colleague_answer.c.device_id,
        sa.func.count().label("answers"),
        sa.func.max(colleague_answer.c.saved_at).label("last"),
    )
    .where(colleague_answer.c.assessment_id == sa.bindparam("assessment"))
    .group_by(colleague_answer.c.device_id)
)
_ANSWERS_TO = _COLLEAGUES.where(colleague_answer.c.statement_id == sa.bindparam("statement"))


def answers_from(tx: Reading, assessment_id: str, device_id: str) -> dict[str, ColleagueAnswer]:
    """What one device has answered, by statement id."""
    rows = tx.all(_OF_DEVICE, assessment=assessment_id, device=device_id)
    return {row["statement_id"]: ColleagueAnswer.model_validate(dict(row)) for row in rows}


def answers_to(tx: Reading, assessment_id: str, statement_id: str) -> dict[str, ColleagueAnswer]:
    """What devices have answered to one statement, by device id."""
    rows = tx.all(_ANSWERS_TO, assessment=assessment_id, statement=statement_id)
    return {row["device_id"]: ColleagueAnswer.model_validate(dict(row)) for row in rows}


def answers_come(tx: Reading, assessment_id: str) -> dict[str, tuple[int, datetime]]:
    """How many answers stand beside from each device and when one was last saved; never which."""
    rows = tx.all(_ANSWERS_COME, assessment=assessment_id)
    return {row["device_id"]: (row["answers"], row["last"]) for row in rows}


def add_colleague_answer(tx: Writing, one: ColleagueAnswer, event: ActivityEvent) -> None:
    """Keep a colleague's new answer."""
    tx.insert(colleague_answer, one.model_dump(), event)


def change_colleague_answer(
    tx: Writing, answer_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change named fields of a colleague's answer."""
    tx.update(colleague_answer, answer_id, values, event)


def remove_colleague_answer(tx: Writing, answer_id: str, event: ActivityEvent) -> None:
    """Take a colleague's answer away, as they asked."""
    tx.delete(colleague_answer, answer_id, event)
