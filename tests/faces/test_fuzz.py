"""Whatever is typed or piped, the command line answers or refuses in one line."""

import json

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from rewriter.faces.cli import COMMANDS, cli
from rewriter.wire.answers import CheckAnswer, CritiqueAnswer, RewriteAnswer

ANSWERS: dict[str, type[BaseModel]] = {"critique": CritiqueAnswer, "check": CheckAnswer, "rewrite": RewriteAnswer}
WORDS = (
    "Mum Dad Sarah to attend school stop ensure no more violence by Friday if until [date] - | \n 4 weeks. she him both"
)
likely = st.lists(st.sampled_from(WORDS.split(" ")), max_size=25).map(" ".join)
commands = st.sampled_from(sorted(ANSWERS))


def accepted(result: Result) -> bool:
    """Whether an answer came; otherwise one line on standard error says why, and the product meant it."""
    if result.exit_code == 0:
        return True
    assert result.exit_code == 2, (result.exit_code, result.stderr)
    assert result.stderr.startswith("rewriter: ")
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    return False


@given(commands, likely | st.text(max_size=300))
def test_any_text_is_answered_in_json_that_fits_or_refused(command: str, text: str) -> None:
    """Every answer fits the schema, and offsets lie in the text as received."""
    result = CliRunner().invoke(cli, [command, "--json", "--", text])
    if accepted(result):
        ANSWERS[command].model_validate_json(result.stdout)
        told = json.loads(result.stdout)
        for finding in told.get("findings", told.get("critique", {}).get("findings", [])):
            assert text[finding["start"] : finding["end"]] == finding["text"]


ENDING = [name for name in COMMANDS if name not in {"serve", "mcp"}]  # those serve until they are stopped


@given(commands, st.binary(max_size=300) | likely.map(str.encode))
def test_any_bytes_are_shown_or_refused(command: str, raw: bytes) -> None:
    """What is piped is shown in words or refused; the screen never fails."""
    result = CliRunner().invoke(cli, [command], input=raw)
    assert bool(result.stdout.strip()) == accepted(result)


@given(
    st.lists(
        st.text(max_size=12) | st.sampled_from(["--json", "--ask", "--jsonl", "--need", "-", "--", *ENDING]),
        max_size=5,
    )
)
def test_any_words_are_understood_or_refused(words: list[str]) -> None:
    """No row of words, options or halves of options raises anything but the product's own."""
    result = CliRunner().invoke(cli, words, input=b"")
    assert result.exit_code in (0, 1, 2), (result.exit_code, result.stderr)
    assert result.exit_code != 2 or result.stderr.startswith(("rewriter: ", "Usage: "))


@given(likely | st.text(max_size=60), st.text(max_size=30))
@settings(max_examples=40)
def test_any_answer_closes_its_gap_or_is_refused(text: str, agreed: str) -> None:
    """What was agreed may be any words: the draft that comes back fits the schema."""
    drafted = CliRunner().invoke(cli, ["rewrite", "--json", "--", text])
    if not accepted(drafted):
        return
    for gap in json.loads(drafted.stdout)["gaps"][:1]:
        result = CliRunner().invoke(
            cli, ["fill", "-", "--json", f"--answer={gap['id']}={agreed}"], input=drafted.stdout
        )
        if accepted(result):
            filled = RewriteAnswer.model_validate_json(result.stdout)
            assert gap["id"] not in {left.id for left in filled.gaps}


@pytest.mark.parametrize("option", ["--context", "--settings"])
@given(
    raw=st.binary(max_size=120)
    | st.recursive(st.none() | st.text(), st.lists).map(lambda data: json.dumps(data).encode())
)
@settings(max_examples=40)
def test_any_file_beside_the_text_is_read_or_refused(
    option: str, raw: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A broken file of context or settings is one clear line."""
    file = tmp_path_factory.mktemp("beside") / "file"
    file.write_bytes(raw)
    result = CliRunner().invoke(cli, ["critique", "Mum to ring the GP", option, str(file)])
    assert ("Mum to ring the GP" in result.stdout) == accepted(result)
