"""What the rules of responsibility find in a rewrite by itself, and which of it the rewrite is to answer for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.alike import is_small
from rewriter.guarding.concern import advice, fault
from rewriter.guarding.given import Given
from rewriter.guarding.sides import Side
from rewriter.guarding.store import Store
from rewriter.people import PartyKind
from rewriter.responsibility import check
from rewriter.smart import Finding, Responsibility
from rewriter.text import Word, words_of

__all__ = ["blamed"]

_TRIGGERS = frozenset("after following whenever when if each every should".split())
_WATCHED = "This watches"  # checks and visits that the original may have asked for in the same words
_KEPT_OUT = "This asks the person harmed to manage or keep out"
_ORDERS = frozenset("order orders injunction notice undertaking".split())
_TOLD = ("minimises", "responsibility_unassigned")
_SHARED = ("mutualises", "responsibility_on_victim")
_SENTENCE = 60  # words
_BETWEEN = frozenset("any a an the there is are has been another further new more such".split())
_NEAR = 5  # words from a trigger to the harm that it speaks of
_NOBODY = frozenset("nobody none noone".split())
_WHEN = frozenset("if when whenever should time once".split())
_NOT = frozenset("not isn't wasn't doesn't hasn't isnt doesnt never no".split())
_PRESENT = frozenset("in at home back here there present arrive arrives come comes return returns turn turns".split())
_ABSENT = frozenset("absent missing late away".split())
_SAID_OF = 6  # words from "if" or "because" to what is said of it


def blamed(given: Given, labels: Responsibility, rewrite: Side, *, own: bool = True) -> Iterator[Concern]:
    """Give a concern for each finding of the rules, but for those that rest on how a plain thing is said.

    `own` says whether the draft is the product's. Whoever else rewrites a text answers for what they put on somebody,
    not for a harm without a doer or a word that makes it small, which the original has: that is advice.
    """
    words = given.original.words
    absence = any(_tells_of_absence(words, n) for n in range(len(words)))
    for finding in labels.findings:
        if _only_triggers(finding, rewrite) or _is_the_source(finding, rewrite) or _is_misread(given, rewrite, finding):
            continue
        if _are_workers(finding, rewrite) or _is_ruled_out(finding, rewrite):
            continue
        if absence and _waits_for_absence(finding, rewrite):
            continue
        if _may_be_its_own(given, finding, own=own) and _was_given(given, rewrite, finding):
            yield advice(ConcernKind.RESPONSIBILITY, rewrite.text, finding.start, finding.end, finding.message)
        else:
            yield fault(ConcernKind.RESPONSIBILITY, rewrite.text, finding.start, finding.end, finding.message)


def _may_be_its_own(given: Given, finding: Finding, *, own: bool) -> bool:
    """Whether what is found may be the original's: a check, who brings or collects whom, or a word for a harm."""
    if finding.message.startswith(_WATCHED) or (not own and finding.rule in _TOLD):
        return True
    before = given.original.reading.once(check).findings
    return finding.message.startswith(_KEPT_OUT) and all(each.rule != finding.rule for each in before)


def _are_workers(finding: Finding, rewrite: Side) -> bool:
    """Whether "they", to whom a harm seems given, are the workers with whom the sentence before it opens."""
    reading = rewrite.reading
    if finding.rule not in _SHARED or not finding.text.lower().startswith("they "):
        return False
    sentences = reading.sentences
    at = bisect_left(sentences, finding.start, key=lambda span: rewrite.place(span[0], span[0] + 1).start)
    first, last = sentences[at - 1] if 0 < at <= len(sentences) else (0, 0)
    begin = bisect_left(reading.parties, first, key=lambda party: party.first)
    told = reading.parties[begin].kind if begin < len(reading.parties) and reading.parties[begin].first < last else None
    return told in (PartyKind.PROFESSIONAL, PartyKind.AGENCY)


def _is_ruled_out(finding: Finding, rewrite: Side) -> bool:
    """Whether nobody is to do what would give the harm to both: "No one contacts her family to mediate"."""
    keys = [word.key for word in rewrite.words_within(finding.start, finding.end)]
    keys = keys[2:] if keys[:1] and keys[0].isdecimal() else keys
    return finding.rule in _SHARED and (keys[:2] == ["no", "one"] or not _NOBODY.isdisjoint(keys[:1]))


def _waits_for_absence(finding: Finding, rewrite: Side) -> bool:
    """Whether what is done waits for somebody not to be there: "if she is not at school"."""
    if finding.rule != "responsibility_on_victim":
        return False
    words = rewrite.words_within(finding.start, finding.end)
    at = next((n for n, word in enumerate(words) if word.key in _WHEN), len(words))
    said = [word.key for word in words[at : at + 2 * _SAID_OF]]
    for n, key in enumerate(said[: _SAID_OF + 1]):
        if key in _ABSENT or (key in _NOT and not _PRESENT.isdisjoint(said[n + 1 : n + 3])):
            return True
    return False


def _tells_of_absence(words: Sequence[Word], index: int) -> bool:
    """Whether a word opens a condition that somebody is not there."""
    after = {word.key for word in words[index + 1 : index + 1 + _SAID_OF]}
    return words[index].key in _WHEN and not (_ABSENT | _NOT).isdisjoint(after)


def _is_misread(given: Given, rewrite: Side, finding: Finding) -> bool:
    """Whether the words for a harm are the original's own, which has no harm: "starting on 4 May"."""
    if finding.rule != "responsibility_unassigned" or given.harm_in_play or given.context.harms:
        return False
    return _was_given(given, rewrite, finding)


def _was_given(given: Given, rewrite: Side, finding: Finding) -> bool:
    """Whether every word of matter at a finding comes from the original: then the rewrite did not bring it in."""
    words = rewrite.words_within(finding.start, finding.end)
    known = given.store.known(Store(words))
    return all(n in known or is_small(word.key) or not word.key.isalpha() for n, word in enumerate(words))


def _only_triggers(finding: Finding, rewrite: Side) -> bool:
    """Whether a harm is named as what an act waits for, "after any incident", or in the name of an order against it.

    Harm to oneself has nobody else to answer for it.
    """
    if finding.rule != "responsibility_unassigned":
        return False
    words = rewrite.words
    at = bisect_left(words, finding.start, key=lambda word: word.start)
    after = [word.key for word in rewrite.words_within(finding.start, len(rewrite.text))[:_NEAR]]
    if not _ORDERS.isdisjoint(after) or (len(after) > 1 and after[1].endswith(("self", "selves"))):
        return True  # "female genital mutilation protection order"; "to harm himself"
    if any(word.key == "because" for word in words[max(0, at - _SAID_OF) : at]):
        return True  # "because of the dog and the threats, two people visit"
    before = (word.key for word in reversed(words[max(0, at - _NEAR) : at]))
    return next((key for key in before if key not in _BETWEEN), "") in _TRIGGERS


def _is_the_source(finding: Finding, rewrite: Side) -> bool:
    """Whether a duty stands under "he", in a sentence that opens with the person causing the harm."""
    words = rewrite.words
    at = bisect_left(words, finding.start, key=lambda word: word.start)
    if finding.rule != "responsibility_on_victim" or at >= len(words) or words[at].key not in ("he", "she", "they"):
        return False
    names = {word.key for harm in rewrite.context.harms for word in words_of(harm.by)}
    begin = next((n + 1 for n in range(at - 1, max(-1, at - _SENTENCE), -1) if words[n].key in (".", "\n")), 0)
    return any(word.key in names and word.text[:1].isupper() for word in words[begin : min(begin + _NEAR, at)])
