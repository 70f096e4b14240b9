"""Who is named in a text: people, single-holder roles and agencies, never from a list of first names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.people import Party, PartyKind, Person
from rewriter.sentences.naming import find_parties, role_of
from rewriter.text import words_of


def parties(text: str, *people: Person) -> list[Party]:
    return list(find_parties(words_of(text), people))


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("Mum to ring school", PartyKind.PERSON, "mother"),
        ("SW to visit", PartyKind.PROFESSIONAL, "professional"),
        ("S/W to visit", PartyKind.PROFESSIONAL, "professional"),
        ("The health visitor will call", PartyKind.PROFESSIONAL, "professional"),
        ("CAMHS to offer a date", PartyKind.AGENCY, "agency"),
        ("Oyelaran to collect Kai", PartyKind.PERSON, ""),
        ("CC to arrange it", PartyKind.PROFESSIONAL, "professional"),
        ("dave to walk away", PartyKind.PERSON, ""),
        ("Mr O'Rourke to accept it", PartyKind.PERSON, ""),
    ],
)
def test_the_first_party_of_a_line_is_recognised_by_kind(text: str, kind: PartyKind, role: str) -> None:
    """Roles come from the lists; a name from how it is written and where it stands."""
    party = parties(text)[0]
    assert (party.kind, party.role) == (kind, role)


@pytest.mark.parametrize(
    "text", ["Improve attendance", "Freedom Programme starts", "Permanence soon", "Contact arrangements"]
)
def test_an_ordinary_word_or_a_service_is_nobodys_name(text: str) -> None:
    """A capital at the head of a line does not make a name."""
    assert [party for party in parties(text) if party.kind is PartyKind.PERSON] == []


@pytest.mark.parametrize("place", ["the Travelodge", "the Premier Inn", "the Tennyson Rd flat"])
def test_where_it_happens_is_nobody(place: str) -> None:
    """A capital after "at the" says where; the people are those before it."""
    assert [party.role for party in parties(f"the men at {place} groomed her")] == ["adult"]


def test_a_family_after_the_same_words_is_somebody() -> None:
    """Who lives there is still named."""
    assert any("okafor" in party.names for party in parties("near the Okafor family"))


def test_a_full_stop_after_a_role_ends_the_sentence() -> None:
    """That of "Mr." does not."""
    assert [party.names for party in parties("She sees the nurse. Her aim is to stop")][1:] == [()]
    assert "obi" in parties("Mr. Obi to ring")[0].names


def test_a_possessor_owns_and_is_not_the_doer() -> None:
    """In "Sarah's mother" the mother acts, and Sarah is whose mother she is."""
    sarah, mother = parties("Sarah's mother to attend")
    assert sarah.owning
    assert (mother.role, mother.owner, mother.owning) == ("mother", "sarah", False)


def test_a_role_beside_a_name_belongs_to_it() -> None:
    """A role in brackets, or a name set off by commas, is the same person."""
    (meera,) = parties("Meera (mum) to ring")
    assert (meera.role, meera.names) == ("mother", ("meera",))
    bukola = parties("Ola's mum, Bukola, gives it")[1]
    assert (bukola.role, bukola.names) == ("mother", ("bukola",))


def test_a_name_told_beside_the_text_is_known_in_any_case_and_lends_its_role() -> None:
    """What the user told counts for more than capitals."""
    (party,) = [p for p in parties("meds for priti daily", Person("Priti", "mother")) if p.names]
    assert party.role == "mother"


def test_a_role_is_found_in_a_phrase() -> None:
    """The canonical role of a phrase, or nothing."""
    assert (role_of("Mum"), role_of("her ex-husband"), role_of("IRO"), role_of("table")) == (
        "mother",
        "ex_partner",
        "professional",
        "",
    )


@given(st.text(max_size=80))
def test_any_text_can_be_searched_for_people(text: str) -> None:
    """Spans lie in the text, in order, without overlap."""
    end = 0
    for party in parties(text):
        assert end <= party.start < party.end <= len(text)
        end = party.end
