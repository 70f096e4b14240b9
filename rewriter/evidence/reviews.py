"""Where a review is named as the way of knowing: "How measured: CIN review", "progress monitored at core group".

Source: 004 LIAP, "How will we measure progress?" ("'by review' is not a method").
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rewriter.lexicon import Lexicon, phrases
from rewriter.plan import Reading
from rewriter.text import Word

__all__ = ["ReviewMethod", "review_as_method", "review_words"]


class ReviewMethod(NamedTuple):
    """A review that stands where a measure should, as word indices (end exclusive).

    `labelled` says that a label announces it ("Measure:"), `meeting` that the meeting itself is named, and so an
    undated event, and `alone` that nothing else stands beside it.
    """

    first: int
    last: int
    labelled: bool
    meeting: bool
    alone: bool


_LABELS = phrases(
    """
    measure, measures, measured by, how measured, measured, how will we know, how will we know it is working,
    how we will know, evidence, evidenced by, success, success measure, success criteria,
    how will success be measured, how will this be measured, how will it be measured, monitored by,
    monitored through, monitoring, how monitored, measure of success, how will progress be measured,
    progress measured by, indicator, indicators, success looks like, how will we measure it,
    how will we measure progress, measured via, measured at, measured through, to be measured by, how we'll know,
    how do we know, how evidenced, measured in, evaluated by, evaluation
    """
)
_WATCHING = phrases(
    """
    monitor, monitors, monitored, monitoring, review, reviewed, reviewing, discussed, discuss, looked at, look at,
    checked, check, assessed, evaluated, track, tracked, considered, progress, measured, revisit, revisited,
    picked up, fed back, judged, judge, judges, see where we are, see how, take stock, see if
    """
)
_MEETINGS = phrases(
    """
    review, reviews, review meeting, core group, core groups, panel, conference, rcpc, icpc, cin review,
    lac review, cla review, annual review, care plan review, tac, taf, tac meeting, taf meeting,
    team around the child, team around the family, cin meeting, cin meetings, pep, pep meeting, supervision, iro,
    review conference, next meeting, mdt, cpa, cpa review, strategy meeting, pathway plan review, plan review,
    statutory review, network meeting, professionals meeting, care team meeting, meet again, next meet,
    when we meet, next panel, next time we meet
    """
)
_LINKS = frozenset(
    "at in by through via during with within the next each every our his her their as part of an a statutory "
    "annual quarterly".split()
)
_JUDGING = frozenset("judge judges judged see take".split())
_ENDS = frozenset("| \n ; .".split(" "))


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"label": _LABELS, "watching": _WATCHING, "meeting": _MEETINGS})


def review_as_method(reading: Reading) -> ReviewMethod | None:
    """Give the review that is named as the measure, or None."""
    terms = reading.terms(_lexicon())
    meetings = [term for term in terms if term.tag == "meeting"]
    if not meetings:
        return None
    words = reading.words
    for label in terms:
        if label.tag != "label" or not _is_label(words, label.first, label.last):
            continue
        end = next((n for n in range(label.last + 1, len(words)) if words[n].key in _ENDS), len(words))
        inside = [term for term in meetings if label.last <= term.first < end]
        if inside:
            last = max(term.last for term in inside)
            counted = any(label.last <= amount.first < end for amount in reading.amounts)
            words_left = [w for w in words[label.last : end] if w.key.isalpha() and w.key not in _LINKS]
            named = inside[0].last < end and words[inside[0].last].key == "of"
            return ReviewMethod(
                label.first, last, labelled=True, meeting=not named, alone=len(words_left) <= 5 and not counted
            )
    for watching in terms:
        if watching.tag != "watching":
            continue
        following = watching.last
        loosely = words[watching.first].key in _JUDGING  # "judge how it has gone by next panel"
        while (
            following < len(words)
            and (loosely or words[following].key in _LINKS or words[following].text[:1].isupper())
            and words[following].key not in _ENDS
            and following < watching.last + (7 if loosely else 5)
        ):
            if any(term.first == following for term in meetings):
                break
            following += 1
        meeting = max(
            (term for term in meetings if term.first == following and following >= watching.last + (not loosely)),
            key=lambda t: t.last,
            default=None,
        )
        if meeting is not None and not _is_meeting_itself(words, watching.first):
            return ReviewMethod(watching.first, meeting.last, labelled=False, meeting=True, alone=False)
    return None


def review_words(reading: Reading) -> frozenset[int]:
    """Give the indices of the words that only say when and how it is looked at, up to the end of their sentence."""
    review = reading.lasting(review_as_method)
    if review is None:
        return frozenset()
    end = next((last for first, last in reading.sentences if first <= review.first < last), review.last)
    first = review.first
    if not review.labelled:  # "we'll see where we are when we meet again": from the one who looks
        first = max((a.subject_first for a in reading.acts if a.subject_first <= first <= a.verb), default=first)
    return frozenset(range(first, max(end, review.last)))


def _is_label(words: Sequence[Word], first: int, last: int) -> bool:
    if last >= len(words):
        return False
    key = words[last].key
    opens = (
        first == 0
        or words[first - 1].key in ("|", "\n", ".", ";", "-", "\u2013", "(", ",", "\u2022", "\u2014")
        or words[first].text[:1].isupper()
    )
    spaced = key in ("-", "\u2013", "\u2014", "?")
    return (
        key in (":", "=", "|")
        or (opens and spaced)
        or (words[last - 1].key in ("by", "via", "through", "at") and last - first > 1)
    )


def _is_meeting_itself(words: Sequence[Word], index: int) -> bool:
    """ "review" in "LAC review at ..." is the meeting and not an act of watching."""
    return words[index].key == "review" and index > 0 and words[index - 1].text[:1].isupper()
