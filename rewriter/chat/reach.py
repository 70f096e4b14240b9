"""Whether a model's server can be reached: one request for its list of models, which carries no text of a case."""

import json
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import NamedTuple
from urllib.parse import urlsplit

from rewriter.chat.addresses import host_of
from rewriter.chat.failures import status_failure
from rewriter.chat.model_settings import ModelSettings, Provider

__all__ = ["Reached", "reach"]

_MOST = 1_000_000  # bytes of a list of models
_NO_LIST = frozenset({404, 405, 501})  # the server is there, and tells no list


class Reached(NamedTuple):
    """What was found. `listed` says whether the model is in the server's list; None where the list cannot tell."""

    there: bool
    message: str
    listed: bool | None = None


def reach(settings: ModelSettings, key: str = "", seconds: float = 5.0) -> Reached:
    """Ask a model's server for its models. Never raises for what the server does; follows no redirect, uses no proxy.

    The caller sees to it that the address may be asked at all.
    """
    parts = urlsplit(settings.base_url)
    path, headers = f"{parts.path}/models", {"Authorization": f"Bearer {key}"} if key else {}
    if settings.provider is Provider.AZURE:
        path, headers = f"{parts.path}/openai/models?api-version={settings.api_version}", {"api-key": key}
    host = host_of(settings.base_url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    line = kind(parts.hostname or "", parts.port, timeout=seconds)
    try:
        line.request("GET", path, headers={"Accept": "application/json", **headers})
        answer = line.getresponse()
        status, body = answer.status, answer.read(_MOST)
    except TimeoutError:
        return Reached(False, f"{host} does not answer within {seconds:g} seconds")
    except (OSError, HTTPException, ValueError) as error:
        return Reached(False, f"{host} cannot be reached ({type(error).__name__})")
    finally:
        line.close()
    if status in _NO_LIST:
        return Reached(True, f"{host} answers, and tells no list of models")
    if status != 200:
        return Reached(False, str(status_failure(status)))
    return _listed(settings, host, _names(body))


def _listed(settings: ModelSettings, host: str, names: set[str]) -> Reached:
    if not names:
        return Reached(True, f"{host} answers; its list of models is empty or cannot be read")
    if settings.model in names or f"{settings.model}:latest" in names:
        return Reached(True, f"{host} answers, and has the model", True)
    if settings.provider is Provider.AZURE:  # it lists models, and is asked by the names of deployments
        return Reached(True, f"{host} answers")
    return Reached(True, f"{host} answers, and has other models only ({len(names)})", False)


def _names(body: bytes) -> set[str]:
    try:
        listed = json.loads(body)["data"]
        return {str(entry["id"]) for entry in listed}
    except (ValueError, KeyError, TypeError):
        return set()
