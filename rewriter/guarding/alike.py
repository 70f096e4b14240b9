"""What words mean the same: base forms, ways to say one thing, and letters that stand for several words.

Nothing is guessed: two words are alike if they share a base form, stand on one line of `words/guarding.toml`, or one
is made of the first letters of the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain
from unicodedata import combining, normalize

from rewriter.inflection import forms
from rewriter.lexicon import Lexicon
from rewriter.text import Word
from rewriter.vocabulary import own_words
from rewriter.words import word_lists

__all__ = [
    "content_of",
    "has_meaning",
    "implied_by",
    "initials",
    "is_small",
    "may_shorten",
    "meanings",
    "meanings_at",
    "short_for",
    "stem",
]

_ENDINGS = ("ies", "ings", "ion", "ing", "ed", "es", "s", "ly", "e", "y")
_LAST = frozenset(ending[-1] for ending in _ENDINGS)
_SMALL = frozenset(
    "or and but so then than that this these those it its he she they him her them his hers their theirs i we us our "
    "you your who whom which what whose there here do does did done have has had having be been being is are was were "
    "am will shall would should must may might can could to of in on at by for from with without within into onto out "
    "up down off over under between during through about as if when where while each every any all some no not nor "
    "also both either neither other another own same such more most less least very just only still again too per "
    "the a an make makes sure ensure ensures need needs way time times place takes take part able because "
    "since due".split()
)
_JOINING = frozenset("and of in to for the a on at with s".split())
_WORKING = frozenset("worker officer workers officers nurse practitioner team adviser staff manager".split())
_SPELLED = 3  # the fewest letters of an abbreviation that takes more than one from a word
_LONGEST = 6  # letters of an abbreviation that is read by its first letters


@cache
def _same() -> Lexicon:
    lists = word_lists("verbs")
    verbs = {entry.split()[0] for entry in chain(*lists["verbs"].values(), *lists["ambiguous"].values())}
    same = word_lists("guarding")["same"]
    return Lexicon({tag: _in_all_forms(entries, verbs) for tag, entries in same.items()})


@cache
def _stands_for() -> Lexicon:
    """What abbreviations stand for that no line of `same` has; none of them keeps its letters from being read."""
    listed = _same()
    lists = word_lists("abbreviations")["stands_for"]
    return Lexicon({key: (key, *entries) for key, entries in lists.items() if key not in listed})


@cache
def _clipped() -> dict[str, str]:
    return {key: entries[0] for key, entries in word_lists("abbreviations")["clipped"].items()}


def _in_all_forms(entries: Iterable[str], verbs: AbstractSet[str]) -> tuple[str, ...]:
    """The entries of a line, and of each verb its other forms: "looked at" beside "look at"."""
    found = dict.fromkeys(entries)
    for entry in entries:
        if entry.split()[0] in verbs:
            found.update(dict.fromkeys(forms(entry)))
    return tuple(found)


@cache
def _implied() -> Lexicon:
    lists = word_lists("guarding")["implied"]
    known_for = word_lists("known_for")["about"]
    return Lexicon({tag: (*lists.get(tag, ()), *known_for.get(tag, ())) for tag in dict.fromkeys((*lists, *known_for))})


@cache
def _bases() -> dict[str, str]:
    """Irregular forms of verbs, and the verb each belongs to."""
    return {form: verb for verb, forms in word_lists("irregular")["verbs"].items() for form in forms}


@cache
def _stems() -> dict[str, str]:
    """The base forms of the product's own vocabulary; of the words of a text none is kept."""
    return {key: _stem(key) for key in own_words()}


def stem(key: str) -> str:
    """Give the base form under which two forms of a word meet: "attends" and "attending" give one answer."""
    known = _stems().get(key)
    return _stem(key) if known is None else known


def _stem(key: str) -> str:
    key = _bases().get(key, key)
    if not key.isascii():
        key = "".join(char for char in normalize("NFD", key) if not combining(char))  # "cr\u00e8che"
    if key[-1:] not in _LAST:
        return key
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            root = key[: -len(ending)] + ("i" if ending == "ies" else "")
            if ending in ("ing", "ed") and root[-1] == root[-2] and root[-1] not in "lsz":
                root = root[:-1]
            if ending == "s" and root[-1] in "su":
                continue
            return root[:-1] if root[-1] in "ei" and len(root) > 3 else root
    return key


def is_small(key: str) -> bool:
    """Whether a word carries no matter of its own: "the", "with", "ensure"."""
    return key in _SMALL or not key[0].isalnum()


def content_of(words: Iterable[Word]) -> frozenset[str]:
    """Give the base forms of the words that carry matter, numbers left out."""
    return frozenset(stem(word.key) for word in words if not is_small(word.key) and not word.key[0].isdigit())


def meanings(words: Sequence[Word]) -> frozenset[str]:
    """Give everything that some words mean: base forms, and the names of the lines that they stand on."""
    return content_of(words) | {f"={tag}" for _, _, tag in meanings_at(words)}


def may_shorten(keys: Sequence[str], tag: str) -> bool:
    """Whether some words say in short what another way to say a meaning says in full: "nurse" for "district nurse"."""
    return bool(keys) and any(keys[-1] == full[-1] and set(keys) <= set(full) for full in _in_full().get(tag, ()))


def short_for(tags: Iterable[str]) -> frozenset[str]:
    """Give the single words that may say in short what some meanings are in full."""
    return frozenset([full[-1] for tag in tags for full in _in_full().get(tag, ())])


@cache
def _in_full() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The ways to say each meaning in several words."""
    said = {**word_lists("abbreviations")["stands_for"], **word_lists("guarding")["same"]}
    return {tag: tuple(full for each in ways if len(full := tuple(each.split())) > 1) for tag, ways in said.items()}


def has_meaning(key: str) -> bool:
    """Whether a word is listed as another way to say something: then its letters are not read one by one."""
    return key in _same()


def meanings_at(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Give each phrase with other ways to say it: its word indices (end exclusive), and the name of its line."""
    keys = [_singular(word) for word in words]
    for lexicon in (_same(), _stands_for()):
        for term in lexicon.among(keys):
            yield term.first, term.last, term.tag


def _singular(word: Word) -> str:
    """The key of a word, written out if it is cut down ("wkr"), and without the "s" of several: "SWs"."""
    clipped = _clipped().get(word.key)
    if clipped is not None:
        return clipped
    return word.key[:-1] if word.text[-1:] == "s" and len(word.text) > 2 and word.text[:-1].isupper() else word.key


def implied_by(words: Sequence[Word]) -> frozenset[str]:
    """Give what stands behind some words: where a teaching assistant is, there is a school."""
    return frozenset(term.tag for term in _implied().find(words))


def initials(words: Sequence[Word], wanted: Iterable[str]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Give where words stand that abbreviations stand for: word indices (end exclusive) by abbreviation.

    Takes the words and the abbreviations looked for, two to six small letters each. "Legal Planning Meeting" is
    found for lpm; joining words may count or not, so "child in need" is found for cin.
    """
    looked_for = {letters for letters in wanted if 2 <= len(letters) <= _LONGEST and letters.isalpha()}
    found: dict[str, list[tuple[int, int]]] = {}
    for skipping in (False, True) if looked_for else ():
        kept = [n for n, word in enumerate(words) if word.key[0].isalpha() and not (skipping and word.key in _JOINING)]
        letters = "".join([words[n].key[0] for n in kept])
        for each in looked_for:
            at = letters.find(each)
            while at >= 0:
                first, last = kept[at], kept[at + len(each) - 1] + 1
                pair = len(each) > 2 or not any(is_small(words[n].key) for n in (first, last - 1))
                if last - first <= len(each) + 3 and pair:
                    found.setdefault(each, []).append((first, last))
                at = letters.find(each, at + 1)
    for each in sorted(looked_for - found.keys()):
        ways = (_fewer_words, _all_but_last, _passing_over) if len(each) >= _SPELLED else ()
        runs = next((run for way in ways if (run := list(way(words, each)))), [])
        if runs:
            found[each] = runs
    return {each: tuple(places) for each, places in found.items()}


def _fewer_words(words: Sequence[Word], letters: str) -> Iterator[tuple[int, int]]:
    """Where two or three words begin and go on with those letters in turn: "postnatal depression" for pnd."""
    for n, word in enumerate(words[:-1]):
        if word.key[0] != letters[0] or len(word.key) <= _SPELLED:
            continue
        for size in (2, 3):
            run = [each.key for each in words[n : n + size]]
            if len(run) == size and _spell(letters, run):
                yield n, n + size


def _all_but_last(words: Sequence[Word], letters: str) -> Iterator[tuple[int, int]]:
    """Where a worker stands for the service: "youth offending worker" for a worker of the yos."""
    size = len(letters) - 1
    for n in range(len(words) - size):
        run = words[n : n + size]
        if words[n + size].key in _WORKING and all(word.key[0] == at for word, at in zip(run, letters, strict=False)):
            yield n, n + size


def _passing_over(words: Sequence[Word], letters: str) -> Iterator[tuple[int, int]]:
    """Where some joining words give their letter and others do not: "teacher of the deaf" for tod."""
    for n, word in enumerate(words):
        if word.key[0] != letters[0]:
            continue
        at, last = 1, n + 1
        while at < len(letters) and last < len(words) and last - n < len(letters) + 2:
            if words[last].key[0] == letters[at]:
                at += 1
            elif words[last].key not in _JOINING:
                break
            last += 1
        if at == len(letters):
            yield n, last


def _spell(letters: str, keys: Sequence[str]) -> bool:
    """Whether each word gives its first letter, and perhaps later ones, and all of them together the letters."""
    if not keys:
        return not letters
    if not letters or keys[0][0] != letters[0]:
        return False
    cuts = range(1, len(letters) - len(keys) + 2)
    return any(_within(letters[1:cut], keys[0][1:]) and _spell(letters[cut:], keys[1:]) for cut in cuts)


def _within(letters: str, key: str) -> bool:
    rest = iter(key)
    return all(letter in rest for letter in letters)
