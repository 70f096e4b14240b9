"""An eval says what it is doing and how much is left: a bar on a terminal, plain lines elsewhere."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from evals.cases import CaseSets, load
from evals.guard_cases import load_guard
from evals.masking_cases import load_masking
from evals.progress import Bars, Lines, Progress, Step, progress_on
from evals.run import parts_of_run, run
from tests.evals.parts import Counted


class Terminal(io.StringIO):
    """What says of itself that it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture(autouse=True)
def usual(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def two_parts(progress: Progress) -> None:
    progress.expect(2)
    with progress:
        for name in ("given objectives", "own objectives"):
            with progress.part(name, 3) as step:
                step()
                progress.say("a word between")
                step()


def test_without_a_terminal_there_is_one_line_a_part_and_no_sign_of_a_bar() -> None:
    stream = io.StringIO()
    two_parts(progress_on(stream))
    assert stream.getvalue().splitlines() == [
        "evals: 1 of 2: given objectives, 3",
        "evals: a word between",
        "evals: 2 of 2: own objectives, 3",
        "evals: a word between",
    ]


def test_a_terminal_gets_bars_and_one_that_cannot_move_its_cursor_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(progress_on(Terminal()), Bars)
    monkeypatch.setenv("TERM", "dumb")
    assert isinstance(progress_on(Terminal()), Lines)


def test_a_bar_says_what_is_done_of_how_much_and_which_part_of_how_many() -> None:
    stream = Terminal()
    progress = Bars(Console(file=stream))
    progress.expect(2)
    with progress:
        with progress.part("given objectives", 3):
            pass
        with progress.part("own objectives", 3) as step:
            step()
            progress.say("a word between")
            step()
            progress._bars.refresh()
    shown = stream.getvalue()
    for words in ("parts", "1/2", "own objectives", "2/3", "evals: a word between"):
        assert words in shown


def test_what_a_name_holds_is_no_markup() -> None:
    stream = Terminal()
    progress = Bars(Console(file=stream))
    with progress, progress.part("a model called [red]", 1):
        pass
    assert "[red]" in stream.getvalue()


def test_a_part_that_fails_is_not_left_on_the_screen() -> None:
    progress = Bars(Console(file=Terminal()))

    def fails(step: Step) -> None:
        step()
        raise LookupError

    with pytest.raises(LookupError), progress, progress.part("a part", 2) as step:
        fails(step)
    assert [task.description for task in progress._bars.tasks] == ["parts"]


def test_a_run_does_as_many_parts_as_it_promised_and_every_one_wholly() -> None:
    sets = load()
    few = CaseSets(
        tuple(replace(group, cases=group.cases[:3]) for group in sets.objectives),
        tuple(replace(group, cases=group.cases[:3]) for group in sets.responsibility),
    )
    rewrites, marked = load_guard()[:1], load_masking()[:1]
    told = Counted()
    run(few, frozenset(), progress=told, rewrites=rewrites, marked=marked)
    assert len(told.parts) == parts_of_run(few, rewrites, marked)
    assert [part.done for part in told.parts] == [part.of for part in told.parts]
