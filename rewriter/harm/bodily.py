"""Reads harm told by what is done to a body, or by the injury that somebody caused.

"held her by the throat", "broke her jaw", "the marks stepdad left", "what he did to you": none needs a word for abuse.
Physical abuse as the Care and Support Statutory Guidance has it; which words stand for it is practice judgement.
"""

from collections.abc import Iterator

from rewriter.harm.mentions import Mention
from rewriter.harm.relations import Relation, Surroundings

__all__ = ["bodily_harm"]

_BODY = frozenset(
    "neck throat jaw arm arms leg legs wrist wrists nose rib ribs tooth teeth finger fingers face head eye eyes skull "
    "hand hands scruff collar collarbone cheek cheekbone lip lips ear ears shoulder ankle hip thumb back chest stomach "
    "hair".split()
)
_NECK = frozenset("neck throat mouth face".split())
_BREAKING = frozenset(
    "break breaks broke breaking broken fracture fractures fractured fracturing blacken blackens blackened blackening "
    "bust busts busted busting split splits splitting burn burns burnt burned burning twist twists twisted twisting "
    "dislocate dislocated bruise bruised bruising".split()
)
_HOLDING = frozenset(
    "hold holds held holding have has had having grab grabs grabbed grabbing take takes took taking drag drags dragged "
    "dragging pull pulls pulled pulling pin pins pinned pinning lift lifts lifted catch caught seize seized get got "
    "getting swing swung".split()
)
_GRIPPED = frozenset("throat neck hair arm arms leg legs wrist wrists ear ears scruff collar face".split())
_ROUND = frozenset("round around on over to across".split())
_GRASP = frozenset("hands hand fingers arm belt rope cord knife".split())
_WOUNDS = frozenset(
    "injuries injury bruise bruises bruising marks mark burns burn wounds wound cuts scars scar".split()
)
_CAUSING = frozenset("caused causes causing gave gives giving inflicted inflicts left leaves did made".split())
_DOING = frozenset("did does do done doing".split())
_THROWING = frozenset(
    "throw throws throwing threw thrown chuck chucks chucking chucked lob lobs lobbing lobbed hurl hurls hurling "
    "hurled fling flings flinging flung".split()
)
_SOME = frozenset("of two three four several some one both half all most".split())
_HELPERS = frozenset("has have had was is been keeps kept".split())
_SIGNS = _BODY | _WOUNDS | _THROWING | {"what"}


def bodily_harm(around: Surroundings) -> Iterator[Relation]:
    """Give every harm told by what is done to a body or by an injury caused, in the order of the words."""
    for index, key in enumerate(around.keys):
        if key not in _SIGNS:
            continue
        if key in _BODY:
            yield from _done_to(around, index)
        if key in _WOUNDS:
            yield from _caused(around, index)
        elif key == "what":
            yield from _what_was_done(around, index)
        elif key in _THROWING:
            yield from _thrown(around, index)


def _done_to(around: Surroundings, index: int) -> Iterator[Relation]:
    """What is done to the part of a body at a word."""
    words, begin = around.words, around.begins[index]
    if index - 3 >= begin and words[index - 1].key in ("the", "his", "her", "their") and words[index - 2].key == "by":
        held = around.ending.get(index - 2)
        gripped = words[index].key in _GRIPPED
        if gripped and held is not None and words[held.first - 1].key in _HOLDING and around.is_person(held):
            yield from _by(around, held.first - 1, held, index + 1)
        return
    owner = around.owner_of(index)
    if owner is None or owner.first - 1 < begin:
        return
    verb = owner.first - 1
    while verb > begin and words[verb].key in _SOME:
        verb -= 1  # "broke two of her ribs"
    before = words[owner.first - 1].key
    if words[verb].key in _BREAKING:
        yield from _by(around, verb, owner, index + 1)
    elif words[index].key in _NECK and before in _ROUND:
        near = range(max(begin, owner.first - 5), owner.first - 1)
        grasp = next((n for n in near if words[n].key in _GRASP), -1)
        if grasp >= 0:
            yield from _by(around, grasp, owner, index + 1)


def _by(around: Surroundings, verb: int, harmed: Mention, last: int) -> Iterator[Relation]:
    doer = around.subject_of(verb, who=True, but=harmed.figure)
    if doer is not None and not around.is_person(doer):
        return
    between = around.figures.between(doer.last if doer else verb, verb)
    if doer is None and any(mention.figure == harmed.figure for mention in between):
        return
    if doer is None and _is_own(around, verb, harmed):
        return  # "Sam broke his arm"
    yield Relation(doer.figure if doer is not None else -1, harmed.figure, verb, last, stated=True)


def _is_own(around: Surroundings, verb: int, harmed: Mention) -> bool:
    """Whether the one before the verb is the one whose body it is."""
    subject = around.subject_of(verb, who=True)
    return subject is not None and subject.figure == harmed.figure


def _caused(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "the injuries Imran caused you", "the belt marks stepdad left"."""
    words, end = around.words, around.ends[index]
    yield from _did_it(around, index)
    at = index + 1 + (index + 1 < end and words[index + 1].key in ("that", "which"))
    source = around.person_at(at)
    if source is None or source.owning or source.first > at + 1:
        return
    verb = source.last
    while verb < end and words[verb].key in _HELPERS:
        verb += 1
    if verb < end and words[verb].key in _CAUSING:
        harmed = around.person_at(verb + 1) if verb + 1 < end else None
        if harmed is None and verb + 2 < end and words[verb + 1].key in ("to", "on"):
            harmed = around.person_at(verb + 2)
        if harmed is None or harmed.figure != source.figure:
            yield Relation(source.figure, harmed.figure if harmed else -1, index, verb + 1, stated=True)


def _did_it(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "Bruises to back and arm, says Mum did it": who did it is told after the wounds."""
    words, end = around.words, around.ends[index]
    for verb in range(index + 2, end - 1):
        if words[verb].key not in ("did", "done", "caused") or words[verb + 1].key not in ("it", "this", "that"):
            continue
        doer = around.ending.get(verb) or (around.ending.get(verb - 1) if words[verb - 1].key in _HELPERS else None)
        if doer is not None and not doer.owning and around.is_person(doer):
            yield Relation(doer.figure, -1, index, verb + 2, stated=True)
        return


def _thrown(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "throwing eggs at Mr Oduya": whatever is thrown at somebody."""
    words, end = around.words, around.ends[index]
    at = next((n for n in range(index + 1, min(index + 5, end - 1)) if words[n].key == "at"), -1)
    struck = around.person_at(at + 1) if at > 0 else None
    if struck is None or struck.owning:
        return
    doer = around.subject_of(index, who=True, but=struck.figure)
    if doer is not None and around.is_person(doer):
        yield Relation(doer.figure, struck.figure, index, struck.last, stated=True)


def _what_was_done(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "what your husband did to you"."""
    words, end = around.words, around.ends[index]
    source = around.person_at(index + 1)
    if source is None:
        return
    verb = source.last
    while verb < end and words[verb].key in _HELPERS:
        verb += 1
    if verb + 2 < end and words[verb].key in _DOING and words[verb + 1].key == "to":
        harmed = around.person_at(verb + 2)
        if harmed is not None and harmed.figure != source.figure:
            yield Relation(source.figure, harmed.figure, index, harmed.last, stated=True)
