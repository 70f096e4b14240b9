"""Reading what was pasted: text as it is, or one clear error."""

import contextlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter import inputs
from rewriter.errors import InputError, NotText, TooLong

LIMIT = 50


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=LIMIT))
def test_text_is_kept_as_typed_but_for_the_line_break_at_its_end(text: str) -> None:
    """Offsets count into what was typed: only a mark at the start and one line break at the end are taken away."""
    kept = inputs.from_bytes(text.encode(), LIMIT)
    assert text.removeprefix("\ufeff").startswith(kept)
    assert text.removeprefix("\ufeff")[len(kept) :] in ("", "\n", "\r\n", "\r")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_an_input_error(raw: bytes) -> None:
    """No bytes raise anything but the product's own error, and the limit always holds."""
    with contextlib.suppress(InputError):
        assert len(inputs.from_bytes(raw, LIMIT)) <= LIMIT


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\0\0", "Mum".encode("utf-16")])
def test_binary_is_said_to_be_binary(raw: bytes) -> None:
    """A picture, or a file in another encoding, is not text."""
    with pytest.raises(NotText, match="UTF-8"):
        inputs.from_bytes(raw, LIMIT)


def test_latin_one_is_not_taken_for_utf_8() -> None:
    """A file from an old editor is refused, with what to do about it."""
    with pytest.raises(NotText, match="save it as plain text in UTF-8"):
        inputs.from_bytes("Zoë".encode("latin-1"), LIMIT)


def test_the_limit_is_said_and_the_rest_is_not_read() -> None:
    """An endless stream is given up at the limit, which the message states."""
    stream = io.BytesIO(("\u00e9" * 10_000).encode())
    with pytest.raises(TooLong, match="limit of 50 characters"):
        inputs.from_stream(stream, LIMIT)
    assert stream.tell() < 10 * LIMIT


def test_a_text_of_exactly_the_limit_is_read() -> None:
    """The limit itself is allowed, however many bytes a character takes."""
    assert inputs.from_bytes(("\U0001f600" * LIMIT + "\n").encode(), LIMIT) == "\U0001f600" * LIMIT


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message names the file and says what is wrong with it."""
    with pytest.raises(InputError, match=r"the file plan\.txt is not there"):
        inputs.from_file(tmp_path / "plan.txt", LIMIT)
    with pytest.raises(InputError, match="is a folder"):
        inputs.from_file(tmp_path, LIMIT)


def test_a_text_given_as_a_file_name_is_not_repeated() -> None:
    """Somebody who pastes the objective where the file's name belongs does not see it in the message."""
    with pytest.raises(InputError) as raised:
        inputs.from_file(Path("Chipo to keep Darren away from the house"), LIMIT)
    assert "Chipo" not in str(raised.value)


@pytest.mark.parametrize("path", ["x\0y", "a" * 5000])
def test_a_name_that_no_file_can_have_is_an_input_error(path: str) -> None:
    """A name with a null in it, or longer than the system allows, is the product's own error."""
    with pytest.raises(InputError):
        inputs.from_file(Path(path), LIMIT)


def test_an_argument_with_broken_bytes_is_not_text() -> None:
    """What the shell could not decode is refused."""
    with pytest.raises(NotText):
        inputs.from_argument("Mum \udcff")
