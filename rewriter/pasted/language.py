"""Whether a text is in another language, or not in words at all. Source: practice judgement."""

import re
from collections.abc import Sequence
from functools import cache

from rewriter.pasted.listed import foreign_keys
from rewriter.smart import InputKind
from rewriter.text import Word
from rewriter.vocabulary import is_common, uncommon
from rewriter.words import word_lists

__all__ = ["language_or_noise"]

_ORDINARY = frozenset(
    ".,;:!?'\"()[]{}<>|/\\-+=*&%@#^$`\n\u00a3\u20ac\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2022\u2192\u00bd\u00bc\u00be\u00b0"
    "\u2713\u2714\u2717\u2718\u2610\u2611\u25cf\u25aa\u2265\u2264\u00d7\u00b7\u00ab\u00bb\u2764\ufe0f\u200d\u2705\u274c\u2b50"
)
# A word nobody would write in full: no vowel in four letters, a run along the keyboard, one letter four times over,
# digits inside letters.
_NONSENSE = re.compile(
    r"^[bcdfghjklmnpqrstvxz]{4,}y?$|^[bcdfghjklmnpqrstvxz]{3,}y$|[bcdfghjklmnpqrstvxz]{6}|asdf|sdfg|dfgh|fghj|ghjk|hjkl"
    r"|qwer|uiop|zxcv|xcvb|cvbn|vbnm|hgfd|gfds|lkjh|poiu|rewq|vcxz|mnbv|nbvc|(?P<same>[a-z])(?P=same){3}|[a-z]\d+[a-z]"
    r"|^\d[a-z]\d|q[bcdfghjklmnprstvwxz]|[jqxz][jqx]|v[bcfhjkmpqtwxz]|[bdfghklmp]x"
    r"|^(?=.*(?:dk|kd|kf|fk|jd|dj|fj|jf|sj|js))[asdfghjkl]{5,}$"
)
# What opens a query, a program or a command: signs that nobody puts at the head of a plan.
_CODE = re.compile(
    r"\s*(?:select\s[^\n;]{1,80}\sfrom\s[\w.]+\s*(?:;|where \w+ ?[=<>])|select\s+\*\s+from\b"
    r"|(?:drop|truncate) table \w+(?:;|\s*$)|create table \w+ ?\("
    r"|insert into \w+ ?(?:\(|values)|delete from \w+(?: where\b|\s*;)|update \w+ set \w+ ?="
    r"|def \w+\([^\n)]{0,80}\)[^\n:]{0,40}:|class \w+\(\w*\):|(?:async )?function \w*\(|const \w+ ?= ?\S"
    r"|for \w+ in [^\n:]{1,80}\)\s?:|(?:if|for|while) ?\([^\n)]{1,80}\) ?\{|import \w+ as \w|from [\w.]+ import \w"
    r"|(?:npm|pip3?|yarn) install\b|git (?:clone|commit|push|pull)\b|#include ?<|print\([\w\"'])",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"[aeiouy]|[^\x00-\x7f]")
_FIRST_EMOJI = "\U0001f300"
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _spellings() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words of other languages, fillers that people type to try a form, and words that say nothing yet."""
    lists = word_lists("kinds")
    foreign = frozenset(key for key in foreign_keys().difference(lists["english"]["also"]) if not is_common(key))
    return foreign, frozenset(lists["unreadable"]["filler"]), frozenset(lists["unreadable"]["empty"])


def language_or_noise(words: Sequence[Word], text: str) -> InputKind | None:
    """Whether the text is in another language, or not in words at all; None where it can be read."""
    if not text.isascii() and "\ufffd" not in text and _in_another_script(text):
        return InputKind.OTHER_LANGUAGE
    if _CODE.match(text):
        return InputKind.UNREADABLE
    unknown = uncommon(words)
    if "#" in text:
        unknown = [word for word in words if word.text.isupper() or not is_common(word.key)]
    known = len(words) - len(unknown)
    if known > 3 and known > 2 * len(unknown):
        return None  # whatever the rest may be, it is outnumbered
    listed, filler, empty = _spellings()
    shouted = text.isupper()
    strange = foreign = noise = 0
    lettered = known
    last = ""
    for word in unknown:
        before, last = last, word.key
        key = word.key
        if not key[0].isalnum():
            noise += (key != before or key == "\ufffd") and key[0] not in _ORDINARY and key[0] < _FIRST_EMOJI
        elif key in filler or before == "#":
            noise += 2
        elif key[0].isdigit():
            noise += len(key) > 2 and bool(_NONSENSE.search(key))
        else:
            lettered += 1
            written_small = shouted or word.text.islower()  # a name proves nothing, whatever language it is from
            foreign += written_small and (key in listed or not key.isascii())
            strange += written_small and len(key) > 2 and bool(_VOWEL.search(key))
            if key not in listed and (written_small or len(key) > 6 or not word.text.isupper()):
                noise += bool(_NONSENSE.search(key))
    says_something = any(word.key not in empty and word.key[0].isalpha() for word in words)
    if not says_something or (noise > known and (noise > 2 or not known)):
        return InputKind.UNREADABLE
    sparse = (foreign and strange > 1 and known * 4 <= lettered) or (strange > 4 and known * 8 <= lettered)
    if sparse or foreign > max(1, known - (foreign > 2)):
        return InputKind.OTHER_LANGUAGE
    if foreign + strange < 2:
        return None
    from rewriter.pasted.foreign import has_little_english  # with all the English there is, which few texts need

    return InputKind.OTHER_LANGUAGE if has_little_english(words, shouted=shouted) else None


def _in_another_script(text: str) -> bool:
    """Whether most letters are not Latin."""
    letters = _LETTER.findall(text)
    other = [letter for letter in letters if letter > "\u036f" and not "\u1e00" <= letter <= "\u1eff"]
    return 2 * len(other) > len(letters)
