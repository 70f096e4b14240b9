"""Scores what masking does to the marked sentences: names left standing, words masked needlessly, the way back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.agreement import SHARE
from evals.answers import Unanswered
from evals.masking_cases import Marked, MaskingSet
from evals.progress import Progress
from evals.scores import Score, yes
from rewriter.masking.found import Kind
from rewriter.masking.masking import Masked
from rewriter.pipeline import mask

__all__ = ["MaskingAnswers", "MaskingResult", "left", "masking_results", "masking_scores", "needless"]

MaskingAnswers = Mapping[str, Masked | Unanswered]
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"(?<=[sSxXzZ])(['\u2019])(?!\w)")


@dataclass(frozen=True, slots=True)
class MaskingResult:
    """What masking did to one set of sentences, and its scores; `untold` is without the names told beside them."""

    set: MaskingSet
    answers: MaskingAnswers
    untold: MaskingAnswers
    scores: tuple[Score, ...]


def masking_results(sets: Sequence[MaskingSet], progress: Progress | None = None) -> tuple[MaskingResult, ...]:
    """Mask every sentence of every set, with the names told beside it and without."""
    progress = progress or Progress()
    found = []
    for one in sets:
        answers: dict[str, Masked | Unanswered] = {}
        untold: dict[str, Masked | Unanswered] = {}
        with progress.part(one.name.replace("_", " "), len(one.cases)) as step:
            for case in one.cases:
                answers[case.id] = _asked(case, case.names)
                untold[case.id] = _asked(case, ())
                step()
        found.append(MaskingResult(one, answers, untold, masking_scores(one.cases, answers, untold)))
    return tuple(found)


def masking_scores(cases: Sequence[Marked], answers: MaskingAnswers, untold: MaskingAnswers) -> tuple[Score, ...]:
    """Give every score of a set of sentences, in the order in which they are reported.

    A name counts as left where one letter or digit of it is outside a token. A word counts as masked needlessly where
    it has a capital, stands outside all that is marked, and touches a token.
    """
    told = [(case, answer) for case in cases if case.names and isinstance(answer := answers[case.id], Masked)]
    bare = [(case, answer) for case in cases if isinstance(answer := untold[case.id], Masked)]
    every = [(case, answer) for case in cases if isinstance(answer := answers[case.id], Masked)]
    failed = 2 * len(cases) - len(bare) - len(every)
    return (
        _left("names.left.told", "Names left unmasked, names given", told, names=True),
        _left("names.left.untold", "Names left unmasked, no names given", bare, names=True),
        _left("others.left", "Numbers, contacts, places, organisations left unmasked", every, names=False),
        Score(
            "words.masked",
            "Common words with a capital masked needlessly",
            SHARE,
            tuple(yes(flag) for case, answer in every for flag in needless(case, answer).values()),
            failed,
            lower_is_better=True,
        ),
        Score(
            "nothing.touched",
            "Sentences with nothing to hide that were changed",
            SHARE,
            tuple(yes(bool(answer.tokens)) for case, answer in every if not case.hide),
            lower_is_better=True,
        ),
        Score(
            "round.trip",
            "Came back as they were",
            SHARE,
            tuple(yes(_comes_back(case, answer)) for case, answer in every),
        ),
    )


def left(case: Marked, answer: Masked) -> list[tuple[int, int, Kind]]:
    """Give each marked stretch of which something is outside the tokens."""
    covered = {place for token in answer.tokens for place in range(token.start, token.end)}
    return [
        (one.start, one.end, one.kind)
        for one in case.hide
        if any(case.text[place].isalnum() and place not in covered for place in range(one.start, one.end))
    ]


def needless(case: Marked, answer: Masked) -> dict[tuple[int, int], bool]:
    """Say of each word with a capital outside all that is marked whether it was masked."""
    marked = [(one.start, one.end) for one in case.hide]
    words = [match.span() for match in _WORD.finditer(case.text) if match[0][:1].isupper()]
    return {
        (start, end): any(token.start < end and start < token.end for token in answer.tokens)
        for start, end in words
        if not any(begin < end and start < stop for begin, stop in marked)
    }


def _left(name: str, label: str, pairs: Sequence[tuple[Marked, Masked]], *, names: bool) -> Score:
    found = [
        yes((one.start, one.end, one.kind) in left(case, answer))
        for case, answer in pairs
        for one in case.hide
        if (one.kind is Kind.PERSON) == names
    ]
    return Score(name, label, SHARE, tuple(found), lower_is_better=True)


def _comes_back(case: Marked, answer: Masked) -> bool:
    """Whether the text came back as it was, but that "James'" comes back as "James's"."""
    return _POSSESSIVE.sub(r"\1s", answer.restore(answer.masked)) == _POSSESSIVE.sub(r"\1s", case.text)


def _asked(case: Marked, names: Sequence[str]) -> Masked | Unanswered:
    try:
        return mask(case.text, names)
    except Exception as error:  # noqa: BLE001 - one failure must not hide the figures of all other cases
        return Unanswered(type(error).__name__)
