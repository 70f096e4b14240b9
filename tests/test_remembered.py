"""What is worked out once for one answer is forgotten with it, and changes nothing but the time it takes."""

import asyncio
from importlib import import_module
from pkgutil import walk_packages

import pytest

import rewriter
from rewriter import pipeline
from rewriter.chat.scripted import ScriptedChat
from rewriter.plan import Context
from rewriter.reading import read
from rewriter.remembered import one_answer, remembered
from rewriter.service import Service
from rewriter.text import words_of

TEXT = "Sarah to improve her school attendance this year"


def test_within_one_answer_a_text_is_read_once() -> None:
    """However often it is asked for, in whatever words the call is made."""
    with one_answer():
        assert read(TEXT) is read(TEXT, Context())
        assert words_of(TEXT) is words_of(TEXT)


def test_what_was_told_beside_a_text_makes_it_another() -> None:
    """A reading rests on its context too."""
    with one_answer():
        assert read(TEXT) is not read(TEXT, Context(need="She misses Mondays"))


def test_nothing_outlives_an_answer() -> None:
    """The next answer begins with nothing, also after one that failed."""

    @one_answer()
    def broken() -> None:
        assert read(TEXT) is not first
        raise ValueError("broke")

    with one_answer():
        first = read(TEXT)
    with pytest.raises(ValueError, match="broke"):
        broken()
    assert read(TEXT) is not read(TEXT)


def test_an_answer_within_an_answer_shares_what_is_known() -> None:
    """The inner one forgets nothing that the outer one still needs."""
    with one_answer():
        first = read(TEXT)
        with one_answer():
            assert read(TEXT) is first
        assert read(TEXT) is first


def test_answers_at_the_same_time_share_nothing() -> None:
    """Each task has its own."""

    async def answer() -> object:
        with one_answer():
            first = words_of(TEXT)
            await asyncio.sleep(0)
            assert words_of(TEXT) is first
            return first

    async def both() -> None:
        first, second = await asyncio.gather(answer(), answer())
        assert first is not second

    asyncio.run(both())


def test_a_failure_is_not_remembered() -> None:
    """It is tried again."""
    turns = []

    @remembered
    def work(number: int) -> int:
        turns.append(number)
        return 1 // (len(turns) - 1)

    with one_answer():
        with pytest.raises(ZeroDivisionError):
            work(7)
        assert work(7) == 1
        assert work(7) == 1
    assert turns == [7, 7]


def _kept() -> dict[str, int]:
    """How much each function holds that keeps what it worked out, whatever it is asked later."""
    found = {}
    for module in walk_packages(rewriter.__path__, "rewriter."):
        if not module.name.endswith("__main__"):
            for name, value in vars(import_module(module.name)).items():
                if hasattr(value, "cache_info"):
                    found[f"{module.name}.{name}"] = value.cache_info().currsize
    return found


def test_no_function_keeps_a_word_or_a_number_of_a_text() -> None:
    """After another text of the same shape each holds as much as before: only what is the product's own."""
    plan = "{0} to pay \u00a3{1} for {2}-blasters at {3} by {3}/4/26. {2}ing {0} owns {1}{2}s, x{3} pw."

    def answer(*words: object) -> None:
        text = plan.format(*words)
        pipeline.rewrite(text, Context(need=text, names=(str(words[0]),)))
        pipeline.guard(text, text.replace(str(words[2]), "it"))

    answer("Quorl", 3141, "zibbit", 11)
    before = _kept()
    answer("Vexo", 2718, "wombel", 12)
    assert before
    assert _kept() == before


def test_a_rewrite_is_the_same_as_piece_by_piece() -> None:
    """An answer made in one block is the one made of parts that remember nothing."""
    judged = pipeline.critique(TEXT)
    assert pipeline.rewrite(TEXT).critique == judged
    assert asyncio.run(Service(ScriptedChat()).critique("Hello?")) == pipeline.critique("Hello?")
