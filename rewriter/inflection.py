"""The forms of English verbs: a rule, and a list of those that do not follow it."""

from rewriter.words import word_lists

__all__ = ["forms"]

_VOWELS = "aeiou"


def forms(verb: str) -> tuple[str, ...]:
    """Give a verb and its inflected forms: `attend` gives attend, attends, attending, attended.

    A verb of several words is inflected on its first ("chase up" gives "chasing up").
    """
    head, _, rest = verb.partition(" ")
    tail = " " + rest if rest else ""
    return tuple(
        form + tail for form in dict.fromkeys((head, *(word_lists("irregular")["verbs"].get(head) or _regular(head))))
    )


def _regular(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return verb + "s", verb[:-1] + "ing", verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies", verb + "ing", verb[:-1] + "ied"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    doubles = (
        len(verb) > 2
        and verb[-1] not in "aeiouwxy"
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in verb) == 1
    )
    stem = verb + verb[-1] if doubles else verb
    return third, stem + "ing", stem + "ed"
