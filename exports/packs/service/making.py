"""Makes packs, and records that they left."""

from datetime import date

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.bank.rules.defaults import shown
from assessment.documents.names import file_name
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency
from assessment.views import service as views
from assessment.views.model import Asking
from assessment.views.rules.answers import choices
from assessment.views.rules.minutes import minutes_words
from assessment.views.rules.promise import promise
from exports.downloads import service as downloads
from exports.packs.model import Ground, Pack, PackId, PackOffer
from exports.packs.rules.rows import rows_of
from exports.packs.service.ground import ground_of
from exports.packs.service.last_time import LastTime, last_time
from exports.report.bundle import zipped
from exports.report.made import Made


CHOOSE_FIRST = (
    "First choose whether agencies’ names are shown at the reveal: every pack says so before its "
    "first question. That is on the page First views."
)
NOT_ASKED = "That agency is not asked for a view of any statement, so there is no pack for it."


def pack_offers(desk: Desk, assessment_id: str) -> tuple[PackOffer, ...]:
    """The agencies that are asked, in their order, with counts. Raises as `make_pack` does."""
    ground = ground_of(desk, assessment_id)
    answered = views.answered(desk, assessment_id)
    asked = {agency.id: _asked(ground, agency) for agency in _in_use(ground)}
    return tuple(
        PackOffer(
            agency_id=agency.id,
            agency=agency.name,
            asked=len(asked[agency.id]),
            answered=len(answered.by(agency.id) & asked[agency.id]),
            time=minutes_words(len(asked[agency.id])),
            file_name=_name(desk, ground, agency),
        )
        for agency in _in_use(ground)
    )


def make_pack(
    desk: Desk, assessment_id: str, agency_id: str, *, reply_by: date | None = None
) -> Made:
    """One agency's pack, recorded as made; `reply_by` is kept where no day was chosen before.

    Raises:
        Refused: someone other than the lead, views are not asked for, or it was not chosen
            whether names are shown.
        BadInput: the agency is not asked.
    """
    ground = ground_of(desk, assessment_id)
    agency = ground.agencies.get(agency_id)
    if agency is None or agency not in _in_use(ground):
        raise BadInput(NOT_ASKED)
    asking = _asking(desk, assessment_id, reply_by)
    made = _made(desk, ground, agency, asking, last_time(desk, ground))
    _record(desk, ground, "pack", made.file_name)
    return made


def make_all_packs(desk: Desk, assessment_id: str, *, reply_by: date | None = None) -> Made:
    """Every asked agency's pack in one zip, recorded as made. Raises as `make_pack` does."""
    ground = ground_of(desk, assessment_id)
    asking, last = _asking(desk, assessment_id, reply_by), last_time(desk, ground)
    packs = [_made(desk, ground, agency, asking, last) for agency in _in_use(ground)]
    if not packs:
        raise BadInput("No agency is asked for a view of any statement yet.")
    name = all_packs_name(desk, assessment_id)
    _record(desk, ground, "packs", name)
    return Made(data=zipped(packs), file_name=name)


def all_packs_name(desk: Desk, assessment_id: str) -> str:
    """What the zip of all packs is called today."""
    area = partnerships.partnership(desk, partnerships.partnership_of(desk, assessment_id))
    return file_name(area.marking, area.name, "agency packs", desk.today(), "zip")


def _in_use(ground: Ground) -> list[Agency]:
    asked = {agency_id for _statement, agency_id in ground.asked}
    return [one for one in ground.agencies.values() if one.id in asked and not one.archived_at]


def _asked(ground: Ground, agency: Agency) -> frozenset[str]:
    return frozenset(statement for statement, agency_id in ground.asked if agency_id == agency.id)


def _asking(desk: Desk, assessment_id: str, reply_by: date | None) -> Asking:
    asking = views.asking_of(desk, assessment_id)
    if asking is None or asking.names_shown is None:
        raise Refused(CHOOSE_FIRST)
    if reply_by is None or asking.reply_by is not None:
        return asking
    views.set_reply_by(desk, assessment_id, reply_by, seen=None)
    return asking.model_copy(update={"reply_by": reply_by})


def _name(desk: Desk, ground: Ground, agency: Agency) -> str:
    what = f"pack {agency.name}"
    return file_name(ground.area.marking, ground.area.name, what, desk.today(), "xlsx")


def _made(desk: Desk, ground: Ground, agency: Agency, asking: Asking, last: LastTime) -> Made:
    from exports.packs.loader.writing import written  # here: xlsxwriter, which no page needs

    names_shown = asking.names_shown is True
    rows = rows_of(ground.bank, agency, _asked(ground, agency))
    about = ground.bank.about
    pack = Pack(
        id=PackId(
            partnership_id=ground.area.id,
            assessment_id=ground.assessment.id,
            agency_id=agency.id,
            edition=ground.edition,
            names_shown=names_shown,
        ),
        marking=ground.area.marking,
        area=ground.area.name,
        assessment=ground.assessment.title,
        agency=agency.name,
        statements=f"{about.name}, version {about.version}",
        notice=shown(about.notice),
        made_at=desk.now(),
        time=minutes_words(sum(row.in_scope for row in rows)),
        reply_to=asking.reply_to,
        reply_by=asking.reply_by,
        promise=promise(names_shown),
        answers=tuple(choices(ground.bank.labels()).values()),
        rows=rows,
        prisons=tuple(one.name for one in partnerships.prisons(desk, ground.area.id)),
        last_title=last.title,
        last=last.of(agency.id),
    )
    return Made(data=written(pack), file_name=_name(desk, ground, agency))


def _record(desk: Desk, ground: Ground, kind: str, name: str) -> None:
    downloads.record_made(
        desk, ground.area.id, ground.assessment.id, kind, name, ground.area.marking
    )
