"""The board paper of an assessment, for the audience of a report that was made before."""

from datetime import date, timedelta

from action_plans.actions import service as actions
from action_plans.reviews import service as reviews
from assessment.access.desk import Desk
from assessment.access.wording import in_sentence, local_day, long_date
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
JUST_BEEN = timedelta(days=14)  # this toolkit's own: a paper is written soon after its review


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
    """What there was last time: the ratings of the assessment before, and since when the plan is
    compared. That is the last review, or the assessment before, whichever was later.
    """
    before = _assessment_before(desk, one)
    review = _review_before(desk, one)
    if review is None or (before.day and before.day > review):
        return before
    what = f"the review of {long_date(review)}"
    return before.model_copy(update={"what": what, "day": review})


def _review_before(desk: Desk, one: Assessment) -> date | None:
    """The last review that has not only just been: a paper tells what that one changed."""
    until = desk.today() - JUST_BEEN
    held = (review.held_on for review in reviews.reviews_of(desk, one.partnership_id))
    return max((day for day in held if day <= until), default=None)


def _assessment_before(desk: Desk, one: Assessment) -> Since:
    """The newest earlier assessment that was rated by the same statements; else nothing."""
    for earlier in partnerships.assessments(desk, one.partnership_id):
        older = (earlier.month, earlier.created_at) < (one.month, one.created_at)
        if older and earlier.bank_id == one.bank_id:
            ratings = consensus.ratings_of(desk, earlier.id)
            rated = {id_: r.rating for id_, r in ratings.items() if r.rating is not None}
            if rated:
                name = in_sentence(earlier.title)
                day = local_day(earlier.agreed_at) if earlier.agreed_at else earlier.month
                return Since(what=name, day=day, before=name, ratings=rated)
    return Since()
