"""Makes the report's Word document: the same words as its PDF, in the same order."""

from exports.report.made import CANNOT_LOAD_BACK, Made, name_of
from exports.report.model import Report
from exports.report.paper.build import paper_of
from exports.report.paper.model import ActionEntry, Front, Paper, StatementEntry
from exports.word.document import About, Document


def make(report: Report) -> Made:
    """The report as a Word document to edit."""
    paper = paper_of(report)
    document = Document(
        About(
            title=paper.title,
            marking=paper.marking,
            running_head=paper.running_head,
            made_at=report.made_at,
            comments=f"{paper.wording_notice} {CANNOT_LOAD_BACK}",
        )
    )
    _front(document, paper.front)
    _results(document, paper)
    _reviews(document, paper)
    _plan(document, paper)
    _registers(document, paper)
    _annex(document, paper)
    return Made(
        data=document.finished(),
        file_name=name_of(report, "report", "docx"),
    )


def _front(document: Document, front: Front) -> None:
    document.quiet(front.copy_words)
    document.heading(front.title, 0)
    document.quiet(f"{front.scope}. {front.stage}")
    for line in front.area_lines:
        document.quiet(line)
    for line in front.where_we_stand:
        document.text(line)
    document.heading(front.shortfalls.caption, 2)
    document.table(front.shortfalls)
    document.heading("The board is asked to agree", 2)
    document.listed(front.decisions, numbered=True)
    if not front.decisions:
        document.text(front.no_decisions)
    document.heading(front.next_steps.caption, 2)
    document.table(front.next_steps)
    document.quiet(front.more_steps)
    document.heading("When we meet", 2)
    document.text(" ".join(front.meetings) or front.no_meetings)
    document.quiet(front.notice)


def _results(document: Document, paper: Paper) -> None:
    document.heading("Results", 1)
    document.heading(paper.counts.caption, 2)
    document.table(paper.counts)
    document.quiet(paper.key_note)
    document.key(paper.key)
    for strip in paper.strips:
        document.quiet(strip.words)
    for part in paper.domains:
        document.heading(part.title, 1)
        document.text(part.lead)
        for entry in part.entries:
            _statement(document, entry)


def _statement(document: Document, entry: StatementEntry) -> None:
    document.heading(f"{entry.id} {entry.title}", 2)
    document.boxes(entry.rating, entry.marks)
    document.text(entry.statement)
    document.facts(entry.facts)
    document.quiet(entry.foot)


def _reviews(document: Document, paper: Paper) -> None:
    if paper.reviews.rows:
        document.heading(paper.reviews.caption, 1)
        document.table(paper.reviews)
        document.heading(paper.moderated.caption, 2)
        document.table(paper.moderated)


def _plan(document: Document, paper: Paper) -> None:
    document.heading("Action plan", 1)
    document.table(paper.plan)
    for action in paper.actions:
        _action(document, action)
    if paper.on_time.rows:
        document.heading(paper.on_time.caption, 2)
        document.quiet(paper.on_time_note)
        document.table(paper.on_time)


def _action(document: Document, action: ActionEntry) -> None:
    document.heading(f"{action.number}. {action.title}", 2)
    document.status(action.status, action.status_reason)
    document.facts((*action.main, *action.facts))
    document.quiet(action.foot)


def _registers(document: Document, paper: Paper) -> None:
    document.heading("Evidence", 1)
    document.quiet(paper.evidence_note)
    document.table(paper.evidence)
    document.heading("Who took part", 1)
    document.table(paper.agencies)
    document.heading(paper.meetings.caption, 2)
    document.table(paper.meetings)
    document.heading("Not part of this assessment", 1)
    document.listed(paper.out_of_scope)
    if not paper.out_of_scope:
        document.text(paper.nothing_out_of_scope)


def _annex(document: Document, paper: Paper) -> None:
    document.heading("The statements and their levels", 1)
    document.text(paper.wording_notice)
    for part in paper.wordings:
        document.heading(part.title, 2)
        for wording in part.statements:
            document.heading(f"{wording.id} {wording.title}", 3)
            if wording.plain:
                document.text(wording.plain)
            document.facts(wording.levels)
            if wording.sources:
                document.quiet(f"Sources: {wording.sources}")
    document.heading("Sources", 1)
    document.table(paper.sources)
    document.heading("About this report", 1)
    document.facts(paper.about)
