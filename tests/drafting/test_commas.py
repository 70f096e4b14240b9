"""A comma in hurried notes begins a matter of its own only where no list can go on."""

import pytest

from rewriter.drafting.notes import notes_of
from rewriter.reading import read


def _parts(text: str) -> list[str]:
    return [note.part.text.rstrip(".") for note in notes_of(read(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mr Osei falling, OT ref, dtr to pop in more", ["Mr Osei falling", "OT ref", "dtr to pop in more"]),
        ("Tyler self-harming, needs camhs", ["Tyler self-harming", "needs camhs"]),
        ("mum to feed 3 hrly, HV weigh wkly", ["mum to feed 3 hrly", "HV weigh wkly"]),
        ("best int mtg, IMCA instructed", ["best int mtg", "IMCA instructed"]),
        (
            "carer to chase it, mum & paternal family dont speak",
            ["carer to chase it", "mum & paternal family dont speak"],
        ),
        ("Craig to keep it locked, sarah his kw to check it", ["Craig to keep it locked", "sarah his kw to check it"]),
        ("SW to meet them by 14/11, conference b4 xmas", ["SW to meet them by 14/11", "conference b4 xmas"]),
        ("SW to chase + look at options, overnight?", ["SW to chase + look at options", "overnight?"]),
        ("nan to do lifts, attendance currently 71%", ["nan to do lifts", "attendance currently 71%"]),
        ("mum to do washing, dog mess cleared by stepdad", ["mum to do washing", "dog mess cleared by stepdad"]),
    ],
)
def test_a_matter_of_its_own_is_a_part(text: str, parts: list[str]) -> None:
    """What is needed, told, asked, somebody's or at a time of its own is no further thing of the task before it."""
    assert _parts(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "mum to attend CGL, health appts and school meetings",
        "mum to bring letters, forms",
        "Ms Farrugia to get them to bed by 8pm on school nights, lights off by half past",
        "Kofi to tidy his room, desk and floor",
        "dad to have contact at gran's, no alcohol",
    ],
)
def test_a_list_goes_on_after_a_comma(text: str) -> None:
    """Things to bring, places to go and what is ruled out stay with the task."""
    assert _parts(text) == [text]
