"""What is no HTTP is answered as every other problem is: by its shape, with an id that the log has."""

import uuid

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from rewriter.faces.http.gate import ALWAYS
from rewriter.faces.http.logs import log_to
from rewriter.faces.http.problems import Kind, Problem, response_for

__all__ = ["Reading"]


class Reading(H11Protocol):
    """Reads requests off a connection. What cannot be read comes to no application, so it is answered here."""

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - the server's own words, which are not ours
        """Tell the problem, and hang up."""
        request_id = str(uuid.uuid4())
        told = response_for(Problem(Kind.MALFORMED, "The request is not HTTP as the service reads it."), request_id)
        log_to().warning("unreadable", request_id=request_id, status=told.status_code)
        headers = [*told.raw_headers, *ALWAYS, (b"x-request-id", request_id.encode()), (b"connection", b"close")]
        for event in (
            h11.Response(status_code=told.status_code, headers=headers, reason=b"Bad Request"),
            h11.Data(data=bytes(told.body)),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
