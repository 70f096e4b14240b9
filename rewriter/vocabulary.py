"""The words the product knows: roles, titles, endings of organisations, and what can be nobody's name."""

from collections.abc import Sequence
from functools import cache

from rewriter.inflection import forms
from rewriter.lexicon import Lexicon
from rewriter.text import Word, key_of, words_of
from rewriter.words import word_lines, word_lists

__all__ = [
    "AGENCY",
    "PROFESSIONAL",
    "is_common",
    "is_title",
    "ordinary_words",
    "organisation_endings",
    "own_words",
    "roles",
    "titles",
    "uncommon",
]

PROFESSIONAL = "professional"
AGENCY = "agency"


@cache
def roles() -> Lexicon:
    """Every way a role or a service is written, tagged with its canonical role ("mother", "professional")."""
    lists = word_lists("roles")
    return Lexicon(
        {**lists["family"], PROFESSIONAL: lists["professional"]["role"], AGENCY: lists["agency"]["agency"]},
    )


@cache
def titles() -> frozenset[str]:
    """What stands before a name: "Mr", "Aunt"."""
    return frozenset(word_lists("roles")["title"]["title"])


def is_title(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a title, or the full stop that belongs to one ("Mr. Obi", but not "her aunt. Her room")."""
    if words[at].key == ".":
        return at > 0 and words[at - 1].key in word_lists("roles")["title"]["dotted"]
    return words[at].key in titles()


@cache
def organisation_endings() -> frozenset[str]:
    """Words that end the name of a service, a place or a programme ("Centre")."""
    return frozenset(word_lists("vocabulary")["organisation"]["ending"])


@cache
def own_words() -> frozenset[str]:
    """Every word of the product's own vocabulary, as it is looked up."""
    known: set[str] = set()
    for section in word_lists("vocabulary").values():
        for entries in section.values():
            known.update(part for entry in entries for part in key_of(entry).split())
    verbs = word_lists("verbs")
    for entries in (*verbs["verbs"].values(), *verbs["ambiguous"].values()):
        known.update(form.split()[0] for entry in entries for form in forms(entry))
    known.update(part for entry in verbs["states"]["adjective"] for part in entry.split())
    for group, section in word_lists("roles").items():
        for entries in section.values():
            if group != "title":
                known.update(word.key for entry in entries for word in words_of(entry))
    return frozenset(known)


def uncommon(words: Sequence[Word]) -> list[Word]:
    """Give those words that are not in the product's own vocabulary."""
    known = own_words()
    return [word for word in words if word.key not in known and not is_common(word.key)]


@cache
def ordinary_words() -> frozenset[str]:
    """The ordinary words of English, in small letters. Raises AssetError where the list is missing."""
    return word_lines("common_words.txt")


def is_common(key: str) -> bool:
    """Whether a word, given by its key, is in the product's own vocabulary (and so is not read as a name)."""
    known = own_words()
    return key in known or (len(key) > 3 and key.endswith("s") and key[:-1] in known)
