"""Results: where we stand, safety-critical first, in words, a picture and a table."""

from action_plans.actions import service as actions
from action_plans.actions.panels.zeros import zeros_panel
from assessment.bank import service as bank_service
from assessment.bank.model import Bank
from assessment.consensus.model import Standing
from assessment.partnership import service as partnerships
from assessment.results import service as results_service
from assessment.results.model import Results
from assessment.results.panels.strips import all_strips
from assessment.results.rules.sentences import lead_sentence, open_sentence, scope_sentence
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.links import follow_links
from assessment.ui.page import head
from assessment.ui.symbols import level
from assessment.ui.tables import LevelCounts, counts_table
from domains.walk.panels.agreeing import agreeing, way_to_agreeing
from domains.walk.panels.by_prison import about_prison, choose_prison
from domains.walk.panels.exploring import explore
from domains.walk.panels.first_views import agreement_told
from domains.walk.panels.reviewed import reviewed
from domains.walk.panels.shortfalls import lists, safety_shortfalls


def render(ctx: PageContext) -> None:
    """The results of one assessment, and what of them is about one prison."""
    assessment = partnerships.assessment(ctx.desk, ctx.assessment_id)
    bank = bank_service.bank_of(ctx.desk, assessment.bank_id)
    results = results_service.results_of(ctx.desk, ctx.assessment_id)
    head(partnerships.area_and_title(ctx.desk, assessment), "Results", lead_sentence(results))
    prison = choose_prison(ctx)
    if prison:
        about_prison(ctx, results, *prison)
        return
    way_to_agreeing(assessment)
    zeros_panel(ctx, actions.unanswered_zeros(ctx.desk, ctx.assessment_id))
    safety_shortfalls(ctx, results)
    _counts(bank, results)
    agreement_told(ctx)
    reviewed(ctx)
    show("<h2>Every statement</h2>", fill("<p>{}</p>", scope_sentence(results)))
    show(all_strips(ctx, bank, results), _provisional(bank))
    follow_links(ctx)
    lists(ctx, results)
    explore(ctx, results, bank.labels())
    agreeing(ctx, sum(s.standing is Standing.NOT_RATED for s in results.in_scope()))


def _counts(bank: Bank, results: Results) -> None:
    rows = [
        LevelCounts(
            domain.title,
            f"{domain.rated} of {domain.in_scope} rated"
            if domain.in_scope
            else "Not part of this assessment",
            domain.at_level,
            domain.provisional,
        )
        for domain in results.domains
    ]
    show("<h2>Statements at each level</h2>", counts_table(bank.labels(), rows, "Domain"))
    show(fill('<p class="muted">{}</p>', open_sentence(results)))


def _provisional(bank: Bank) -> str:
    return fill(
        '<p class="muted">{} means {} with no evidence, or only one kind. It is kept, and drawn '
        "hollow until more is seen.</p>",
        level(3, bank.label(3), provisional=True),
        bank.label(3).lower(),
    )
