"""What the rules of responsibility find in a rewrite, and what of it rests only on how a plain thing is said."""

import pytest

from rewriter.answer import ConcernKind
from rewriter.guarding.guard import guard
from rewriter.people import Harm
from rewriter.plan import Context
from rewriter.smart import Severity

FORCED = Context(harms=(Harm("Nadia", "her father and uncles", "forced marriage"),))


def blames(original: str, rewrite: str, context: Context) -> bool:
    """Whether a rewrite is refused for whom it makes responsible."""
    found = guard(original, rewrite, context).concerns
    return any(c.kind is ConcernKind.RESPONSIBILITY and c.severity is Severity.FAULT for c in found)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Nobody to contact Nadia's family to mediate", "No one gets in touch with Nadia's family to mediate."),
        (
            "School (DSL Mr Quaye) to tell SW same day if Nadia isn't in",
            "If Nadia is not at school, Mr Quaye, the safeguarding lead, informs her social worker that same day.",
        ),
        (
            "2 adults on every visit - dog + threats",
            "Because of the dog and the threats, two adults make each visit together.",
        ),
    ],
)
def test_a_plain_thing_in_other_words_blames_nobody(original: str, rewrite: str) -> None:
    """What nobody is to do, somebody's absence, and why a visit is made in pairs."""
    assert not blames(original, rewrite, FORCED)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Police to see Nadia on 4 May", "On 4 May the police see Nadia and her father, to mediate between them."),
        ("SW to help Nadia with housing", "If Nadia does not leave her father, the social worker will not help her."),
        ("Nadia to keep her father out of the flat", "Nadia keeps her father out of the flat."),
    ],
)
def test_what_puts_it_on_the_person_harmed_is_still_refused(original: str, rewrite: str) -> None:
    """Whether or not the original did so too."""
    assert blames(original, rewrite, FORCED)


def test_a_word_of_the_original_that_makes_harm_small_is_a_question_in_a_rewrite_made_elsewhere() -> None:
    """Whoever rewrote it did not bring it in; one that they bring in is a fault."""
    context = Context(harms=(Harm("Samir", "Rashid", "smacks"),))
    original = "Rashid to ring FSW Debs when he feels he'll lose it"
    assert not blames(original, "When he feels he is about to lose it, Rashid rings Debs, the family worker.", context)
    assert blames("Rashid to ring FSW Debs", "When he is about to lose it, Rashid rings Debs.", context)
