"""Gathers the first views of the fictional area, and opens them statement by statement."""

from assessment.views import service as views
from assessment.views.model import Given, Said
from assessment.views.rules.answers import KEYS
from exports.demo import content
from exports.demo.model import FirstViews, ViewsTold
from exports.demo.service.scene import Scene


def gather(scene: Scene) -> None:
    """Every agency's own view, each in its own way, before the first meeting."""
    told = content.views()
    scene.past.set(told.asked_day, 10)
    views.choose_names_shown(scene.desk, scene.assessment_id, told.names_shown)
    views.ask_for_views(scene.desk, scene.assessment_id)
    for agency, way in told.ways.items():
        scene.past.forward(60)
        given = [_given(scene, told, one, agency) for one in told.views if agency in one.said]
        views.give_many(scene.desk, scene.assessment_id, given, way=way)


def reveal(scene: Scene, statement_id: str) -> None:
    """The spread, and then who sees it differently where anyone does."""
    where = (scene.assessment_id, statement_id)
    views.show_spread(scene.desk, *where)
    if len({one.said for one in views.shown_views(scene.desk, *where)}) > 1:
        views.show_names(scene.desk, *where)


def hear_afterwards(scene: Scene) -> None:
    """The views that came after the reveal."""
    told = content.views()
    for late in told.later:
        scene.past.set(late.day, 11)
        agency_id, way = scene.agencies[late.agency], told.ways[late.agency]
        where = (scene.assessment_id, late.statement, agency_id)
        views.give(scene.desk, *where, KEYS[late.said], way=way)


def _given(scene: Scene, told: ViewsTold, one: FirstViews, agency: str) -> Given:
    said: Said = KEYS[one.said[agency]]
    return Given(
        statement_id=one.statement,
        agency_id=scene.agencies[agency],
        said=said,
        reason=one.reasons.get(agency, ""),
        people=told.people.get(agency),
    )
