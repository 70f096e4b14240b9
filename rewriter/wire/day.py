"""A day as JSON has it: "2026-09-07", null or nothing, and no other way to write it."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator

__all__ = ["Day"]

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day(value: object) -> object:
    # Left to itself pydantic would take 20260907 for a moment in 1970.
    if value is None or value == "" or isinstance(value, date):
        return value or None
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        raise ValueError("must be a date such as 2026-09-07")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError("is not a day in the calendar; write it as 2026-09-07") from None


Day = Annotated[date | None, BeforeValidator(_day, json_schema_input_type=date | Literal[""] | None)]
