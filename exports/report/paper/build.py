"""Joins the parts of the paper."""

from exports.report.model import Report
from exports.report.paper.entries import actions_of, domains_of, on_time_of, plan_of
from exports.report.paper.front import (
    about_of,
    counts_of,
    front_of,
    key_of,
    running_head_of,
    strips_of,
    title_of,
)
from exports.report.paper.model import Paper
from exports.report.paper.registers import (
    agencies_of,
    evidence_of,
    meetings_of,
    sources_of,
    wordings_of,
)
from exports.report.paper.reviews import moderated_of, reviews_of


KEY_NOTE = "A hollow box is provisional: fully met with no evidence, or with only one kind of it."
ON_TIME_NOTE = (
    "Counted are the actions whose first date has come, and those finished before it. Agencies "
    "stand in alphabetical order."
)
EVIDENCE_NOTE = "References only. What is named here stays with its owner."


def paper_of(report: Report) -> Paper:
    """The whole report, worded, in the order in which it is read."""
    return Paper(
        title=title_of(report),
        marking=report.marking,
        running_head=running_head_of(report),
        front=front_of(report),
        counts=counts_of(report),
        key=key_of(report),
        key_note=KEY_NOTE,
        strips=strips_of(report),
        domains=domains_of(report),
        reviews=reviews_of(report),
        moderated=moderated_of(report),
        plan=plan_of(report),
        actions=actions_of(report),
        on_time=on_time_of(report),
        on_time_note=ON_TIME_NOTE,
        evidence=evidence_of(report),
        evidence_note=EVIDENCE_NOTE,
        agencies=agencies_of(report),
        meetings=meetings_of(report),
        out_of_scope=report.out_of_scope,
        nothing_out_of_scope="Nothing: every statement is in scope.",
        wording_notice=report.wording_notice,
        wordings=wordings_of(report),
        sources=sources_of(report),
        about=about_of(report),
    )
