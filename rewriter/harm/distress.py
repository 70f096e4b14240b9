"""When one who hits is a young child, or a child lashing out in distress: no abuse (section 2 of the standard)."""

from rewriter.harm.relations import Relation, Surroundings, is_abuse
from rewriter.lexicon import Term

__all__ = ["in_distress"]

# Between children too these are harm, whatever the ages.
_SEXUAL = ("grop", "rap", "molest", "fondl", "violat")


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
