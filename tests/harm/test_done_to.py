"""Harm told by any act of one person upon another that is not of help or company."""

import pytest

from rewriter.harm.harms import abuse_in_play
from rewriter.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Kamal's cousin has been scalding him with the kettle.",
        "The men who ply Suki (14) with wine are to be traced.",
        "Vera's daughter leaves her soiled all night.",
        "Her uncle gave Nour two black eyes.",
        "Wes keeps calling Adjoa a liar and a thief.",
        "Tom is no longer used by the Canal lot to stash things.",
        "Huw poured paint over Carys's bike.",
        "Grandad rams food in Lenny's mouth.",
        "Rhys tips soup over Ceri and pulls her hair.",
        "Ceri to shop on Mondays so her nephew can't drag her to the bank.",
    ],
)
def test_an_act_upon_another_is_harm_by_whatever_verb(text: str) -> None:
    """No list of harmful verbs is needed, nor one of harmful men or women."""
    assert abuse_in_play(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kamal's cousin has been teaching him to drive.",
        "Nan gave Suki (14) two new coats.",
        "Vera's daughter leaves her a hot meal at noon.",
        "Tom can stay on as long as he behaves himself.",
        "Carys broke her wrist on the ice.",
        "Grandad washes Lenny's hair on Sundays.",
        "Rae runs his own shop.",
        "Parents to serve it without pressing her, and Poppy gets a sticker for touching it.",
    ],
)
def test_help_and_company_are_no_harm(text: str) -> None:
    """What people do for each other, and to themselves."""
    assert not abuse_in_play(read(text))
