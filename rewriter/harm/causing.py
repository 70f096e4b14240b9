"""Whether the harm is told as something that the person harmed brings about, lets happen, or has failed to stop.

Section 3.5 of the responsibility standard, read from the sentence: who or what does the causing, and to whom. The verbs
were chosen from the hyponyms of cause, provoke, upset, anger and encourage in WordNet 3.0 (see `words/hurting.toml`).
"""

from collections.abc import Iterator

from rewriter.harm.asked import names_abuse
from rewriter.harm.cast import HARMED_SIDES, Cast, Fault, Side
from rewriter.harm.mentions import Mention

__all__ = ["causing_faults"]

_CAUSING = frozenset(
    form
    for verb in (
        "provoke upset annoy irritate anger enrage antagonise aggravate trigger rile goad bait inflame madden "
        "frustrate infuriate tempt attract entice invite encourage spark fuel prompt prolong worsen incite "
        "stoke arouse stress"
    ).split()
    for form in (verb, f"{verb}s", f"{verb}d", f"{verb}ed", f"{verb}ing", f"{verb.removesuffix('e')}ing")
) | frozenset("feeds feeding fed".split())
# Of these it is the small word that tells: "set him off", "wind Grace up", "drive him to it".
_WITH_PARTICLE = {
    **dict.fromkeys("set sets setting".split(), ("off",)),
    **dict.fromkeys("wind winds winding wound".split(), ("up",)),
    **dict.fromkeys("drive drives driving drove".split(), ("to", "mad", "away", "into")),
    **dict.fromkeys("push pushes pushing pushed".split(), ("over", "to", "buttons")),
    **dict.fromkeys("lead leads leading led".split(), ("on",)),
    **dict.fromkeys("egg eggs egging egged".split(), ("on",)),
    **dict.fromkeys("keep keeps keeping".split(), ("going", "coming", "happening")),
    **dict.fromkeys("get gets getting".split(), ("angry", "going", "started", "cross", "annoyed")),
    **dict.fromkeys("make makes making made".split(), ("angry", "worse", "cross", "jealous", "mad", "suspicious")),
}
_FAILING = frozenset("failed fails failing unable unwilling refused refuses neglected".split())
_STOPPING = frozenset(
    "protect stop control rein prevent manage set keep put challenge safeguard leave end deal stand enforce hold "
    "impose say shield intervene".split()
)
_REASONS = frozenset("given due owing because despite considering following".split())
_CONDUCT = frozenset(
    "choice choices company behaviour attitude lifestyle decision decisions conduct temper associations "
    "friendships associates clothes drinking mouth manner ways naivety recklessness failure failings immaturity "
    "promiscuity refusal reluctance unwillingness inability".split()
)
_MANNER = frozenset("behaviour attitude conduct manner temper".split())
_DENIED = frozenset("not never nothing doesn't didn't isn't no nor nobody without".split())
_REACH = 9


def causing_faults(cast: Cast) -> Iterator[Fault]:
    """Give every place where what the person harmed does, is or has failed to do is made the cause of the harm."""
    words = cast.reading.words
    for n, word in enumerate(words):
        if word.key in _CAUSING or word.key in _WITH_PARTICLE:
            yield from _causes(cast, n)
        elif word.key in _FAILING:
            yield from _fails(cast, n)
        elif word.key == "why":
            yield from _is_why(cast, n)
        elif word.key in _REASONS:
            yield from _is_reason(cast, n)


def _causes(cast: Cast, n: int) -> Iterator[Fault]:
    """ "how his spending winds Grace up", "not to set Phil off": whoever or whatever does it is the harmed person's."""
    words = cast.reading.words
    first, last = cast.sentence_at(n)
    particles = _WITH_PARTICLE.get(words[n].key)
    end = min(last, n + 6)
    if particles is not None and not any(words[x].key in particles for x in range(n + 1, end)):
        return
    struck = next((m for m in cast.figures.between(n + 1, min(n + 4, last)) if not m.owning), None)
    source = struck is not None and cast.side_at(struck) is Side.SOURCE
    if not source and not names_abuse(cast, n + 1, end, soft=False):
        return
    causer = _causer(cast, first, n)
    if causer is None or cast.side_at(causer) not in HARMED_SIDES - {Side.BOTH}:
        return
    denied = any(words[x].key in _DENIED for x in range(max(first, causer.first - 2), n))
    asked = any(words[x].key in ("to", "must", "should", "will") for x in range(causer.last, n))
    if not denied or asked:
        yield Fault("blame", causer.first, end)


def _causer(cast: Cast, first: int, n: int) -> Mention | None:
    """Who stands before a verb as its subject, or owns what does."""
    near = cast.figures.between(max(first, n - _REACH), n)
    return near[-1] if near else None


def _fails(cast: Cast, n: int) -> Iterator[Fault]:
    """ "as she has failed to rein him in", "unable to keep her boundaries with him"."""
    words = cast.reading.words
    first, last = cast.sentence_at(n)
    to = next((x for x in range(n + 1, min(n + 3, last)) if words[x].key == "to"), -1)
    if to < 0 or to + 1 >= last or words[to + 1].key not in _STOPPING:
        return
    who = next((m for m in reversed(cast.figures.between(first, n)) if not m.owning), None)
    if who is None or cast.side_at(who) not in HARMED_SIDES - {Side.BOTH}:
        return
    if cast.named((Side.SOURCE,), to, last) is not None or names_abuse(cast, to, last):
        yield Fault("blame", who.first, last)


def _is_why(cast: Cast, n: int) -> Iterator[Fault]:
    """ "she spoils Balraj, which is why he swears at her": what the person harmed does is told as the reason."""
    words = cast.reading.words
    first, last = cast.sentence_at(n)
    if n < first + 2 or words[n - 1].key not in ("is", "that's", "thats", "that") or n + 1 >= last:
        return
    doer = next(iter(cast.figures.between(n + 1, min(n + 4, last))), None)
    who = next((m for m in cast.figures.between(first, n) if not m.owning and cast.side_at(m) in HARMED_SIDES), None)
    if doer is not None and who is not None and cast.side_at(doer) in (Side.SOURCE, Side.BOTH):
        yield Fault("blame", who.first, last)


def _is_reason(cast: Cast, n: int) -> Iterator[Fault]:
    """ "given Kacper's choice of company", "due to her attitude": the harmed person's ways as the reason."""
    words = cast.reading.words
    last = cast.sentence_at(n)[1]
    owner = next((m for m in cast.figures.between(n + 1, min(n + 4, last)) if m.owning), None)
    if owner is None or cast.side_at(owner) not in HARMED_SIDES - {Side.BOTH}:
        return
    at = next((x for x in range(owner.last, min(owner.last + 4, last)) if words[x].key in _CONDUCT), -1)
    towards = ("towards", "to") if at >= 0 and words[at].key in _MANNER else ("towards",)
    if at >= 0 and not any(words[x].key in towards for x in range(at, min(at + 2, last))):
        yield Fault("blame", owner.first, at + 1)
