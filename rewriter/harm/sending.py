"""Whether the person harmed is treated as the one who harms: sent from home, or sent on a course for such people.

Section 3.7 of the responsibility standard. A refuge, a place they chose and a place to go to when afraid are others'
protection of them, and no sending away.
"""

from collections.abc import Iterator

from rewriter.harm.asked import is_chosen
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Duty, Fault, Side
from rewriter.harm.mentions import Mention

__all__ = ["is_sent_away", "is_sent_on_course", "sending_faults"]

_MOVING = frozenset("move live stay sleep go stop spend lodge board".split()) | {
    "move out",
    "move in",
    "move on",
    "move over",
    "stay over",
    "be moved",
    "be placed",
    "go and stay",
    "go to live",
}
_TRANSFERRING = frozenset("move transfer place send swap exclude collect accommodate house rehouse".split())
_ELSEWHERE = frozenset(
    "respite unit placement foster relatives hostel b&b elsewhere ward other another different away court house lodge "
    "wing site school class form group".split()
)
_LIVED_IN = frozenset("placement foster respite hostel county relatives elsewhere".split())
# For how long, or instead of whom: what makes a stay a sending away.
_MEANWHILE = frozenset("until till til pending meantime meanwhile temporarily instead while whilst interim now".split())
_STAYING = frozenset(
    "stay stays staying stop stops remain remains carry carries continue continues keep keeps live lives sleep sleeps "
    "home put".split()
)
_CHOSEN = frozenset(
    "asked asks wants wanted wishes chosen chose choice likes choosing prefers rather safe safely refuge welcome like "
    "offered grant bid bidding tenancy support supported help helped own".split()
)
_AFRAID = frozenset("worried scared frightened unsafe afraid hungry alone upset needs anxious".split())
_WHY = frozenset("as because since while until till so after given due when whenever".split())
_PLACING = frozenset("refer book enrol put place send sign register".split()) | {"sign up", "be booked", "be referred"}
_CONDUCT = frozenset("behaviour behavior anger temper aggression impulse consequences conduct violence".split())
_COURSES = frozenset("course courses programme group work class classes sessions workshop workshops training".split())
_ABOUT_OTHERS = frozenset("victim victims survivor survivors recovery support freedom his her their its of".split())
_REACH = 5


def is_sent_away(cast: Cast, duty: Duty) -> bool:
    """Whether somebody harmed is to live, sleep or move elsewhere because of who harms them."""
    act, words = duty.act, cast.reading.words
    passive = act.passive and act.lemma in _TRANSFERRING and not act.negated
    if (act.lemma not in _MOVING and not passive) or act.negated or duty.side is Side.BOTH:
        return False
    last = cast.sentence_at(duty.verb)[1]
    if cast.marks.any(("refuge", "legal"), duty.verb, last) is not None or is_chosen(cast, duty):
        return False
    rest = [words[n].key for n in range(duty.verb, last)]
    if any(key in _CHOSEN or key in _AFRAID for key in rest):
        return False
    near = rest[: _REACH - 1]
    if "if" in near or not (_goes_elsewhere(cast, duty, last) or passive):
        return False
    if ("out" in near or "away" in near) and not passive:
        return True
    source = cast.named((Side.SOURCE,), duty.verb, last) is not None
    meanwhile = any(key in _MEANWHILE for key in rest)
    tied = source and any(key in _WHY for key in rest)
    lives = any(key in _LIVED_IN for key in near)
    return passive or lives or meanwhile or tied or act.lemma.startswith("move") or _source_stays(cast)


def _goes_elsewhere(cast: Cast, duty: Duty, last: int) -> bool:
    """Whether a place follows that is not the home of the person harmed: "at his cousin's", "to Beech Court"."""
    words = cast.reading.words
    end = min(duty.own_end, duty.verb + _REACH + 2, last)
    if any(words[n].key in _ELSEWHERE or words[n].key == "out" for n in range(duty.verb + 1, end)):
        return True
    if cast.named((Side.OTHER,), duty.verb + 1, end) is not None:
        return True
    for n in range(duty.verb + 1, end - 1):
        if words[n].key in ("to", "at", "in", "with") and words[n + 1].text[:1].isupper():
            other = cast.figures.at.get(n + 1)
            if other is None or cast.side_at(other) is Side.OTHER:
                return True
    return False


def _source_stays(cast: Cast) -> bool:
    """ "Dad and the others stay put": whoever causes the harm is where they were."""
    words = cast.reading.words
    for mention in cast.figures.mentions:
        if cast.side_at(mention) is Side.SOURCE and not mention.owning:
            last = cast.sentence_at(mention.first)[1]
            near = [words[n].key for n in range(mention.last, min(mention.last + _REACH, last))]
            if any(key in _STAYING for key in near) and not {"not", "away", "off"} & set(near):
                return True
    return False


def is_sent_on_course(cast: Cast, first: int, last: int) -> bool:
    """Whether words name work on one's own conduct: "the 'Managing My Behaviour' course", "anger management"."""
    if cast.marks.any(("source_programme", "anger_work"), first, last) is not None:
        return True
    words = cast.reading.words
    for n in range(first, last):
        if words[n].key in _COURSES:
            near = [words[x].key for x in range(max(first, n - 4), min(n + 4, last))]
            if any(key in _CONDUCT for key in near) and not any(key in _ABOUT_OTHERS for key in near):
                return True
    return False


def sending_faults(cast: Cast) -> Iterator[Fault]:
    """Give every task of a worker, or of nobody, by which the person harmed is sent away or on such a course."""
    for duty in cast.duties:
        if duty.side in WORKING_SIDES and _moves_the_harmed(cast, duty):
            yield Fault("as_source", duty.first, duty.end)
        elif duty.act.lemma in _PLACING and duty.act.passive and duty.side in HARMED_SIDES - {Side.BOTH}:
            if is_sent_on_course(cast, duty.verb, duty.end):
                yield Fault("as_source", duty.first, duty.end)
        elif duty.act.lemma in _PLACING and duty.side in WORKING_SIDES:
            sent = _sent(cast, duty)
            if sent is not None and is_sent_on_course(cast, sent.last, duty.end):
                yield Fault("as_source", duty.first, duty.end)


def _sent(cast: Cast, duty: Duty) -> Mention | None:
    return cast.named(HARMED_SIDES - {Side.BOTH}, duty.verb + 1, min(duty.verb + 4, duty.end), owning=False)


def _moves_the_harmed(cast: Cast, duty: Duty) -> bool:
    """ "School to move Ahmed to the other form until the lads calm down": a worker sends the person harmed away."""
    words = cast.reading.words
    if duty.act.lemma not in _TRANSFERRING or is_chosen(cast, duty) or duty.act.negated:
        return False
    moved = _sent(cast, duty)
    if moved is None or cast.marks.first("refuge", duty.verb, duty.end) is not None:
        return False
    near = [words[n].key for n in range(moved.last, duty.end)]
    return any(key in _ELSEWHERE or key in _MEANWHILE for key in near) and not any(key in _CHOSEN for key in near)
