"""Whether a pack belongs here: wrong ones are refused by name."""

from assessment.access.wording import counted, listed
from assessment.partnership.rules.asked import is_asked
from exports.packs.model import Ground, RawPack, ReadPack
from exports.packs.rules.meaning import Meaning


_NAMED = 8
OTHER_AREA = "{file} is a pack of {theirs}, and this is {ours}. Nothing was changed."
OTHER_ASSESSMENT = (
    "{file} belongs to another assessment: {theirs}. Open that assessment to read it, or make new "
    "packs here. Nothing was changed."
)
GONE_AGENCY = "{file} is the pack of {agency}, which does not take part here. Nothing was changed."
PUT_AWAY = (
    "{file} is the pack of {agency}, which has been put away. Put the agency back to take its "
    "answers. Nothing was changed."
)
OBSERVES = "{file} is the pack of {agency}, which observes and is not asked. Nothing was changed."
OTHER_PROMISE = (
    "{file} told its reader that agencies’ names {theirs} at the reveal. That was chosen otherwise "
    "since, so its answers were given under another promise. Make new packs. Nothing was changed."
)
REWORDED = (
    "{file} was made from an earlier edition of the statements, and {words} since. The answers "
    "were given to other words, so nothing of it is read. Make a new pack; the answers to "
    "everything else can be copied across in one column. Nothing was changed."
)
EARLIER = (
    "It was made from an earlier edition of the statements. Every statement answered in it is "
    "worded the same now, so it is read."
)


def read_against(ground: Ground, raw: RawPack) -> ReadPack:
    """What a file means for this assessment; `refused` where it does not belong here."""
    refused = raw.refused or _refusal(ground, raw)
    if refused or raw.id is None:
        return ReadPack(file_name=raw.file_name, refused=refused, problems=raw.problems)
    agency = ground.agencies[raw.id.agency_id]
    same_edition = raw.id.edition == ground.edition
    meaning = Meaning(ground, agency.id, same_edition)
    meaning.read(raw.rows)
    if meaning.reworded:
        return ReadPack(
            file_name=raw.file_name,
            agency=agency.name,
            refused=REWORDED.format(file=raw.file_name, words=_changed(meaning.reworded)),
        )
    mine = [
        one.id
        for one in ground.bank.statements
        if is_asked(one, agency) and (one.id, agency.id) in ground.asked
    ]
    return ReadPack(
        file_name=raw.file_name,
        agency_id=agency.id,
        agency=agency.name,
        given=tuple(meaning.given),
        mistakes=tuple(meaning.mistakes),
        not_read=len(meaning.not_read),
        missing=tuple(one for one in mine if one not in meaning.seen),
        notes=() if same_edition else (EARLIER,),
    )


def _refusal(ground: Ground, raw: RawPack) -> str:
    if raw.id is None:
        return ""
    file = raw.file_name
    if raw.id.partnership_id != ground.area.id:
        theirs = ground.areas.get(raw.id.partnership_id) or raw.area or "another area"
        return OTHER_AREA.format(file=file, theirs=theirs, ours=ground.area.name)
    if raw.id.assessment_id != ground.assessment.id:
        theirs = ground.titles.get(raw.id.assessment_id) or raw.assessment or "one not kept here"
        return OTHER_ASSESSMENT.format(file=file, theirs=theirs)
    agency = ground.agencies.get(raw.id.agency_id)
    if agency is None:
        return GONE_AGENCY.format(file=file, agency=raw.agency or "an agency")
    if agency.archived_at or agency.observer:
        words = PUT_AWAY if agency.archived_at else OBSERVES
        return words.format(file=file, agency=agency.name)
    if raw.id.names_shown is not ground.names_shown:
        theirs = "may be shown" if raw.id.names_shown else "are not shown"
        return OTHER_PROMISE.format(file=file, theirs=theirs)
    return ""


def _changed(ids: list[str]) -> str:
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    named = ", ".join(ids[:_NAMED]) + more if more else listed(ids)
    return f"{counted(len(ids), 'statement')} changed or went ({named})"
