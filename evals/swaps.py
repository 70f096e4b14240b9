"""The stated map by which genders and parent roles are swapped, to show that no judgement hangs on them.

Mothers become fathers, she becomes he, daughters sons, and the other way round. Names of services, programmes and
orders stay as they are, and so do words that only one reading of the law or of a body makes sense of.
"""

import re

__all__ = ["NAMES", "swapped", "swapped_data"]

_PAIRS = (
    "mother father, mum dad, mummy daddy, mothers fathers, mums dads, stepmother stepfather, stepmum stepdad, "
    "grandmother grandfather, nana grandpa, nan grandad, gran grandad, grandma grandpa, mgm mgf, pgm pgf, "
    "daughter son, daughters sons, sister brother, sisters brothers, aunt uncle, aunts uncles, auntie uncle, "
    "niece nephew, wife husband, wives husbands, girlfriend boyfriend, girlfriends boyfriends, woman man, "
    "women men, girl boy, girls boys, lady gentleman, mrs mr, female male, females males, granddaughter "
    "grandson, landlady landlord, she he, herself himself, hers his, fiancee fiance, mother's father's, mum's "
    "dad's, housewife househusband"
)
_MAP = {a: b for pair in _PAIRS.split(",") for a, b in (pair.split(), pair.split()[::-1])}
_MAP |= {"miss": "mr", "ms": "mr"}
# Kept word for word: services, programmes, orders and helplines.
_APOSTROPHE = "['\u2019]"
_KEPT = re.compile(
    "|".join(
        phrase.replace("'", _APOSTROPHE)
        for phrase in (
            "women's aid",
            "men's advice line",
            "freedom programme",
            "caring dads",
            "women's behaviour change group",
            "men's behaviour change group",
            "mankind",
            "karma nirvana",
            "mother (?:&|and) baby unit",
            "you and me,? mum",
            "women's da helpline",
            "men's da helpline",
            "female genital mutilation",
            "sarah's law",
            "clare's law",
        )
    ),
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+(?:[\u2019'](?:s|ve|ll|d)\b)?")
# Names that stand on both sides of the map, so that a swap of names is its own undoing.
_NAME_PAIRS = "sarah omar, jodie kyle, hayley ryan, chloe martin, amy liam"
NAMES = {a: b for pair in _NAME_PAIRS.split(",") for a, b in (pair.split(), pair.split()[::-1])}
_OBJECT_HER = frozenset(
    "to at in on by for from and or if when so again with back as up down out away off outside not any into until "
    "while alone that but because is was will about every each weekly daily before after during within without she "
    "he they".split()
)


def swapped(text: str) -> str:
    """Give a text with genders and parent roles swapped, and everything else as it was."""
    kept = [match.span() for match in _KEPT.finditer(text)]

    def one(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in kept):
            return match.group()
        written = match.group()
        key = written.lower().replace("\u2019", "'")
        stem, mark, ending = key.partition("'")
        new = _possessive(text, match) if stem in ("his", "her", "him") else _MAP.get(stem, NAMES.get(stem, ""))
        if not new:
            return written
        new += mark + ending
        return new.capitalize() if written[:1].isupper() else new

    return _WORD.sub(one, text)


def _possessive(text: str, match: re.Match[str]) -> str:
    """ "her" is "his" before a noun or a number and "him" elsewhere; "his" and "him" are both "her"."""
    if match.group().lower() != "her":
        return "her"
    if re.search(r"\b(?:made|makes?|let|lets)\s$", text[: match.start()], re.IGNORECASE):
        return "him"  # "made her slap Len"
    if re.search(r"\b(?:have|has|had|get|gets)\s$", text[: match.start()]) and re.match(
        r"\s+cut\b", text[match.end() :]
    ):
        return "him"  # "so that nobody can have her cut"
    before, after = text[: match.start()], text[match.end() :]
    if re.search(r"\bcall(?:s|ed|ing)?\s$", before, re.IGNORECASE) and re.match(
        r"\s+(?:ugly|thick|names|a|the)\b", after
    ):
        return "him"  # "stops calling her ugly"
    if re.search(r"\b(?:keep|keeps|keeping|kept)\s$", before, re.IGNORECASE) and re.match(r"\s+safe\b", after):
        return "him"  # "keep her safe"
    if re.match(r"\s+\d{1,2}/\d", text[match.end() :]):
        return "him"  # "who hurt her 11/2"
    following = re.match(r"\s+(\d|[A-Za-z]+)", text[match.end() :])
    return "his" if following and following.group(1).lower() not in _OBJECT_HER else "him"


def swapped_data(value: object) -> object:
    """Give a context with every text in it swapped."""
    if isinstance(value, str):
        return swapped(value)
    if isinstance(value, dict):
        return {key: swapped_data(each) for key, each in value.items()}
    if isinstance(value, list):
        return [swapped_data(each) for each in value]
    return value
