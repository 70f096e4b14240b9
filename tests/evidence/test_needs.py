"""Criterion R: whether an ask answers the need."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.evidence.needs import relevance_of
from rewriter.evidence.topics import topics_of
from rewriter.plan import Context
from rewriter.reading import read
from rewriter.smart import Verdict
from rewriter.text import words_of

FALLS = "Ade (84) has fallen four times on the stairs and broke his hip"
HITS = "Mick hits Carla in front of Dani (6)"


def _relevance(text: str, need: str = "") -> Verdict:
    return relevance_of(read(text, Context(need=need)))


class TestNeedsToldBeside:
    """A need told beside the text."""

    @pytest.mark.parametrize(
        ("text", "need"),
        [
            ("OT to fit a second stair rail by 9 October 2026", FALLS),
            ("Mick to attend the group for men who have hurt their partners", HITS),
            ("Mum to give Bo breakfast on school days", "Bo comes to school hungry"),
            ("Ray to pay \u00a310 a week off his rent", "Ray has had notice of eviction for arrears"),
        ],
    )
    def test_an_ask_that_speaks_to_the_need_meets_it(self, text: str, need: str) -> None:
        """Other words for the same thing are enough."""
        assert _relevance(text, need) is Verdict.MET

    @pytest.mark.parametrize(
        ("text", "need"),
        [
            ("Daughter to make a scrapbook with Ade", FALLS),
            ("Carla to get Dani to school by 8.50", HITS),
            ("Mum to come to the school computing class", "Bo comes to school hungry"),
        ],
    )
    def test_an_ask_about_something_else_does_not(self, text: str, need: str) -> None:
        """Where abuse is the need, attending school on time does not answer it (002 Halton, "Relevant")."""
        assert _relevance(text, need) is Verdict.NOT_MET

    @pytest.mark.parametrize(
        "text", ["Falls to be monitored", "SW to refer Ade to the falls clinic", "Ade to understand why he falls"]
    )
    def test_a_service_or_watching_meets_it_only_in_part(self, text: str) -> None:
        """It may lead to what is needed, but it is not that yet."""
        assert _relevance(text, FALLS) is Verdict.PARTLY

    def test_less_telling_does_not_answer_harm(self) -> None:
        """Fewer reports are not less violence."""
        assert _relevance("Carla agrees not to discuss it with school or the police", HITS) is Verdict.NOT_MET

    def test_what_cannot_be_placed_is_not_called_irrelevant(self) -> None:
        """Unknown words are no ground for a fault."""
        assert _relevance("Zed to frobnicate the gizmo", FALLS) is Verdict.MET


class TestNeedsInTheText:
    """A need in the text itself."""

    def test_without_a_need_it_is_unclear(self) -> None:
        """The guidance says "possibly" of each of its examples."""
        assert _relevance("Sarah to improve her school attendance this year") is Verdict.UNCLEAR
        assert _relevance("Ensure there are no further instances of domestic violence") is Verdict.UNCLEAR

    def test_a_label_is_a_need_told_in_part(self) -> None:
        """ "NEET" says that something is wrong, not what."""
        assert _relevance("NEET - PA to help Kai write a CV") is Verdict.PARTLY

    def test_a_wish_of_the_person_is_a_need(self) -> None:
        """What Senait wants is what it is for."""
        assert _relevance("Ola wants to see her brother. SW to arrange a visit by 31 October") is Verdict.MET


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_need_and_text_give_a_verdict(text: str, need: str) -> None:
    """Nothing that is pasted raises."""
    assert relevance_of(read(text, Context(need=need))) in Verdict
    assert isinstance(topics_of(words_of(need)), frozenset)
