"""Several objectives pasted at once are read line by line, or from the column of a table that holds them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.faces.web.forms import FormMistake
from rewriter.faces.web.several import several_in


def texts_of(pasted: str) -> tuple[tuple[str, ...], str]:
    return tuple(several_in({"objectives": pasted}, "objectives"))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("pasted", "texts"),
    [
        ("Mum to ring\n\n  Dad to write  \n", ("Mum to ring", "Dad to write")),
        ("1. Mum to ring\n2) Dad to write\n(c) Jay to go", ("Mum to ring", "Dad to write", "Jay to go")),
        ("- Mum to ring\n\u2022 Dad to write", ("Mum to ring", "Dad to write")),
        ("Dad (Craig) to ring\nJo to tell Sunil. Nan to go", ("Dad (Craig) to ring", "Jo to tell Sunil. Nan to go")),
        ("12 weeks of groups\n2.5 hours a day of school", ("12 weeks of groups", "2.5 hours a day of school")),
        ('"Engage" is all it says\nMum to "engage"', ('"Engage" is all it says', 'Mum to "engage"')),
        ('"Mum to ring\nand to write"\nDad to write', ("Mum to ring\nand to write", "Dad to write")),
        ('"Mum to ring', ('"Mum to ring',)),
    ],
)
def test_one_on_a_line(pasted: str, texts: tuple[str, ...]) -> None:
    """Bullets and numbers go, words stay; a cell with a line end in it comes in quotes from a spreadsheet."""
    assert texts_of(pasted) == (texts, "")


@pytest.mark.parametrize(
    ("pasted", "texts", "column"),
    [
        ("Need\tSMART objective\tWho\nShe drinks\tMum to stop\tMum", ("Mum to stop",), "SMART objective"),
        ("Goal\tWhat will be done\nSafe\tDad to stay away", ("Dad to stay away",), "What will be done"),
        (
            "1\tMum to ring the school\tMum\n2\tDad to write\tDad",
            ("Mum to ring the school", "Dad to write"),
            "column 2",
        ),
        ("Objective\tWho\nMum to ring\n\tDad\nDad to write\tDad", ("Mum to ring", "Dad to write"), "Objective"),
    ],
)
def test_the_column_of_a_table(pasted: str, texts: tuple[str, ...], column: str) -> None:
    """That whose heading says so; else that with most words. Which one it was is told."""
    assert texts_of(pasted) == (texts, column)


@given(pasted=st.text(st.sampled_from('ab1"\t\n .-'), max_size=30))
def test_whatever_is_pasted_is_read_or_told_to_be_empty(pasted: str) -> None:
    """Never a fault of ours, and never an empty objective."""
    with suppress(FormMistake):
        texts, _ = texts_of(pasted)
        assert texts
        assert all(text.strip() for text in texts)
