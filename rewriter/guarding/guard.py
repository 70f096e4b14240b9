"""Guards a rewrite made anywhere: nothing in it that was not given but in brackets, nothing given left out.

It compares a rewrite with its original by rules alone: what was invented, changed or dropped, who was made
responsible, and times without an end. Each concern has a file of its own beside this one.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from rewriter.answer import Change, Concern, ConcernKind, Guarded
from rewriter.critic import critique, mapped, provenance
from rewriter.guarding.alike import is_small
from rewriter.guarding.clauses import dropped_clauses
from rewriter.guarding.concern import advice, fault
from rewriter.guarding.conditions import dropped_conditions
from rewriter.guarding.declared import excused_by, unbacked
from rewriter.guarding.details import dropped_details
from rewriter.guarding.doers import swapped_doers
from rewriter.guarding.given import Given
from rewriter.guarding.misnamed import misnamed
from rewriter.guarding.moved import moved_responsibility
from rewriter.guarding.names import compare_names
from rewriter.guarding.numbers import compare_values
from rewriter.guarding.open_time import open_times
from rewriter.guarding.people import cast_of
from rewriter.guarding.reasons import invented_reasons
from rewriter.guarding.reworded import Rewording
from rewriter.guarding.ruled_out import dropped_negations
from rewriter.guarding.sides import Side
from rewriter.guarding.smartness import not_smart, overfull
from rewriter.guarding.store import Store
from rewriter.pasted.orders import without_orders
from rewriter.people import Harm, PartyKind
from rewriter.plan import Context
from rewriter.responsibility import check
from rewriter.settings import Settings
from rewriter.smart import Finding, Responsibility, Severity
from rewriter.text import words_of

__all__ = ["faults", "findings", "guard"]

_TRIGGERS = frozenset("after following whenever when if each every should".split())
_WATCHED = "This watches"  # checks and visits that the original may have asked for in the same words
_ORDERS = frozenset("order orders injunction notice undertaking".split())
_SHARED = ("mutualises", "responsibility_on_victim")
_SENTENCE = 60  # words
_BETWEEN = frozenset("any a an the there is are has been another further new more such".split())
_NEAR = 5  # words from a trigger to the harm that it speaks of


def guard(
    objective: str,
    rewrite: str,
    context: Context | None = None,
    changes: Sequence[Change] = (),
    settings: Settings | None = None,
    *,
    id: str | None = None,
) -> Guarded:
    """Judge a rewrite made anywhere against its original, by rules alone.

    Takes the original and the rewrite as received (a goal and objectives, or one sentence; [brackets] are gaps to
    agree), what was told beside the original, and the changes that the rewrite declares. Gives a `Guarded` whose
    offsets point into the rewrite, or into the original for what was dropped. Raises nothing for text.
    """
    context, settings = context or Context(), settings or Settings()
    original = Side(without_orders(objective), context)  # whoever leaves an order to a tool out has dropped nothing
    held = _Held(Given(original, context), rewrite, changes, settings)
    concerns = _in_order([*held.findings(), *held.advice()])
    passes = not any(concern.severity is Severity.FAULT for concern in concerns)
    return Guarded(passes, concerns, held.labels, provenance(settings), id)


def faults(given: Given, rewrite: str, changes: Sequence[Change], settings: Settings) -> tuple[Concern, ...]:
    """Give those of the concerns for which a rewrite does not pass, as `guard` does, and work out no advice.

    Takes the original as `Given`, which whoever tries several rewrites of it keeps.
    """
    found = findings(given, rewrite, changes, settings)
    return tuple(concern for concern in found if concern.severity is Severity.FAULT)


def findings(given: Given, rewrite: str, changes: Sequence[Change], settings: Settings) -> tuple[Concern, ...]:
    """Give what `faults` does, and with it what may be dropped, if it is not there in other words.

    Rules put nothing in other words, so in a draft of theirs that is dropped.
    """
    return _in_order(_Held(given, rewrite, changes, settings).findings())


def _in_order(found: Iterable[Concern]) -> tuple[Concern, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (each.kind is ConcernKind.DROPPED, each.start)))


class _Held:
    """A rewrite held against its original."""

    def __init__(self, given: Given, rewrite: str, changes: Sequence[Change], settings: Settings) -> None:
        self._given = given
        self._rewrite = Side(rewrite, _with_harms(given))
        self._settings = settings
        original = given.original.text
        self._judged = cache(lambda: critique(original, given.context, settings))
        self._excused, self._alone = excused_by(changes, original, rewrite, self._judged)
        labels = mapped(self._rewrite.reading.once(check), self._rewrite.filled, rewrite)
        self.labels = replace(labels, harms=_as_known(given, labels.harms))

    def findings(self) -> Iterator[Concern]:
        """Everything for which the rewrite does not pass, and what it says in other words, if it says it."""
        given, rewrite, excused = self._given, self._rewrite, self._excused
        cast = cast_of(given, rewrite)
        rewording = Rewording(given, rewrite)
        yield from compare_values(given, rewrite, excused, rewording)
        yield from compare_names(given, rewrite, cast, excused, rewording)
        yield from misnamed(rewrite, cast, excused)
        yield from invented_reasons(given, rewrite, excused)
        yield from dropped_conditions(given, rewrite, excused, rewording)
        yield from dropped_negations(given, rewrite, excused)
        details = list(dropped_details(given, rewrite, excused, rewording, self._judged))
        yield from details
        yield from dropped_clauses(given, rewrite, excused, rewording, details, self._judged)
        yield from swapped_doers(given, rewrite, cast, excused)
        yield from _blame(given, self.labels, rewrite)
        yield from moved_responsibility(given, rewrite, self.labels, excused)
        yield from open_times(rewrite, given.original)
        yield from overfull(rewrite)

    def advice(self) -> Iterator[Concern]:
        """What may stand beside a pass."""
        yield from not_smart(self._rewrite, self._settings)
        yield from unbacked(self._alone, self._rewrite.text)


def _with_harms(given: Given) -> Context:
    """The context of the rewrite: a harm that the original states or implies is in play there too."""
    if given.context.harms:
        return given.context
    return replace(given.context, harms=given.original.reading.once(check).harms)


def _as_known(given: Given, harms: Sequence[Harm]) -> tuple[Harm, ...]:
    """Harms with how each is known: one that the original speaks of was read there, and nobody told it."""
    if given.context.harms:
        return tuple(harms)
    read = {(harm.to, harm.by): harm.basis for harm in given.original.reading.once(check).harms}
    return tuple(replace(harm, basis=read.get((harm.to, harm.by), harm.basis)) for harm in harms)


def _blame(given: Given, labels: Responsibility, rewrite: Side) -> Iterator[Concern]:
    for finding in labels.findings:
        if _only_triggers(finding, rewrite) or _is_the_source(finding, rewrite) or _is_misread(given, rewrite, finding):
            continue
        if _are_workers(finding, rewrite):
            continue
        if finding.message.startswith(_WATCHED) and _was_given(given, rewrite, finding):
            yield advice(ConcernKind.RESPONSIBILITY, rewrite.text, finding.start, finding.end, finding.message)
        else:
            yield fault(ConcernKind.RESPONSIBILITY, rewrite.text, finding.start, finding.end, finding.message)


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
