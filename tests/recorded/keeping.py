"""What is kept of a call in a recording: what was asked and said, and nothing of who, where or when."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import yaml

from rewriter.prompts import version

__all__ = ["Kept", "what_is_asked", "what_was_said"]

_JSON = {"content-type": ["application/json"]}
_WHERE = "http://model/v1/chat/completions"
_DIGITS = 24


def what_is_asked(request: Any) -> Any:  # noqa: ANN401 - vcrpy's own class, without types
    """Keep the case in full, and the hash of what is the same in every request. Also sees requests kept before."""
    asked = json.loads(request.body)
    if "told" not in asked:
        same = [message for message in asked["messages"] if message["role"] == "system"]
        told = json.dumps([same, asked["response_format"]], sort_keys=True)
        asked = {
            "shape": asked["response_format"]["json_schema"]["name"],
            "told": hashlib.sha256(told.encode()).hexdigest()[:_DIGITS],
            "messages": [message for message in asked["messages"] if message["role"] != "system"],
        }
    request.body = json.dumps(asked, ensure_ascii=False).encode()
    request.uri = _WHERE
    request.headers = {name: value[0] for name, value in _JSON.items()}
    return request


def what_was_said(response: dict[str, Any]) -> dict[str, Any] | None:
    """Keep the words and how they ended; a failure is not kept. Also sees responses kept before."""
    if response["status"]["code"] != 200:
        return None
    try:
        (choice,) = json.loads(response["body"]["string"])["choices"]
        message = {name: choice["message"].get(name) for name in ("role", "content", "refusal")}
        ended = choice["finish_reason"]
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    said = {
        "id": "recorded",
        "object": "chat.completion",
        "created": 0,
        "model": "recorded",
        "choices": [{"index": 0, "message": message, "finish_reason": ended}],
    }
    string = json.dumps(said, ensure_ascii=False).encode()
    return {"status": {"code": 200, "message": "OK"}, "headers": dict(_JSON), "body": {"string": string}}


class Kept:
    """vcrpy's way to write and read a recording, here with how its answers came about at its top.

    `answered` is given while recording. Answers that were kept before under other words keep those words too.
    """

    def __init__(self, answered: str) -> None:
        self._answered = (answered,) if answered else ()

    def serialize(self, recording: Mapping[str, Any]) -> str:
        """Write a recording as YAML."""
        top = {"answered": "; ".join(dict.fromkeys(self._answered)), "prompts": version()}
        return yaml.safe_dump(top | dict(recording), allow_unicode=True, sort_keys=False, width=120)

    def deserialize(self, text: str) -> Any:  # noqa: ANN401 - as vcrpy has it
        """Read it, and remember how its answers came about."""
        recording = yaml.safe_load(text)
        self._answered = (recording["answered"], *self._answered)
        return recording
