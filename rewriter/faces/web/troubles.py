"""Problems of the service as pages: a browser that asks for a page gets one, programs get problem details as ever."""

import json
from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rewriter.faces.web.headers import PAGE_HEADERS
from rewriter.faces.web.views import Views
from rewriter.wire.problems import MEDIA_TYPE

__all__ = ["Troubles"]

_API = "/v1/"
_PAGE = b"text/html"
_OF_THE_BODY = (b"content-length", b"content-type")
_WORDS: Mapping[int, tuple[str, str]] = {
    401: ("A key is needed", "Ask whoever runs this service for a key. A browser asks for it as a password."),
    403: ("This service is for one machine only", "Whoever runs it has to set up keys before others can use it."),
    404: ("There is no such page", "Check the address, or start with an objective."),
    405: ("There is no such page", "Check the address, or start with an objective."),
    408: ("It took too long to arrive", "Your connection may be slow. Send it again."),
    413: ("That is too long", "Send one objective at a time."),
    429: ("That was too many, too quickly", "Wait {wait} and send it again."),
    500: ("Something went wrong here", "It is our mistake and nothing of your text was kept. Send it again."),
    503: ("The service is busy", "Wait {wait} and send it again."),
    504: ("That took too long", "Send it again, or try a shorter text."),
}


class Troubles:
    """Stands around the application and turns the problems it tells into pages."""

    def __init__(self, app: ASGIApp, *, views: Views) -> None:
        self._app = app
        self._views = views

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; where the answer is a problem and a page was asked for, write the page."""
        asked = dict(scope.get("headers", ())).get(b"accept", b"")
        if scope["type"] != "http" or str(scope["path"]).startswith(_API) or _PAGE not in asked:
            await self._app(scope, receive, send)
            return
        await self._app(scope, receive, _Turning(scope, send, self._views).told)


class _Turning:
    """Holds back a problem until all of it is there."""

    def __init__(self, scope: Scope, send: Send, views: Views) -> None:
        self._scope = scope
        self._send = send
        self._views = views
        self._held: Message | None = None
        self._body = b""

    async def told(self, message: Message) -> None:
        """Take a part of the answer."""
        headers = dict(message.get("headers", ()))
        if message["type"] == "http.response.start" and headers.get(b"content-type", b"").startswith(
            MEDIA_TYPE.encode()
        ):
            self._held = message
        elif self._held is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._tell(self._held)

    async def _tell(self, start: Message) -> None:
        problem = json.loads(self._body)
        kept = [(name, value) for name, value in start["headers"] if name not in _OF_THE_BODY]
        wait = dict(kept).get(b"retry-after", b"").decode("latin-1")
        title, what = _WORDS.get(start["status"], (problem["title"], problem["detail"]))
        words = what.format(wait=f"{wait} seconds" if wait.isdigit() else "a moment")
        root = str(self._scope.get("root_path", "")).rstrip("/")
        page = self._views.trouble(root, title, words, problem["request_id"]).encode()
        kept += [
            (name.lower().encode(), value.encode()) for name, value in PAGE_HEADERS.items() if name != "Cache-Control"
        ]
        kept += [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(page)).encode())]
        await self._send({**start, "headers": kept})
        await self._send({"type": "http.response.body", "body": page})
