"""The words that a stated harm is read from, and whether a text has any of them.

Most texts have none; what is told beside them need not then be read for who harms whom.
"""

from collections.abc import Sequence
from functools import cache

from rewriter.harm.relations import is_abuse
from rewriter.harm.words import Marks
from rewriter.lexicon import Lexicon
from rewriter.text import Word
from rewriter.words import word_lists

__all__ = ["ACCUSING", "AFRAID", "LASHING_OUT", "PROTECTING", "SAFETY", "shows_harm"]

AFRAID = frozenset("frightened scared afraid fearful fear terrified wary".split())
ACCUSING = frozenset("statement evidence charges complaint order allegation allegations statements".split())
SAFETY = frozenset("safe safely safety risk danger harm protection fear threat".split())
PROTECTING = frozenset("protect protects protecting protected safeguard".split())
LASHING_OUT = frozenset("aggression outbursts aggressive".split())
# Each says something of a person only by the word that links the two: "frightened of", "a statement against".
_LINKED = ((AFRAID, "of"), (ACCUSING, "against"), (SAFETY | PROTECTING, "from"))


def shows_harm(words: Sequence[Word], marks: Marks) -> bool:
    """Whether any word is there that `stated_harm` starts from: without one, it finds nothing."""
    keys = {word.key for word in words}
    return bool(
        marks.all("hurting")
        or (marks.all("taking") and marks.all("property"))
        or any(is_abuse(words, term) for term in marks.all("abuse"))
        or (marks.all("soft") and not LASHING_OUT.isdisjoint(keys))
        or any(link in keys and not signs.isdisjoint(keys) for signs, link in _LINKED)
        or "victim" in keys
        or "survivor" in keys
        or _sources().find(words)
    )


@cache
def _sources() -> Lexicon:
    """The roles that say by themselves who harms: "perpetrator"."""
    return Lexicon({"source": word_lists("roles")["family"]["source"]})
