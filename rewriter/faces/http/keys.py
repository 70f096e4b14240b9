"""The keys that callers show: only their hashes are configured, and looking one up takes as long for any.

A key is 32 random bytes, so one round of SHA-256 is enough: there is nothing to guess.
"""

import hashlib
import hmac
import re
import secrets
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Mapping, Sequence
from typing import NamedTuple

__all__ = ["Key", "hash_of", "keys_from", "new_key", "owner_of", "shown_in"]

_ENTRY = re.compile(r"([A-Za-z0-9][A-Za-z0-9_.-]{0,39})=([0-9a-f]{64})")


class Key(NamedTuple):
    """One key that may be shown: whose it is (this name stands in logs), and its hash."""

    name: str
    sha256: str


def keys_from(value: object) -> tuple[Key, ...]:
    """Read "NAME=HASH,NAME=HASH". Raises ValueError."""
    if not isinstance(value, str):
        raise TypeError("not a line of text")
    entries = [_ENTRY.fullmatch(entry.strip()) for entry in value.split(",") if entry.strip()]
    found = tuple(Key(entry[1], entry[2]) for entry in entries if entry)
    if len(found) != len(entries) or len({key.name for key in found}) != len(found):
        raise ValueError("not one line of names and hashes")
    return found


def new_key() -> str:
    """Make a key."""
    return secrets.token_urlsafe(32)


def hash_of(key: str) -> str:
    """Give what is configured for a key."""
    return hashlib.sha256(key.encode()).hexdigest()


def shown_in(headers: Mapping[bytes, bytes]) -> str:
    """Give the key that a request shows: X-API-Key, a bearer, or the password of basic authentication; else ""."""
    shown = headers.get(b"x-api-key", b"").strip()
    scheme, _, rest = headers.get(b"authorization", b"").strip().partition(b" ")
    if not shown and scheme.lower() == b"bearer":
        shown = rest.strip()
    elif not shown and scheme.lower() == b"basic":
        try:
            shown = b64decode(rest.strip(), validate=True).partition(b":")[2]
        except NotBase64:
            shown = b""
    return shown.decode("latin-1")


def owner_of(shown: str, keys: Sequence[Key]) -> str:
    """Give the name of the key that was shown, or "" where it is none of these. All are compared, whatever is found."""
    hashed, owner = hash_of(shown), ""
    for key in keys:
        if hmac.compare_digest(hashed, key.sha256):
            owner = key.name
    return owner if shown else ""
