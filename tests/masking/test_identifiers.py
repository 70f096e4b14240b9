"""Numbers and contacts: each kind is found, and what only looks like one is left."""

import pytest

from rewriter import mask
from rewriter.masking.found import Kind
from rewriter.masking.numbers import is_nhs_number

FOUND = [
    ("NHS no 943 476 5919", "943 476 5919", Kind.NHS),
    ("her number 9434765919", "9434765919", Kind.NHS),
    ("NI AB 12 34 56 C", "AB 12 34 56 C", Kind.NINO),
    ("nino ab123456c", "ab123456c", Kind.NINO),
    ("UPN A123456789012", "A123456789012", Kind.UPN),
    ("ref CP/2024/0113", "CP/2024/0113", Kind.CASE_REF),
    ("Mosaic ID 1234567", "1234567", Kind.CASE_REF),
    ("LCS-204518 is open", "LCS-204518", Kind.CASE_REF),
    ("the number 12345678x", "12345678x", Kind.CASE_REF),
    ("ring 07700 900123", "07700 900123", Kind.PHONE),
    ("ring (0151) 496 0123 now", "(0151) 496 0123", Kind.PHONE),
    ("ring +44 7700 900123", "+44 7700 900123", Kind.PHONE),
    ("mail a.b-c@council.gov.uk.", "a.b-c@council.gov.uk", Kind.EMAIL),
    ("see https://x.example/a?b=c.", "https://x.example/a?b=c", Kind.URL),
    ("see www.oakfield.sch.uk", "www.oakfield.sch.uk", Kind.URL),
    ("on Snapchat as kofi_09", "kofi_09", Kind.HANDLE),
    ("follows @kofi.09 there", "@kofi.09", Kind.HANDLE),
    ("at WA7 4QX", "WA7 4QX", Kind.POSTCODE),
    ("at wa7 4qx", "wa7 4qx", Kind.POSTCODE),
    ("somewhere in WA7", "WA7", Kind.POSTCODE),
    ("at 14 Acacia Avenue", "14 Acacia Avenue", Kind.ADDRESS),
    ("at 14a acacia road", "14a acacia road", Kind.ADDRESS),
    ("at Flat 3", "Flat 3", Kind.ADDRESS),
    ("DOB 12/03/2015", "12/03/2015", Kind.DOB),
    ("born on 3rd March 2010", "3rd March 2010", Kind.DOB),
    ("the car AB12 CDE", "AB12 CDE", Kind.CAR_REGISTRATION),
    ("reg P123 ABC", "P123 ABC", Kind.CAR_REGISTRATION),
    ("number plate K1 NGS", "K1 NGS", Kind.CAR_REGISTRATION),
    ("UPN X820 2000 1900 1", "X820 2000 1900 1", Kind.UPN),
    ("case ref 2026/0451", "2026/0451", Kind.CASE_REF),
    ("prison number A1234BC", "A1234BC", Kind.CASE_REF),
    ("crime ref 46/12345/26", "46/12345/26", Kind.CASE_REF),
    ("write to PO Box 112", "PO Box 112", Kind.ADDRESS),
    ("at 5-7 Kings Rd", "5-7 Kings Rd", Kind.ADDRESS),
    ("call 0044 7700 900123", "0044 7700 900123", Kind.PHONE),
    ("tel. 01632-960-001", "01632-960-001", Kind.PHONE),
    ("d.o.b 01/02/13", "01/02/13", Kind.DOB),
    ("Sarah (12/06/2011)", "12/06/2011", Kind.DOB),
    ("gamertag DarkLord77", "DarkLord77", Kind.HANDLE),
    ("on Discord as zed#1234", "zed#1234", Kind.HANDLE),
    ("see tinyurl.com/ab12c", "tinyurl.com/ab12c", Kind.URL),
    ("moved to Tower Hamlets", "Tower Hamlets", Kind.PLACE),
    ("moved to King\u2019s Lynn", "King\u2019s Lynn", Kind.PLACE),
    ("meet on Church Lane", "Church Lane", Kind.PLACE),
    ("at the Hive youth club", "Hive youth club", Kind.ORG),
]
LEFT = [
    "4 of 5 days by 3 May 2025",
    "from 9.20 to 10.30 on 12/03/2025",
    "in the year 2024/25 and in 2025-26",
    "Year 7, KS2 and Y10 SEN",
    "from 20% to 85% in 6 weeks",
    "a debt of \u00a3100,000 or \u00a31234567",
    "Section 47 and a 1-2-3 routine",
    "twice a week, 10 minutes drive away",
    "12 out of 14 nights; 999 and 111",
    "the school year 2025/2026, on the High Street",
    "a box of 12",
    "Complete Unit 3 of the course",
]


@pytest.mark.parametrize(("text", "words", "kind"), FOUND)
def test_each_kind_is_found_with_its_place(text: str, words: str, kind: Kind) -> None:
    """The token stands for the identifier and nothing more."""
    tokens = [token for token in mask(text).tokens if token.kind is kind]
    assert [text[token.start : token.end] for token in tokens] == [words]


@pytest.mark.parametrize("text", LEFT)
def test_dates_amounts_and_year_groups_stay(text: str) -> None:
    """What a plan counts by is not masked."""
    assert mask(text).masked == text


def test_an_nhs_number_has_its_check_digit() -> None:
    """A changed digit is no NHS number, and is still masked as ten digits in a row."""
    assert is_nhs_number("9434765919")
    assert not is_nhs_number("9434765918")
    assert mask("her number 9434765918").masked == "her number <CASE_REF_1>"
