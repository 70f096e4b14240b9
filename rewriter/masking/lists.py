"""The lists that masking rests on: `words/masking.toml`, `national.toml`, and three lists of words and names."""

from functools import cache

from rewriter.lexicon import Lexicon
from rewriter.masking.words import fold
from rewriter.text import words_of
from rewriter.vocabulary import ordinary_words
from rewriter.words import word_lines, word_lists

__all__ = [
    "are_roles", "common", "drug_endings", "given_names", "is_word_of_plans", "listed", "much_used_names", "national",
    "never", "ordinary", "plain_small", "rarer", "role_words", "towns_of_words",
]  # fmt: skip


_IN_PHRASES = frozenset({"na", "dong", "ffion"})  # names that stand in phrases of those lists: "n/a", "pushed ffion"
_OWNERS = frozenset("the her his their my our".split())


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """Give one list of `words/masking.toml`, as names are compared."""
    return frozenset(fold(entry) for entry in word_lists("masking")[section][name])


def common() -> frozenset[str]:
    """Give the ordinary words of English. Raises AssetError where the list is missing."""
    return ordinary_words()


@cache
def given_names() -> frozenset[str]:
    """Give the given names that are no words, so that small letters hide nobody. Raises AssetError."""
    names = listed("people", "given") | listed("people", "mostly_names") | word_lines("given_names.txt")
    return names - common() - listed("people", "small_words")


@cache
def rarer() -> frozenset[str]:
    """Give the rarer words of English, which are not among the ordinary ones. Raises AssetError."""
    return word_lines("rarer_words.txt")


@cache
def drug_endings() -> tuple[str, ...]:
    """Give what the names of medicines end in, of which there are too many to list."""
    return tuple(listed("never", "drug_endings"))


@cache
def plain_small() -> frozenset[str]:
    """Give the words that are nobody in small letters, wherever they stand: most words of any text."""
    names = ("two_faced", "small_words", "times")
    return (ordinary() | listed("never", "typed")) - given_names().union(*(listed("people", name) for name in names))


@cache
def much_used_names() -> frozenset[str]:
    """Give every word that is known as a given name, whatever else it is."""
    return listed("people", "given") | listed("people", "mostly_names") | listed("people", "two_faced")


@cache
def role_words() -> frozenset[str]:
    """Give the words of all roles and services ("mother", "senco"), which stay."""
    lists = word_lists("roles")
    entries = [
        entry for group in ("family", "professional", "agency") for block in lists[group].values() for entry in block
    ]
    return frozenset(word.key for entry in entries for word in words_of(entry)) - {"mo", "mark"}


def are_roles(keys: frozenset[str]) -> bool:
    """Whether words are all those of a role or service, so that they name nobody: "the health visitor"."""
    return all(key in role_words() or key in _OWNERS for key in keys)


@cache
def never() -> frozenset[str]:
    """Give what has a capital and is nobody: nations, languages, feasts, brands, days, words of plans, roles."""
    lists = ("brands", "peoples", "countries", "feasts", "calendar", "words")
    return frozenset[str]().union(*(listed("never", name) for name in lists)) | (
        role_words() - listed("people", "mostly_names") - listed("people", "given")
    )


@cache
def ordinary() -> frozenset[str]:
    """Give all words that are no name by themselves."""
    return (common() | never() | listed("places", "streets") | _own_words()) - listed("people", "mostly_names")


def is_word_of_plans(key: str) -> bool:
    """Whether a word stands in the product's lists of what plans are about: a family is seldom called so."""
    return key in _own_words()


@cache
def _own_words() -> frozenset[str]:
    """The words of the product's other lists, which are of plans."""
    found: set[str] = set()
    for name in ("vocabulary", "topics", "verbs", "harm", "danger", "targets", "guarding"):
        for section in word_lists(name).values():
            found.update(word.key for block in section.values() for entry in block for word in words_of(entry))
    return frozenset(found) - given_names() - _IN_PHRASES


@cache
def towns_of_words() -> Lexicon:
    """Give the places whose names are several words, most of them ordinary ("Tower Hamlets")."""
    return Lexicon({"place": word_lists("masking")["places"]["several"]})


@cache
def national() -> Lexicon:
    """Give the names that stay: laws, national services and charities, programmes. One-word names of people do not."""
    entries = [entry for section in word_lists("national").values() for block in section.values() for entry in block]
    return Lexicon({"stays": [entry for entry in entries if entry not in much_used_names()]})
