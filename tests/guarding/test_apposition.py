"""One person or thing said twice side by side is one, and letters may be said in plain words."""

import pytest

from rewriter.answer import ConcernKind
from rewriter.pipeline import guard
from rewriter.smart import Severity

REFERRAL = "X to be referred to CAMHS"


def invented(original: str, rewrite: str) -> list[str]:
    found = guard(original, rewrite).concerns
    return [c.text for c in found if c.kind is ConcernKind.INVENTED and c.severity is Severity.FAULT]


@pytest.mark.parametrize(
    "rewrite",
    [
        "[Name of worker] to refer X to CAMHS, the mental health service for children and young people, by [date].",
        "[Name of worker] to refer X by [date] to CAMHS, a mental health service for young people.",
    ],
)
def test_letters_that_were_given_may_be_said_in_plain_words(rewrite: str) -> None:
    assert invented(REFERRAL, rewrite) == []


@pytest.mark.parametrize(
    ("rewrite", "words"),
    [
        ("[Name of worker] to refer X to CAMHS, the doctor at Rowan House, by [date].", "Rowan House"),
        ("[Name of worker] to refer X to CAMHS by [date], and the family therapist rings X.", "family therapist"),
        ("[Name of worker] to refer X to CAMHS by [date]. The, the youth worker tells X.", "youth worker"),
    ],
)
def test_a_name_or_somebody_new_beside_them_is_still_invented(rewrite: str, words: str) -> None:
    assert words in invented(REFERRAL, rewrite)
