"""Which tasks a person harmed may be given, once the text itself speaks of the harm.

The burden of proof is turned round: with the harm told and its sides known, a task of the person harmed makes them
answer for it unless it is of a kind that the responsibility standard allows. Those kinds are few and stand here:
telling somebody, help and the law's protection, a choice left to them, their own life going on, a state hoped for.
"""

from rewriter.harm.asked import REPORTING, is_chosen, is_state, names_abuse
from rewriter.harm.cast import WORKING_SIDES, Cast, Duty, Side
from rewriter.harm.policing import brings_help, tells_somebody
from rewriter.plan import Mood

__all__ = ["is_outright", "receives", "unallowed"]

_ASKING = frozenset("to will must should shall needs need has have agrees agreed ought please 'll not never".split())
# Hers to settle: the choice is the task.
_CHOOSING = frozenset("choose decide pick consider ask think attend vote agree".split())
_TIES = frozenset("as so because since when whenever until till once or otherwise while if that which".split())
_TURNS = frozenset("because so if when whenever unless until till".split())
_OWN_LIFE = frozenset(
    "before usual likes like wants want chooses choose wherever whenever whatever however wishes asked asks wished "
    "freely herself's own friends".split()
)
_HELP = frozenset(
    "counselling counsellor therapy therapist support group groups appointment appointments solicitor advocate "
    "advocacy advice adviser advisor nurse doctor clinic hospital sarc elsa camhs iapt benefits housing grant "
    "interview abe statement court injunction order orders alarm alarms pendant lock locks camera cameras doorbell "
    "panic evidence compensation app log diary notes record records folder copies papers breakfast physio exercises "
    "medication dentist optician glasses midwife scan aa na".split()
)
# A person's own life, where they go on with it: "to be at school every day", "to finish her course".
_ORDINARY = frozenset(
    "nursery school lessons class college uni job work training course courses swimming football gym art club "
    "prayers mosque church temple exams gcses homework reading baby money card account passport tablets bag "
    "safety lunch choir guides scouts cadets drama music".split()
)
_GOING_ON = frozenset(
    "attend go be do finish start join take play keep get have continue return complete learn practise carry pass "
    "enrol apply collect bring see read work stay".split()
)
_BUILDINGS = frozenset("home house unit mind school college hostel".split())
_NEAR = 9
# Ways about, and not ways to help.
_WAYS_ROUND = frozenset("door entrance exit gate route routes bus stop path stairs road street way".split())
_LOOKING = frozenset("look explore understand think talk work discuss process".split()) | {
    "look at",
    "think about",
    "talk about",
    "work through",
    "work on",
    "talk through",
    "make sense",
}
_HOW = frozenset("how what impact effect effects".split())
_FREE_OF = frozenset("without free".split())
# How things come out, not what anybody does: "to come down from ten a month", "to go on being frightened".
_OUTCOMES = frozenset("fall rise drop grow last count blame".split()) | {"come down", "go down", "go on"}


def is_outright(cast: Cast, duty: Duty) -> bool:
    """Whether a duty is asked in so many words ("to", "will", "must"), not told as how things are."""
    words = cast.reading.words
    if duty.act.inherited or not duty.act.lemma:
        return True
    return any(words[n].key in _ASKING for n in range(duty.first, duty.verb))


def unallowed(cast: Cast, duty: Duty) -> bool:
    """Whether a task of somebody harmed is of none of the allowed kinds, in a text that speaks of the harm."""
    act = duty.act
    if duty.side not in (Side.HARMED, Side.CHILD) or duty.shared or act.mood is not Mood.ASKED or not act.lemma:
        return False
    if not is_outright(cast, duty) or is_state(cast, duty) or is_chosen(cast, duty) or not _speaks_of_harm(cast, duty):
        return False
    words = cast.reading.words
    close = _close(cast, duty)
    own = [words[n].key for n in range(duty.verb + 1, close)]
    if _looks_at_harm(cast, duty):
        return False
    if act.lemma in _OUTCOMES or _is_undergone(cast, duty) or _is_speaker(cast, duty):
        return False
    if (
        _has_option(cast, duty)
        or any(words[n].key in _OWN_LIFE for n in range(duty.verb + 1, duty.end))
        or any(key in _FREE_OF for key in own)
    ):
        return False
    if (
        act.lemma in _CHOOSING
        or (act.lemma in REPORTING and (act.lemma != "use" or _is_help_used(cast, duty)))
        or tells_somebody(cast, duty)
        or brings_help(cast, duty, duty.own_end)
    ):
        return False
    if not act.negated and receives(cast, duty, close):
        return False
    workers = [m for m in cast.figures.between(duty.verb + 1, close) if cast.side_at(m) in WORKING_SIDES]
    if not act.negated and any(words[m.first].key not in _BUILDINGS for m in workers):
        return False
    helped = any(key in _HELP for key in own) or (act.lemma in _GOING_ON and any(key in _ORDINARY for key in own))
    if helped and not _is_tied(cast, duty):
        return False
    return cast.marks.any(("legal", "refuge", "harmed_programme"), duty.verb, duty.end) is None


def receives(cast: Cast, duty: Duty, end: int) -> bool:
    """ "to have a lift from security", "gets a new phone from us": what others give the person harmed."""
    words = cast.reading.words
    if duty.act.lemma not in ("have", "get", "receive", "be given", "keep"):
        return False
    end = min(max(end, duty.verb + _NEAR), cast.sentence_at(duty.verb)[1])
    giver = next((n for n in range(duty.verb + 1, end - 1) if words[n].key in ("from", "by")), -1)
    if giver < 0 or words[giver + 1].key[0].isdigit():
        return False
    return cast.named((Side.SOURCE,), giver, min(giver + 4, end)) is None and not any(
        time.first == giver for time in cast.reading.times
    )


def _close(cast: Cast, duty: Duty) -> int:
    """Where the words of a task end and why or when it is done begins."""
    words = cast.reading.words
    for n in range(duty.verb + 1, duty.own_end):
        if words[n].key in _TURNS or (words[n].key in ("as", "since") and n + 1 in cast.figures.at):
            return n
    return duty.own_end


def _confronts(cast: Cast, duty: Duty) -> bool:
    """Whether the one told is the one who harms: "to tell Dad how she feels"."""
    told = cast.named((Side.SOURCE,), duty.verb + 1, min(duty.verb + 3, duty.own_end), owning=False)
    return told is not None and not tells_somebody(cast, duty)


def _is_tied(cast: Cast, duty: Duty) -> bool:
    """ "... as Dad gets cross and hits him": after the task the sentence goes on to the one who harms, or the harm."""
    words, last = cast.reading.words, cast.sentence_at(duty.verb)[1]
    tie = next((n for n in range(max(duty.verb + 1, _close(cast, duty) - 1), last) if words[n].key in _TIES), -1)
    if tie < 0:
        return False
    return cast.named((Side.SOURCE,), tie, last) is not None or names_abuse(cast, tie, last, soft=False)


def _is_help_used(cast: Cast, duty: Duty) -> bool:
    """ "use the panic alarm", not "use the back door"."""
    words = cast.reading.words
    return not any(words[n].key in _WAYS_ROUND for n in range(duty.verb + 1, min(duty.verb + 5, duty.own_end)))


def _looks_at_harm(cast: Cast, duty: Duty) -> bool:
    """ "to look at how Connor's hitting has affected her": what he does is talked of, and nothing of hers."""
    if duty.act.lemma not in _LOOKING:
        return False
    words = cast.reading.words
    how = next((n for n in range(duty.verb + 1, min(duty.verb + _NEAR, duty.end)) if words[n].key in _HOW), -1)
    subject = next(iter(cast.figures.between(how, duty.end)), None) if how > 0 else None
    return subject is not None and subject.first <= how + 2 and cast.side_at(subject) is Side.SOURCE


def _has_option(cast: Cast, duty: Duty) -> bool:
    """ "if she's up to it", "if needed": not "..., as Carl starts on her if it's late"."""
    words = cast.reading.words
    for n in range(duty.verb + 1, duty.end - 1):
        if words[n].key == "if":
            subject = cast.figures.at.get(n + 1)
            if subject is None or cast.side_at(subject) is not Side.SOURCE:
                return not any(words[x].key in _TURNS or words[x].key == "as" for x in range(duty.verb + 1, n))
    return False


def _is_undergone(cast: Cast, duty: Duty) -> bool:
    """ "not getting blackmailed", "reports, which she is asked to keep making": no task of the person harmed."""
    following = cast.reading.words[min(duty.verb + 1, len(cast.reading.words) - 1)].key
    if duty.first and "which" in (
        cast.reading.words[duty.first].key,
        cast.reading.words[duty.first - 1].key,
    ):
        return True
    if "made" in [cast.reading.words[n].key for n in range(duty.first, duty.verb)]:
        return True
    return duty.act.passive or (duty.act.lemma == "get" and following.endswith(("ed", "en")))


def _is_speaker(cast: Cast, duty: Duty) -> bool:
    """Whether "I" is to do it, who may be the worker that writes, or a worker that was read as nobody."""
    if not duty.act.actors and not duty.act.inherited:
        near = cast.figures.between(duty.first - 3, duty.verb)
        return any(cast.side_at(mention) in WORKING_SIDES for mention in near)
    return any(cast.reading.words[party.first].key == "i" for party in duty.act.actors)


def _speaks_of_harm(cast: Cast, duty: Duty) -> bool:
    """Whether the text tells of the harm itself, or names whoever causes it in the sentence of the task."""
    first, last = cast.sentence_at(duty.verb)
    return (
        bool(cast.told_at)
        or names_abuse(cast, 0, len(cast.reading.words), soft=False)
        or cast.named((Side.SOURCE,), first, last) is not None
    )
