"""Lists in a text: bulleted tasks, things to be fitted, levels set in one breath, tasks by name.

Source: 002 Halton, Example 4 ("separated into two distinct objectives"); the finer lines are practice judgement.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from rewriter.amounts.reader import AmountKind
from rewriter.evidence.doers import fragment_doers
from rewriter.lexicon import Lexicon, phrases
from rewriter.plan import Act, Reading
from rewriter.text import Word

__all__ = ["is_list", "levels", "lines", "processes", "tasks_by_name", "things", "vouched_parts"]

_LABELS = phrases("""
    goal, objective, outcome, action, target, need, who, when, what, why, how, where, by whom, by when, lead,
    timescale, deadline, rag, status, measure, measured by, success, contingency, risk, concern, issue, responsible,
    review, evidence, date, due, plan, frequency, how measured, how will we know, update, progress, baseline, now,
    aim, background, note, notes
""")
_PROCESSES = frozenset(
    "referral referrals assessment assessments review check screening appointment application".split()
)
_BULLETS = frozenset({"-", "*", "\u2022", "\u2013", "+", "\u00b7", ">"})
_DASHES = frozenset({"-", "\u2013", "\u2014", ":"})
_JOINERS = frozenset({",", "and", "&", "+", "plus"})
_LEVEL_WORDS = frozenset({"no", "all", "every", ":"})
_MODALS = frozenset("to will must should".split())
# What is agreed or decided, however many things it is about, is done at one time.
_AT_ONE_TIME = frozenset("agree decide confirm share".split())
# The points after these words say how one thing is seen.
_SIGNS = frozenset({"indicators", "meaning"})

_Ranges = list[tuple[int, int]]


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"label": _LABELS})


def is_list(reading: Reading) -> bool:
    """Whether a text is a list of two or more tasks, one a line."""
    return len(reading.lasting(lines)) > 1


def lines(reading: Reading) -> _Ranges:
    """Give the items of a bulleted or numbered list, each a task of its own; labelled rows and signs are not."""
    words = reading.words
    if "\n" not in reading.text and "\u2022" not in reading.text:
        return []
    items: _Ranges = []
    for first, last in reading.sentences:
        opened = words[first - 1].key if first else "\n"
        if opened == "\u2022" or (opened == "\n" and _is_bullet(words, first, last)):
            at = next((n for n in range(first, last) if words[n].key[0].isalpha()), last)
            if at < last and not _is_label(words, at):
                items.append((at, last))
    return [] if not _SIGNS.isdisjoint(reading.keys) else items


def _is_bullet(words: Sequence[Word], first: int, last: int) -> bool:
    if words[first].key in _BULLETS:
        return True
    return words[first].key.isdigit() and first + 1 < last and words[first + 1].key in (".", ")")


def _is_label(words: Sequence[Word], index: int) -> bool:
    ahead = words[index : index + 4]
    return any(
        term.first == 0 and term.last < len(ahead) and ahead[term.last].key in (":", "-", "=")
        for term in _lexicon().find(ahead)
    )


def things(reading: Reading, asks: Sequence[Act]) -> _Ranges:
    """Give the things of "Key safe, alarm and ramp, all to be fitted": three or more, each fitted on its own day."""
    act = next((act for act in asks if act.passive and "once" in act.classes and not act.actors), None)
    if act is None or act.lemma in _AT_ONE_TIME:
        return []
    if any(other.sentence == act.sentence and other.verb < act.verb for other in asks):
        return []  # "... one sheet a week, 6 of 8 to be finished": what stands before is an act of its own
    words = reading.words
    first = reading.sentences[act.sentence][0]
    last = next((n for n in range(act.verb, first, -1) if words[n].key in _MODALS), act.verb)
    parts = [part for part in _parts(words, first, last) if words[part[0]].key != "all" or part[1] - part[0] > 1]
    return parts if len(parts) >= 3 else []


def processes(reading: Reading, asks: Sequence[Act]) -> _Ranges:
    """Give the processes of "Medication review, OT referral", where nothing is asked by a verb."""
    if asks or not reading.sentences or _PROCESSES.isdisjoint(reading.keys):
        return []
    words = reading.words
    parts = _parts(words, *reading.sentences[0])
    return [part for part in parts if words[part[1] - 1].key in _PROCESSES or words[part[0]].key in _PROCESSES]


def _parts(words: Sequence[Word], first: int, last: int) -> _Ranges:
    """The stretches between commas and "and", without those that hold no word; round brackets hold together."""
    found: _Ranges = []
    begin, depth = first, 0
    for n in range(first, last + 1):
        if n < last:
            depth += (words[n].key == "(") - (words[n].key == ")")
        if n == last or (depth <= 0 and words[n].key in _JOINERS):
            end = next(
                (m for m in range(n, begin, -1) if words[m - 1].key[0].isalnum() or words[m - 1].key == ")"), begin
            )
            if any(word.key[0].isalnum() for word in words[begin:end]):
                found.append((begin, end))
            begin = n + 1
    return found


def vouched_parts(reading: Reading, asks: Sequence[Act]) -> _Ranges:
    """Give what a guarantee vouches for, where it is two things: "ensure that ... and that ..."."""
    act = next((act for act in asks if "guarantee" in act.classes), None)
    if act is None:
        return []
    words, end = reading.words, reading.sentences[act.sentence][1]
    cuts = [n for n in range(act.verb, end - 1) if words[n].key in ("and", "&") and words[n + 1].key == "that"]
    bounds = [act.verb, *cuts, end]
    return list(pairwise(bounds)) if cuts else []


def levels(reading: Reading, lead: Act | None) -> _Ranges:
    """Give the levels set in one breath: "3 cooked meals, no screens, all clothes ironed"; "cards plus a museum"."""
    if not reading.sentences:
        return []
    words = reading.words
    first, last = reading.sentences[lead.sentence if lead is not None else 0]
    plus = next((n for n in range(first, last) if words[n].key == "plus"), None)
    if plus is not None and lead is not None and "of" in reading.keys[first:plus]:
        return [(first, plus), (plus + 1, last)]
    keys = {words[n].key for n in range(first, last)}
    counts = sum(amount.kind is AmountKind.COUNT and first <= amount.first < last for amount in reading.amounts)
    if not keys & _JOINERS or (counts < 2 and not keys & _LEVEL_WORDS):
        return []
    colon = next((n + 1 for n in range(first, last) if words[n].key == ":"), None)
    parts = _parts(words, first if colon is None else colon, last)
    if len(parts) < 2:
        return []
    strong = [part for part in parts if _sets_level(reading, *part, headed=colon is not None)]
    denied = sum(words[begin].key == "no" for begin, _ in strong)
    return strong if len(strong) >= 3 or len(strong) == 2 == denied else []


def _sets_level(reading: Reading, first: int, last: int, *, headed: bool) -> bool:
    keys = reading.keys[first:last]
    if not keys[0][0].isalpha():
        return False
    if keys[0] in ("no", "all", "every"):
        return True
    if headed and any(key.endswith(("ed", "made", "out")) for key in keys[1:]):
        return True  # "Steph: beds made, clothes ironed"
    return any(
        amount.kind is AmountKind.COUNT
        and amount.of
        and amount.value
        and first <= amount.first < last
        and not any(time.first <= amount.first < time.last for time in reading.times)
        for amount in reading.amounts
    )


def tasks_by_name(reading: Reading) -> _Ranges:
    """Give the tasks of different services or people without a verb: "CAMHS - therapy. Housing - the mould."."""
    words = reading.words
    if _DASHES.isdisjoint(reading.keys):
        return []
    found: _Ranges = []
    for party in reading.once(fragment_doers):
        if party.after < len(words) - 1 and words[party.after].key in _DASHES:
            last = next((last for first, last in reading.sentences if first <= party.first < last), party.after)
            if last > party.after + 1:
                found.append((party.first, last))
    return found
