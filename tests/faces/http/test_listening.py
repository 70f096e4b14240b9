"""Where the service listens: several processes at one address, of which each gets its part of the connections."""

import pickle
import socket
import sys
from contextlib import ExitStack

import pytest

from rewriter.errors import ConfigurationError
from rewriter.faces.http.listening import listening

HERE = "127.0.0.1"
MANY = 64


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("others", [1, 2])
def test_nobody_joins_who_listens_there_already(workers: int, others: int) -> None:
    """An address that is taken is told, however many processes are to answer there, or answer there now."""
    with listening(HERE, 0, backlog=1, workers=others)[0] as first:
        port = first.getsockname()[1]
        with pytest.raises(ConfigurationError, match=f"127.0.0.1:{port} cannot be listened on"):
            listening(HERE, port, backlog=1, workers=workers)


def test_one_process_listens_on_one_socket() -> None:
    """Nothing is to be shared out, and nobody else may listen there."""
    (only,) = listening(HERE, 0, backlog=1)
    with only, socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with pytest.raises(OSError, match="in use"):
            other.bind(only.getsockname())


@pytest.mark.skipif(sys.platform != "linux", reason="connections are shared out by Linux")
def test_connections_are_shared_out_among_processes() -> None:
    """Each opens a socket of its own when it is handed what it is to listen on; none is left without connections."""
    shared, of_each = listening(HERE, 0, backlog=MANY, workers=2)
    with ExitStack() as open_until_then:
        listeners = [shared, *(handed_over(of_each) for _ in range(2))]
        for listener in listeners:
            open_until_then.enter_context(listener)
            listener.setblocking(False)
        callers = [open_until_then.enter_context(socket.socket()) for _ in range(MANY)]
        for caller in callers:
            caller.connect(shared.getsockname())
        got = [taken(listener) for listener in listeners]
    assert sum(got) == MANY
    assert min(got) > 0


def handed_over(sent: socket.socket) -> socket.socket:
    """Give what a process gets that this is sent to."""
    got: socket.socket = pickle.loads(pickle.dumps(sent))  # noqa: S301 - as multiprocessing does
    return got


def taken(listener: socket.socket) -> int:
    """Take every connection that waits, and give how many there were."""
    count = 0
    while True:
        try:
            listener.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1
