"""What sounds like harm and is none by another: a young child who hits, or one in distress, or harm to oneself.

Section 2 of the standard.
"""

from rewriter.harm.relations import Relation, Surroundings, is_abuse
from rewriter.lexicon import Term

__all__ = ["in_distress", "to_oneself"]

# Between children too these are harm, whatever the ages.
_SEXUAL = ("grop", "rap", "molest", "fondl", "violat")
_ONESELF = frozenset("himself herself themselves themself myself yourself oneself".split())
_OWNING = frozenset("her his their my your".split())
_STRAINED = frozenset("back knee knees hip hips ankle shoulder shoulders wrist wrists arm arms leg neck foot".split())
_STRAINING = frozenset("lifting bending carrying moving falling slipping turning hoisting reaching gardening".split())


def to_oneself(around: Surroundings, relation: Relation) -> bool:
    """Whether the words tell of somebody's own body: "kill himself", "hurting her back lifting him"."""
    keys = [word.key for word in around.words[relation.first + 1 : relation.first + 4]]
    if keys[:1] and keys[0] in _ONESELF:
        return True
    return len(keys) == 3 and keys[0] in _OWNING and keys[1] in _STRAINED and keys[2] in _STRAINING


def in_distress(around: Surroundings, relation: Relation) -> bool:
    """Whether the one who hits is a young child, or a child lashing out in distress: not abuse."""
    if relation.source < 0:
        return False
    figure = around.figures.figures[relation.source]
    distressed = any(_is_condition(around, term) for term in around.marks.all("distress"))
    if not figure.is_child and figure.age < 0:
        return distressed and not figure.roles and not _domestic(around)
    if figure.age >= 12:
        return False
    sexual = around.words[relation.first].key.startswith(_SEXUAL)
    return 0 <= figure.age < 10 or distressed or (_among_children(around, relation) and not sexual)


def _is_condition(around: Surroundings, term: Term) -> bool:
    """Whether a word of distress is one: SEND in capitals is, "to send him pictures" is not."""
    word = around.words[term.first]
    return word.key != "send" or word.text.isupper()


def _domestic(around: Surroundings) -> bool:
    return any(is_abuse(around.words, term) for term in around.marks.all("abuse"))


def _among_children(around: Surroundings, relation: Relation) -> bool:
    return relation.harmed >= 0 and around.figures.figures[relation.harmed].is_child
