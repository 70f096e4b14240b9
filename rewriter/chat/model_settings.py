"""What a language model is configured by, as data: who provides it, where it answers, and how it is to be asked.

Read from flags, environment and file by `configuring`. A key never stands here, only the name of the environment
variable that holds it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

__all__ = ["PRESETS", "Dialect", "Engine", "Mask", "ModelSettings", "Preset", "Provider"]


class Engine(StrEnum):
    """Who writes: the rules alone, or a language model under the rules."""

    RULES = "rules"
    MODEL = "model"


class Provider(StrEnum):
    """Who provides the model; each speaks the chat completions of OpenAI, with small differences."""

    OLLAMA = "ollama"
    LLAMACPP = "llamacpp"
    VLLM = "vllm"
    LMSTUDIO = "lmstudio"
    CUSTOM = "custom"
    AZURE = "azure"
    OPENAI = "openai"


class Mask(StrEnum):
    """When names are masked before a text is sent."""

    ELSEWHERE = "elsewhere"  # to a model that is neither on this machine nor at the council's own address
    ALWAYS = "always"


class Dialect(StrEnum):
    """How the shape of an answer is asked for. What comes back is checked by us, whatever was promised."""

    JSON_SCHEMA = "json_schema"  # response_format of OpenAI: the server holds the model to the schema
    JSON_OBJECT_SCHEMA = "json_object_schema"  # type json_object with a schema beside it: llama-cpp-python's server
    JSON_OBJECT = "json_object"  # any JSON object; the schema stands in the prompt
    NONE = "none"  # nothing asked of the server; the schema stands in the prompt


class Preset(NamedTuple):
    """What is usual for a provider. An empty `base_url` has to be given; `key_needed` says that no key is a mistake."""

    base_url: str
    api_key_env: str
    key_needed: bool
    tokens_limit: str  # the name under which the most tokens of an answer are sent


_OLD, _NEW = "max_tokens", "max_completion_tokens"
_OURS = "REWRITER_API_KEY"

PRESETS: Mapping[Provider, Preset] = MappingProxyType(
    {
        Provider.OLLAMA: Preset("http://127.0.0.1:11434/v1", _OURS, False, _OLD),
        Provider.LLAMACPP: Preset("http://127.0.0.1:8080/v1", _OURS, False, _OLD),
        Provider.VLLM: Preset("http://127.0.0.1:8000/v1", _OURS, False, _OLD),
        Provider.LMSTUDIO: Preset("http://127.0.0.1:1234/v1", _OURS, False, _OLD),
        Provider.CUSTOM: Preset("", _OURS, False, _OLD),
        Provider.AZURE: Preset("", "AZURE_OPENAI_API_KEY", True, _NEW),
        Provider.OPENAI: Preset("https://api.openai.com/v1", "OPENAI_API_KEY", True, _NEW),
    }
)


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """One model and how it is asked. Times are in seconds.

    `timeout` is for the whole answer with all waits and further attempts, `attempt_timeout` for one attempt (None: 0.95
    of the whole, so that a model that hangs is known as such). `temperature` and `max_tokens` are sent only where
    they are not None. `concurrency` asks run at once and `waiting` more may queue. After `breaker_failures` failures
    in a row the model is left alone for `breaker_pause`; 0 means never. For `cache_seconds` a reply is kept in memory
    and given again to the very same ask; 0, as it comes, keeps none. `own` says that the council calls the address its
    own, so that names may be sent there; elsewhere they are masked, and with `mask` always. `strict` sends nothing
    where something still looks unmasked. `api_version` is for Azure alone.
    """

    provider: Provider
    model: str
    base_url: str
    api_key_env: str = ""
    api_version: str = "2024-10-21"
    structured: Dialect = Dialect.JSON_SCHEMA
    temperature: float | None = 0.0
    max_tokens: int | None = None
    timeout: float = 120.0
    attempt_timeout: float | None = None
    retries: int = 2
    concurrency: int = 8
    waiting: int = 100
    requests_per_minute: int | None = None
    breaker_failures: int = 5
    breaker_pause: float = 30.0
    cache_seconds: float = 0.0
    own: bool = False
    mask: Mask = Mask.ELSEWHERE
    strict: bool = False

    @property
    def one_attempt(self) -> float:
        """The seconds that one attempt may take."""
        return self.timeout * 0.95 if self.attempt_timeout is None else self.attempt_timeout

    @property
    def preset(self) -> Preset:
        """What is usual for the provider."""
        return PRESETS[self.provider]
