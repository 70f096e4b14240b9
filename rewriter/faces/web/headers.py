"""What every page says beside itself: nothing from elsewhere may run or be loaded, and nothing is kept."""

from collections.abc import Mapping

__all__ = ["PAGE_HEADERS"]

PAGE_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
}
