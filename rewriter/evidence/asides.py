"""Where words stand that are not the ask itself: in a bracketed gap, a condition, a reason, a purpose or a history."""

from collections.abc import Iterable

from rewriter.evidence.history import history_words
from rewriter.plan import Reading, Setting

__all__ = ["ASIDE", "clause_words", "gap_words", "outside_ask", "question_words", "round_bracket_words", "sentence_end"]

# Clauses that are not the ask: what is said in them is no fault of the ask.
ASIDE = (Setting.CONDITION, Setting.CONSEQUENCE, Setting.REASON, Setting.PURPOSE)


def gap_words(reading: Reading) -> frozenset[int]:
    """Give the indices of the words inside [square brackets]: a gap counts as what it will hold."""
    if "[" not in reading.text:
        return frozenset()
    return _enclosed(reading, "[", "]")


def round_bracket_words(reading: Reading) -> frozenset[int]:
    """Give the indices of the words inside (round brackets), where every bracket is closed."""
    return _enclosed(reading, "(", ")") if "(" in reading.text else frozenset()


def question_words(reading: Reading) -> frozenset[int]:
    """Give the indices of the words of sentences that end in "?": a case put ("No reply? Mel rings"), not an ask."""
    if "?" not in reading.text:
        return frozenset()
    return frozenset(
        n for first, last in reading.sentences if reading.words[last - 1].key == "?" for n in range(first, last)
    )


def clause_words(reading: Reading, settings: Iterable[Setting] = ASIDE) -> frozenset[int]:
    """Give the indices of the words that stand in clauses of these settings."""
    if not reading.clauses:
        return frozenset()
    wanted = frozenset(settings)
    return frozenset(
        n for clause in reading.clauses if clause.setting in wanted for n in range(clause.first, clause.last)
    )


def outside_ask(reading: Reading, settings: Iterable[Setting] = ASIDE) -> frozenset[int]:
    """Give the indices of all words that are not the ask: gaps, histories and clauses of these settings."""
    return clause_words(reading, settings) | reading.lasting(gap_words) | reading.lasting(history_words)


def sentence_end(reading: Reading, index: int) -> int:
    """Give the word index at which the sentence of a word ends (exclusive)."""
    return next((last for first, last in reading.sentences if first <= index < last), len(reading.words))


def _enclosed(reading: Reading, opening: str, closing: str) -> frozenset[int]:
    found: set[int] = set()
    depth = 0
    for index, word in enumerate(reading.words):
        depth += word.key == opening
        if depth:
            found.add(index)
        depth = max(0, depth - (word.key == closing))
    return frozenset() if depth else frozenset(found)
