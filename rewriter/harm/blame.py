"""Descriptions and reasons that make the person harmed a cause of the harm.

Section 3.5 of the responsibility standard.
"""

from collections.abc import Iterator

from rewriter.harm.asked import names_abuse
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Fault, Side
from rewriter.harm.mentions import Mention
from rewriter.lexicon import Term

__all__ = ["blame_faults", "nearest", "risky_ways", "sentence_start"]

_DENIED = frozenset("not never no isn't wasn't nothing nobody none without neither".split())
_PERMITTING = tuple("allow let permit enabl invit welcom condon excus".split())
_AGENTLESS_BLAME = frozenset("failure failing fails failed collusion lifestyle risky provocative abusive".split())
_OWN = frozenset("himself herself themselves his her their my".split())
_PUTTING = frozenset(
    "put puts putting place places placed placing lay lays laid laying leave leaves left leaving expose exposes "
    "exposed exposing get gets got getting make makes made making land lands landed landing bring brings bringing "
    "open opens let lets letting set sets setting".split()
)
_INTO = frozenset("at in into open up to vulnerable a an".split())
_PERIL = frozenset(
    "risk risks danger dangers harm harm's way trouble situations situation position positions mercy vulnerable target "
    "open exploitation abuse danger's hands cars".split()
)
_SHARE = frozenset("part role share hand contribution responsibility involvement complicity".split())
_RISKY = frozenset(
    "risky risk promiscuous unsafe dangerous reckless provocative unwise poor bad sexualised inappropriate harmful "
    "chaotic attention".split()
)
_WAYS = frozenset(
    "behaviour behaviours choice choices conduct lifestyle decisions activity activities actions relationships "
    "friendships associations judgement boundaries habits seeking".split()
)
# Between somebody and the harm these make it what they bear, tell or leave.
_APART_FROM = frozenset(
    "with from after about through despite against feels sees remembers understands reports survives escapes has is "
    "was resists describes".split()
)
_FAULT_WORDS = frozenset(
    "fault blame deserve deserves deserved responsibility part role choice choices cause causing".split()
)


def sentence_start(cast: Cast, index: int) -> int:
    """The index of the first word of the sentence that a word stands in."""
    return cast.sentence_at(index)[0]


def nearest(cast: Cast, first: int, index: int) -> Mention | None:
    """The nearest person named before a word in its sentence who is on a side of the harm."""
    for mention in reversed(cast.figures.between(first, index)):
        if cast.side_at(mention) not in WORKING_SIDES and not mention.owning:
            return mention
    return None


def blame_faults(cast: Cast) -> Iterator[Fault]:
    """Give every description or reason that makes the person harmed a cause of the harm."""
    words, marks = cast.reading.words, cast.marks
    yield from _self_endangering(cast)
    yield from risky_ways(cast)
    yield from _part_in(cast)
    yield from _brings_on(cast)
    for term in marks.all("blame"):
        start = sentence_start(cast, term.first)
        if _denied(cast, term, start):
            continue
        side = _blamed(cast, term, start)
        stays = words[term.first].key.startswith("stay")
        if stays and cast.named((Side.SOURCE,), term.last, term.last + 3) is None:
            continue  # "Tilly stays with Mum"
        if words[term.last - 1].key == "blame" and _blames_another(cast, term):
            continue
        if side in HARMED_SIDES or (side is None and cast.in_play and _agentless_blame(words[term.first].key)):
            yield Fault("blame", term.first, term.last)
    for term in marks.all("blame_near"):
        start = sentence_start(cast, term.first)
        who = nearest(cast, start, term.first)
        if (
            who is None
            or cast.side_at(who) not in HARMED_SIDES
            or _denied(cast, term, start)
            or who.first < term.first - 8
        ):
            continue
        end = min(term.last + 5, len(words))
        source = next(
            (
                m
                for m in cast.figures.between(term.last, end)
                if cast.side_at(m) is Side.SOURCE and not (words[term.first].key.startswith("trigger") and not m.owning)
            ),
            None,
        )
        key = words[term.first].key
        if key.startswith(_PERMITTING) and source is None:
            continue
        if key in ("allow", "let", "permit", "invite") and any(
            words[n].key in ("not", "never") for n in range(max(start, term.first - 3), term.first)
        ):
            continue
        if source is not None or names_abuse(cast, term.last, min(term.last + 3, len(words)), soft=False):
            yield Fault(
                "blame", start if key.startswith("allow") else who.first, end if source is None else source.last
            )


def _self_endangering(cast: Cast) -> Iterator[Fault]:
    """ "placing herself in danger", "lays himself open", "has only himself to blame": harm as her own doing."""
    words = cast.reading.words
    for n in range(1, len(words) - 1):
        if not words[n].key.endswith(("self", "selves")):
            continue
        mention = cast.figures.at.get(n)
        if mention is None or cast.side_at(mention) not in HARMED_SIDES:
            continue
        near = [word.key for word in words[n + 1 : n + 6]]
        put = words[n - 1].key in _PUTTING and near[0] in _INTO and any(key in _PERIL for key in near)
        blamed = near[:2] in (["to", "blame"], ["to", "thank"])
        start = sentence_start(cast, n)
        if (put or blamed) and not any(words[x].key in _DENIED for x in range(max(start, n - 6), n)):
            yield Fault("blame", n - 1, n + 4)


def risky_ways(cast: Cast) -> Iterator[Fault]:
    """ "her risky sexual behaviour", "Sol's unwise friendships": a way of living named as the risk."""
    words = cast.reading.words
    for n, word in enumerate(words):
        if word.key not in _RISKY:
            continue
        start, end = sentence_start(cast, n), cast.sentence_at(n)[1]
        way = next((x for x in range(n + 1, min(n + 4, end)) if words[x].key in _WAYS), -1)
        if way < 0:
            continue
        owner = next((m for m in reversed(cast.figures.between(max(start, n - 3), n)) if m.owning), None)
        if owner is None:
            owner = next(
                (m for m in cast.figures.between(way + 1, min(way + 4, end)) if words[way + 1].key == "by"), None
            )
        if owner is not None and cast.side_at(owner) in HARMED_SIDES:
            yield Fault("blame", owner.first, way + 1)


def _part_in(cast: Cast) -> Iterator[Fault]:
    """ "Nadia's part in what her cousin did": a share in the harm as the person's own."""
    words = cast.reading.words
    for n in range(1, len(words) - 2):
        if words[n].key not in _SHARE or words[n + 1].key not in ("in", "for", "to"):
            continue
        start, end = cast.sentence_at(n)
        owner = next((m for m in cast.figures.between(max(start, n - 3), n) if m.owning), None)
        if owner is None or cast.side_at(owner) not in HARMED_SIDES:
            continue
        after = min(n + 8, end)
        if names_abuse(cast, n + 2, after) or cast.named((Side.SOURCE,), n + 2, after) is not None:
            yield Fault("blame", owner.first, after)


def _brings_on(cast: Cast) -> Iterator[Fault]:
    """ "how she sets off Kyle's punches": what the person harmed does, with the harm as what it does."""
    words = cast.reading.words
    for mention in cast.figures.mentions:
        if mention.owning or cast.side_at(mention) not in HARMED_SIDES - {Side.BOTH}:
            continue
        end = min(cast.sentence_at(mention.first)[1], mention.last + 6)
        if mention.last >= end or mention.first == 0 or words[mention.first - 1].key not in ("how", "why", "ways"):
            continue
        owner = next((m for m in cast.figures.between(mention.last + 1, end) if m.owning), None)
        if owner is None or cast.side_at(owner) is not Side.SOURCE or not names_abuse(cast, owner.last, owner.last + 2):
            continue
        between = {words[n].key for n in range(mention.last, owner.first)}
        if words[mention.last].key.endswith("s") and _APART_FROM.isdisjoint(between):
            yield Fault("blame", mention.first, owner.last + 1)


def _blames_another(cast: Cast, term: Term) -> bool:
    """ "the man who blackmails her is to blame and not her"."""
    keys = cast.reading.keys
    near = range(term.last, min(term.last + 3, len(keys) - 1))
    return any(keys[n] == "not" and n + 1 in cast.figures.at for n in near)


def _agentless_blame(key: str) -> bool:
    return key in _AGENTLESS_BLAME


def _blamed(cast: Cast, term: Term, start: int) -> Side | None:
    """The side of whoever the phrase blames: the owner or self in it, else the nearest person before it."""
    words = cast.reading.words
    for n in range(term.first, term.last):
        mention = cast.figures.at.get(n)
        if (
            mention is not None
            and mention.pronoun
            and (
                (words[n].key in _OWN and n == term.first)
                or words[n].key.endswith(("self", "selves"))
                or words[n].key in ("she", "he", "they")
            )
        ):
            return cast.side_at(mention)
    who = nearest(cast, start, term.first)
    if who is not None:
        return cast.side_at(who)
    owner = next(
        (
            m
            for m in reversed(cast.figures.between(start, term.first))
            if m.owning and cast.side_at(m) not in WORKING_SIDES
        ),
        None,
    )
    if owner is not None:
        return cast.side_at(owner)
    after = next((m for m in cast.figures.between(term.last, term.last + 5)), None)
    return cast.side_at(after) if after is not None and cast.side_at(after) in HARMED_SIDES else None


def _denied(cast: Cast, term: Term, start: int) -> bool:
    """ "not her fault", "nothing she did to deserve it"."""
    words = cast.reading.words
    keys = [words[n].key for n in range(term.first, term.last)]
    if not any(key in _FAULT_WORDS for key in keys):
        return keys[0] == "no" and "reason" not in keys
    return any(words[n].key in _DENIED for n in range(max(start, term.first - 6), term.first))
