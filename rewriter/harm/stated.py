"""Reads what a text itself says about who harms whom: by verb, by preposition; `named` reads its nouns.

Section 1 of the responsibility standard; a young child, or a child lashing out in distress, harms nobody here
(section 2).
"""

from collections.abc import Iterator, Sequence

from rewriter.harm.distress import in_distress
from rewriter.harm.mentions import Figure, Mention
from rewriter.harm.named import NamedHarm
from rewriter.harm.relations import Relation, Surroundings, is_abuse
from rewriter.harm.signs import ACCUSING, AFRAID, LASHING_OUT, PROTECTING, SAFETY
from rewriter.harm.taking import taking_from
from rewriter.lexicon import Term
from rewriter.people import PartyKind

__all__ = ["stated_harm"]

_BE = frozenset("be been being is are was were get gets got getting am isn't wasn't aren't".split())
_SKIP = frozenset(
    "not never again also being really physically sexually emotionally repeatedly ever no longer badly further".split()
)
_GUARDED = frozenset(
    "follow track chase target control touch pester punish force restrain shake pin trap break go".split()
)
# These may be accidents: no harm by another without a doer.
_MISHAPS = frozenset(
    "hurt harmed injured burn burned burnt bitten broken break scalded killed bruised shaken scared "
    "frightened followed tracked targeted forced restrained pushed trapped touched chased punished pinned "
    "controlled".split()
)
# Told of nobody in particular, these are still harm: "fed without being rushed or slapped".
_BLOWS = frozenset(
    "hit slapped punched kicked beaten strangled threatened abused smacked shoved assaulted raped choked starved "
    "molested whipped intimidated humiliated".split()
)
_THINGS = frozenset("noise noises light lights sound sounds sun shoes tooth leg back knee hip seat chair crowd".split())
_NOBODY = frozenset("nobody noone anyone anybody everyone everybody".split())
_NO_ONE = frozenset("nobody noone no-one".split())
_TOWARDS = frozenset("towards to at on against".split())
_CALLED = frozenset({"victim", "survivor"})
_SERVICES_FOR = frozenset("awareness support liaison empathy impact blaming statement service".split())
_SOMEBODY_WHO = frozenset("who that people somebody someone".split())
_ARTICLES = frozenset("the any her his their these those".split())


def stated_harm(around: Surroundings) -> list[Relation]:
    """Give every harm that the words of a text state, in no particular order."""
    reader = _Stated(around)
    found = [relation for relation in reader.all() if relation.source != relation.harmed or relation.source < 0]
    return [relation for relation in found if not in_distress(around, relation)]


class _Stated:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.words = around.words
        self.figures = around.figures
        self.marks = around.marks
        self.begins = around.begins
        self.ends = around.ends

    def all(self) -> Iterator[Relation]:
        for term in _longest(self.marks.all("hurting")):
            yield from self._verb(term)
        for term in self.marks.all("taking"):
            yield from taking_from(self.around, term)
        named = NamedHarm(self.around)
        for term in _longest(self.marks.all("abuse")):
            if is_abuse(self.words, term):
                yield from named.at(term)
        for term in self.marks.all("soft"):
            owner = self.around.owner_of(term.first)
            if owner is not None and self.words[term.first].key in LASHING_OUT:
                yield Relation(
                    owner.figure,
                    self.around.object_after(term.last, _TOWARDS, term.first),
                    term.first,
                    term.last,
                    True,
                )
        for mention in self.figures.mentions:
            figure = self.figures.figures[mention.figure]
            if "source" in figure.roles:
                yield Relation(mention.figure, -1, mention.first, mention.last, stated=True)
            elif self._is_called_victim(mention):
                yield Relation(-1, mention.figure, mention.first, mention.last, stated=True)
            yield from self._from(mention, figure)

    def _is_called_victim(self, mention: Mention) -> bool:
        """Whether a person is called so here: not "victim awareness", nor "that person" said of it later."""
        called = {word.key for word in self.words[mention.first : mention.last]}
        with_next = called | {word.key for word in self.words[mention.last : mention.last + 1]}
        return not _CALLED.isdisjoint(called) and _SERVICES_FOR.isdisjoint(with_next)

    def _verb(self, term: Term) -> Iterator[Relation]:
        """Read one verb of hurting: "X hits Y", "Y is hit (by X)", "the one who hits Y"."""
        words, first, last = self.words, term.first, term.last
        at = first - 1
        while at >= self.begins[first] and (words[at].key in _SKIP or words[at].key.endswith("ly")):
            at -= 1
        if at - 2 >= self.begins[first] and words[at].key in ("or", "and") and words[at - 1].key.endswith("ed"):
            at -= 2 if words[at - 2].key in _BE else 0  # "being rushed or slapped"
        before = words[at].key if at >= self.begins[first] else ""
        if before == "to" and words[at - 1].key in _NO_ONE:
            return  # "nobody to shout at her"
        contracted = at >= self.begins[first] and at in self.around.starting and words[at].possessive
        by = last < self.ends[first] and words[last].key == "by"
        undone = contracted and words[first].key.endswith(("ed", "en")) and self.around.person_at(last) is None
        if (before in _BE or (undone and not by)) and not words[first].key.endswith(("ing", "s")):
            yield from self._passive(term, at + (1 if undone else 0))
        elif last < self.ends[first] and words[last].key == "by":
            source, harmed = self.around.hand_at(last + 1), self.around.subject_of(first, who=False)
            if source is not None and harmed is not None:
                yield Relation(source.figure, harmed.figure, first, last, stated=True)
        else:
            found = self._victim(term)
            if found is not None:
                yield from self._active(term, found, before)
            elif words[first].key.endswith("s") and self._ends_clause(last) and words[first].key[:-1] in _BLOWS:
                doer = self.around.ending.get(first)
                if doer is not None and not doer.owning and self.around.is_person(doer):
                    yield Relation(doer.figure, -1, first, last, stated=True)  # "Ingrid hits."

    def _ends_clause(self, index: int) -> bool:
        return index >= len(self.words) or self.words[index].key in (".", ",", ";", "\n", "and")

    def _passive(self, term: Term, at: int) -> Iterator[Relation]:
        """ "not be hurt by Laura", "I will not be smacked"."""
        words, first, last = self.words, term.first, term.last
        harmed = self.around.subject_of(at, who=False)
        by = next((n for n in range(last, min(last + 14, self.ends[first])) if words[n].key == "by"), -1)
        source = self.around.hand_at(by + 1) if by >= 0 else None
        mishap = source is None and words[first].key in _MISHAPS
        if mishap or (at > 0 and words[at - 1].key in _NOBODY):
            return
        if harmed is None:
            if words[at].key in ("being", "getting") and words[first].key in _BLOWS:
                yield Relation(source.figure if source else -1, -1, first, last, stated=True, described=by >= 0)
            return
        for each in self.around.joined_with(harmed):
            yield Relation(source.figure if source else -1, each, first, last, stated=True)

    def _victim(self, term: Term) -> Mention | None:
        """The person a verb of hurting has as its object, past another such verb: "hit or throw things at dave"."""
        words, last = self.words, term.last
        end = self.ends[term.first]
        found = self.around.person_at(last)
        if found is None and last < end and words[last].key in ("or", "and", ",", "/"):
            near = self.figures.between(last, min(last + 7, end))
            found = next((m for m in near if not m.owning and self.around.is_person(m)), None)
            if found is None or self.marks.first("hurting", last, found.first) is None:
                return None
            return None if words[found.first - 1].key in ("to", "with", "for") else found
        if (
            found is not None
            and words[term.first].key.startswith("beat")
            and "at" in [word.key for word in words[found.last : found.last + 3]]
        ):
            return None  # "beat his brother at chess"
        if found is not None and found.owning and _stem(words[term.first].key) in _GUARDED:
            return None  # "follow her plan"
        return found

    def _active(self, term: Term, found: Mention, before: str) -> Iterator[Relation]:
        first, last = term.first, term.last
        doer = self.around.subject_of(first, who=True, but=-1 if found.owning else found.figure)
        if (doer is not None and doer.figure == found.figure) or self._is_by_a_thing(first):
            return  # "she broke her wrist"
        kind = self.figures.figures[doer.figure].kind if doer is not None else PartyKind.AGENCY
        if doer is not None and kind is PartyKind.OURSELVES:
            for also in self.figures.between(self.begins[first], doer.first):
                if self.around.is_person(also) and not also.owning and also.figure != found.figure:
                    yield Relation(also.figure, found.figure, first, last, stated=True)
        elif doer is not None and self._is_task(doer, first):
            return  # "Physio to push Maureen a bit further"
        elif doer is None or not self._could_do(doer, first) or not self.around.is_person(found):
            key = self.words[first].key
            if not self.around.is_person(found) or key in _GUARDED:
                return
            if before in _SOMEBODY_WHO:
                yield Relation(-1, found.figure, first, last, stated=True, described=True)
            elif doer is None and key.endswith("ing") and _stem(key) not in _GUARDED and key not in _MISHAPS:
                # "no one forcing Parveen", "to stop threatening Caleb": whoever it is, they are being harmed
                yield Relation(-1, found.figure, first, last, stated=True)
        else:
            yield Relation(doer.figure, found.figure, first, last, stated=True)
            for each in self._and_others(found, self.ends[first]):
                yield Relation(doer.figure, each, first, last, stated=True)

    def _is_by_a_thing(self, first: int) -> bool:
        """ "as the noise hurts her"."""
        return self.words[first - 1].key in _THINGS and _stem(self.words[first].key) in ("hurt", "scare", "frighten")

    def _is_task(self, doer: Mention, first: int) -> bool:
        """Whether a verb is asked of somebody outright, and not that they leave it off: nobody is asked to harm."""
        words = self.words
        if words[first - 1].key not in ("to", "will") or self.around.ending.get(first - 1) is not doer:
            return False
        return self.figures.figures[doer.figure].kind is PartyKind.PROFESSIONAL

    def _could_do(self, doer: Mention, first: int) -> bool:
        """Whether a doer may be the source: an agency never is, its staff only by what is plainly done with hands."""
        if self.figures.figures[doer.figure].kind is not PartyKind.AGENCY:
            return True
        key = self.words[first].key
        return self.around.may_harm(doer) and _stem(key) not in _GUARDED and key not in _MISHAPS and key not in _GUARDED

    def _and_others(self, found: Mention, end: int) -> Iterator[int]:
        """Those joined after a person by "and" or "or": "hit Tobi or Dara"."""
        joined = found.last
        while joined + 1 < end and self.words[joined].key in ("and", "or", ",", "&"):
            also = self.around.person_at(joined + 1)
            if also is None or also.owning:
                return
            yield also.figure
            joined = also.last

    def _from(self, mention: Mention, figure: Figure) -> Iterator[Relation]:
        """ "safe from Ryan", "frightened of him", "protect Mia from her father"."""
        words, first = self.words, mention.first
        if mention.owning or not self.around.is_person(mention) or first < 2:
            return
        at = first - 1
        while at > self.begins[first] and words[at].key in _ARTICLES:
            at -= 1
        link, before = words[at].key, words[at - 1].key if at else ""
        if link == "of" and before in AFRAID:
            who = self.around.subject_of(at - 1, who=False)
            yield Relation(mention.figure, who.figure if who else -1, at - 1, mention.last, not mention.pronoun)
        elif link == "against" and before in ACCUSING:
            who = self.around.subject_of(at - 1, who=False)
            yield Relation(mention.figure, who.figure if who else -1, at - 1, mention.last, stated=False)
        elif link == "from" and not figure.is_child:
            if before in SAFETY:
                # "keep her safe from": the one kept, not the one who keeps
                kept = self.around.ending.get(at - 1)
                who = kept if kept is not None and not kept.owning else self.around.subject_of(at - 1, who=False)
                for each in self.around.joined_with(who) if who else [-1]:
                    yield Relation(mention.figure, each, at - 1, mention.last, stated=True)
                return
            if before == "violence":
                return
            for n in range(at - 1, max(self.begins[first], at - 8) - 1, -1):
                if words[n].key in PROTECTING:
                    kept = next((m for m in self.figures.between(n + 1, at) if self.around.is_person(m)), None)
                    yield Relation(mention.figure, kept.figure if kept else -1, n, mention.last, stated=True)
                    return


def _stem(key: str) -> str:
    return key.rstrip("s").removesuffix("ing")


def _longest(terms: Sequence[Term]) -> list[Term]:
    """Drop the terms that lie inside a longer one that begins no later."""
    kept: list[Term] = []
    for term in terms:
        if kept and term.first < kept[-1].last:
            if term.last > kept[-1].last and term.first == kept[-1].first:
                kept[-1] = term
            continue
        kept.append(term)
    return kept
