"""A HEAD is answered as its GET would be, without the body: whoever watches a service often asks so."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Heads"]


class Heads:
    """Stands around the routes, which know of GET alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through; a HEAD as a GET."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        asked = {**scope, "method": "GET"}  # a copy, as the server looks at its own to know that no body follows
        try:
            await self._app(asked, receive, without_body)
        finally:
            scope.update((key, value) for key, value in asked.items() if key not in scope)  # the route, for the log
