"""Responsibility that a rewrite moves, seen by holding its duties against those of the original.

The rules of responsibility judge the rewrite by itself. Here it is compared: the source of harm had something to do and
now has nothing; the person harmed is to see that the source keeps to it, or is newly told what not to do; help that was
given freely now waits on the person harmed; success is now that nobody tells. Source: `standards/responsibility.md`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.alike import is_small, stem
from rewriter.guarding.concern import fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.given import Given
from rewriter.guarding.sides import Side as Text
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Duty, Side
from rewriter.harm.harms import cast_of
from rewriter.people import PartyKind
from rewriter.plan import Mood, Setting
from rewriter.smart import Responsibility
from rewriter.text import Word, words_of

__all__ = ["moved_responsibility"]

_SEEING_TO = frozenset(
    ("see", "see to it", "see to", "ensure", "make sure", "check", "watch", "remind", "ask", "tell", "get", "make")
)
_KEEPING_TO = frozenset("keep stick comply abide honour obey stay stop".split())  # what one does with an order
_KEEPING_OFF = frozenset("avoid refuse leave block ignore decline stop resist delete hide remain".split()) | {
    "stay in",
    "stay away",
    "keep away",
    "turn off",
    "switch off",
    "stay indoors",
    "walk away",
    "move out",
    "give up",
}
_LETTING = frozenset("let allow permit admit invite answer open unlock".split())
_YIELDING = frozenset(
    "ask behave obey apologise earn provoke annoy upset comply cooperate forgive promise submit".split()
)
_WAITS = frozenset("provided providing once unless until only condition depends depending dependent subject".split())
_AS_LONG = (("as", "long", "as"), ("so", "long", "as"), ("only", "if"), ("only", "when"), ("on", "condition"))
_OWN_CHOICE = frozenset(
    "want wants wish wishes wanted like likes choose chooses ready asks agrees agree needs prefers prefer comfortable "
    "feels safe unsafe happy able cannot can't can decides willing well ill".split()
)
_HELPS = frozenset("help support supports helps offered offers funding visits service services housing refuge".split())
_TELLING = frozenset(
    "call calls called call-out callouts callout report reports reported reporting disclosure disclosures disclose "
    "discloses disclosed allegation allegations complaint complaints notification notifications 999 101 mention "
    "mentions mentioned statement statements says ring rings rung contacted referral referrals tell tells telling told "
    "say saying pass passes passed alert alerts concern concerns raise raises raised code signal forms "
    "slips complaints complains complain".split()
)
_NO_MORE = frozenset("nothing no none longer never zero stops stopped".split())
_LESS = frozenset(
    "no not nothing none never fewer less zero nil without stop stops stopped longer isn't aren't hasn't haven't "
    "doesn't don't ceased drop drops falls fall reduced reduction free quiet silent down lower".split()
)
_SUCCESS = frozenset(
    "success successful worked working works met achieved reached complete completed close closes closed closing ends "
    "end ended step steps stepped down know shown measure measured goal progress review reward rewarded finish "
    "finishes reduce reduced counts done shows well".split()
)
_AGENCIES = frozenset(
    "police school worker worker's 999 101 services care authority anyone anybody nobody agency agencies teacher nurse "
    "doctor helpline safeguarding cqc headteacher".split()
)
_ALWAYS_TOLD = frozenset("disclosure disclosures disclose discloses disclosed allegation allegations 999 101".split())
_FREELY = frozenset("need needs welcome free choose whether help helped believed".split())
_FARTHEST = 40  # words from help to its condition
_REACH = 9  # words from what is counted to what says that it is to be less


def moved_responsibility(given: Given, rewrite: Text, labels: Responsibility, excused: Excused) -> Iterator[Concern]:
    """Give a concern for each duty, condition or measure that moves responsibility to the person harmed.

    `labels` are those of the rewrite; what stands within their findings is not said twice.
    """
    if not labels.abuse:
        return
    cast = cast_of(rewrite.reading)
    told = [(finding.start, finding.end) for finding in labels.findings]
    again = given.store.known(rewrite.read_store)
    found = [
        *_overseen(cast),
        *_kept_off(cast, again),
        *_let_in(cast, given.store.stems),
        *_waiting(cast, given, again),
        *_silent(cast),
    ]
    for first, last, message in found:
        start, end = rewrite.place(first, max(last, first + 1))
        if any(begin < end and start < stop for begin, stop in told) or rewrite.in_gap(start):
            continue
        told.append((start, end))
        yield fault(ConcernKind.RESPONSIBILITY, rewrite.text, start, end, message)
    gone = None if excused.turned else _gone(given, rewrite, cast)
    if gone is not None and not excused.covers_from(gone[0]):
        message = "The original gives this to the person causing the harm; in the rewrite they have nothing to do."
        yield fault(ConcernKind.DROPPED, given.original.text, *gone, message)


def _asked(cast: Cast, sides: frozenset[Side]) -> Iterator[Duty]:
    for duty in cast.duties:
        if duty.side in sides and duty.act.mood is not Mood.ALLOWED and duty.act.setting is Setting.MAIN:
            yield duty


def _overseen(cast: Cast) -> Iterator[tuple[int, int, str]]:
    """ "It is up to Tamsin to see that he keeps to this"."""
    reading = cast.reading
    for duty in _asked(cast, HARMED_SIDES - {Side.BOTH}):
        if duty.act.lemma not in _SEEING_TO or duty.act.negated:
            continue
        for act in reading.acts_from(duty.verb + 1):
            if act.verb >= duty.verb + 2 * _REACH or act.sentence != duty.act.sentence:
                break
            his = cast.side_of_actors(act) is Side.SOURCE or (
                any(party.kind is PartyKind.PRONOUN for party in act.actors)
                and cast.source_known
                and reading.words[act.subject_first].key in ("he", "she")
                and act.setting is Setting.CONTENT
                and (not _is_own(cast, act.subject_first) or act.lemma.split()[0] in _KEEPING_TO)
            )
            if his and act.setting is Setting.CONTENT:
                message = "This asks the person harmed to see that the person causing the harm keeps to it."
                yield duty.first, act.last, message
                break


def _is_own(cast: Cast, index: int) -> bool:
    """Whether a pronoun is read as the person harmed."""
    mention = cast.figures.at.get(index)
    return mention is not None and cast.side_at(mention) in HARMED_SIDES


def _kept_off(cast: Cast, again: frozenset[int]) -> Iterator[tuple[int, int, str]]:
    """A new duty on the person harmed to keep off or out: "Keira refuses to get into the car"."""
    words = cast.reading.words
    for duty in _asked(cast, HARMED_SIDES - {Side.BOTH}):
        act = duty.act
        near = [words[n].key for n in range(max(0, duty.first), duty.verb)]
        asked = act.negated or act.lemma in _KEEPING_OFF or act.lemma in _YIELDING
        if not asked or "need" in near or "have" in near or not act.actors:
            continue
        if any(party.kind is PartyKind.PRONOUN and not _is_own(cast, party.first) for party in act.actors):
            continue
        if act.verb in again or not _asked_of(duty):
            continue
        yield duty.first, duty.own_end, "The original does not ask this of the person harmed."


def _let_in(cast: Cast, said: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """What the person harmed is newly said not to allow: "Mum does not let him into the flat"."""
    for act in cast.reading.acts:
        if not act.negated or act.lemma not in _LETTING or stem(act.lemma) in said:
            continue
        words = cast.reading.words
        before = words[act.subject_first - 1].key if act.subject_first else ""
        if any(word.key == "need" for word in words[act.subject_first : act.verb]):
            continue  # "need not answer the door"
        if act.setting is not Setting.MAIN and before != ",":  # "if she does not let him in"
            continue
        if act.actors and cast.side_of_actors(act) in HARMED_SIDES - {Side.BOTH}:
            yield act.subject_first, act.last, "The original does not ask this of the person harmed."


def _asked_of(duty: Duty) -> bool:
    """Whether the act is one to do ("stays in"), no state that is wished for ("is not hurt", "no longer afraid")."""
    act = duty.act
    return not act.passive and act.lemma.split()[0] not in ("be", "feel", "have", "live", "experience", "worry")


def _waiting(cast: Cast, given: Given, again: frozenset[int]) -> Iterator[tuple[int, int, str]]:
    """Help that waits on what the person harmed does: "provided that she goes to all of the sessions"."""
    words = cast.reading.words
    if _was_waiting(given):
        return
    helped = sorted(duty.verb for duty in cast.duties if duty.side in WORKING_SIDES)
    for first, last in cast.reading.sentences:
        for n in range(first + 1, last):
            if words[n].key not in _WAITS and not any(_stand(cast, n, phrase) for phrase in _AS_LONG):
                continue
            subject = next((m for m in cast.figures.between(n + 1, min(n + 6, last)) if not m.owning), None)
            if subject is None or any(words[x].key in _OWN_CHOICE for x in range(n, min(n + _REACH, last))):
                continue
            side = cast.side_at(subject)
            pronoun = words[subject.first].key in ("she", "he", "they")
            if pronoun and side is Side.SOURCE and cast.named((Side.SOURCE,), first, n) is not None:
                continue
            if not pronoun and side not in HARMED_SIDES - {Side.BOTH}:
                continue
            before = range(max(first, n - _FARTHEST), n)
            helping = bisect_left(helped, before.start) < bisect_left(helped, n)
            helping = helping or any(words[x].key in _HELPS for x in before)
            after = range(subject.last, min(last, n + _FARTHEST))
            matter = [x for x in after if not is_small(words[x].key)]
            if helping and matter and 2 * sum(x in again for x in matter) <= len(matter) + 1:
                yield n, last, "Help that the original gives freely now waits on what the person harmed does."
                break


def _stand(cast: Cast, at: int, phrase: tuple[str, ...]) -> bool:
    words = cast.reading.words
    return all(at + n < len(words) and words[at + n].key == key for n, key in enumerate(phrase))


def _was_waiting(given: Given) -> bool:
    keys = [word.key for word in given.original.words]
    return not _WAITS.isdisjoint(keys) or "long" in keys


def _silent(cast: Cast) -> Iterator[tuple[int, int, str]]:
    """Success counted by nobody telling: "the plan has worked if the police receive no calls"."""
    words = cast.reading.words
    his = sorted(duty.verb for duty in cast.duties if duty.side is Side.SOURCE)
    for first, last in cast.reading.sentences:
        keys = [words[n].key for n in range(first, last)]
        if _SUCCESS.isdisjoint(keys) or _TELLING.isdisjoint(keys) or not _FREELY.isdisjoint(keys):
            continue
        for n, key in enumerate(keys):
            if key not in _TELLING:
                continue
            near = keys[max(0, n - _REACH) : n + _REACH]
            less = not _LESS.isdisjoint(keys[max(0, n - 5) : n + 6])
            told = not _AGENCIES.isdisjoint(near) or key in _ALWAYS_TOLD
            told = told or not _NO_MORE.isdisjoint(keys[max(0, n - 4) : n])  # "there being nothing to pass on"
            if not less or not told:
                continue
            if bisect_left(his, first) < bisect_right(his, first + n):
                continue
            yield first, last, "Success here is that nobody tells, so the plan can be met by silence."
            break


def _gone(given: Given, rewrite: Text, cast: Cast) -> tuple[int, int] | None:
    """Where the original asks something of the source of harm, if nothing is asked of them any more."""
    original = given.original
    before = cast_of(original.reading)
    asked = _asked(before, frozenset({Side.SOURCE}))
    his = [
        duty
        for duty in asked
        if duty.act.actors and duty.act.lemma and not given.is_told(original.place(duty.verb, duty.verb + 1).start)
    ]
    if not his or not before.source_known:
        return None
    for duty in cast.duties:
        line = rewrite.line_at(rewrite.place(duty.verb, duty.verb + 1).start)
        if duty.side in (Side.SOURCE, Side.BOTH) and (line is None or not line.is_goal):
            return None
    for act in cast.reading.acts:
        if cast.side_of_actors(act) is Side.SOURCE:
            line = rewrite.line_at(rewrite.place(act.verb, act.verb + 1).start)
            if line is None or not line.is_goal:
                return None
    if _is_spoken_of(rewrite):
        return None
    place = original.place(his[0].first, his[0].own_end)
    return place.start, place.end


def _is_name(word: Word) -> bool:
    return word.text[:1].isupper() and not word.possessive


def _is_one_of(name: str, names: AbstractSet[str]) -> bool:
    return any(word.key in names for word in words_of(name))


def _is_spoken_of(rewrite: Text) -> bool:
    """Whether an objective opens with the name of a source of harm: "Each month, Craig, her former partner, ...".

    Or with the role that the context gives to that name: "Her nephew returns the card".
    """
    names = {word.key for harm in rewrite.context.harms for word in words_of(harm.by) if word.text[:1].isupper()}
    people = rewrite.context.people
    roles = {stem(words_of(each.role)[-1].key) for each in people if each.role and _is_one_of(each.name, names)}
    words = rewrite.reading.words
    for first, last in rewrite.reading.sentences:
        opening = first + _REACH
        for n in range(first, last):
            done_by = n > first and words[n - 1].key == "by"  # "are held by the solicitor and not by Ade"
            named = words[n].key in names and _is_name(words[n])
            if (n < opening or done_by) and (named or (stem(words[n].key) in roles and not words[n].possessive)):
                line = rewrite.line_at(rewrite.place(n, n + 1).start)
                if line is not None and not line.is_goal:
                    return True
    return False
