"""What cannot be read as HTTP is answered in the same shape as all else, and repeated nowhere."""

import json
import socket
from email import message_from_bytes
from pathlib import Path

from rewriter.wire.problems import MEDIA_TYPE, ProblemAnswer
from tests.faces.http.running import serving

CANARY = "Quillfeather"


def answered(port: int, sent: bytes) -> tuple[bytes, dict[str, str], bytes]:
    """Send some bytes, and give the first line, the headers and the body that come back."""
    with socket.create_connection(("127.0.0.1", port), 60) as line:
        line.sendall(sent)
        head, _, body = b"".join(iter(lambda: line.recv(65536), b"")).partition(b"\r\n\r\n")
    first, _, headers = head.partition(b"\r\n")
    return first, {name.lower(): value for name, value in message_from_bytes(headers).items()}, body


def test_what_is_no_http_is_a_problem_with_an_id(tmp_path: Path) -> None:
    """Whoever runs the service finds the id in the log; and a HEAD that can be read has headers and no body."""
    broken = (
        f"{CANARY} / FTP/1.1\r\n\r\n",
        f"GET /{CANARY} HTTP/1.1\r\nbad header: {CANARY}\r\n\r\n",
        "\x16\x03\r\n\r\n",
    )
    with serving(tmp_path) as service:
        told = [answered(service.port, sent.encode()) for sent in broken]
        first, headers, body = answered(
            service.port, b"HEAD / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        )
    assert (first, body) == (b"HTTP/1.1 200 OK", b"")
    assert int(headers["content-length"]) > 1000
    for line, headers, body in told:
        assert line == b"HTTP/1.1 400 Bad Request"
        assert headers["content-type"] == MEDIA_TYPE
        assert headers["cache-control"] == "no-store"
        problem = ProblemAnswer.model_validate_json(body)
        assert problem.type.endswith(":malformed")
        assert problem.request_id == headers["x-request-id"]
        assert [json.loads(logged)["event"] for logged in service.lines if problem.request_id in logged] == [
            "unreadable"
        ]
        assert CANARY.encode() not in body
    assert not [logged for logged in service.lines if CANARY in logged]
