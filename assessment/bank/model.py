"""What a set of statements is: the frozen form of `statements.yaml` and of an area's own."""

import re
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from assessment.access.frozen import Frozen
from assessment.access.texts import LINE, LINK, NAME, PARAGRAPH, tidy


# Limits on numbers of things; those on lengths of text stand in assessment.access.texts.
LEVELS = 4
MOST_STATEMENTS = 300
MOST_ENTRIES = 20
MOST_SOURCES = 200
MOST_AGENCY_TYPES = 60

# Fixed, since each has its own guide and pages; the titles are the bank's.
DOMAIN_SLUGS = {
    "G": "governance",
    "D": "data_management",
    "P": "pathways",
    "A": "attrition",
}
# The template's worked example, left out when the template is read.
EXAMPLE_ID = "EXAMPLE"


def _one_line(value: str) -> str:
    return " ".join(tidy(value).split())


def _paragraphs(value: str) -> str:
    return "\n".join(line.strip() for line in tidy(value).split("\n")).strip()


def _none_as_empty(value: object) -> object:
    return "" if value is None else value


_Line = AfterValidator(_one_line)
_Paragraph = AfterValidator(_paragraphs)
_Optional = BeforeValidator(_none_as_empty)


def _filled(value: str) -> str:
    if not value:
        raise ValueError("is empty")
    return value


_Filled = AfterValidator(_filled)

Name = Annotated[str, Field(max_length=NAME), _Line, _Filled]
OptionalName = Annotated[str, _Optional, Field(max_length=NAME), _Line]
Line = Annotated[str, Field(max_length=LINE), _Line, _Filled]
OptionalLine = Annotated[str, _Optional, Field(max_length=LINE), _Line]
Paragraph = Annotated[str, Field(max_length=PARAGRAPH), _Paragraph, _Filled]
OptionalParagraph = Annotated[str, _Optional, Field(max_length=PARAGRAPH), _Paragraph]


def _code(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,15}", value):
        raise ValueError("must be 1 to 16 letters, figures, dots or hyphens, without spaces")
    return value


def _web_address(value: str) -> str:
    if value and not re.fullmatch(r"https?://[^\s\"<>\\]+", value):
        raise ValueError("must be a web address that begins https:// or http://")
    return value


Code = Annotated[str, _Line, AfterValidator(_code)]
Link = Annotated[str, _Optional, Field(max_length=LINK), _Line, AfterValidator(_web_address)]


class Wording(StrEnum):
    """Whose words the statements are."""

    TOOLKIT = "toolkit"
    OWN = "own"
    OFFICIAL = "official"


WORDING_WORDS = {
    Wording.TOOLKIT: "This toolkit’s own wording",
    Wording.OWN: "The area’s own wording",
    Wording.OFFICIAL: "The official wording, as supplied",
}


WORDING_SENTENCES = {
    Wording.TOOLKIT: "The statements are this toolkit’s own wording, not OHID’s.",
    Wording.OWN: "The statements are the area’s own wording, not OHID’s.",
    Wording.OFFICIAL: "The statements are the official wording, as supplied.",
}


class EvidenceKind(StrEnum):
    """The three streams of evidence; a rating rests best on more than one."""

    PROCESS = "process"
    NUMBERS = "numbers"
    EXPERIENCE = "experience"


EVIDENCE_WORDS = {
    EvidenceKind.PROCESS: "Process",
    EvidenceKind.NUMBERS: "Numbers",
    EvidenceKind.EXPERIENCE: "Experience",
}


class SafetyKind(StrEnum):
    """Why a shortfall here may cost a life or expose a person."""

    OVERDOSE = "overdose"
    MEDICATION = "medication"
    DEATHS = "deaths"
    PERSONAL_DATA = "personal_data"


SAFETY_WORDS = {
    SafetyKind.OVERDOSE: "Overdose",
    SafetyKind.MEDICATION: "Gaps in medication",
    SafetyKind.DEATHS: "Deaths after release",
    SafetyKind.PERSONAL_DATA: "Personal data",
}


class Expected(StrEnum):
    """How firmly the guidance expects an agency at the table."""

    CORE = "core"
    WHERE_POSSIBLE = "where_possible"
    OPTIONAL = "optional"


EXPECTED_WORDS = {
    Expected.CORE: "Core",
    Expected.WHERE_POSSIBLE: "Where possible",
    Expected.OPTIONAL: "Optional",
}


class About(Frozen):
    """What this set is called and whose wording it is."""

    name: Name
    version: Name
    wording: Wording
    notice: OptionalParagraph = ""
    language: Name = "en-GB"


class ScaleLevel(Frozen):
    """One of the four levels."""

    value: int
    label: Name
    meaning: OptionalLine = ""


class AgencyType(Frozen):
    """A kind of agency; several agencies may be of one type, and one of several."""

    code: Code
    name: Name
    short: Name
    expected: Expected


class Domain(Frozen):
    """One of the four subjects. Its id and slug are fixed, its title is free."""

    id: str
    slug: str
    title: Name
    summary: OptionalParagraph = ""


class Source(Frozen):
    """Where a statement comes from."""

    code: Code
    title: Name
    publisher: OptionalName = ""
    dated: OptionalName = ""
    link: Link = ""
    note: OptionalLine = ""


class EvidencePrompt(Frozen):
    """What to look for, and of which kind it is."""

    kind: EvidenceKind
    prompt: Line


def _level_texts(value: object) -> object:
    """No descriptions at all is four empty ones, so that a rating always finds its own."""
    return ("",) * LEVELS if value is None or value in ((), []) else value


class Statement(Frozen):
    """One sentence to rate. Own and official wordings may lack everything after `statement`."""

    id: Code
    domain: str
    title: Name
    statement: Paragraph
    plain: OptionalParagraph = ""
    levels: Annotated[
        tuple[OptionalParagraph, ...],
        BeforeValidator(_level_texts),
        Field(min_length=LEVELS, max_length=LEVELS),
    ] = ("",) * LEVELS
    evidence: tuple[EvidencePrompt, ...] = Field(default=(), max_length=MOST_ENTRIES)
    agencies: tuple[Code, ...] = Field(default=(), max_length=MOST_ENTRIES)
    actions: tuple[Line, ...] = Field(default=(), max_length=MOST_ENTRIES)
    sources: tuple[Code, ...] = Field(default=(), max_length=MOST_ENTRIES)
    core: bool = False
    safety: SafetyKind | None = None


class Bank(Frozen):
    """A whole set of statements, everything in the order of its file."""

    about: About
    scale: tuple[ScaleLevel, ...] = Field(min_length=LEVELS, max_length=LEVELS)
    agency_types: tuple[AgencyType, ...] = Field(min_length=1, max_length=MOST_AGENCY_TYPES)
    domains: tuple[Domain, ...] = Field(min_length=len(DOMAIN_SLUGS), max_length=len(DOMAIN_SLUGS))
    sources: tuple[Source, ...] = Field(default=(), max_length=MOST_SOURCES)
    statements: tuple[Statement, ...] = Field(min_length=1, max_length=MOST_STATEMENTS)

    def statement(self, statement_id: str) -> Statement:
        """The statement of this id. Raises KeyError when there is none."""
        for one in self.statements:
            if one.id == statement_id:
                return one
        raise KeyError(statement_id)

    def has(self, statement_id: str) -> bool:
        """Whether there is a statement of this id."""
        return any(one.id == statement_id for one in self.statements)

    def domain(self, domain_id: str) -> Domain:
        """The domain of this id. Raises KeyError when there is none."""
        return {one.id: one for one in self.domains}[domain_id]

    def in_domain(self, domain_id: str) -> tuple[Statement, ...]:
        """A domain's statements."""
        return tuple(one for one in self.statements if one.domain == domain_id)

    def agency_type(self, code: str) -> AgencyType:
        """The agency type of this code. Raises KeyError when there is none."""
        return {one.code: one for one in self.agency_types}[code]

    def source(self, code: str) -> Source:
        """The source of this code. Raises KeyError when there is none."""
        return {one.code: one for one in self.sources}[code]

    def label(self, value: int) -> str:
        """What a rating is called: "Mostly met"."""
        return self.scale[value].label

    def labels(self) -> tuple[str, ...]:
        """The four labels, from 0 to 3."""
        return tuple(level.label for level in self.scale)

    def core_statements(self) -> tuple[Statement, ...]:
        """The statements for an assessment in half a day."""
        return tuple(one for one in self.statements if one.core)


class KeptBank(Frozen):
    """A kept set of statements as a list shows it."""

    id: str
    name: str
    edition: str
    wording: Wording
    added_at: datetime
