"""What the words beside a word tell of it: that it does what a person does, or stands where a person stands.

Position is evidence of its own: "T wants", "ask zofka to", "nan sheila", "Ocean enjoys" name somebody, whatever any
list of names has.
"""

from collections.abc import Sequence

from rewriter.masking.lists import listed
from rewriter.masking.words import Piece

__all__ = [
    "DOING", "LIVING", "OF_THINGS", "acts", "does", "follows_kin", "goes_on", "is_asked", "is_only_human", "next_of",
    "previous_of",
]  # fmt: skip

DOING = frozenset(
    (
        "to will must should shall can could would might has is was isn't wasn't hasn't won't can't cannot couldn't "
        "shouldn't wouldn't mustn't isnt wasnt hasnt wont doesn't doesnt didn't didnt may"
    ).split()
)
# What only people do. "Reports" and "needs" are not among them, as plans and schools do so too; nor are words that are
# nouns ("energy drinks", "money worries") or say what was done to a thing ("session attended").
_HUMAN = frozenset(
    (
        "likes liked loves loved hates hated enjoys enjoyed wants wanted thinks thought says said asks tells hoped "
        "sleeps slept cries cried misses refuses speaks spoke eats ate wears wore lives lived knows knew believes "
        "believed agrees laughs laughed attends dislikes prefers wakes woke admits denies discloses disclosed "
        "identifies tries struggled worried wished"
    ).split()
)
# After "to" and "will" these are of things as well: "to be held", "will improve".
OF_THINGS = frozenset(
    (
        "be have improve increase reduce decrease continue remain last start begin stop end happen take include cover "
        "help make need follow stay change get go become come cost depend finish run reach show fall rise drop"
    ).split()
)
# What a person does, and hardly a thing.
LIVING = frozenset(
    "plays played feels felt goes went gets got keeps kept stays stayed walks walked cares works reads".split()
)
_BETWEEN = frozenset("also still often always never only now usually sometimes really just not then rarely".split())
_AFTER_ASKED = frozenset(
    "to and or & about if whether that what when from at in on for before after how why again , .".split()
)
_ASKING = frozenset(
    (
        "ask asks asked asking tell tells told telling remind reminds reminded reminding let lets encourage encourages "
        "encouraged invite invites invited persuade thank thanked phone phoned text texted ring rang meet meets met "
        "collect collects collected visit visits visited"
    ).split()
)
_LOOKS = frozenset("young little big head chair name ex".split())  # before a name, and before anything else
_SPEAKING = frozenset("speak speaks spoke spoken speaking talk talks talked talking".split())


def next_of(pieces: Sequence[Piece], at: int) -> Piece | None:
    """Give the word after one in the same sentence, or None."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    return None if after is None or after.opens else after


def previous_of(pieces: Sequence[Piece], at: int) -> Piece | None:
    """Give the word before one in the same sentence, or None."""
    return pieces[at - 1] if at and not pieces[at].opens else None


def acts(pieces: Sequence[Piece], at: int) -> bool:
    """Whether what follows is what somebody, or something, is to do, does or has done: "to ring", "will", "wants"."""
    after = next_of(pieces, at)
    if after is None or pieces[at].tail:
        return False
    if after.gap == " " and after.key in DOING:
        number = after.key == "to" and at + 2 < len(pieces) and pieces[at + 2].is_number
        return not number  # "rose to 40%"
    return is_only_human(pieces, at)


def goes_on(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a sentence goes on after a word as after its subject: what it does, or an adverb ("Long only at")."""
    after = next_of(pieces, at)
    return acts(pieces, at) or (after is not None and after.gap == " " and after.key in _BETWEEN)


def is_only_human(pieces: Sequence[Piece], at: int) -> bool:
    """Whether what follows is what people alone do: "likes", "also wants", ", who", ", aged 7"."""
    after = next_of(pieces, at)
    if after is None or pieces[at].tail:
        return False
    if after.gap == ", " and after.key in ("who", "whose", "aged"):
        return True
    if after.gap == " " and after.key in _BETWEEN:
        after = next_of(pieces, at + 1)
    return after is not None and after.gap == " " and after.key in _HUMAN and not after.is_capital


def does(pieces: Sequence[Piece], at: int, gap: str = " ") -> bool:
    """Whether what follows, after a `gap`, has the form of what somebody does or did: "plays football", "reported"."""
    after = next_of(pieces, at)
    if after is None or after.gap != gap or after.is_capital or pieces[at].tail:
        return False
    return len(after.key) > 3 and after.key.endswith(("s", "ed")) and not after.key.endswith(("ss", "us", "ness"))


def follows_kin(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word before says who somebody is: "nan sheila", "mum's partner, dex"; "the boys: sol and ray"."""
    before = previous_of(pieces, at)
    if before is None or before.owns or before.key not in listed("people", "kin_titles") or before.key in _LOOKS:
        return False
    return pieces[at].gap in (" ", ", ", " - ", " \u2013 ")


def is_asked(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word before is what is done to a person: "ask X to", "spoke to X", "collect X from"."""
    before = previous_of(pieces, at)
    if before is None or pieces[at].gap != " ":
        return False
    if before.key in ("to", "with") and at > 1 and not before.opens and pieces[at - 2].key in _SPEAKING:
        return True
    after = next_of(pieces, at)
    return before.key in _ASKING and (after is None or after.key in _AFTER_ASKED or bool(after.gap.strip()))
