"""Who a copy of the report is for, and what each of them is given: one table of field and audience.

The table names every field of the report and is the only place that decides who gets it. A field
without a row goes nowhere: `given` raises, and a test names it. People's names have no row, since
no report holds them; they leave in the complete copy alone.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Audience(StrEnum):
    """Who a copy is for. The board's is the one that a person gets who chooses nothing."""

    BOARD = "board"
    OWN = "own"
    REVIEWER = "reviewer"
    REGION = "region"
    PUBLIC = "public"


EVERYONE = frozenset(Audience)
# Before these get a copy, somebody reads every text in it that a person typed.
READ_FIRST = frozenset({Audience.REVIEWER, Audience.REGION, Audience.PUBLIC})


class Part(NamedTuple):
    """Something that not everyone is given: what it is, in words, and who is given it."""

    words: str
    given_to: frozenset[Audience]


_BOARD, _OWN, _REVIEWER, _REGION = Audience.BOARD, Audience.OWN, Audience.REVIEWER, Audience.REGION

# An agency answers more honestly when what it said stays among those who were there.
FIRST_VIEWS = Part("first views and how they spread", frozenset({_OWN}))
DIFFERENT_VIEWS = Part("different views by agency", frozenset({_OWN}))
# "All agreed" beside the rating tells what each agency thinks; beside who was there, which.
PRESENT = Part("who was in the room", frozenset({_BOARD, _OWN}))
HOW = Part("how each rating was reached", frozenset({_BOARD, _OWN, _REVIEWER, _REGION}))
# Links and folders of another body are of no use outside it, and a way in for the wrong person.
KEPT = Part("where evidence is kept", frozenset({_BOARD, _OWN, _REVIEWER}))
# A role in a small team is as good as a name.
ROLES = Part("who speaks for each agency", frozenset({_BOARD, _OWN, _REVIEWER}))
NOTES = Part("progress notes and why dates were moved", frozenset({_BOARD, _OWN, _REGION}))
# A sum that is not agreed yet, and who is to find it, is for those who settle it between them.
MONEY = Part("what actions cost, who pays and whether that is agreed", frozenset({_BOARD, _OWN}))
# Who could help is told what holds an action up; the public copy blames no agency for it.
WAITING = Part(
    "what actions wait for and whether their resources are there",
    frozenset({_BOARD, _OWN, _REVIEWER, _REGION}),
)
# By agency it is a league table as soon as somebody outside reads it.
ON_TIME = Part("how much each agency did on time", frozenset({_OWN}))
# Two areas talk more freely when neither reads in a third one's files who said what.
REVIEWED = Part("which area reviewed", frozenset({_OWN}))

# Another area's reviewers rate afresh, so they are not told what earlier ones came to.
FOUND = Part("what reviews by other areas found", EVERYONE - {_REVIEWER})
STRENGTHS = Part("strengths that peer reviewers named", frozenset({_BOARD, _OWN, _REGION}))
# Reviewers write openly, and agencies reply openly, when it stays between the two areas.
CHALLENGES = Part("what peer reviewers said and what was replied", frozenset({_OWN}))

PARTS = (
    *(FIRST_VIEWS, DIFFERENT_VIEWS, PRESENT, HOW, KEPT, ROLES, NOTES, ON_TIME, MONEY, WAITING),
    *(REVIEWED, FOUND, STRENGTHS, CHALLENGES),
)
# No words of a reader's, so no copy says that it leaves this out: by what the workbook is known
# when owners send it back. The others could not send it anywhere.
COMES_BACK = Part("", frozenset({_BOARD, _OWN}))


class Cell(NamedTuple):
    """One field's row: the part that it belongs to, if any, and whether people typed it."""

    part: Part | None = None
    typed: bool = False


FACT = Cell()
TYPED = Cell(typed=True)


def _rows(cell: Cell, names: str) -> dict[str, Cell]:
    return dict.fromkeys(names.split(), cell)


TABLE: Mapping[str, Mapping[str, Cell]] = {
    "Report": _rows(
        FACT,
        "audience copy_for left_out area authorities probation_region title marking stage made_at "
        "today statements_name statements_version wording_notice scale in_scope total scope_words "
        "rated summary domains actions evidence agencies meetings prisons out_of_scope sources",
    )
    | {"returning": Cell(COMES_BACK), "reviews": Cell(FOUND), "on_time": Cell(ON_TIME)},
    "Summary": {
        **_rows(FACT, "where_we_stand shortfalls decisions next_steps"),
        # The lead's role, the rhythm of reviews, and why there is none.
        "meetings": TYPED,
    },
    "ShortfallLine": {
        **_rows(FACT, "id title safety rating provisional standing action"),
        "no_action_reason": TYPED,
    },
    "NextStep": {**_rows(FACT, "action due"), **_rows(TYPED, "what owner answer")},
    "DomainSection": _rows(FACT, "count statements"),
    "DomainCount": _rows(
        FACT,
        "id title in_scope rated at_level provisional not_applicable to_come_back_to not_yet_rated",
    ),
    "StatementLine": {
        # Provisional rests on the evidence and tells of no agency, so everyone is told.
        **_rows(
            FACT,
            "id domain title statement plain levels core safety rating provisional standing "
            "decided_on prisons evidence actions sources",
        ),
        "how_reached": Cell(HOW),
        "because": Cell(HOW, typed=True),
        "present": Cell(PRESENT),
        "spread": Cell(FIRST_VIEWS),
        "views": Cell(FIRST_VIEWS),
        "different_views": Cell(DIFFERENT_VIEWS),
        "moderated": Cell(FOUND),
        "reviewed": Cell(CHALLENGES),
        **_rows(TYPED, "not_applicable_reason rationale no_action_reason"),
    },
    "LevelLine": _rows(FACT, "value label words"),
    "ViewLine": {
        **_rows(Cell(FIRST_VIEWS), "agency said people later"),
        "reason": Cell(FIRST_VIEWS, typed=True),
    },
    "DifferentViewLine": {
        **_rows(Cell(DIFFERENT_VIEWS), "agency rating recorded_on"),
        "reason": Cell(DIFFERENT_VIEWS, typed=True),
    },
    # Drafts of these leave in the own partnership's copy alone, whatever stands here.
    "ReviewLine": {
        **_rows(Cell(FOUND), "name state draft same higher lower cannot_tell challenges closed"),
        "by": Cell(REVIEWED, typed=True),
        "strengths": Cell(STRENGTHS),
    },
    "StrengthLine": {"statement": Cell(STRENGTHS), "words": Cell(STRENGTHS, typed=True)},
    "ModeratedLine": {
        **_rows(Cell(FOUND), "review rating standing set_on draft"),
        "because": Cell(CHALLENGES, typed=True),
    },
    "ReviewedLine": {
        **_rows(Cell(CHALLENGES), "review reviewer said compared replied_by outcome"),
        **_rows(
            Cell(CHALLENGES, typed=True),
            "line comment question evidence_asked borrow reply outcome_reason answer",
        ),
    },
    "ActionLine": {
        **_rows(
            FACT,
            "number kind statements prisons supporters effort start original_due due review "
            "late_from days_overdue status status_colour symbol status_reason priority place "
            "source completed_on",
        ),
        **_rows(
            TYPED,
            "what why owner answer measure baseline target resources no_due_reason in_the_way "
            "priority_reason shown_by",
        ),
        **_rows(Cell(NOTES), "notes progress moves"),
        **_rows(Cell(MONEY), "cost budget_agreed"),
        "funder": Cell(MONEY, typed=True),
        "resources_available": Cell(WAITING),
        "waiting": Cell(WAITING, typed=True),
        "came_from": Cell(REVIEWED, typed=True),
    },
    "MoveLine": {**_rows(Cell(NOTES), "at said"), "why": Cell(NOTES, typed=True)},
    "OnTimeLine": _rows(Cell(ON_TIME), "whose by_date later still said"),
    "NoteLine": {
        **_rows(Cell(NOTES), "at report"),
        **_rows(Cell(NOTES, typed=True), "by text"),
    },
    "EvidenceLine": {
        **_rows(FACT, "number owner kind dated strength statements prisons"),
        "title": TYPED,
        **_rows(Cell(KEPT, typed=True), "kept link"),
    },
    "AgencyLine": {
        **_rows(FACT, "name types observer"),
        "role": Cell(ROLES, typed=True),
    },
    "MeetingLine": {"held_on": FACT, "present": Cell(PRESENT)},
    "Returning": _rows(Cell(COMES_BACK), "partnership_id assessment_id actions"),
    "ReturningLine": _rows(Cell(COMES_BACK), "number action_id"),
    "SourceLine": _rows(FACT, "code title publisher dated link note"),
}


def given(audience: Audience, kind: str, field: str) -> bool:
    """Whether a copy for them holds a field of one kind of line.

    Raises:
        LookupError: the table has no row for it, so that nobody may be given it.
    """
    part = cell(kind, field).part
    return part is None or audience in part.given_to


def cell(kind: str, field: str) -> Cell:
    """A field's row. Raises LookupError where there is none."""
    found = TABLE.get(kind, {}).get(field)
    if found is None:
        raise LookupError(f"{kind}.{field} has no row in the table of field and audience")
    return found


def left_out(audience: Audience) -> tuple[str, ...]:
    """What a copy for them leaves out, in words, in the table's order."""
    return tuple(part.words for part in PARTS if audience not in part.given_to)


def left_out_words(parts: tuple[str, ...]) -> str:
    """ "Left out: progress notes and who was in the room."; or that nothing is."""
    if not parts:
        return "Nothing is left out: first views and different views by agency are in it."
    *most, last = parts
    return f"Left out: {' and '.join(filter(None, (', '.join(most), last)))}."


# ---- How a copy names whom it is for

NAMES = {
    Audience.BOARD: "The board",
    Audience.OWN: "Our own partnership",
    Audience.REVIEWER: "Reviewers from another area",
    Audience.REGION: "The regional team",
    Audience.PUBLIC: "The public",
}
# In the middle of a sentence.
COPY_WORDS = {
    Audience.BOARD: "copy for the board",
    Audience.OWN: "copy for our own partnership",
    Audience.REVIEWER: "copy for reviewers",
    Audience.REGION: "copy for the regional team",
    Audience.PUBLIC: "copy for the public",
}
NOT_FOR_CIRCULATION = "not for circulation"
# The first line of each copy.
COPY_FOR = {
    Audience.BOARD: "Copy for the board",
    Audience.OWN: "Copy for our own partnership, not for circulation",
    Audience.REVIEWER: "Copy for reviewers from another area",
    Audience.REGION: "Copy for the regional team",
    Audience.PUBLIC: "Copy for the public",
}
# What is added to a file's name, so that two copies of one day are never taken for one another.
IN_FILE_NAMES = {
    Audience.BOARD: "",
    Audience.OWN: "",  # its marking says it, and stands first
    Audience.REVIEWER: "for reviewers",
    Audience.REGION: "for the region",
    Audience.PUBLIC: "for the public",
}
# Where a copy has a marking of its own; the others carry the area's.
MARKINGS = {Audience.OWN: "OFFICIAL-SENSITIVE", Audience.PUBLIC: "OFFICIAL"}


def marking_of(audience: Audience, area: str, chosen: str | None = None) -> str:
    """The marking of a copy: the one chosen for it, its own by the table, or the area's.

    An area without a marking has none on any copy. That our own copy is not for circulation is
    part of its marking, since a marking is on every page and in every file's name.
    """
    usual = MARKINGS.get(audience, area) if area else ""
    marking = usual if chosen is None else chosen
    if audience is not Audience.OWN:
        return marking
    return f"{marking}, {NOT_FOR_CIRCULATION}" if marking else NOT_FOR_CIRCULATION.capitalize()
