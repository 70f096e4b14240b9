"""Whether a text speaks of danger at this moment, and the notice that then stands above everything else.

A sentence counts where a cue (a threat, an attack, a child gone, an overdose) meets a word of this moment, and nothing
makes it a condition, a purpose, a history or a pattern. Source: practice judgement; 999 and the local safeguarding
procedure as in *Working Together to Safeguard Children* and every local adult procedure.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rewriter.lexicon import Lexicon, Term
from rewriter.plan import Reading
from rewriter.text import Word, words_of
from rewriter.words import word_lists

__all__ = ["NOTICE", "safety_notice"]

NOTICE = (
    "This may describe danger at this moment. If anyone is hurt, missing or at risk now, ring 999 first. Then follow "
    "your local safeguarding procedure and tell your manager today; out of office hours ring the council's emergency "
    "duty team. Do not wait for the wording of a plan."
)

_BEING = frozenset("is are 's am been being he's she's they're i'm hes shes theyre im".split())
_GONE = frozenset("gone went is are been reported still 's goes".split())
_AFTER_MISSING = frozenset("now since from tonight today again and overnight still for all . ! , ( - ;".split()) | {""}
_FROM = frozenset("home placement care hospital school ward unit college nursery the his her their this last".split())
_DANGEROUS = tuple("alone doing deadly kill harm taken dose weapon there refuge missing absent left".split())
_EVERYDAY = frozenset(
    "the not his her him their them himself herself about back house home going been being come round flat get "
    "children tonight".split()
)
_PRESCRIBED = 4
_MANY = frozenset(
    "all ten twelve fifteen twenty thirty forty fifty sixty loads lots dozens handfuls packets bottles".split()
)


@cache
def _lexicon() -> Lexicon:
    lists = word_lists("danger")
    return Lexicon({**lists["time"], **lists["cue"]})


@cache
def _telling() -> frozenset[str]:
    """The most telling word of every cue of danger: a text without one of them is not looked at any further."""
    cues = word_lists("danger")["cue"]
    phrases = (phrase for tag in _DANGEROUS for phrase in cues[tag])
    return frozenset(
        max((word.key for word in words_of(phrase)), key=lambda key: (key not in _EVERYDAY, len(key)))
        for phrase in phrases
    )


class _Sentence(NamedTuple):
    """The words of one sentence, where it begins and ends, and the phrases found there by tag."""

    words: Sequence[Word]
    first: int
    last: int
    seen: dict[str, list[Term]]

    def key(self, index: int) -> str:
        """The key of one word, "" outside the sentence."""
        return self.words[index].key if self.first <= index < self.last else ""

    def real(self, tag: str) -> list[Term]:
        """The phrases of a tag that are neither denied nor part of a condition or a purpose."""
        found = self.told(tag)
        if not found:
            return []
        denied = {no.last + gap for no in self.seen.get("denied", ()) for gap in range(3)}
        return [term for term in found if term.first not in denied]

    def told(self, tag: str) -> list[Term]:
        """The phrases of a tag outside any condition or purpose; the phrases may themselves deny ("not seen")."""
        opened = min((term.last for term in self.seen.get("supposed", ())), default=self.last)
        return [term for term in self.seen.get(tag, ()) if term.first < opened]

    def is_under_way(self, term: Term) -> bool:
        """Whether "is" or the like stands up to two words before: "he's hitting her", "is being hit"."""
        return any(
            self.key(index) in _BEING or (index >= self.first and self.words[index].possessive)
            for index in range(max(self.first, term.first - 2), term.first)
        )


def safety_notice(reading: Reading) -> str:
    """Give the notice where a text speaks of danger at this moment, else "".

    Takes a reading of any text, whatever its kind; raises nothing.
    """
    words = reading.words
    if _telling().isdisjoint(reading.keys):
        return ""
    terms = reading.terms(_lexicon())
    urgent = any(term.tag == "urgent" for term in terms)
    position = 0
    for first, last in reading.sentences:
        seen: dict[str, list[Term]] = {}
        while position < len(terms) and terms[position].first < last:
            seen.setdefault(terms[position].tag, []).append(terms[position])
            position += 1
        if seen and _is_danger(_Sentence(words, first, last, seen), urgent=urgent):
            return NOTICE
    return ""


def _is_danger(sentence: _Sentence, *, urgent: bool) -> bool:
    seen = sentence.seen
    now = urgent or any(not _is_since(sentence, term) for term in seen.get("now", ()))
    if "past" in seen or ("habit" in seen and not urgent):
        return False
    if "999" in [word.key for word in sentence.words[sentence.first : sentence.last]] and not now:
        return False
    return (
        bool(sentence.real("alone"))
        or _is_under_way(sentence, now=now)
        or _is_threatened(sentence, now=now)
        or _has_weapon(sentence, now=now)
        or _was_done_just_now(sentence)
        or _is_gone(sentence, urgent=urgent)
        or _is_at_the_door(sentence, now=now)
    )


def _is_since(sentence: _Sentence, term: Term) -> bool:
    """Whether "now" gives a reason, and no moment: "now that he is home", "now we know"."""
    return sentence.key(term.last) == "that" or (sentence.key(term.last), sentence.key(term.last + 1)) == ("we", "know")


def _is_under_way(sentence: _Sentence, *, now: bool) -> bool:
    """Somebody is being hurt: "he is hitting her now", "is strangling him"."""
    if any(sentence.is_under_way(term) for term in sentence.real("deadly")):
        return True
    return now and any(
        sentence.is_under_way(term) and sentence.key(term.first - 1) != "now" for term in sentence.real("doing")
    )


def _is_threatened(sentence: _Sentence, *, now: bool) -> bool:
    """Somebody means to kill or to harm: "says she will kill herself tonight"."""
    kills = sentence.real("kill")
    if kills and _follows(sentence.real("voiced"), kills, 8):
        return True
    if not now:
        return False
    meant = sentence.real("meaning")
    firm = [said for said in meant if sentence.key(said.first) not in ("will", "told", "want", "wants")]
    return _follows(meant, kills, 12) or _follows(firm, sentence.real("harm"), 8)


def _follows(openers: Sequence[Term], cues: Sequence[Term], within: int) -> bool:
    """Whether a cue begins at most so many words after an opener."""
    reach = {opener.last + gap for opener in openers for gap in range(within)}
    return any(cue.first in reach for cue in cues)


def _has_weapon(sentence: _Sentence, *, now: bool) -> bool:
    reach = {hold.last + gap for hold in sentence.real("holding") for gap in range(3)}
    for weapon in sentence.real("weapon"):
        held = weapon.first in reach
        meant = now or "fear" in sentence.seen or "meaning" in sentence.seen
        if held and (meant or sentence.key(weapon.last) in ("", ".", "!", "at", "to")):
            return True
    return False


def _was_done_just_now(sentence: _Sentence) -> bool:
    """An overdose or a wound minutes or hours old: "has just taken 30 tablets"."""
    if "recent" not in sentence.seen:
        return False
    harmful = sentence.real("taken") + [term for term in sentence.real("dose") if _is_many(sentence, term.first)]
    took = [term for term in sentence.real("took") if sentence.key(term.first - 1) not in ("to", "be")]
    return not {act.first for act in took}.isdisjoint(what.first for what in harmful) or _follows(took, harmful, 6)


def _is_many(sentence: _Sentence, dose: int) -> bool:
    """Whether a number above any prescription, or "all", stands up to three words before the tablets."""
    before = [sentence.key(index) for index in range(max(sentence.first, dose - 3), dose)]
    return any((key.isdecimal() and len(key) < 5 and int(key) > _PRESCRIBED) or key in _MANY for key in before)


def _is_gone(sentence: _Sentence, *, urgent: bool) -> bool:
    """A person is missing now, or left alone now."""
    recent = urgent or "recent" in sentence.seen or "now" in sentence.seen
    for term in sentence.real("missing"):
        before = {sentence.key(index) for index in range(max(sentence.first, term.first - 2), term.first)}
        owning = term.first > sentence.first and sentence.words[term.first - 1].possessive
        after, further = sentence.key(term.last), sentence.key(term.last + 1)
        if not (before & _GONE or owning) or after not in _AFTER_MISSING:
            continue
        if after == "from" and further not in _FROM:
            continue
        if recent or "gone" in before or ("is" in before and after in ("", ".", "!")):
            return True
    if recent and sentence.real("left") and "now" in sentence.seen:
        left = sentence.real("left")
        return any(sentence.is_under_way(t) or sentence.words[t.first].key in ("left", "been") for t in left)
    return recent and bool(sentence.told("absent"))


def _is_at_the_door(sentence: _Sentence, *, now: bool) -> bool:
    """The person feared is there: "he's outside now", or she is hiding from him."""
    if now and sentence.real("refuge"):
        return True
    times = sentence.seen.get("now", ())
    before = {time.first - gap for time in times for gap in range(5)}
    after = {time.last + gap for time in times for gap in range(2)}
    for term in sentence.real("there"):
        close = term.last in before or term.first in after
        if not (close and sentence.is_under_way(term)) and not (now and "fear" in sentence.seen):
            continue
        if not sentence.key(term.first).startswith("on") or "fear" in sentence.seen or "doing" in sentence.seen:
            return True
    return False
