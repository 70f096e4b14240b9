"""What is asked in words that name no doer, and on whom it rests.

A doing is told as a thing ("her seeing Dale", "no more taking him back", "focus on Leanne's choice of partner"), or a
verb has no subject ("not to reply to his messages"). Once it is known who harms whom, what is done with the one who
harms and is nobody's by name rests on the person harmed. Sections 3.2, 3.3 and 3.5 of the responsibility standard.
"""

from collections.abc import Iterator

from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Fault, Side
from rewriter.harm.mentions import Mention
from rewriter.plan import Act, Mood

__all__ = ["doerless_faults", "rests_on_harmed"]

# What is done with somebody one lives with or has known; of a worker it would be said with their name.
_NEAR_DEALINGS = frozenset(
    "take let allow have reply respond answer return stay live calm provoke upset annoy antagonise stand wind argue "
    "forgive trust lend avoid handle please obey resist placate share invite believe".split()
)
# Of a worker as well; without a doer they are the person's only where they are not to be done.
_DEALINGS = frozenset("see meet contact text message go call ring speak talk write visit engage be get give".split())
_CALMED = frozenset("calm happy sweet quiet away out company sober".split())
# To be rid of the one who harms, or to tell of them: nothing that brings the harm about.
_FREEING = frozenset(
    "leave flee escape divorce separate refuse reject end report tell ring disclose fear feel suffer survive lose "
    "speak describe recover need want wish help name identify remember prosecute".split()
)
_THINGS = frozenset(
    "evening morning wedding housing nothing something anything everything during thing being feeling feelings "
    "wellbeing safeguarding building hearing training meeting setting clothing bedding counselling nursing parenting "
    "understanding ending being following including regarding".split()
)
_OPENS = frozenset("no more stop avoid not and or to of on about re around by from further , : - . ; without".split())
_TOPIC = frozenset("on about re around regarding into at".split())
_STOPS = frozenset(", ; : who which that because as when if so after since while".split())
# What somebody does or is, told as a thing of theirs.
_CONDUCT = frozenset(
    "decision decisions choice choices part role behaviour involvement association contribution attitude lifestyle "
    "naivety judgement insight risk-taking willingness habit tendency reluctance failure pattern responses reactions "
    "boundaries vulnerability assertiveness reasons motives".split()
)
_REASONS = frozenset("reasons motives".split())
_WORK = frozenset(
    "session sessions focus work discuss discussed discussion explore explored look address addressed talk picked "
    "review reviewed challenge challenged programme 1:1 keywork piece consider".split()
)
_OWN_SAY = frozenset("own wishes of her his their whether".split())
_REACH = 6


def rests_on_harmed(cast: Cast, act: Act) -> bool:
    """Whether a verb without a subject is what only somebody near to the one who harms would do, or leave off."""
    if act.actors or act.passive or act.mood is not Mood.ASKED:
        return False
    first, last = cast.sentence_at(act.verb)
    if cast.named(WORKING_SIDES | {Side.SOURCE}, first, act.verb, owning=False) is not None:
        return False
    met = _met(cast, act.verb, min(last, act.last))
    return met is not None and _is_dealing(cast, act.lemma.split(" ")[0], met, negated=act.negated)


def doerless_faults(cast: Cast) -> Iterator[Fault]:
    """Give every doing of the person harmed with the one who harms that is told as a thing, and every such topic."""
    words = cast.reading.words
    for n, word in enumerate(words):
        if word.key.endswith("ing") and word.key not in _THINGS - {"being"} and len(word.key) > 4:
            yield from _gerund(cast, n)
    for owner in cast.figures.mentions:
        if owner.owning and cast.side_at(owner) in HARMED_SIDES - {Side.BOTH}:
            yield from _topic(cast, owner)


def _gerund(cast: Cast, n: int) -> Iterator[Fault]:
    """ "what her being with Pete does to the twins", "no more taking Dale back"."""
    words = cast.reading.words
    first, last = cast.sentence_at(n)
    met = _met(cast, n, last)
    if met is None or cast.marks.begins("hurting", n):
        return
    stem = _base(words[n].key)
    before = next((m for m in cast.figures.between(max(first, n - _REACH), n) if m.last in (n, n - 1)), None)
    if before is not None and before.last == n:
        if before.owning and cast.side_at(before) in HARMED_SIDES - {Side.BOTH} and stem not in _FREEING:
            yield Fault("blame", before.first, met.last)
        return
    if n > first and words[n - 1].key not in _OPENS:
        return
    topic = any(words[x].key in _TOPIC for x in range(max(first, n - 2), n))
    if not topic and cast.named(WORKING_SIDES | {Side.SOURCE}, first, n, owning=False) is not None:
        return
    negated = any(words[x].key in ("no", "not", "never", "stop", "avoid") for x in range(max(first, n - 3), n))
    if _is_dealing(cast, stem, met, negated=negated):
        yield Fault("police", n, met.last)


def _topic(cast: Cast, owner: Mention) -> Iterator[Fault]:
    """ "six sessions, focus on Leanne's choice of partner", "his decision to send images" as what is worked on."""
    words = cast.reading.words
    first, last = cast.sentence_at(owner.first)
    at = owner.last
    if at < last and words[at].key == "(":
        at = next((x + 1 for x in range(at, last) if words[x].key == ")"), at)
    noun = next((x for x in range(at, min(at + 2, last)) if words[x].key in _CONDUCT), -1)
    if noun < 0 or any(words[x].key in _OWN_SAY for x in range(owner.last, noun)):
        return
    if owner.first > first and words[owner.first - 1].key in ("of", "by", "is", "not"):
        return
    if words[noun].key in _REASONS and not _are_for_an_act(cast, noun, last):
        return
    if any(words[x].key in _WORK for x in range(first, last)):
        yield Fault("blame", owner.first, noun + 1)


def _are_for_an_act(cast: Cast, noun: int, last: int) -> bool:
    """ "her reasons for sending videos": not those for leaving or telling."""
    words = cast.reading.words
    if noun + 2 >= last or words[noun + 1].key != "for" or not words[noun + 2].key.endswith("ing"):
        return False
    return _base(words[noun + 2].key) not in _FREEING


def _met(cast: Cast, verb: int, last: int) -> Mention | None:
    """The one who harms, where they come first after a verb, in its own clause."""
    words = cast.reading.words
    end = min(last, verb + _REACH)
    end = next((x for x in range(verb + 1, end) if words[x].key in _STOPS), end)
    near = [m for m in cast.figures.between(verb + 1, end) if cast.side_at(m) not in HARMED_SIDES]
    return near[0] if near and cast.side_at(near[0]) is Side.SOURCE else None


def _is_dealing(cast: Cast, stem: str, met: Mention, *, negated: bool) -> bool:
    words = cast.reading.words
    after = words[met.last].key if met.last < len(words) else ""
    if stem == "keep":
        return after in _CALMED and not met.owning
    return stem in _NEAR_DEALINGS or (negated and stem in _DEALINGS) or (stem == "get" and after == "back")


def _base(gerund: str) -> str:
    """The verb of a word in -ing, near enough for a look-up: "taking", "letting", "being"."""
    stem = gerund.removesuffix("ing")
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    return stem if stem in _NEAR_DEALINGS | _DEALINGS | _FREEING else _with_e(stem)


def _with_e(stem: str) -> str:
    return stem[:-1] if stem in ("lett", "gett") else f"{stem}e"
