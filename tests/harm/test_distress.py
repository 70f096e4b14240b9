"""What sounds like harm by another and is none: harm to oneself."""

import pytest

from rewriter.harm.harms import harms_of
from rewriter.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "OT to assess bathroom, mum hurting her back lifting Yusuf",
        "Dad to not tell kids he'll kill himself if mum goes.",
        "Gran hurt her hip falling on the stairs, Ben to ring her daily",
    ],
)
def test_whoever_hurts_their_own_body_harms_nobody_else(text: str) -> None:
    """A carer's strained back is no allegation against her."""
    assert not harms_of(read(text))


@pytest.mark.parametrize("text", ["Dad hit her back, Mia to see GP", "Dad hurt her arm, Mia to see GP"])
def test_a_part_of_somebody_elses_body_is_theirs(text: str) -> None:
    """Only what strains one's own body, in so many words, is one's own."""
    assert [harm.by for harm in harms_of(read(text))] == ["Dad"]
