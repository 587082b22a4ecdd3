"""The board paper of an assessment, for the audience of a report that was made before."""

from action_plans.actions import service as actions
from assessment.access.desk import Desk
from assessment.access.wording import in_sentence, local_day
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment
from assessment.results import service as results
from exports.board.loader.setting import in_type
from exports.board.model import BoardPaper, Since
from exports.board.rules.choosing import choice
from exports.board.rules.wording import paper_of
from exports.report.made import Made, name_of
from exports.report.model import Report


WHAT = "board paper"


def board_paper(desk: Desk, assessment_id: str, report: Report) -> BoardPaper:
    """The paper: what is most important of the report, in its words. Raises NotFound."""
    with desk.store.reading():
        one = partnerships.assessment(desk, assessment_id)
        chosen = choice(
            actions.actions_of(desk, one.partnership_id),
            actions.footing_of(desk, assessment_id),
            results.results_of(desk, assessment_id),
            actions.reasons_for_no_action(desk, assessment_id),
            last_time(desk, one),
            report.today,
        )
    return paper_of(report, chosen)


def pdf_of(paper: BoardPaper, report: Report) -> Made:
    """The paper as a tagged PDF. Raises UserError when a text cannot be set."""
    made = in_type(paper, report.made_at)
    return Made(data=made.pdf, file_name=name_of(report, WHAT, "pdf"), notes=made.notes)


def word_of(paper: BoardPaper, report: Report) -> Made:
    """The paper as a Word document to edit."""
    from exports.board.loader.word import in_word  # here: python-docx, which no page needs

    return Made(data=in_word(paper, report.made_at), file_name=name_of(report, WHAT, "docx"))


def last_time(desk: Desk, one: Assessment) -> Since:
    """The newest earlier assessment that was rated by the same statements; else nothing."""
    for earlier in partnerships.assessments(desk, one.partnership_id):
        if (earlier.month, earlier.created_at) >= (one.month, one.created_at):
            continue
        if earlier.bank_id == one.bank_id:
            ratings = consensus.ratings_of(desk, earlier.id)
            rated = {id_: r.rating for id_, r in ratings.items() if r.rating is not None}
            if rated:
                name = in_sentence(earlier.title)
                day = local_day(earlier.agreed_at) if earlier.agreed_at else earlier.month
                return Since(what=name, day=day, before=name, ratings=rated)
    return Since()
