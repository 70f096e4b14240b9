"""Who is who and who harms whom, as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.faces.entries import harm_in, person_in
from rewriter.people import Harm, Person


@pytest.mark.parametrize(
    ("entry", "person"),
    [
        ("Danuta = mother", Person("Danuta", "mother")),
        ("Danuta=mother", Person("Danuta", "mother")),
        ("Dr Ray = the child's GP", Person("Dr Ray", "the child's GP")),
        ("Danuta: mother", Person("Danuta", "mother")),
        ("Danuta (mother)", Person("Danuta", "mother")),
        ("Danuta - mother", Person("Danuta", "mother")),
        ("Danuta \u2013 the child's mother", Person("Danuta", "the child's mother")),
        ("Anne-Marie - step-mother", Person("Anne-Marie", "step-mother")),
        ("Danuta = mother (of Ryan)", Person("Danuta", "mother (of Ryan)")),
        ("Danuta", None),
        ("Anne-Marie", None),
        ("Danuta ()", None),
        ("Danuta:", None),
        ("Dad > Mum: hits her", None),
        ("= mother", None),
        ("Danuta =", None),
    ],
)
def test_a_person_is_a_name_and_what_they_are(entry: str, person: Person | None) -> None:
    """Both have to be there."""
    assert person_in(entry) == person


@pytest.mark.parametrize(
    ("entry", "harm"),
    [
        ("Dad > Mum", Harm(to="Mum", by="Dad")),
        ("Dad>Mum: hits her", Harm(to="Mum", by="Dad", what="hits her")),
        ("> Mum", Harm(to="Mum", by="")),
        ("Dad >", Harm(to="", by="Dad")),
        ("Dad -> Mum", Harm(to="Mum", by="Dad")),
        ("Dad->Mum: hits her", Harm(to="Mum", by="Dad", what="hits her")),
        ("Dad => Mum", Harm(to="Mum", by="Dad")),
        ("Dad --> Mum", Harm(to="Mum", by="Dad")),
        ("Dad \u2192 Mum", Harm(to="Mum", by="Dad")),
        ("Step-dad > Mum: hits her > 3 times", Harm(to="Mum", by="Step-dad", what="hits her > 3 times")),
        ("-> Mum", Harm(to="Mum", by="")),
        ("Dad > Mum > Ryan", None),
        ("Dad -> Mum -> Ryan", None),
        ("Dad <-> Mum", None),
        ("Mum <- Dad > Ryan", None),
        ("Dad hits Mum", None),
        (">", None),
        ("->", None),
        ("> : hits her", None),
    ],
)
def test_a_harm_is_who_harms_and_who_is_harmed(entry: str, harm: Harm | None) -> None:
    """One side may be left out, but not both; an arrow is no part of a name, and a chain is not guessed at."""
    assert harm_in(entry) == harm


@given(entry=st.text(max_size=40))
def test_anything_can_be_typed(entry: str) -> None:
    """It is one of them, or neither; never an error."""
    person, harm = person_in(entry), harm_in(entry)
    assert person is None or (person.name and person.role)
    assert harm is None or harm.by or harm.to
