"""Reading what was pasted: an argument, a file or standard input become text, or one clear error.

Nothing is changed but a byte order mark and the line break at the very end, so offsets count into what was typed.
"""

import sys
from pathlib import Path
from typing import BinaryIO

from rewriter.errors import InputError, NotText, TooLong

__all__ = ["from_argument", "from_bytes", "from_file", "from_stream", "is_waiting_for_keys", "opened", "standard_input"]

_BYTES_A_CHARACTER = 4  # the most that UTF-8 needs
_LONGEST_NAME = 60
_MARK = b"\xef\xbb\xbf"


def from_argument(text: str) -> str:
    """Give a command line argument as text. Raises NotText where the shell handed over bytes that are not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise NotText("the text is not UTF-8") from None
    if "\0" in text:
        raise NotText("the text is binary")
    return text


def from_file(path: Path, most: int) -> str:
    """Read a file of at most `most` characters. Raises InputError where it is missing, and as `from_bytes`."""
    with opened(path) as stream:
        try:
            return from_stream(stream, most, f"the file {path.name}")
        except OSError as error:
            raise InputError(f"the file {path.name} {_why(error)}") from None


def opened(path: str | Path) -> BinaryIO:
    """Open a file to read bytes as they come. Raises InputError, saying why it cannot be read."""
    path = Path(path)
    try:
        return path.open("rb", buffering=0)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise InputError(f"{_called(path)} {_why(error)}") from None


def from_stream(stream: BinaryIO, most: int, what: str = "the input") -> str:
    """Read a stream to its end, never holding more than the limit. Raises as `from_bytes`."""
    return from_bytes(_read_at_most(stream, len(_MARK) + most * _BYTES_A_CHARACTER + 2), most, what)


def from_bytes(raw: bytes, most: int, what: str = "the input") -> str:
    """Decode what was received; `most` is the limit in characters, `what` is what to call it.

    Raises NotText for binary or other encodings, TooLong over the limit.
    """
    if b"\0" in raw:
        raise NotText(f"{what} is binary, or not UTF-8 (save it as plain text in UTF-8)")
    over = len(raw) > len(_MARK) + most * _BYTES_A_CHARACTER
    try:
        # The cut at the limit may fall inside a character.
        text = raw.removeprefix(_MARK).decode("utf-8", "ignore" if over else "strict")
    except UnicodeDecodeError:
        raise NotText(f"{what} is not UTF-8 text (save it as plain text in UTF-8)") from None
    text = text.removesuffix("\n").removesuffix("\r")
    if over or len(text) > most:
        raise TooLong(f"{what} is longer than the limit of {most:,} characters")
    return text


def _read_at_most(stream: BinaryIO, most: int) -> bytes:
    """Read up to `most` bytes, waiting for all of them or the end."""
    parts: list[bytes] = []
    left = most
    while left > 0 and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _called(path: Path) -> str:
    # What stands in the place of a file name may be the pasted text itself.
    name = path.name
    return f"the file {name}" if len(name) <= _LONGEST_NAME and name.isprintable() and " " not in name else "the file"


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "is not there"
    if isinstance(error, IsADirectoryError):
        return "is a folder"
    if isinstance(error, PermissionError):
        return "may not be read"
    return "cannot be read"


def is_waiting_for_keys() -> bool:
    """Whether standard input is a keyboard, so that reading it would seem to hang."""
    return sys.stdin is not None and sys.stdin.isatty()


def standard_input() -> BinaryIO:
    """Give standard input as bytes. Raises InputError where it is closed, as a scheduler may start a program."""
    if sys.stdin is None:
        raise InputError("standard input is closed: give the text in quotes, or with --file PATH")
    return sys.stdin.buffer
