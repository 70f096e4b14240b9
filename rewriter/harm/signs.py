"""The words that a stated harm is read from, and whether a text has any of them.

Most texts have none; what is told beside them need not then be read for who harms whom.
"""

from collections.abc import Sequence

from rewriter.harm.words import Marks
from rewriter.text import Word
from rewriter.vocabulary import roles

__all__ = ["ACCUSING", "AFRAID", "PROTECTING", "SAFETY", "shows_harm"]

AFRAID = frozenset("frightened scared afraid fearful fear terrified wary".split())
ACCUSING = frozenset("statement evidence charges complaint order allegation allegations statements".split())
SAFETY = frozenset("safe safely safety risk danger harm protection fear threat".split())
PROTECTING = frozenset("protect protects protecting protected safeguard".split())
_LISTED = ("hurting", "taking", "abuse", "soft")
_SINGLE = AFRAID | ACCUSING | SAFETY | PROTECTING | {"victim", "survivor"}


def shows_harm(words: Sequence[Word], marks: Marks) -> bool:
    """Whether any word is there that `stated_harm` starts from: without one, it finds nothing."""
    return (
        any(marks.all(tag) for tag in _LISTED)
        or any(word.key in _SINGLE for word in words)
        or any(term.tag == "source" for term in roles().find(words))
    )
