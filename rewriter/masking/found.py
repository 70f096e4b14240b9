"""What identifies somebody, by kind and place."""

from bisect import bisect_left
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

__all__ = ["Found", "Kind", "Named", "apart"]


class Kind(StrEnum):
    """What a token stands for; its name in capitals is the token's."""

    PERSON = "person"
    ORG = "org"
    PLACE = "place"
    NHS = "nhs"
    NINO = "nino"
    UPN = "upn"
    CASE_REF = "case_ref"
    PHONE = "phone"
    EMAIL = "email"
    POSTCODE = "postcode"
    ADDRESS = "address"
    DOB = "dob"
    URL = "url"
    HANDLE = "handle"
    CAR_REGISTRATION = "car_registration"
    TEXT = "text"  # words that look like a token already


class Found(NamedTuple):
    """One stretch of a text that identifies; offsets in code points, end exclusive."""

    start: int
    end: int
    kind: Kind


class Named(NamedTuple):
    """One thing found: its place and kind, the keys of its words, and the possessive after it."""

    found: Found
    keys: tuple[str, ...]
    tail: str


def apart(found: Iterable[Found]) -> list[Found]:
    """Keep of those that overlap the one that came first; gives them in the order of the text."""
    kept: list[Found] = []
    for one in found:
        at = bisect_left(kept, one)
        after = at == len(kept) or one.end <= kept[at].start
        if one.start < one.end and after and (at == 0 or kept[at - 1].end <= one.start):
            kept.insert(at, one)
    return kept
