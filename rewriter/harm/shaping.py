"""Work done on the person harmed, so that they act or live in another way: a worker's task, their burden.

Sections 3.3 and 3.5 of the responsibility standard: "still counts when the task is a professional's". Reads the words
after the one who is worked with, and what of theirs is to be less.
"""

from collections.abc import Iterator

from rewriter.harm.asked import EXPERIENCE, REPORTING
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Fault, Side
from rewriter.harm.mentions import Mention
from rewriter.harm.policing import CHANGES

__all__ = ["shaping_faults"]

_WORKED = frozenset(
    "with w / help helping helps support supporting teach teaching encourage encouraging remind reminding coach "
    "coaching advise advising educate educating get show showing prepare preparing enable guide train".split()
)
_SESSIONS = frozenset(
    "work session sessions keywork key talk talks chat chats course group discussion discussions help support teach "
    "encourage remind coach advise educate show prepare enable guide train look explore speak spend meet see lessons "
    "programme intervention piece exercise exercises 1 one workbook cuppa".split()
)
_OPENS = frozenset("what how why who where when which whom that".split())
# What somebody takes, makes or plays: "the risks he's taking", "the part she played", "people she spends time with".
_TAKEN = frozenset(
    "choices ways things times choice way risk risks chance chances danger dangers decisions decision part role "
    "mistakes people company places friends friendships relationships signals messages situations position positions "
    "trouble harm impression attention".split()
)
_OWN_CONDUCT = frozenset(
    "choices choice part role behaviour behaviours decisions responses reactions boundaries relationships "
    "friendships associates associations judgement vulnerability vulnerabilities insight responsibility attitude "
    "manner tone temper clothing dress assertiveness risks conduct lifestyle habits contribution body openness "
    "naivety use pattern".split()
)
_KEEPING = frozenset(
    "keep keeping put putting place placing protect protecting get getting defend defending look".split()
)
# What happens in a person, or to them: no doing of theirs to be changed.
_COULD = frozenset("can could will might should does".split())
_FOR_HELP = ("legal", "refuge", "police", "harmed_programme")
_LOOKING = frozenset("look explore discuss review agree plan identify think consider".split())
_FEELING = frozenset(
    "feel feels felt wants want would need needs is was has been have likes like thinks think gets got hopes hope "
    "wishes sees saw sleeps copes enjoys misses knows can could lost owes remembers".split()
)
_FARING = frozenset("feeling coping sleeping doing managing getting eating settling finding being".split())
_ABSOLVING = frozenset("fault blame blamed not isn't never wrong theirs".split())
_LESSENING = frozenset(
    "lower lowering lowered reduce reduces reducing reduction reduced cut cutting limit limiting limited decrease "
    "decreased fewer less end ending break breaking lessen minimise minimising restrict restricting curb stop "
    "stopping because due given owing concerns concern disrupt address addressing tackle tackling monitor "
    "monitoring manage managing".split()
)
_EXPOSED = frozenset(
    "contact involvement association associations links link dealings relationship relationships exposure "
    "vulnerability openness friendship friendships ties connection connections attachment interaction interactions "
    "engagement communication".split()
)
# Between a verb and the one who harms, these make them the subject of talk, or what somebody is freed from.
_ABOUT = frozenset("about against from regarding re what how why by because of without recover cope".split())
_CROWDS = frozenset("olders elders lads men males dealers gang group youths adults crew boys line".split())
_JOINS = frozenset("with w w/ in to among amongst from".split())
_REACH = 24


def shaping_faults(cast: Cast) -> Iterator[Fault]:
    """Give every place where a worker's task is to have the person harmed act, or be, in another way."""
    for mention in cast.figures.mentions:
        if cast.side_at(mention) not in HARMED_SIDES - {Side.BOTH}:
            continue
        if mention.owning:
            yield from _lessened(cast, mention)
        elif _is_worked_with(cast, mention):
            yield from _shaped(cast, mention)
        elif _is_looked_at(cast, mention):
            yield Fault("change", mention.first, cast.sentence_at(mention.first)[1])


def _is_worked_with(cast: Cast, mention: Mention) -> bool:
    words = cast.reading.words
    first = cast.sentence_at(mention.first)[0]
    if mention.first == first or words[mention.first - 1].key not in _WORKED:
        return False
    before = [words[n].key for n in range(max(first, mention.first - 12), mention.first)]
    return any(key in _SESSIONS or key.startswith(("1:1", "1-1", "121")) for key in before)


def _is_looked_at(cast: Cast, mention: Mention) -> bool:
    """ "to look at what Ruth can do to make home less stressful": what they do is the work of others."""
    words = cast.reading.words
    first, last = cast.sentence_at(mention.first)
    if mention.first - 2 < first or words[mention.first - 1].key not in ("what", "how", "why", "ways"):
        return False
    if mention.last + 1 >= last or words[mention.last].key not in _COULD or words[mention.last + 1].key in _FEELING:
        return False
    if words[mention.last + 1].key in REPORTING | EXPERIENCE or cast.marks.any(_FOR_HELP, mention.last, last):
        return False
    return any(words[n].key in _LOOKING for n in range(max(first, mention.first - 5), mention.first))


def _shaped(cast: Cast, mention: Mention) -> Iterator[Fault]:
    """Whether what follows the one worked with is about what they do themselves."""
    words = cast.reading.words
    begin, last = past_aside(cast, mention), cast.sentence_at(mention.first)[1]
    end = min(last, begin + _REACH)
    end = next((n for n in range(begin, end) if words[n].key == ";"), end)
    if any(words[n].key in _ABSOLVING for n in range(begin, end)) or begin >= end:
        return
    if (
        any(_is_own_act(cast, n, end) for n in range(begin, end - 1))
        or cast.marks.any(CHANGES[:2], begin, end) is not None
        or (cast.exploited and cast.marks.first(CHANGES[2], begin, end) is not None)
        or _is_told_to(cast, begin, end)
        or any(
            words[n].key in ("be", "being") and words[n + 1].key in ("more", "less", "careful", "firmer", "stricter")
            for n in range(begin, end - 1)
        )
    ):
        yield Fault("change", mention.first, end)


def _is_told_to(cast: Cast, begin: int, end: int) -> bool:
    """ "advise Lorna to reconsider her decision to have Pete back": a task of hers about the one who harms."""
    words = cast.reading.words
    at = begin + 1 if words[begin].key == "to" else begin
    if at >= end or not (at > begin or words[begin - 1].key == "help") or words[at].key in REPORTING | EXPERIENCE:
        return False
    source = cast.named((Side.SOURCE,), at + 1, end)
    if source is None or cast.marks.any(_FOR_HELP, at, end) is not None:
        return False
    return not any(words[n].key in _ABOUT for n in range(at, source.first))


def _is_own_act(cast: Cast, n: int, end: int) -> bool:
    words, key = cast.reading.words, cast.reading.words[n].key
    here = cast.figures.at.get(n)
    if here is not None and cast.side_at(here) in HARMED_SIDES and key.endswith(("self", "selves")):
        return any(words[x].key in _KEEPING for x in range(max(0, n - 3), n))
    if here is not None and here.owning and cast.side_at(here) in HARMED_SIDES:
        return any(words[x].key in _OWN_CONDUCT for x in range(here.last, min(here.last + 3, end)))
    if key not in _OPENS and key not in _TAKEN:
        return False
    doer = cast.figures.at.get(n + 1)
    if doer is None or doer.owning or cast.side_at(doer) not in HARMED_SIDES or doer.last >= end:
        return False
    verb = words[doer.last].key
    contracted = words[doer.last - 1].key.endswith("'s") or verb in ("is", "was", "has")
    following = words[min(doer.last + (verb in ("is", "was", "has")), end - 1)].key
    if contracted:
        return following.endswith("ing") and following not in _FARING
    return verb.isalpha() and verb not in _FEELING


def _lessened(cast: Cast, owner: Mention) -> Iterator[Fault]:
    """ "reduce Ruby's (14) contact with adult males": what is done to somebody, counted as theirs to have less of."""
    words = cast.reading.words
    first, last = cast.sentence_at(owner.first)
    at = past_aside(cast, owner)
    near = range(max(first, owner.first - 6), owner.first)
    if at + 1 >= last or not any(words[n].key in _LESSENING for n in near):
        return
    noun = next((n for n in range(at, min(at + 3, last - 1)) if words[n].key in _EXPOSED), -1)
    if noun < 0 or words[noun + 1].key not in _JOINS:
        return
    who = next(
        (n for n in range(noun + 1, min(noun + 7, last)) if words[n].key in ("who", "that")), min(noun + 7, last)
    )
    other = next(iter(cast.figures.between(noun + 1, who)), None)
    crowd = any(words[n].key in _CROWDS for n in range(noun + 1, who))
    if other is not None and cast.side_at(other) in HARMED_SIDES | WORKING_SIDES:
        return
    if (
        other is not None
        or crowd
        or words[noun].key not in ("contact", "relationship", "relationships", "communication")
    ):
        yield Fault("blame", owner.first, min(noun + 7, last))


def past_aside(cast: Cast, mention: Mention) -> int:
    """The index after a person and what stands about them in brackets."""
    words = cast.reading.words
    at = mention.last
    if at < len(words) and words[at].key == "(":
        at = next((n + 1 for n in range(at, min(at + 8, len(words))) if words[n].key == ")"), at)
    return at
