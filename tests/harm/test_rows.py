"""Whose each row of a plan is, and what follows from it."""

import pytest

from rewriter.harm.harms import cast_of
from rewriter.people import Harm
from rewriter.pipeline import check
from rewriter.plan import Context, PlanKind
from rewriter.reading import read

HARM = Context(harms=(Harm("Amina", "Joel"),))


def owners(text: str) -> list[tuple[str, str]]:
    """Each owned row with its owner's words."""
    reading = read(text, HARM)
    return [
        (reading.written(*reading.sentences[number]), reading.written(owner.first, owner.last))
        for number, owner in sorted(cast_of(reading).rows.items())
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Who | What | When\nAmina | park run | Sunday", ("park run", "Amina")),
        ("What | Who | When\npark run | Amina | Sunday", ("park run", "Amina")),
        ("1 | park run | Amina | Sunday", ("park run", "Amina")),
        ("| No | Task | Lead |\n| 1 | park run with Joel's dog | Amina |", ("park run with Joel's dog", "Amina")),
        ("Who: Amina\nWhat: park run", ("What: park run", "Amina")),
        ("What: park run\nWho: Amina\nWhat: shop\nWho: Joel", ("What: park run", "Amina")),
        ("What: park run\nWho: Amina\nWhat: shop\nWho: Joel", ("What: shop", "Joel")),
        ("Who: Amina / What: park run / By when: Sunday", ("What: park run", "Amina")),
        ("AMINA\n- park run\nJOEL\n- boxing", ("- park run", "AMINA")),
        ("AMINA\n- park run\nJOEL\n- boxing", ("- boxing", "JOEL")),
        ("Tasks for Amina:\n1. park run", ("1. park run", "Amina")),
        ("Amina \u2013 park run, Sundays", ("Amina \u2013 park run, Sundays", "Amina")),
        ("Amina's tasks: park run", ("Amina's tasks: park run", "Amina's")),
    ],
)
def test_the_owner_of_a_row_is_understood(text: str, row: tuple[str, str]) -> None:
    """A table, a label, a heading and a name before a dash each say whose a row is."""
    assert row in owners(text)


def test_a_line_without_an_owner_has_none() -> None:
    """Nobody is made an owner by being spoken of."""
    assert owners("Park run on Sundays. Joel is at work.") == []


@pytest.mark.parametrize(
    "rows",
    [
        "1. Amina: midwife, Tuesdays\n2. Amina: statement by 3 May",
        "AMINA\n- midwife, Tuesdays\n- statement by 3 May",
        "What | Who\nmidwife, Tuesdays | Amina\nstatement by 3 May | Amina",
        "Who: Amina\nWhat: midwife, Tuesdays\nWhat: statement by 3 May",
        "- midwife, Tuesdays (Amina)\n- statement by 3 May (Amina)",
    ],
)
@pytest.mark.parametrize(
    ("other", "alone"), [("", True), ("\nJoel: Monday group", False), ("\nSW: visit weekly", False)]
)
def test_a_plan_whose_rows_are_all_the_harmed_person_s_is_hers_alone(rows: str, other: str, alone: bool) -> None:
    """However the rows are written, a row for the source or an agency makes the difference."""
    assert check(rows + other, HARM, PlanKind.PLAN).on_victim is alone
