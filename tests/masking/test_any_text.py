"""What holds for any text at all."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from rewriter.masking.known import Known
from rewriter.masking.masking import Masking
from rewriter.masking.unmasked import suspects
from rewriter.masking.words import pieces_of
from tests.texts import plan_texts

NAMES = ["Zofia Nowak", "Łukasz", "Kofi Boateng-Asante", "Siân ap Rhys", "José O'Brien", "Amara", "\u674e\u660e"]
_POSSESSIVE = re.compile(r"(?<=[sSxXzZ])(['\u2019])(?!\w)")
_PARTS = """Zofia|ZOFIA|zofia|Nowak|nowaks|Kofi's|Asante|José|jose|Amara\u2019s|amara|Mrs |to ring|<PERSON_1>|Person 2|
3 May|07700 900123|a@b.uk|School|St Mary's|WA7 4QX|\u674e\u660e|\U0001f600|James'| and |, |. """.replace(
    "\n", ""
).split("|")
pieces = st.sampled_from([*_PARTS, *" '\u2019\n|([\u200b-<>"])
texts = st.one_of(st.text(max_size=200), st.lists(pieces, max_size=25).map("".join), plan_texts())


def same(restored: str, text: str) -> bool:
    """Whether two texts are the same but for the possessive that masking writes out."""
    return restored == text or _POSSESSIVE.sub(r"\1s", restored) == _POSSESSIVE.sub(r"\1s", text)


@given(texts)
@example("<<PERSON_1>> James' <PERSON_1>1")
@example("\u0130 \u0131 \ufb01 \u1e9e Stra\u00dfe's")
def test_any_text_is_masked_and_comes_back(text: str) -> None:
    """No text stops it, tokens stand inside the text and apart, and the way back is the way there."""
    masking = Masking(NAMES)
    answer = masking.mask(text)
    ends = [0]
    for token in answer.tokens:
        assert ends[-1] <= token.start < token.end <= len(text)
        ends.append(token.end)
    assert same(answer.restore(answer.masked), text)


@given(texts)
def test_no_name_that_was_told_is_left_in_any_form(text: str) -> None:
    """In no case, with or without accents."""
    known = Known(NAMES)
    masked = Masking(NAMES).mask(text).masked
    assert not [piece for piece in pieces_of(masked) if piece.key in known.parts]


@given(texts)
def test_what_left_can_be_masked_again_and_nothing_new_is_found_by_strict(text: str) -> None:
    """Strict sees no name in a masked text that masking itself knew of."""
    assert not [one for one in suspects(Masking(NAMES).mask(text).masked, Known(NAMES)) if "name" in one.why]
