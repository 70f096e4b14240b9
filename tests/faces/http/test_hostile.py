"""Malformed requests over a socket: none is a fault, none leaves a word in the log or comes back in a problem."""

import socket
from pathlib import Path

from benchmarks.hostile_requests import NAME, malformed
from benchmarks.served import KEY
from rewriter.faces.http.keys import hash_of
from tests.faces.http.running import serving

COUNT = 300  # `python -m benchmarks.service` sends 10,000


def answered(port: int, sent: bytes) -> bytes:
    """Send a request and give all that comes back."""
    with socket.create_connection(("127.0.0.1", port), 60) as line:
        try:
            line.sendall(sent)
            return b"".join(iter(lambda: line.recv(65536), b""))
        except ConnectionError:
            return b""


def test_malformed_requests_are_refused_and_forgotten(tmp_path: Path) -> None:
    """And the service answers as before."""
    env = {
        "REWRITER_SERVE_KEYS": f"tests={hash_of(KEY)}",
        "REWRITER_SERVE_RATE": "1000000/second",
        "REWRITER_SERVE_BODY_SECONDS": "0.1",
    }
    with serving(tmp_path, env=env) as service:
        answers = [answered(service.port, sent) for sent in malformed(COUNT, seed=7)]
        good = b'{"objective": "Mum to ring the GP"}'
        head = f"POST /v1/critique HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nX-API-Key: {KEY}\r\n"
        more = f"Connection: close\r\nContent-Length: {len(good)}\r\n\r\n"
        assert answered(service.port, f"{head}{more}".encode() + good).startswith(b"HTTP/1.1 200 ")
    statuses = [answer.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")[9:12] for answer in answers]
    assert not [status for status in statuses if status.startswith(b"5")]
    assert not [line[:60] for line in service.lines if NAME.lower() in line.lower()]
    told = [answer for answer, status in zip(answers, statuses, strict=True) if status not in {b"200", b"100", b""}]
    assert len(told) > COUNT // 2
    assert not [answer for answer in told if NAME.lower().encode() in answer.lower()]
