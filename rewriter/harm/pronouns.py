"""The pronouns as they are written, and when "her" stands for what she has."""

from collections.abc import Sequence
from functools import cache

from rewriter.harm.words import hurting_words
from rewriter.text import Word

__all__ = ["POSSESSIVES", "PRONOUNS", "SELF", "owns"]

PRONOUNS = {
    **dict.fromkeys("she her hers herself shes she'll she'd".split(), "f"),
    **dict.fromkeys("he him his himself hes he'll he'd".split(), "m"),
    **dict.fromkeys("they them their theirs themselves they're they've they'll they'd".split(), "p"),
    **dict.fromkeys("i me my myself im i've i'm i'll you your".split(), "i"),  # the speaker, or the reader
    **dict.fromkeys("we us our ourselves".split(), "w"),
}
POSSESSIVES = frozenset("his their my our your hers".split())
SELF = frozenset("himself herself themselves myself".split())
_SUBJECTS = frozenset("she he they i we she'll he'll they'll she'd he'd they'd you".split())
_HAVING = frozenset("have has had having get gets got getting make makes made making let lets letting".split())
_LEAVING = frozenset("leave leaves left leaving keep keeps kept keeping".split())
_STATES = frozenset(
    "safe calm quiet soiled wet hungry dirty unwashed cold unfed raw bruised naked thirsty locked short hurt".split()
)
_MAKING = frozenset("make makes made making let lets letting".split())
_BARE = frozenset(
    "stand sleep kneel sit wait beg eat hold keep clean wash cook see go have leave drink strip run carry sell steal "
    "hide lie do get take give pay sign hand touch watch speak talk use drive ring out".split()
)
_ABOUT = frozenset("about of after over for from".split())
_CALLING = frozenset("call calls called calling".split())
# Whoever or whatever can be rung: "called her mother".
_RINGABLE = frozenset(
    "mother mum mam mom father dad parents sister brother aunt uncle gran nan son daughter husband wife partner worker "
    "manager solicitor doctor gp school boss employer friend friends family landlord carer own phone mobile work "
    "office advocate idva isva nurse keyworker mentor teacher college sponsor neighbour ex".split()
)
_GIVING = frozenset("give gives gave giving".split())
_LOADS = frozenset("packages package parcels parcel packets packet bags drugs weed wraps".split())
_SENDING = frozenset("send sends sending sent show shows showing showed buy buys buying bought pay pays paid".split())
_SENT = frozenset(
    "pics pictures photos nudes messages texts money porn videos clips gifts presents links abuse threats vapes cash "
    "letters drink alcohol cider weed".split()
)
_COUNTED = frozenset("two three four several black money drugs vodka drink alcohol".split())
_TIMES = frozenset(
    "twice once thrice ten fifteen twenty thirty forty fifty sixty seventy eighty ninety hundreds dozens".split()
)
_OBJECTS = frozenset("the him me them his their someone somebody".split())
# After one of these "her" stands for a person, not for her having something.
_AFTER_OBJECT = frozenset(
    "to at in on by for from and or if when so again with back as up down out away off outside not any into until "
    "while alone that but because is was will a an the this that these those his there about every each weekly "
    "daily before after during within without over money".split()
)


def owns(words: Sequence[Word], index: int) -> bool:
    """Whether "her" at a word stands for her having what follows, not for the person."""
    following = words[index + 1].key if index + 1 < len(words) else ""
    before = words[index - 1].key if index else ""
    if following in _SUBJECTS:
        return False  # "tells her she is mad"
    if before in _LEAVING and following in _STATES:
        return False  # "leaves her soiled all night"
    if before in _MAKING and following in _BARE:
        return False  # "makes her stand outside"
    if before in _CALLING and following not in _RINGABLE:
        return False  # "stops calling her ugly"
    if before in _HAVING and _is_done(words, index + 1):
        return False
    acting = before in _HAVING or (before in _ABOUT and following[:-3] in _stems() and _has_object(words, index + 2))
    if following.endswith("ing") and acting:
        return False  # "get her dropping drugs", "about her breaking Len's arm"
    if before in _GIVING and (following in _LOADS or following in _COUNTED):
        return False  # "gives her packages to carry", "gave her two black eyes"
    if before in _SENDING and following in _SENT:
        return False  # "sends her pics"
    if following in _TIMES or (following[:1] == "x" and following[1:].isdigit()):
        return False  # "rings her forty times a night"
    if following[:1].isdigit():
        counted = words[index + 2].key if index + 2 < len(words) else ""
        return counted.isalpha() and counted not in ("times", "x", "more")  # "her 10,000 steps"
    return following.isalpha() and following not in _AFTER_OBJECT


def _has_object(words: Sequence[Word], index: int) -> bool:
    """Whether somebody follows who is acted upon: "about her breaking Len's arm", not "of her stalking"."""
    return index < len(words) and (
        words[index].text[:1].isupper() or words[index].key in _OBJECTS | {"her", "my", "our"}
    )


def _is_done(words: Sequence[Word], index: int) -> bool:
    """ "have her cut", "made her slap Len": what is done to somebody, or what they are made to do."""
    if index >= len(words):
        return False
    if words[index].key in ("cut", "married", "work", "carry", "sell", "hold"):
        return True
    after = words[index + 1] if index + 1 < len(words) else None
    object_next = after is not None and (after.text[:1].isupper() or after.key in _OBJECTS)
    return words[index].key in hurting_words() and object_next


@cache
def _stems() -> frozenset[str]:
    """The words of hurting without an ending, so that "breaking" and "slapping" are known by them."""
    return frozenset(
        word.removesuffix("ing") for word in hurting_words() | {"breaking", "fracturing"} if word.endswith("ing")
    )
