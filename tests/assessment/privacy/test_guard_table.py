"""Every worked value of the domain notes, section 8, and the ordinary words that look like one."""

import pytest

from assessment.privacy.guard import IdentifierKind as Kind
from assessment.privacy.guard import find_identifiers


FOUND = [
    (Kind.NHS, "943 476 5919"),
    (Kind.NHS, "9434765919"),
    (Kind.NHS, "943-476-5919"),
    (Kind.NHS, "4505577104"),
    (Kind.NHS, "999 000 0379"),
    (Kind.NHS, "999 000 0743"),
    (Kind.NHS, "999 000 1480"),
    (Kind.NHS, "943\u00a0476\u00a05919"),
    (Kind.NHS, "943\u2011476\u20115919"),
    (Kind.NHS, "94\u200b3476\u200d5919"),
    (Kind.NHS, "９４３４７６５９１９"),
    (Kind.NHS, "९४३ ४७६ ५९१९"),
    (Kind.NHS, "943%20476%205919"),
    (Kind.NHS, "943_476_5919"),
    (Kind.CHI, "0101701233"),
    (Kind.PRISON, "A1234BC"),
    (Kind.PRISON, "a1234bc"),
    (Kind.PRISON, "A1234 BC"),
    (Kind.PRISON, "A12\u200b34BC"),
    (Kind.PNC, "1979/0163001B"),
    (Kind.PNC, "2002/0073319Z"),
    (Kind.PNC, "20020073319Z"),
    (Kind.PNC, "02/73319Z"),
    (Kind.PNC, "02/73319z"),
    (Kind.PNC, "2002_0073319Z"),
    (Kind.CRO, "065656/91H"),
    (Kind.CRO, "65656/91H"),
    (Kind.CRO, "SF83/50058Z"),
    (Kind.CRO, "SF05/482703J"),
    (Kind.NATIONAL_INSURANCE, "AB 12 34 56 C"),
    (Kind.NATIONAL_INSURANCE, "AB123456C"),
    (Kind.NATIONAL_INSURANCE, "ab 123456 c"),
    (Kind.DRIVING_LICENCE, "MORGA657054SM9IJ"),
    (Kind.MOBILE, "07700 900123"),
    (Kind.MOBILE, "+44 (0)7700 900 123"),
    (Kind.MOBILE, "07700-900-123"),
    (Kind.EMAIL, "jo.bloggs+1@gmail.com"),
    (Kind.EMAIL, "jo@hotmail.co.uk"),
    (Kind.NAME, "Mr Smith"),
    (Kind.NAME, "Mrs J. O'Neil"),
    (Kind.NAME, "Ms Ncube-Jones"),
]


@pytest.mark.parametrize(("kind", "value"), FOUND)
@pytest.mark.parametrize("sentence", ["{}", "Seen ({}), it was said.", "2024 {} 3 times"])
def test_each_worked_value_is_found_where_it_stands(kind: Kind, value: str, sentence: str) -> None:
    text = sentence.format(value)
    (finding,) = find_identifiers(text)
    assert (finding.kind, text[finding.start : finding.end]) == (kind, value)


IN_CONTEXT = [
    (Kind.DATE_OF_BIRTH, "He was born on 12 March 1985 in Leeds", "12 March 1985"),
    (Kind.DATE_OF_BIRTH, "DOB: 12/03/85", "12/03/85"),
    (Kind.DATE_OF_BIRTH, "d.o.b. 12.3.1985", "12.3.1985"),
    (Kind.DATE_OF_BIRTH, "DOB 12-Mar-85", "12-Mar-85"),
    (Kind.DATE_OF_BIRTH, "dob 12031985", "12031985"),
    (Kind.DATE_OF_BIRTH, "date of birth is the 3rd of May, 1990", "3rd of May, 1990"),
    (Kind.DATE_OF_BIRTH, "born 1985-03-12", "1985-03-12"),
    (Kind.DATE_OF_BIRTH, "12/03/1985 (date of birth)", "12/03/1985"),
    (Kind.DATE_OF_BIRTH, "aged 34 (12/03/1985)", "12/03/1985"),
    (Kind.DATE_OF_BIRTH, "seen 10 11 12/03/1985 dob", "12/03/1985"),
    (Kind.CRN, "her CRN is X123456", "X123456"),
    (Kind.CRN, "X123456 on Delius", "X123456"),
    (Kind.PRISON, "NOMIS number A 1234 BC", "A 1234 BC"),
    (Kind.NATIONAL_INSURANCE, "National Insurance number AB 12 34 56", "AB 12 34 56"),
    (Kind.NHS, "grouped oddly, 9434 765 919, but alone", "9434 765 919"),
    (Kind.NHS, "NHS no: 94 34 76 59 19", "94 34 76 59 19"),
    (Kind.POSTCODE, "he lives at 4 High Street, LS1 4AP", "LS1 4AP"),
    (Kind.POSTCODE, "home address: ls14ap", "ls14ap"),
]


@pytest.mark.parametrize(("kind", "text", "value"), IN_CONTEXT)
def test_words_nearby_give_an_identifier_away(kind: Kind, text: str, value: str) -> None:
    (finding,) = find_identifiers(text)
    assert (finding.kind, text[finding.start : finding.end]) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "999 123 4560",  # given as an example by one library; its check digit works out as 10
        "943 476 5918",
        "2001/0171310S",
        "85227/65G",
        "QQ 12 34 56 C",
        "BG 12 34 56 C",
        "2023/24A",  # the letter of year 23, serial 24 is A
        "23/24A",
        "38412A",  # a prison book number: too loose to flag alone
        "0121 496 0123",
        "01632 960123",
        "020 7946 0958",
        "+44 118 496 0123",
        "Call 01189 998 199 for the hub",
        "HMP A held it back; HMP B did not",
        "OFFICIAL-SENSITIVE, G05 and P08, 24/7",
        "12/03/24B",
        "the meeting of 21 November 2026",
        "the contract was borne by the council from 1 April 2024",
        "Adults aged 18 and over, 31 March 2025",
        "aged 18-24 at 31/03/2025",
        "staff at 250000 a year",
        "X123456 is our reference",
        "Home Office, 2 Marsham Street, London SW1P 4DF",
        "Reports to the probation office, address LS1 4AP",
        "In MS Teams; Mr A said so; do not Miss Monday",
        "jane.doe@leeds.gov.uk or jo@provider.org.uk",
        "E08000035, 2024/25 compared with 2025/26, 53% (47.2 to 58.7)",
        "21-11-2026 10 agencies",
        "0.9434765919",
        "https://x.sharepoint.com/sites/a?id=6f1d2c3b-0001-4abc-9def-9434765919ab",
        "commit 3d9434765919ab41",
    ],
)
def test_ordinary_words_and_broken_numbers_are_left_alone(text: str) -> None:
    assert find_identifiers(text) == ()
