"""Who asks: the holder of a key, or with none configured somebody on this machine, and nobody else."""

from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.types import Scope

from rewriter.faces.http.keys import Key, owner_of, shown_in
from rewriter.faces.http.problems import Kind, Problem

__all__ = ["HERE", "caller_of"]

HERE = "this machine"
_PASSED_ON = (b"forwarded", b"x-forwarded-for", b"x-real-ip")


def caller_of(scope: Scope, headers: Mapping[bytes, bytes], keys: Sequence[Key]) -> str:
    """Give the name of whoever asks. Raises Problem where they may not."""
    if keys:
        owner = owner_of(shown_in(headers), keys)
        if not owner:
            wants_page = b"text/html" in headers.get(b"accept", b"")
            challenge = 'Basic realm="rewriter", charset="UTF-8"' if wants_page else 'Bearer realm="rewriter"'
            raise Problem(Kind.NO_KEY, headers={"WWW-Authenticate": challenge})
        return owner
    # A page elsewhere can have its own name point at this machine, and a proxy here passes on what is from elsewhere.
    if not (_is_peer_here(scope) and _is_named_here(headers)) or any(name in headers for name in _PASSED_ON):
        raise Problem(Kind.NOT_FROM_HERE)
    return HERE


def _is_peer_here(scope: Scope) -> bool:
    peer = scope.get("client")
    return peer is None or _is_here(peer[0])  # None: a socket in the file system


def _is_named_here(headers: Mapping[bytes, bytes]) -> bool:
    try:
        return _is_here(urlsplit(f"//{headers.get(b'host', b'').decode('latin-1')}").hostname or "")
    except ValueError:
        return False


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
