"""Recognises where somebody lives: postcodes, and a house's number or name with its street."""

import re
from collections.abc import Iterator

from rewriter.masking.found import Found, Kind

__all__ = ["find_homes"]

_POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y]) ?\d"
    r"(?!(?:st|nd|rd|th)\b)[ABD-HJLNP-UW-Z]{2})(?!\w)",
    re.IGNORECASE,
)
# The first half alone, of the areas that have two letters (one letter and a number is a year group or a road).
_AREAS = frozenset(
    (
        "AB AL BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN EX FK FY "
        "GL GU HA HD HG HP HR HS HU HX IG IP IV KA KT KW KY LA LD LE LL LN LS LU ME MK ML NE NG NN NP NR NW OL OX PA "
        "PE PH PL PO PR RG RH RM SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB WA WC WD WF WN "
        "WR WS WV YO ZE"
    ).split()
)
_HALF = re.compile(r"\b([A-Z]{2})\d{1,2}[A-Z]?(?![\w/])")
_ENDINGS = (
    r"(?:road|rd|street|avenue|ave|lane|crescent|cres|grove|terrace|close|drive|gardens|gdns|mews|way|walk|place|square|"
    r"row|rise|view|green|parade|mount|croft|fold|brow|hill|park|court|house|gate|bank|villas|cottages|heights|st|ln|dr|"
    r"cl|ct|pl|sq|gr|end|yard|wharf|quay|circus|drove|mead|dale|field|fields|leys|acre|oval|boulevard|passage)"
)
_STREETS = frozenset(_ENDINGS.strip("(?:)").split("|"))
_SMALL = r"(?:road|rd|street|avenue|ave|lane|crescent|terrace|grove)"
_DOOR = (
    r"(?:(?:flat|apartment|apt|unit|room|no\.?|number|house)\s{0,3}\d{0,4}[A-Za-z]?,?\s{1,3})?"
    r"\d{1,4}[A-Za-z]?(?:\s?[\-/]\s?\d{1,4}[A-Za-z]?)?,?\s{1,3}"
)
_NAME = r"[^\W\d_][\w'\u2019.\-]*"
_HOUSE = (
    r"(?:(?:The\s)?(?:[A-Z][\w'\u2019]*\s){1,3}?(?:Cottage|House|Forge|Barn|Mill|Farm|Farmhouse|Lodge|Villa|Bungalow|"
    r"Croft|Hall|Manor|Court|Tower|Rectory|Vicarage|Cabin|Caravan|Mews|Stables),\s{1,3})?"
)
_ADDRESS = re.compile(
    rf"(?<![\w:.,/]){_HOUSE}(?i:{_DOOR})(?:(?=[^\W\d_])(?![a-z])(?:{_NAME})\s{{1,3}}){{1,4}}(?i:{_ENDINGS})\b"
)
_SMALL_ADDRESS = re.compile(rf"(?<![\w:.,/])(?i:{_DOOR})(?:{_NAME}\s{{1,3}}){{1,2}}(?i:{_SMALL})\b")
_FLAT = re.compile(r"\b(?:flat|apartment|apt)\s{1,3}\d{1,4}[A-Za-z]?\b(?!\s{0,3}(?:%|mates?))", re.IGNORECASE)
_BOX = re.compile(r"\bP\.?O\.? ?Box \d{1,6}\b", re.IGNORECASE)
_FLATS = frozenset(("flat", "apartment", "apt"))
_MEASURES = re.compile(
    r"\b(?:minutes?|mins?|hours?|miles?|metres?|weeks?|days?|times|out of|per|steps?|sessions?|children|adults|"
    r"people)\b",
    re.IGNORECASE,
)


def find_homes(text: str, words: frozenset[str]) -> Iterator[Found]:
    """Give every one, the surest first; they may overlap. `words` are those in the text (`hints`)."""
    for pattern in () if _STREETS.isdisjoint(words) else (_ADDRESS, _SMALL_ADDRESS):
        for match in pattern.finditer(text):
            if not _MEASURES.search(match[0]):
                yield Found(*match.span(), Kind.ADDRESS)
    for match in _POSTCODE.finditer(text):
        if any(map(str.isupper, match[0])) or " " in match[0]:
            yield Found(*match.span(), Kind.POSTCODE)
    for match in _HALF.finditer(text):
        if match[1] in _AREAS:
            yield Found(*match.span(), Kind.POSTCODE)
    if "box" in words:
        for match in _BOX.finditer(text):
            yield Found(*match.span(), Kind.ADDRESS)
    if not _FLATS.isdisjoint(words):
        for match in _FLAT.finditer(text):
            yield Found(*match.span(), Kind.ADDRESS)
