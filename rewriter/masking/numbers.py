"""Recognises the numbers that identify: NHS, National Insurance, pupils, cars, cases."""

import re
from collections.abc import Iterator

from rewriter.masking.found import Found, Kind

__all__ = ["find_numbers"]

_NHS = re.compile(r"(?<![\w.])\d{3}([ \-\u2010-\u2013]?)\d{3}\1\d{4}(?![\w])")
_NHS_NAMED = re.compile(
    r"\bNHS(?:\s{1,3}(?:no|num|number|id))?\s{0,3}[.:#]{0,3}\s{0,3}(?:is\s{1,3})?((?:\d[ -]?){8,9}\d)(?!\w)",
    re.IGNORECASE,
)
_NINO = re.compile(
    r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d[ -]?\d\d[ -]?\d\d ?[A-D]?(?![A-Za-z0-9])", re.IGNORECASE
)
# With the letter at its end any two letters will do: QQ is what forms give as an example.
_NINO_SHAPED = re.compile(r"\b[A-Z]{2} ?\d\d[ -]?\d\d[ -]?\d\d ?[A-D](?![A-Za-z0-9])", re.IGNORECASE)
_NO_NINO = frozenset({"bg", "gb", "kn", "nk", "nt", "tn", "zz"})
_UPN = re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?!\w)", re.IGNORECASE)
_UPN_SPACED = re.compile(r"\b[A-HJ-NP-RT-Z]\d{3} \d{4} \d{4} [\dA-HJ-NP-RT-Z](?!\w)", re.IGNORECASE)
_CAR = re.compile(r"\b[A-Z]{2}\d\d ?(?!st\b|nd\b|rd\b|th\b)[A-Z]{3}(?!\w)", re.IGNORECASE)
_OLD_CAR = re.compile(
    r"\b(?:reg(?:istration)?(?:\s{1,3}(?:no|number|plate))?|plate|vehicle|car|van)\b[\s.:,(]{0,6}"
    r"(?:is\s{1,3}|was\s{1,3})?([A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,4}[A-Z]?|"
    r"[A-Z]{1,3} \d{1,4}|[A-Z]{2}\d\d ?[A-Z]{3})(?!\w)",
    re.IGNORECASE,
)
# A word that says a reference follows, and what follows with a digit in it.
_HEADS = (
    "case ref reference file client lcs ics mosaic liquidlogic frameworki caredirector swift pnc crn urn mrn uln "
    "crime incident log hospital patient passport visa brp account acct policy tenancy rent payroll licence license "
    "claim person pupil pin niche athena systmone emis rio eclipse id"
).split()
_NUMBERED = ("", "ref", "reference", "no", "num", "number", "id", "code")
_NAMED = re.compile(
    rf"\b(?:{'|'.join(_HEADS)})\s{{0,3}}(?:ref(?:erence)?|no|num(?:ber)?|id|code)?\b\s{{0,3}}[.:#\-]{{0,3}}\s{{0,3}}"
    r"(?:is\s{1,3})?((?=[\w/\-]*\d[\w/\-]*\d)[A-Z0-9]{1,12}(?:[/\-_][A-Z0-9]{1,12}){0,4})(?!\w)",
    re.IGNORECASE,
)
_NAMED_WORDS = frozenset(head + end for head in _HEADS for end in _NUMBERED)
_CAR_WORDS = frozenset("reg registration plate vehicle car van".split())
_REFERENCE = re.compile(
    r"(?<![\w\u00a3$\u20ac/.,\-])(?:[A-Z]{1,6}[/\-_]?\d{4,}(?:[/\-_][A-Z0-9]+)*"
    r"|[A-Z]\d{4}[A-Z]{2}"  # a prison's number
    r"|[A-Z]{1,6}(?:[/\-_][A-Z0-9]{1,8}){1,4}(?<=\d{3})|\d{2,}[/\-_][A-Z]{1,4}(?:[/\-_]\d+)*)(?![\w/])"
)
_LONG = re.compile(r"(?<![\w\u00a3$\u20ac.,])\w{6,}(?![.,]\d)")
_SIX = re.compile(r"\d{6}")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[/\-](?:\d\d|(?:19|20)\d\d))?")


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits carry the check digit of an NHS number (modulus 11)."""
    if len(digits) != 10 or not digits.isdecimal():
        return False
    rest = 11 - sum((10 - n) * int(digit) for n, digit in enumerate(digits[:9])) % 11
    return rest != 10 and int(digits[9]) == rest % 11


def find_numbers(text: str, words: frozenset[str]) -> Iterator[Found]:
    """Give every number of these kinds, the surest first; they may overlap. `words` are those in the text (`hints`)."""
    if "nhs" in words:
        for match in _NHS_NAMED.finditer(text):
            yield Found(*match.span(1), Kind.NHS)
    for match in _NHS.finditer(text):
        if is_nhs_number("".join(filter(str.isdecimal, match[0]))):
            yield Found(*match.span(), Kind.NHS)
    for match in _NINO.finditer(text):
        if match[0][:2].lower() not in _NO_NINO:
            yield Found(*match.span(), Kind.NINO)
    for pattern, kind in ((_NINO_SHAPED, Kind.NINO), (_UPN, Kind.UPN), (_UPN_SPACED, Kind.UPN)):
        for match in pattern.finditer(text):
            yield Found(*match.span(), kind)
    for match in _CAR.finditer(text):
        if match[0].isupper() or match[0].islower():
            yield Found(*match.span(), Kind.CAR_REGISTRATION)
    for match in () if _CAR_WORDS.isdisjoint(words) else _OLD_CAR.finditer(text):
        yield Found(*match.span(1), Kind.CAR_REGISTRATION)
    for match in _REFERENCE.finditer(text):
        yield Found(*match.span(), Kind.CASE_REF)
    for match in () if _NAMED_WORDS.isdisjoint(words) else _NAMED.finditer(text):
        if not _YEARS.fullmatch(match[1]):
            yield Found(*match.span(1), Kind.CASE_REF)


def find_long_numbers(text: str) -> Iterator[Found]:
    """Give every run of six digits or more that is no sum of money: whatever it is, it may identify."""
    for match in _LONG.finditer(text) if _SIX.search(text) else ():
        if _SIX.search(match[0]):
            yield Found(*match.span(), Kind.CASE_REF)
