"""Reads what somebody is kept from: company, going out, food, medicine, what is theirs.

Controlling behaviour and neglect, as the Care and Support Statutory Guidance (types of abuse and neglect) and the
Domestic Abuse Act 2021, section 1(3) define them; which everyday words stand for them is practice judgement.
"""

from collections.abc import Iterator

from rewriter.harm.mentions import Mention
from rewriter.harm.relations import Relation, Surroundings

__all__ = ["KeptFrom"]

_FORBIDDEN = frozenset("out see have leave work go eat speak use drive sleep study meet talk ring".split())
_DENYING = frozenset("doesn't won't never not didn't don't wouldn't isn't".split())
_DEPRIVED = frozenset("food water drink heating medication meds pads pad soiled wet hungry unfed undressed".split())
_NEEDED = _DEPRIVED | frozenset(
    "glasses teeth dentures keys key phone money hearing frame stick wheelchair tablets post letters".split()
)


class KeptFrom:
    """The people round a verb, and each kind of keeping somebody from something, by the index of its verb."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.keys = around.keys

    # -- the people round a verb --------------------------------------------------------------------

    def _doer(self, index: int, but: int = -1) -> int:
        """The family or community member who does the verb at a word, or -1."""
        around = self.around
        before = around.ending.get(index)
        if before is not None and before.owning and around.is_person(before):
            return before.figure  # "stepmum's shut him in": "stepmum has"
        found = around.subject_of(index, who=True, but=but)
        return found.figure if found is not None and around.is_person(found) else -1

    def _worked(self, index: int) -> bool:
        """Whether a professional or an agency does the verb."""
        if index in self.around.ending:
            return not self.around.is_person(self.around.ending[index])
        found = self.around.subject_of(index, who=True)
        return found is not None and not self.around.is_person(found)

    def _object(self, index: int) -> Mention | None:
        found = self.around.person_at(index + 1)
        return None if found is None or found.owning else found

    def _relation(self, source: int, harmed: int, first: int, last: int) -> Iterator[Relation]:
        if source != harmed or source < 0:
            yield Relation(source, harmed, first, last, stated=True)

    # -- kinds ------------------------------------------------------------------------------------------

    def forbidding(self, index: int) -> Iterator[Relation]:
        """ "doesn't let her see her friends"."""
        harmed = self._object(index)
        if harmed is None or self.keys[index - 1] not in _DENYING or harmed.last >= self.around.ends[index]:
            return
        source = self._doer(index, harmed.figure)
        grown = not self.around.figures.figures[harmed.figure].is_child
        told = self.keys[index - 1] in ("doesn't", "won't", "never", "wouldn't") or self.keys[index].endswith("ing")
        if source >= 0 and grown and told and self.keys[harmed.last] in _FORBIDDEN:
            yield from self._relation(source, harmed.figure, index - 1, harmed.last + 1)

    def denying(self, index: int) -> Iterator[Relation]:
        """ "won't give Mrs Lim her teeth": what is somebody's own, or needed, is kept from them."""
        harmed = self._object(index)
        if harmed is None or self.keys[index - 1] not in ("won't", "doesn't", "never", "wouldn't"):
            return
        figures, end = self.around.figures.figures, min(harmed.last + 4, self.around.ends[index])
        owned = self.around.starting.get(harmed.last)
        theirs = owned is not None and owned.owning and owned.pronoun
        needed = any(self.keys[n] in _NEEDED for n in range(harmed.last, end))
        source = self._doer(index, harmed.figure)
        if source >= 0 and not figures[harmed.figure].is_child and (theirs or needed):
            yield from self._relation(source, harmed.figure, index - 1, end)

    def barred(self, index: int) -> Iterator[Relation]:
        """ "isn't allowed a phone or his own key by Irena": a grown person whom another allows or not."""
        who = self.around.subject_of(index, who=False)
        if self.keys[index - 1] not in ("isn't", "not", "wasn't", "never") or who is None:
            return
        figure = self.around.figures.figures[who.figure]
        if not self.around.is_person(who) or figure.is_child or figure.plural:
            return
        end = self.around.ends[index]
        by = next((n for n in range(index + 1, min(index + 10, end)) if self.keys[n] == "by"), -1)
        source = self.around.person_at(by + 1) if by >= 0 else None
        if source is not None:
            yield from self._relation(source.figure, who.figure, index - 1, source.last)

    def depriving(self, index: int) -> Iterator[Relation]:
        """ "leaves her in a wet pad", "left him without food"."""
        harmed = self._object(index)
        if harmed is None:
            return
        end = min(harmed.last + 5, self.around.ends[index])
        keys = self.keys[harmed.last : end]
        source = self._doer(index, harmed.figure)
        if keys[:1] in (["in"], ["without"], ["hungry"], ["unfed"]) and source >= 0 and _DEPRIVED & set(keys):
            yield from self._relation(source, harmed.figure, index, end)
