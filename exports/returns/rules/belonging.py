"""Whether a file belongs here: one that does not is refused by what it is."""

from assessment.privacy.audience import COMES_BACK, NAMES, Audience
from exports.returns.model import Ground, RawPlan


OTHER_AREA = "{file} is a plan of {theirs}, and this is {ours}. Nothing was changed."
OTHER_ASSESSMENT = (
    "{file} was made from another assessment: {theirs}. Open that assessment to read it, or send "
    "out a new workbook from here. Nothing was changed."
)
OTHER_AUDIENCE = (
    "{file} is a copy for {theirs}. Words were taken out or changed in it, so it does not come "
    "back. Send out the workbook for the board or for the partnership itself. Nothing was changed."
)


def refusal(ground: Ground, raw: RawPlan) -> str:
    """Why nothing of a file can be used here; empty where it belongs."""
    if raw.refused or raw.made is None:
        return raw.refused
    file = raw.file_name
    if raw.made.partnership_id != ground.area.id:
        theirs = ground.areas.get(raw.made.partnership_id) or "another area"
        return OTHER_AREA.format(file=file, theirs=theirs, ours=ground.area.name)
    if raw.made.assessment_id != ground.assessment.id:
        theirs = ground.titles.get(raw.made.assessment_id) or "one that is not kept here"
        return OTHER_ASSESSMENT.format(file=file, theirs=theirs)
    if raw.made.audience not in COMES_BACK.given_to:
        return OTHER_AUDIENCE.format(file=file, theirs=_audience(raw.made.audience))
    return ""


def _audience(value: str) -> str:
    known = {each.value: NAMES[each] for each in Audience}
    name = known.get(value, "somebody else")
    return f"{name[0].lower()}{name[1:]}"
