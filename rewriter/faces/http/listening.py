"""Where the service listens: at one address, and where several processes answer there, each on a socket of its own too.

Of one socket that all listen on, most connections go to whichever process is the quickest to take them, at times all of
them, and the others stand idle. Among several sockets at one address Linux shares the connections out evenly.
"""

import socket
import sys
from typing import cast

from rewriter.errors import ConfigurationError

__all__ = ["listening"]


def listening(host: str, port: int, *, backlog: int, workers: int = 1) -> list[socket.socket]:
    """Listen at an address. Gives what each process is to listen on. Raises ConfigurationError.

    The first is shared by all processes, so that whoever comes while the rules are loaded waits, and is not refused.
    """
    shared = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    shares_out = workers > 1 and sys.platform == "linux"
    try:
        shared.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        shared.bind((host, port))
        if shares_out:
            # once it is bound: nobody who listens there already is to be joined
            shared.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        shared.listen(backlog)
    except OSError as error:
        shared.close()
        raise ConfigurationError(f"{host}:{port} cannot be listened on ({error.strerror})") from None
    shared.set_inheritable(True)
    if not shares_out:
        return [shared]
    return [shared, cast("socket.socket", _OfEachProcess(shared, backlog))]


class _OfEachProcess:
    """Stands for a socket, at the address of another, that a process opens for itself when this is handed to it."""

    def __init__(self, other: socket.socket, backlog: int) -> None:
        self._told = (other.family, other.getsockname(), backlog)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Give what opens it: whatever is handed to a process goes by way of pickle."""
        return _opened, self._told


def _opened(family: socket.AddressFamily, address: tuple[object, ...], backlog: int) -> socket.socket:
    own = socket.socket(family, socket.SOCK_STREAM)
    own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    own.bind(address)
    own.listen(backlog)
    return own
