"""Many at once: one line in, one line out, in order, whatever stands on the lines."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from rewriter.faces.lines import Work, lines_of
from rewriter.faces.many import answer_all
from rewriter.plan import Context
from rewriter.settings import Settings
from rewriter.wire.answers import CheckAnswer, CritiqueAnswer, ErrorLine, RewriteAnswer

Run = Callable[..., Result]
CHECKOUT = Path(__file__).resolve().parents[2]
ANY_ANSWER: TypeAdapter[object] = TypeAdapter(CritiqueAnswer | CheckAnswer | RewriteAnswer | ErrorLine)


def answers(raw: bytes, work: Work, processes: int = 1) -> list[dict[str, object]]:
    out = io.BytesIO()
    answer_all(io.BytesIO(raw), out, work, processes)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def critiques(raw: bytes) -> list[dict[str, object]]:
    return answers(raw, Work("critique", Context(), Settings()))


def test_an_object_a_json_string_and_a_bare_text_are_all_lines() -> None:
    """All three forms are answered, and ids are kept as they came."""
    lines = (
        b'{"id": 7, "objective": "Mum to ring"}\n"Mum to ring"\nMum to ring\r\n{"id": "a", "objective": "Mum to ring"}'
    )
    found = critiques(lines)
    assert [answer["id"] for answer in found] == [7, None, None, "a"]
    assert [answer["objective"] for answer in found] == ["Mum to ring"] * 4


def test_a_bad_line_gives_an_error_object_and_the_run_goes_on(run: Run) -> None:
    """The error object has the line's number and its id where it can be read; the exit code says that there was one."""
    piped = '{"id": "a", "objective": "Mum to ring"}\n\n{"id": "b"}\n{broken\n["x"]\n""\n"Dad to ring"\n'
    result = run("critique", "--jsonl", piped=piped)
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [answer.get("line") for answer in told] == [None, 3, 4, 5, 6, None]
    assert told[1] == {"id": "b", "line": 3, "error": "objective: is missing"}
    assert "not valid JSON" in told[2]["error"]
    assert told[-1]["objective"] == "Dad to ring"


def test_a_clean_run_ends_well(run: Run) -> None:
    """Without an error the exit code is 0; no line at all is no error."""
    assert run("critique", "--jsonl", piped='"Mum to ring"\n').exit_code == 0
    assert run("rewrite", "--jsonl", piped="").exit_code == 0


def test_a_line_says_its_own_context_and_kind(run: Run) -> None:
    """`check` lines have text, kind and context; the options stand in for what a line leaves out."""
    lines = [
        {"id": 1, "text": "No more violence", "kind": "goal"},
        {"id": 2, "text": "No more violence", "context": {"harms": [{"to": "Mum", "by": "Nan"}]}},
    ]
    result = run("check", "--jsonl", "--harm", "Dad>Mum", piped="\n".join(map(json.dumps, lines)))
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["harms"][0]["by"] for answer in told] == ["Dad", "Nan"]
    assert all(CheckAnswer.model_validate(answer) for answer in told)


def test_a_file_may_be_named(run: Run, tmp_path: Path) -> None:
    """`--jsonl FILE`, `--jsonl --file FILE` and a pipe read the same lines."""
    file = tmp_path / "many.jsonl"
    file.write_text('"Mum to ring"\n"Dad to ring"\n', encoding="utf-8")
    piped = run("critique", "--jsonl", piped=file.read_bytes()).stdout
    assert piped.count("\n") == 2
    assert run("critique", "--jsonl", str(file)).stdout == piped
    assert run("critique", "--jsonl", "--file", str(file)).stdout == piped


def test_an_endless_line_is_one_error_and_not_kept() -> None:
    """A line beyond all bounds is answered with an error; the line after it is read as usual."""
    work = Work("critique", Context(), Settings(max_characters=100))
    told = answers(b"x" * (work.longest_line + 100_000) + b'\n"Mum to ring"\n', work)
    assert "longer than" in str(told[0]["error"])
    assert told[1]["objective"] == "Mum to ring"


@given(st.lists(st.binary(max_size=30)), st.integers(1, 40))
def test_lines_are_cut_the_same_however_they_arrive(parts: list[bytes], longest: int) -> None:
    """Numbers and bytes of lines do not hang on how the stream was cut, and what is too long is never kept."""

    class Drip(io.RawIOBase):
        """A stream that gives one part at a time."""

        def __init__(self) -> None:
            self.left = list(parts)

        def read(self, _size: int = -1) -> bytes:
            while self.left:
                if part := self.left.pop(0):
                    return part
            return b""

    whole = [line for chunk in lines_of(io.BytesIO(b"".join(parts)), longest) for line in chunk]
    dripped = [line for chunk in lines_of(Drip(), longest) for line in chunk]  # type: ignore[arg-type]
    assert dripped == whole
    assert all(line.raw is None or len(line.raw) <= longest for line in whole)
    assert [line.number for line in whole] == sorted({line.number for line in whole})


@given(
    st.sampled_from(["critique", "check", "rewrite"]),
    st.lists(
        st.binary(max_size=80)
        | st.text(max_size=80).map(lambda text: json.dumps(text).encode())
        | st.text(max_size=80).map(lambda text: json.dumps({"objective": text, "id": text}).encode()),
        max_size=4,
    ),
)
@settings(max_examples=60)
def test_any_lines_give_one_fitting_answer_each(verb: str, lines: list[bytes]) -> None:
    """Whatever the bytes, every line that is not blank gives one object that fits the schema; nothing breaks inside."""
    raw = b"\n".join(lines)
    told = answers(raw, Work(verb, Context(), Settings()))  # type: ignore[arg-type]
    assert len(told) == sum(bool(line.strip()) for line in raw.split(b"\n"))
    for answer in told:
        ANY_ANSWER.validate_python(answer)
        assert "internal error" not in str(answer.get("error"))


def test_more_processes_give_the_same_bytes_in_the_same_order() -> None:
    """Spread over processes a long input gives what one process gives, line for line."""
    raw = b"".join(b'{"id": %d, "objective": "Mum to ring %d times"}\n' % (n, n) for n in range(1_500)) + b"{bad\n"
    alone, spread = io.BytesIO(), io.BytesIO()
    work = Work("critique", Context(), Settings())
    assert answer_all(io.BytesIO(raw), alone, work, 1) == 1
    assert answer_all(io.BytesIO(raw), spread, work, 2) == 1
    assert spread.getvalue() == alone.getvalue()


class Gone(io.BytesIO):
    """A pipe whose reader has gone after the first piece."""

    def write(self, written: object) -> int:
        """Take the first piece, and no other."""
        assert isinstance(written, bytes)
        if self.tell():
            raise BrokenPipeError
        return super().write(written)


def test_a_reader_who_has_gone_is_noticed_after_a_few_lines() -> None:
    """`| head -2` does not wait for hundreds of lines that nobody reads."""
    out = Gone()
    with pytest.raises(BrokenPipeError):
        answer_all(io.BytesIO(b"Mum to ring\n" * 1000), out, Work("critique", Context(), Settings()), 1)
    assert out.getvalue().count(b"\n") < 50


def test_a_program_that_waits_for_each_answer_gets_it() -> None:
    """Each line is answered when it comes, also after so many that other processes have been started."""
    with subprocess.Popen(
        [sys.executable, "-m", "rewriter", "critique", "--jsonl"],
        cwd=CHECKOUT,
        env=dict(os.environ),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(600):
            process.stdin.write(b'{"id": %d, "objective": "Mum to ring"}\n' % number)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.stdout.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("words", [("a.jsonl", "b.jsonl"), ("missing.jsonl",)])
def test_what_cannot_be_read_is_one_line(run: Run, words: tuple[str, ...]) -> None:
    """Two files, or one that is not there, are refused before anything is answered."""
    result = run("critique", "--jsonl", *words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("rewriter: ")
