"""The words that harm is read from: where there is none, no harm is stated."""

from hypothesis import given

from rewriter.harm.figures import find_figures
from rewriter.harm.relations import Surroundings
from rewriter.harm.signs import shows_harm
from rewriter.harm.stated import stated_harm
from rewriter.harm.words import marks_of
from rewriter.plan import Context
from rewriter.reading import read
from tests.texts import judged_texts, plan_texts


def states_without_sign(text: str) -> bool:
    reading = read(text)
    words, cuts, acts, marks = reading.words, reading.sentences, reading.acts, marks_of(reading.keys)
    figures = find_figures(words, reading.parties, acts, frozenset())
    return bool(stated_harm(Surroundings(words, cuts, figures, acts, marks))) and not shows_harm(words, marks)


def told(context: Context) -> str:
    return f"{context.need}. {context.baseline}"


def test_no_judged_text_states_harm_without_a_sign_of_it() -> None:
    """A need is read for harm only where it shows some, so every text that states harm must show some."""
    texts = [part for text, context in judged_texts() for part in (text, told(context))]
    assert not [text for text in texts if states_without_sign(text)]


@given(plan_texts())
def test_no_text_states_harm_without_a_sign_of_it(text: str) -> None:
    """However a text is put together, harm is stated only by the words that are looked for first."""
    assert not states_without_sign(text)
