"""A draft as a form carries it: JSON, packed where it is long, so that a page stays small and can be sent back."""

import base64
import binascii
import zlib

from rewriter.answer import Rewrite
from rewriter.errors import InputError
from rewriter.wire.inward import rewrite_from_json
from rewriter.wire.outward import line, rewrite_json

__all__ = ["packed", "unpacked"]

_LONG = 30_000  # characters of JSON: below that it stays as it is
_MOST = 4_000_000  # characters unpacked: a few bytes could else come to fill a machine
_MARK = "packed:"


def packed(draft: Rewrite) -> str:
    """Give a draft as the words of a field."""
    written = line(rewrite_json(draft))
    if len(written) <= _LONG:
        return written.decode()
    return _MARK + base64.urlsafe_b64encode(zlib.compress(written)).decode()


def unpacked(words: str) -> Rewrite:
    """Read a draft from the words of a field. Raises InputError."""
    if not words.startswith(_MARK):
        return rewrite_from_json(words)
    reader = zlib.decompressobj()
    try:
        written = reader.decompress(base64.urlsafe_b64decode(words.removeprefix(_MARK)), _MOST)
        if not reader.eof:
            raise InputError("the draft could not be read; start again")
        return rewrite_from_json(written.decode())
    except (ValueError, binascii.Error, zlib.error):  # also of letters that are none
        raise InputError("the draft could not be read; start again") from None
