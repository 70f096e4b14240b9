"""The quick check that the rules make on their own drafts: nothing that the user did not give but in brackets.

A number, a date, a name, a service or a place in the draft must be found in the objective or its context, and the
responsibility rules run on the draft as a plan. A rewrite made elsewhere is judged by `guarding.guard`.
"""

import re
from collections.abc import Sequence

from rewriter.brackets import find_brackets
from rewriter.filled import stand_in
from rewriter.plan import Context, PlanKind
from rewriter.reading import read
from rewriter.remembered import remembered
from rewriter.responsibility import check, with_gaps_named
from rewriter.smart import Responsibility
from rewriter.text import Word, key_of, words_of
from rewriter.vocabulary import is_common

__all__ = ["facts_given", "invented", "responsibility_of"]

_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty twice "
    "fortnight weekly daily monthly fortnightly nightly monday tuesday wednesday thursday friday saturday sunday "
    "january february march april june july august september october november december christmas easter".split()
)
_DIGITS = re.compile(r"\d+")
_NUMBERS = re.compile("|".join(("[0-9]", *sorted(_NUMBER_WORDS))))


def invented(draft: str, given: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Give where a draft states something the user did not: offsets into the draft (end exclusive).

    Takes the draft's text and what was given (`facts_given`). Numbers, dates and number words, and capitalised names
    inside a sentence, count; what stands in brackets does not.
    """
    if not _may_state_facts(draft):
        return ()
    gaps = [(bracket.start, bracket.end) for bracket in find_brackets(draft)]
    found: list[tuple[int, int]] = []
    words = words_of(draft)
    for index, word in enumerate(words):
        if not _is_fact(words, index) or _is_known(word, given):
            continue
        if not any(start <= word.start < end for start, end in gaps):
            found.append((word.start, word.end))
    return tuple(found)


def _may_state_facts(draft: str) -> bool:
    """Whether a glance shows a capital inside a text or a number; most of a model's reasons have neither."""
    if not draft.isascii():
        return True
    low = draft.lower()
    return draft[1:] != low[1:] or bool(_NUMBERS.search(low.replace(".", "")))  # "t.w.o." is read as a word


def _is_fact(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.key[0].isdigit() or word.key in _NUMBER_WORDS:
        return True
    if not word.text[0].isupper() or len(word.text) == 1:
        return False
    opens = index == 0 or words[index - 1].key in (".", ":", "\n", "!", "?", '"', "\u201c", "[")
    return not opens and not is_common(word.key)


@remembered
def facts_given(objective: str, context: Context) -> frozenset[str]:
    """Give every word and number the user gave, in the objective or beside it, by key."""
    said = [objective, context.need, context.baseline, *context.names]
    said += [part for person in context.people for part in person]
    said += [part for harm in context.harms for part in (harm.to, harm.by, harm.what)]
    said += [str(day) for day in (context.today, context.review_date) if day is not None]
    keys: set[str] = set()
    for text in said:
        for word in words_of(text):
            keys.add(word.key)
            keys.update(_DIGITS.findall(word.key))
    return frozenset(keys)


def _is_known(word: Word, known: frozenset[str]) -> bool:
    if word.key in known or key_of(word.text) in known or word.key.rstrip("s") in known:
        return True
    digits = _DIGITS.findall(word.key)
    return bool(digits) and all(part in known for part in digits)


def responsibility_of(texts: Sequence[str], context: Context) -> Responsibility:
    """Judge the goals and objectives of a draft together, with every gap read as agreed.

    Several texts are judged as a plan; one alone as the objective it is, since one support action of somebody
    harmed is no plan that leaves all to her.
    """
    plan = "\n".join(stand_in(text).text for text in texts)
    labels = read(plan, context, PlanKind.PLAN if len(texts) > 1 else PlanKind.OBJECTIVE).once(check)
    return with_gaps_named(labels, texts)
