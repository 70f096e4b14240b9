"""Recognises how somebody is reached: e-mail, web addresses, telephone numbers, names on social media."""

import re
from collections.abc import Iterator

from rewriter.masking.found import Found, Kind

__all__ = ["find_contacts"]

_DIGIT = re.compile(r"\d")
_INNER_DOT = re.compile(r"\.\w")
_EMAIL = re.compile(r"[\w.+'\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63})+")
_URL = re.compile(
    r"https?://[^\s<>\"|]+|\bwww\.[^\s<>\"|]+"
    r"|\b[a-z0-9][a-z0-9\-]{0,62}(?:\.[a-z0-9\-]{1,63}){0,3}\."
    r"(?:com|co\.uk|org\.uk|gov\.uk|nhs\.uk|sch\.uk|ac\.uk|police\.uk|org|net|uk|info|io|me|tv|app|wales|scot|london)"
    r"\b(?:/[^\s<>\"|]*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w.,\u00a3])(?:\+\d|\(\+?\d|\(?0\d)[\d \t().\-\u2010-\u2013]{6,18}\d(?![\d:])")
_NAMED_PHONE = re.compile(
    r"\b(?:tel|phone|mob(?:ile)?|call|ring|text|ext)\b[^\w\n+]{0,4}(?:on\s{1,3}|no\.?\s{1,3}|number\s{1,3})?"
    r"(\d[\d \-]{4,16}\d)(?![\d:/])",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z0-9_](?:[\w.\-]{0,60}\w)?")
_NAMED_HANDLE = re.compile(
    r"\b(?:snapchat|snap|insta(?:gram)?|tik ?tok|discord|xbox|psn|playstation|steam|roblox|gamer ?tag|user ?name|"
    r"screen ?name|handle|twitter|facebook|fb|twitch|kik|telegram|wickr|youtube|signal|account|profile)\b"
    r"[^\w\n]{0,3}(?:(?:name|id|tag|user|account|handle|profile|is|as|called)\b[^\w\n]{0,3}){0,3}"
    r"([A-Za-z0-9]{1,30}(?:[_.#\-][A-Za-z0-9]{1,30}){1,4}|[A-Za-z]{2,20}\d{1,6}[A-Za-z0-9]{0,10})(?!\w)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?<![\w@])(?:[A-Za-z0-9]{1,30}_[A-Za-z0-9_]{1,30}|[A-Za-z][A-Za-z0-9]{1,30}#\d{3,5})(?!\w)")
_PHONE_WORDS = frozenset("tel phone mob mobile call ring text ext".split())
_HANDLE_WORDS = frozenset(
    (
        "snapchat snap insta instagram tik tiktok discord xbox psn playstation steam roblox gamer gamertag user "
        "username screen screenname handle twitter facebook fb twitch kik telegram wickr youtube signal account "
        "profile"
    ).split()
)
_TRAILING = ".,;:!?)'\u2019]\u201d"


def find_contacts(text: str, words: frozenset[str]) -> Iterator[Found]:
    """Give every one, the surest first; they may overlap. `words` are those in the text (`hints`)."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            lead = len(match[0]) - len(match[0].lstrip("'.-"))
            yield Found(match.start() + lead, match.end(), Kind.EMAIL)
    if "://" in text or _INNER_DOT.search(text):
        for match in _URL.finditer(text):
            yield Found(match.start(), match.start() + len(match[0].rstrip(_TRAILING)), Kind.URL)
    if _DIGIT.search(text):
        yield from _telephones(text, words)
    if "@" in text:
        for match in _HANDLE.finditer(text):
            yield Found(*match.span(), Kind.HANDLE)
    if "_" in text or "#" in text:
        for match in _JOINED.finditer(text):
            yield Found(*match.span(), Kind.HANDLE)
    if not _HANDLE_WORDS.isdisjoint(words):
        for match in _NAMED_HANDLE.finditer(text):
            yield Found(*match.span(1), Kind.HANDLE)


def _telephones(text: str, words: frozenset[str]) -> Iterator[Found]:
    for match in _PHONE.finditer(text):
        digits = sum(map(str.isdecimal, match[0]))
        if 9 <= digits <= 15:
            yield Found(*match.span(), Kind.PHONE)
    named = () if _PHONE_WORDS.isdisjoint(words) else _NAMED_PHONE.finditer(text)
    for match in named:
        if 5 <= sum(map(str.isdecimal, match[1])) <= 15:
            yield Found(*match.span(1), Kind.PHONE)
