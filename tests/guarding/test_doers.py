"""Who does what stays with whom the original gives it, however shortly it was jotted down."""

import pytest

from rewriter.answer import ConcernKind
from rewriter.guarding.guard import guard
from rewriter.people import Person
from rewriter.plan import Context


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        (
            "Box filled by pharmacy, son Col check Sundays",
            "Col, the son, fills the box and the pharmacy checks it on Sundays.",
        ),
        (
            "Harjit's brother Sukh to take over the bills from Jan",
            "From January Harjit takes over the bills from his brother Sukh.",
        ),
        (
            "Nurse to give Dev his tablets at 8am, carer Mr Hale takes him to the club",
            "Mr Hale, the carer, gives Dev his tablets at 8am. The nurse takes him to the club.",
        ),
    ],
)
def test_an_act_that_passes_to_somebody_else_is_changed(original: str, rewrite: str) -> None:
    """Also where the verb has no ending, and where somebody else's act follows a comma."""
    assert not guard(original, rewrite).passes


GRAN = Context(people=(Person("Rodica", "grandmother"), Person("Ruxandra", "aunt"), Person("Ioana", "child")))


def test_a_role_is_held_by_whom_the_context_says() -> None:
    """The aunt is not the grandmother."""
    text = "Ioana visits her grandmother, {}, on Sunday."
    assert guard("Ioana to see her gran Sun", text.format("Rodica"), GRAN).passes
    concerns = guard("Ioana to see her gran Sun", text.format("Ruxandra"), GRAN).concerns
    (concern,) = [each for each in concerns if each.kind is ConcernKind.CHANGED]
    assert concern.text == "grandmother, Ruxandra"


def test_a_mothers_mother_may_be_called_her_mother() -> None:
    """Kinship depends on whose it is."""
    told = Context(people=(Person("Joy", "grandmother"), Person("Lena", "mother"), Person("Bo", "child")))
    rewrite = "On Friday Lena comes with her mother, Joy, who brings Bo."
    assert guard("Joy to bring Bo on Friday, Lena to come too", rewrite, told).passes
