"""Whether what a harmed person is asked to do has the end that the harm stops.

Section 3.3 of the responsibility standard: whatever the act is, once its purpose is that somebody else stops harming,
it asks for what only the other can give. Help, reporting, the law's orders and locks are another matter.
"""

from collections.abc import Iterator

from rewriter.harm.allowed import receives
from rewriter.harm.asked import REPORTING, names_abuse
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Duty, Side
from rewriter.harm.mentions import Mention
from rewriter.harm.policing import CHANGES, FINE, brings_help
from rewriter.plan import Mood, Setting

__all__ = ["ends_harm"]

_GENTLE_ENDS = frozenset("safe safer protected protect peace without".split())
_TO_STOP = frozenset("stop prevent avoid reduce end minimise break lessen".split())
_MOODS = frozenset("stays stay is are remains remain keeps keep feels feel settles settle gets get knows know".split())
_LOCKS = frozenset("locks lock door doors windows camera cameras doorbell chain knives alarm alarms".split())
_SECURING = frozenset("lock fit change install put get have fix secure bolt keep close shut use chain hide".split())
_DEGREES = frozenset("far much many long soon".split())
_SO_MUCH = frozenset("enough such so".split())
# Asked to tell or ring in another way, or less: then the telling is what must change.
_OTHER_WAYS = frozenset(
    "less fewer earlier sooner later quieter quietly nicely politely gently softly only seldom nicer kinder".split()
)
_TELLING_OFF = frozenset("tell ask say let know warn speak write text message".split())
_RINGING = frozenset("text ring call phone message".split())
_REFUSING = frozenset("not never no stop leave go won't can't isn't aren't doesn't don't unwelcome".split())
# What may end or not be without anybody having harmed.
_INNOCENT = frozenset(
    "late missed misses miss missing fall falls fell tired tiredness hungry bored lonely alone isolated anxious "
    "worried ill poorly unwell cold wet debt debts arrears bills waiting forgotten forget forgets lost mislaid "
    "absences attendance bus lesson lessons appointment appointments medication homework exams mocks charged fined "
    "evicted sanctioned referred closed cancelled rushed confused overwhelmed pain infection smoking drinking weight "
    "rent benefits cravings relapse nightmares damp mould noise bin bins cost costs shattered".split()
)
_BE = frozenset("is are isn't aren't was be being get gets getting".split())
_JOINTS = frozenset({",", "and", "&", ";", "then", ")"})
_NOBODY = frozenset("nobody nothing no none".split())
_LONGEST = 80


def ends_harm(cast: Cast, duty: Duty) -> bool:
    """Whether the words after "so that", "to", "until" make the act of a harmed person the thing that ends the harm."""
    end = _end(cast, duty)
    if any(_ends(cast, duty, begin, end) for begin in _purposes(cast, duty, end)):
        return True
    begin, end = _afterwards(cast, duty)
    return begin < end and _ends(cast, duty, begin, end)


def _afterwards(cast: Cast, duty: Duty) -> tuple[int, int]:
    """The next sentence where it says what comes of the act: "Then the boys can't ...", "That way he won't ..."."""
    reading = cast.reading
    number = duty.act.sentence + 1
    if number >= len(reading.sentences):
        return 0, 0
    first, last = reading.sentences[number]
    keys = reading.keys[first : min(first + 4, last)]
    while keys[:1] in (("why",), ("reason",), ("purpose",), (":",)):
        keys, first = keys[1:], first + 1
    follows = keys[:1] in (("so",), ("then",)) or keys[:2] in (("that", "way"), ("this", "way"))
    return (first + 1, min(last, first + _LONGEST)) if follows else (0, 0)


def _end(cast: Cast, duty: Duty) -> int:
    """Where all that hangs on a duty ends: at the next ask with a doer of its own, or with the sentence."""
    reading = cast.reading
    last = min(reading.sentences[duty.act.sentence][1], duty.verb + _LONGEST)
    for act in reading.acts_from(duty.verb + 1):
        if act.subject_first >= last:
            break
        asked = act.setting is Setting.MAIN and act.mood is Mood.ASKED and act.actors and not act.inherited
        if asked and act.subject_first > duty.verb and reading.words[act.subject_first - 1].key in _JOINTS:
            return act.subject_first
    return last


def _purposes(cast: Cast, duty: Duty, end: int) -> Iterator[int]:
    """Where the words of each purpose of a duty begin."""
    words = cast.reading.words
    first = duty.verb + (1 if duty.act.lemma else 0)
    degree = False
    for n in range(first, end - 1):
        key, following = words[n].key, words[n + 1].key
        if (
            (key == "so" and following not in _DEGREES)
            or (key in ("until", "till", "til", "then", "which", "otherwise") and n > first)
            or (key in ("to", "and") and following in _TO_STOP)
            or (key == "that" and degree)
            or (key == "for" and _is_aim(cast, n + 1, end))
            or key in ("means", "help", "helps")
            or (key in ("that", "this") and following == "way")
        ):
            yield n + 1
        degree = degree or key in _SO_MUCH


def _is_aim(cast: Cast, begin: int, end: int) -> bool:
    """ "for the calls to be over by May", "for him not to come round"."""
    words = cast.reading.words
    to = next((n for n in range(begin, min(begin + 8, end)) if words[n].key == "to"), -1)
    return to > 0 and cast.marks.first("ending", to - 1, min(to + 4, end)) is not None


def _ends(cast: Cast, duty: Duty, begin: int, end: int) -> bool:
    """Whether the words of a purpose say that the harm is not to be, and the act is no way to help."""
    words, marks = cast.reading.words, cast.marks
    ending = marks.first("ending", begin, end)
    if ending is None:
        return words[begin - 1].key == "so" and _for_the_source(cast, duty, begin, end)
    subject = next(
        (
            m
            for m in cast.figures.between(begin, min(begin + 5, end))
            if words[m.first - 1].key not in ("at", "in", "from", "to")
        ),
        None,
    )
    if subject is not None and subject.first > ending.first and words[ending.first].key in _NOBODY:
        subject = None  # "that nobody shuts her in"
    if subject is not None and not subject.owning and cast.side_at(subject) in WORKING_SIDES:
        return False
    harm = (
        names_abuse(cast, begin, end)
        or cast.named((Side.SOURCE,), begin, end) is not None
        or bool(marks.any(("hurting", "property"), begin, end))
        or any(begin <= first < end for first in cast.told_at)
    )
    if not harm and not _is_presumed(cast, subject, begin, end):
        return False
    if _is_help(cast, duty, begin) and not marks.any(CHANGES, duty.verb, begin):
        return False
    return not (words[ending.first].key in _GENTLE_ENDS and duty.act.lemma in FINE)


def _is_presumed(cast: Cast, subject: Mention | None, begin: int, end: int) -> bool:
    """Whether what is to end can only be the harm that is known, whatever words it is told in."""
    if not cast.harms or any(cast.reading.words[n].key in _INNOCENT for n in range(begin, end)):
        return False
    if subject is None or (subject.owning and cast.side_at(subject) in HARMED_SIDES):
        return True
    if cast.side_at(subject) not in HARMED_SIDES:
        return not subject.owning
    words = cast.reading.words
    near = range(subject.last, min(subject.last + 3, end))
    suffered = next((n for n in near if words[n].key in _BE), -1)
    return suffered > 0 and any(
        words[n].key.endswith(("ed", "en")) for n in range(suffered + 1, min(suffered + 4, end))
    )


def _is_help(cast: Cast, duty: Duty, begin: int) -> bool:
    """Whether the act before its purpose is telling, the law's order, a lock or a safe place: help, not change."""
    words = cast.reading.words
    if duty.act.lemma in REPORTING:
        otherwise = any(words[n].key in _OTHER_WAYS for n in range(duty.verb, begin))
        return not otherwise and not _confronts(cast, duty, begin) and not _checks_in(cast, duty, begin)
    return (
        brings_help(cast, duty, begin)
        or cast.marks.any(("legal", "refuge"), duty.verb, begin) is not None
        or _locks(cast, duty, begin)
        or receives(cast, duty, begin)
    )


def _confronts(cast: Cast, duty: Duty, begin: int) -> bool:
    """Whether the telling is to tell the source, or anybody but a worker, to leave off."""
    if duty.act.lemma not in _TELLING_OFF:
        return False
    told = next(
        (m for m in cast.figures.between(duty.verb + 1, min(duty.verb + 5, begin)) if not m.owning),
        None,
    )
    if told is None or cast.side_at(told) in WORKING_SIDES | HARMED_SIDES:
        return False
    if cast.side_at(told) is Side.SOURCE:
        return True
    return any(cast.reading.words[n].key in _REFUSING for n in range(told.last, begin))


def _checks_in(cast: Cast, duty: Duty, begin: int) -> bool:
    """ "text mum at 4, 6 and 8": reporting where one is, at set times and to nobody whose work it is."""
    if duty.act.lemma not in _RINGING or brings_help(cast, duty, begin):
        return False
    return bool(cast.reading.times_in(duty.verb, begin)) and cast.named((Side.OTHER,), duty.verb, begin) is not None


def _for_the_source(cast: Cast, duty: Duty, begin: int, end: int) -> bool:
    """ "so that Lou stays settled": what the person harmed does is for the mood of the source."""
    words = cast.reading.words
    subject = next(iter(cast.figures.between(begin, min(begin + 3, end))), None)
    if subject is None or subject.owning or cast.side_at(subject) is not Side.SOURCE or subject.last >= end:
        return False
    return words[subject.last].key in _MOODS and not brings_help(cast, duty, begin)


def _locks(cast: Cast, duty: Duty, end: int) -> bool:
    """Whether the act is about doors, locks or alarms: a safety measure, not a change of hers."""
    words = cast.reading.words
    return duty.act.lemma in _SECURING and any(
        words[n].key in _LOCKS and not (n + 1 < end and words[n + 1].key in ("box", "his", "her"))
        for n in range(duty.verb, end)
    )
