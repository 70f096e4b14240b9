"""Reads what only the form of the words implies about who harms whom; the answer says that it assumed so.

Section 1 of the responsibility standard: somebody told to keep away, to keep to bail or to attend a programme for
people who abuse is the source; an adult told to keep a partner out counts as harmed.
"""

from collections.abc import Iterator
from itertools import pairwise

from rewriter.harm.relations import Relation, Surroundings
from rewriter.people import PartyKind
from rewriter.plan import Act

__all__ = ["assumed_harm"]

# An order is held by the person it protects; bail and a licence are his whom they bind.
_BINDING = frozenset("bail licence".split())
_ENTRY = frozenset("allow let permit have invite admit".split())
_BOUND_TO = frozenset("against binding on keeping for".split())
_GROWN = frozenset("older man men adult adults woman women adult's".split())
_TAKING_UP = frozenset(
    part.strip()
    for part in (
        "attend, complete, start, go, finish, join, do, engage, engage with, continue, sign up, begin, work with, enrol"
    ).split(",")
)
_COMPLYING = frozenset(
    part.strip()
    for part in ("comply, comply with, keep, stick to, adhere, abide, obey, observe, breach, break, keep to").split(",")
)
_GOING = frozenset(
    part.strip()
    for part in (
        "keep, stay off, keep off, keep out, enter, keep away, stay away, go, approach, come, return, contact, stay"
    ).split(",")
)
_ENTERING = frozenset("enter come return approach contact".split())
# Of these the person is no doer: "to have no more threats", "to tolerate no violence".
_HOPING = frozenset(
    "have be live see hear feel experience suffer witness allow accept tolerate permit report expect get receive grow "
    "ensure keep sleep enjoy know make_sure stay face".split()
)
_UPON = frozenset("to at towards against on".split())
_KIN = frozenset(("relative", "neighbour"))
_DWELLINGS = frozenset("home house property flat address premises".split())


def assumed_harm(around: Surroundings) -> list[Relation]:
    """Give every harm that the form of a text's words implies, in no particular order."""
    return list(_Assumed(around).all())


class _Assumed:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.words = around.words
        self.figures = around.figures
        self.marks = around.marks
        self.begins = around.begins
        self.ends = around.ends

    def all(self) -> Iterator[Relation]:
        for term in self.marks.all("legal"):
            owner = self.around.owner_of(term.first)
            if owner is not None and any(self.words[n].key in _BINDING for n in range(term.first, term.last)):
                yield Relation(owner.figure, -1, term.first, term.last, stated=False)
            on_bail = self.around.ending.get(term.first - 1)
            bailed = self.around.keys[max(0, term.first - 1) : term.first + 1] == ["on", "bail"]
            if on_bail is not None and bailed and self.around.is_person(on_bail) and not on_bail.owning:
                yield Relation(on_bail.figure, -1, term.first, term.last, stated=False)  # "Sunil on bail not to"
            after = term.last - (self.words[term.last - 1].key in ("against", "binding"))
            if after < len(self.words) and self.words[after].key in _BOUND_TO:
                bound = self.around.person_at(after + 1)
                if bound is not None and (
                    self.words[after].key in ("against", "binding") or self.words[term.first].key in ("bail", "tag")
                ):
                    yield Relation(bound.figure, -1, term.first, bound.last, stated=False)
        yield from self._sexual_use()
        for act in self.around.acts:
            yield from self._form(act)

    def _sexual_use(self) -> Iterator[Relation]:
        """An adult's sex with a child, however it is put: "stop meeting older men for sex"."""
        words = self.words
        for term in self.marks.all("adult_sex"):
            near = self.figures.between(self.begins[term.first], self.ends[term.first])
            child = next((m for m in near if self.figures.figures[m.figure].is_child), None)
            adult = next(
                (
                    m
                    for m in near
                    if self.around.is_person(m)
                    and not self.figures.figures[m.figure].is_child
                    and abs(m.first - term.first) < 6
                ),
                None,
            )
            if child is not None:
                older = adult is not None and any(
                    words[n].key in _GROWN for n in range(max(0, adult.first - 1), adult.last)
                )
                yield Relation(
                    adult.figure if adult and older else -1, child.figure, term.first, term.last, stated=True
                )

    def _form(self, act: Act) -> Iterator[Relation]:
        words, figures = self.words, self.figures.figures
        doers = [self.around.starting[p.first].figure for p in act.actors if p.first in self.around.starting]
        if act.lemma in ("arrest", "charge", "prosecute", "recall") and any(
            figures[n].kind is PartyKind.AGENCY for n in doers
        ):
            held = self.around.person_at(act.verb + 1)
            if held is not None and not held.owning:
                yield Relation(held.figure, -1, act.verb, act.last, stated=False)
        if act.passive and act.lemma in ("arrest", "charge", "prosecute", "recall"):
            yield from (Relation(n, -1, act.verb, act.last, stated=False) for n in doers if figures[n].is_person)
        refuge = self.marks.first("refuge", act.subject_first, act.last)
        if refuge is not None and any(figures[n].kind is PartyKind.AGENCY for n in doers):
            helped = next(
                (
                    m
                    for m in self.figures.between(act.verb, act.last)
                    if self.around.is_person(m) and not figures[m.figure].is_child
                ),
                None,
            )
            if helped is not None:
                yield Relation(-1, helped.figure, act.verb, act.last, stated=False)
        doers = [n for n in doers if figures[n].is_person and not figures[n].is_group]
        if not doers:
            return
        doer = doers[0]
        end = act.last
        course = self.marks.first("source_programme", act.verb, end)
        if course and act.lemma in _TAKING_UP and not self.marks.first("anger_work", act.verb, end):
            yield Relation(doer, -1, act.verb, end, stated=False)
        if act.lemma in ("arrest", "charge", "prosecute", "recall"):
            return
        support = self.marks.first("harmed_programme", act.verb, end)
        carried = act.lemma in ("take", "bring", "drive") and act.verb + 1 in self.figures.at  # "to take her to SARC"
        if support and act.lemma not in ("refer", "arrange", "invite") and not (carried or figures[doer].is_child):
            yield Relation(-1, doer, act.verb, end, stated=False)
        legal = self.marks.first("legal", act.verb, end)
        if legal and act.lemma in _COMPLYING:
            kept = next(
                (
                    m
                    for m in self.figures.between(act.verb, legal.first)
                    if self.around.is_person(m) and not m.owning and m.figure != doer
                ),
                None,
            )
            if kept is None:
                if words[legal.first].key not in ("written", "court"):
                    yield Relation(doer, -1, act.verb, end, stated=False)
            else:
                yield Relation(kept.figure, doer, act.verb, end, stated=False)
        yield from self._keeping(act, doer)
        yield from self._renouncing(act, doer)
        order = self.marks.first("legal", act.verb, self.ends[act.verb])
        if order is not None and act.lemma in _GOING and not figures[doer].is_child:
            apart = any(words[n].key in ("away", "off", "out") for n in range(act.verb, min(end, act.verb + 3)))
            owner = next((m for m in self.figures.between(act.verb, end) if m.owning and m.figure != doer), None)
            if apart and (owner is None or self.around.is_person(owner)):
                # "to keep away from Kunle's gym, as the restraining order says"
                yield Relation(doer, owner.figure if owner else -1, act.verb, end, stated=True)

    def _renouncing(self, act: Act, doer: int) -> Iterator[Relation]:
        """Somebody asked to make no threats, to use no violence, to put the belt down: no hitting."""
        if act.lemma in _HOPING or act.passive or "guarantee" in act.classes or self.figures.figures[doer].is_child:
            return
        end = self.ends[act.verb]
        for n in range(act.verb, min(act.last, end - 1)):
            if self.words[n].key not in ("no", "zero", "without"):
                continue
            hurting = self.marks.first("hurting", n + 1, min(n + 3, end))
            term = self.marks.first("abuse", n + 1, min(n + 3, end)) or hurting
            if term is not None and not self.words[term.first].key.endswith("ed"):
                harmed = self.around.object_after(term.last, _UPON, term.first)
                if harmed != doer:
                    yield Relation(doer, harmed, n, term.last, stated=False)
                return

    def _keeping(self, act: Act, doer: int) -> Iterator[Relation]:
        """Someone told to keep away, or an adult told to keep another out."""
        words, figures = self.words, self.figures.figures
        lemma, end = act.lemma, act.last
        if (lemma not in _GOING and lemma not in _ENTRY) or figures[doer].is_child:
            return
        others = [
            m
            for m in self.figures.between(act.verb, min(end, act.verb + 8))
            if self.around.is_person(m) and m.figure != doer
        ]
        others = [
            m for m in others if not figures[m.figure].is_child and not figures[m.figure].is_group and not m.owning
        ]
        place = self.marks.first("home", act.verb + 1, min(end, act.verb + 10))
        if others and place is not None and others[0].first <= act.verb + 4:
            other = others[0].figure
            keeps_out = lemma in ("keep", "keep away") and any(
                words[n].key in ("away", "out") for n in range(act.verb, min(end, act.verb + 8))
            )
            lets_in = (act.negated or act.carrier in ("stop", "avoid", "refrain")) and lemma in _ENTRY
            if keeps_out or lets_in:
                yield Relation(other, doer, act.verb, end, stated=False)
                return
        if lemma in _GOING and (place is not None or lemma in ("contact", "approach")):
            away = any(words[n].key == "away" for n in range(act.verb, min(end, act.verb + 3)))
            away = away and not self._is_their_own_kin(act, doer)
            away = away and not (lemma == "keep" and self.around.person_at(act.verb + 1) is not None)
            if (away and words[place.first].key in _DWELLINGS if place else False) or (
                act.negated and lemma in _ENTERING and (place is None or words[place.first].key in _DWELLINGS)
            ):
                if lemma in ("contact", "approach") and not others:
                    return
                yield Relation(
                    doer, others[0].figure if others and lemma in ("contact", "approach") else -1, act.verb, end, False
                )

    def _is_their_own_kin(self, act: Act, doer: int) -> bool:
        """Whether the house is of kin of whoever keeps from it: "Fatima to stay away from her cousin's house"."""
        near = self.figures.between(act.verb, act.last)
        return any(
            one.owning
            and one.figure == doer
            and one.last == other.first
            and other.owning
            and self._is_kin(other.figure)
            for one, other in pairwise(near)
        )

    def _is_kin(self, number: int) -> bool:
        return not _KIN.isdisjoint(self.figures.figures[number].roles)
