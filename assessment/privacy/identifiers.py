"""What the guard can find, and how it says so: the kind and the place, never the value."""

from dataclasses import dataclass
from enum import StrEnum


class IdentifierKind(StrEnum):
    """One kind of identifier that must not be typed into an assessment."""

    NHS = "nhs_number"
    CHI = "chi_number"
    PRISON = "prison_number"
    PNC = "pnc"
    CRO = "cro"
    NATIONAL_INSURANCE = "national_insurance"
    DATE_OF_BIRTH = "date_of_birth"
    CRN = "probation_crn"
    DRIVING_LICENCE = "driving_licence"
    POSTCODE = "home_postcode"
    MOBILE = "mobile_number"
    EMAIL = "personal_email"
    NAME = "titled_name"

    @property
    def words(self) -> str:
        """The kind as it stands in a sentence, with its article."""
        return _WORDS[self]


_WORDS = {
    IdentifierKind.NHS: "an NHS number",
    IdentifierKind.CHI: "a Scottish health (CHI) number",
    IdentifierKind.PRISON: "a prison number",
    IdentifierKind.PNC: "a police national computer (PNC) number",
    IdentifierKind.CRO: "a criminal records office (CRO) number",
    IdentifierKind.NATIONAL_INSURANCE: "a National Insurance number",
    IdentifierKind.DATE_OF_BIRTH: "a date of birth",
    IdentifierKind.CRN: "a probation case reference (CRN)",
    IdentifierKind.DRIVING_LICENCE: "a driving licence number",
    IdentifierKind.POSTCODE: "the postcode of a home",
    IdentifierKind.MOBILE: "a mobile number",
    IdentifierKind.EMAIL: "a personal email address",
    IdentifierKind.NAME: "a person’s name",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A likely identifier: its kind and where it stands, as a slice of the text that was read.

    It does not hold the value, so that no log, message or error can show it by accident.
    """

    kind: IdentifierKind
    start: int
    end: int
