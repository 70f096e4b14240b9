"""Tells a capital that is a place or a thing from one that is a person: "at the Travelodge", "off Discord"."""

from collections.abc import Sequence

from rewriter.text import Word, is_name_shaped

__all__ = ["is_left", "is_object", "is_where", "is_wound"]

_LEAVING = frozenset("come comes coming came stay stays staying keep keeps kept log logs get gets go goes".split())
_WHERE = frozenset("at outside inside near nr behind in".split())
_TRUSTING = frozenset("confide confides confided confiding trust trusts believe believes interest faith in".split())
# "the Khan family", "the Hussain boys": a name after an article is a person's where people follow.
_KIN = frozenset(
    "family household boys brothers sisters girls twins children kids siblings brother sister boy girl baby couple "
    "parents clan lads men women".split()
)

# Before a capital inside a line: whoever comes after is somebody ("calls from Pat", "by Mark").
_BEFORE_SOMEBODY = frozenset("from by with w / and & tell tells told than".split())
_SHORTEST_VERB = 4
_WOUNDS = frozenset(
    "bruise bruises bruising marks cuts burns bites scratches grazes welts injuries injury fractures swelling".split()
)


def is_wound(key: str) -> bool:
    """Whether a word that opens a line is what somebody has suffered: "Bruises to back + arm"."""
    return key in _WOUNDS


def is_object(words: Sequence[Word], index: int) -> bool:
    """ "calls from Pat", "winds Grace up": after a small word or a verb a capital is somebody."""
    before = words[index - 1]
    if before.key in _BEFORE_SOMEBODY:
        return True
    return before.text.islower() and len(before.key) >= _SHORTEST_VERB and before.key.endswith(("s", "ing", "ed"))


def is_left(words: Sequence[Word], index: int) -> bool:
    """ "comes off Strava", "off Discord by tonight": what somebody is told to leave is no person."""
    if index < 2 or words[index - 1].key not in ("off", "onto"):
        return False
    before = words[index - 2]
    return before.key in _LEAVING or before.key == ")" or before.text[:1].isupper()


def is_where(words: Sequence[Word], index: int) -> bool:
    """ "the men at the Travelodge", "the Audi", "nr Ashgrove": where or what, and not who."""
    first = index
    while first and is_name_shaped(words[first - 1]) and words[first].start == words[first - 1].end + 1:
        first -= 1
    following = words[index + 1].key if index + 1 < len(words) else ""
    if first and words[first - 1].key in ("nr", "near", "in") and not words[index].possessive:
        return not (words[first - 1].key == "in" and first > 1 and words[first - 2].key in _TRUSTING)
    if not first or words[first - 1].key != "the" or following in _KIN:
        return False
    if first > 1 and words[first - 2].key in _WHERE:
        return True
    return not words[index].key.endswith("s") and not words[index].possessive
