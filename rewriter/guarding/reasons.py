"""Reasons, purposes and statements about somebody in a rewrite that rest on nothing that was given.

A clause of reason or purpose, or one that tells how things are or were, is known if at least half of the words that
carry its matter were given in some form. A goal is new by its nature, so the purposes in it are left alone.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from rewriter.amounts.counting import value_of
from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.alike import is_small, stem
from rewriter.guarding.concern import fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.given import Given
from rewriter.guarding.reworded import LIGHT
from rewriter.guarding.sides import Side
from rewriter.plan import Act, Mood, Reading, Setting

__all__ = ["invented_reasons"]

_NOW = frozenset("currently presently present moment usually mostly rarely seldom tends".split())
_ABOUT = frozenset("roughly approximately around nearly almost altogether none nothing nobody far well very".split())
_JOINING = frozenset("unless until till once whenever before after".split())
_AT = frozenset(("present", "moment"))  # "at present", but not "to be present"
_TOLD_NOW = _NOW | frozenset("now curr currently atm moment baseline last was had has is are still already".split())
# That something was asked or agreed says how it came into the plan, and nothing about anybody.
_SAID = frozenset(
    "ask asked asks wish wishes wished want wants wanted choose chose chosen choice prefer prefers preferred request "
    "requested agree agreed agrees say said says like likes hope hopes plan planned arranged set out explained".split()
)
_PARTING = frozenset([",", ";", "(", ")", "\u2013", "\u2014", ":", "and", "but"])
_PAST = frozenset("is are isn't aren't now was were has have had been fell dropped rose".split())
_SUBJECTS = frozenset("the his her their he she they it this that there mum dad these those".split())
_COMPARED = frozenset("as such same so well soon long far often much many ever".split())
_POINTING = frozenset("this that it these do".split())
_OPENING = frozenset((("in", "order"), ("so", "that"), ("so", "as")))
_SO = frozenset(("so", "in"))  # "so that", "in order to"


def invented_reasons(given: Given, rewrite: Side, excused: Excused) -> Iterator[Concern]:
    """Give a concern for each reason, purpose or statement whose matter was not given."""
    reading = rewrite.reading
    done: set[int] = set()
    places = [(clause.first, clause.last, clause.setting) for clause in reading.clauses]
    places += [(first, last, Setting.REASON) for first, last in _as_clauses(reading)]
    places += [(first, last, Setting.PURPOSE) for first, last in _opening_purposes(reading)]
    opened = {first for first, _ in _opening_purposes(reading)}
    loose = {first for first, _ in _as_clauses(reading)}
    places += [
        (act.subject_first, act.last, Setting.CONTENT)
        for act in reading.acts
        if act.mood is Mood.TOLD
        and act.setting in (Setting.MAIN, Setting.CONTENT)
        and act.actors
        and not act.passive
        and _states(reading, act)
    ]
    for first, last, setting in sorted(places):
        if setting not in (Setting.REASON, Setting.PURPOSE, Setting.CONTENT) or first in done:
            continue
        start, end = rewrite.place(first, last)
        ordered = first > 1 and reading.words[first - 1].key == "order" and reading.words[first - 2].key == "in"
        if setting is Setting.PURPOSE and not ordered and first not in opened and reading.words[first].key not in _SO:
            continue  # "to check how often" says what the act is
        line = rewrite.line_at(start)
        if excused.covers_to(start) or line is None or (line.is_goal and setting is not Setting.REASON):
            continue
        matter = [n for n in range(first, last) if _is_matter(rewrite, n)]
        new = _not_given(matter, given, rewrite)
        if not new or 2 * len(new) < len(matter) or (_is_loose(rewrite, first, last, setting, loose) and len(new) < 2):
            continue
        done.update(range(first, last))
        what = {Setting.REASON: "reason", Setting.PURPOSE: "purpose"}.get(setting, "statement")
        message = f"This {what} is nowhere in what was given."
        yield fault(ConcernKind.INVENTED, rewrite.text, start, end, message)
    # where nothing was told of how things are, whatever is said of that is new
    enough = 2 if given.told or given.context.baseline or given.store.keys & _TOLD_NOW else 1
    for first, last in _baselines(reading):
        start, end = rewrite.place(first, last)
        matter = [n for n in range(first, last) if _is_matter(rewrite, n)]
        new = _not_given(matter, given, rewrite, in_sense=False)  # so little is said that each word counts
        if first not in done and not excused.covers_to(start) and len(new) >= enough and 2 * len(new) >= len(matter):
            message = "This says how things are now, and nothing of it was given."
            yield fault(ConcernKind.INVENTED, rewrite.text, start, end, message)
    for start, end in _bracketed(given, rewrite):
        if not excused.covers_to(start):
            message = "A bracket may hold a value or a short phrase to agree, not a reason or a statement."
            yield fault(ConcernKind.INVENTED, rewrite.text, start, end, message)


def _is_loose(rewrite: Side, first: int, last: int, setting: Setting, loose: AbstractSet[int]) -> bool:
    """Whether one new word in a clause says little: in a statement, or where it says how an amount goes up or down."""
    if setting is Setting.CONTENT or first in loose:
        return True
    words = rewrite.reading.words
    measured = any(rewrite.in_value(rewrite.filled.back(words[n].start)) for n in range(first, last))
    return setting is Setting.PURPOSE and measured


def _as_clauses(reading: Reading) -> Iterator[tuple[int, int]]:
    """The clauses of reason with "as" or "since", to the next comma: "as the last arrangement broke down"."""
    words = reading.words
    for first, last in reading.sentences:
        for n in range(first + 1, last - 2):
            if words[n].key not in ("as", "since") or words[n + 1].key not in _SUBJECTS:
                continue
            if words[n - 1].key in _COMPARED or (words[n].key == "as" and words[n - 1].key.endswith(("er", "ly"))):
                continue
            end = next((m for m in range(n + 2, last) if words[m].key in _PARTING - {"and"}), last)
            tells = (words[m].key in _PAST or words[m].key.endswith(("ed", "s")) for m in range(n + 2, end))
            if words[n].key == "as" or any(tells):
                yield n, end


def _opening_purposes(reading: Reading) -> Iterator[tuple[int, int]]:
    """The purposes with which a sentence opens, to the comma: "In order to settle him, ...", "To lift her mood,"."""
    words = reading.words
    for first, last in reading.sentences:
        at = first + 2 if words[first].key.isdecimal() and first + 2 < last else first
        opens = words[at].key == "to" or tuple(word.key for word in words[at : at + 2]) in _OPENING
        end = next((n for n in range(at + 2, last) if words[n].key == ","), at) if opens else at
        points = any(word.key in _POINTING for word in words[at:end])  # "To make that possible, ..."
        if end > at and not points:
            yield at, end


def _states(reading: Reading, act: Act) -> bool:
    """Whether a clause says how things are or were; "then steps back" says what somebody will do."""
    keys = [word.key for word in reading.words[act.subject_first : act.last]]
    return any(key in _PAST or key in _NOW or key.endswith("ed") for key in keys)


def _is_matter(rewrite: Side, index: int) -> bool:
    """Whether a word of the reading carries matter: no small word, no number, and not in a gap."""
    word = rewrite.reading.words[index]
    if (
        is_small(word.key)
        or word.key in _NOW
        or word.key in _ABOUT
        or word.key in _JOINING
        or word.key in _SAID
        or stem(word.key) in LIGHT
        or word.key[0].isdigit()
        or value_of(word.key) is not None
    ):
        return False
    place = rewrite.filled.back(word.start)
    return not rewrite.in_gap(place) and not rewrite.in_value(place)


def _not_given(matter: Sequence[int], given: Given, rewrite: Side, *, in_sense: bool = True) -> Sequence[int]:
    """Those words of the reading that were not given; most rewrites give no reason, and none is looked up.

    `in_sense` says whether a word of nearly the same meaning is enough.
    """
    look = given.store.known_or_related if in_sense else given.store.known
    known = look(rewrite.read_store) if matter else frozenset[int]()
    return [n for n in matter if n not in known]


def _baselines(reading: Reading) -> Iterator[tuple[int, int]]:
    """The parts of sentences that say how things are now: "at present he misses most mornings"."""
    words = reading.words
    for first, last in reading.sentences:
        begin = first
        for index in range(first, last + 1):
            if index < last and words[index].key not in _PARTING:
                continue
            keys = [word.key for word in words[begin:index]]
            if any(key in _NOW and (key not in _AT or "at" in keys[:n]) for n, key in enumerate(keys)):
                yield begin, index
            begin = index + 1


def _bracketed(given: Given, rewrite: Side) -> Iterator[tuple[int, int]]:
    """The brackets that hold a reason or a clause with matter that was not given."""
    known = given.store.known(rewrite.store)
    words = rewrite.words
    opened: int | None = None
    for index, word in enumerate(words):
        if word.key == "[":
            opened = index
        elif word.key == "]" and opened is not None:
            inside = range(opened + 1, index)
            matter = [n for n in inside if not is_small(words[n].key)]
            new = [n for n in matter if n not in known]
            if new and not rewrite.in_gap(words[opened].start) and 2 * len(new) >= len(matter):
                yield words[opened].start, word.end
            opened = None
