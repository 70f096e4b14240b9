"""From settings to a model that can be asked: the client, and around it limits, breaker, attempts and a deadline."""

from collections.abc import Mapping

from rewriter.chat.addresses import refuse_open
from rewriter.chat.breaker import Breaker
from rewriter.chat.cached import Cached
from rewriter.chat.configuring import key_for
from rewriter.chat.deadline import Deadline
from rewriter.chat.limits import Limits
from rewriter.chat.model_settings import ModelSettings
from rewriter.chat.port import Chat
from rewriter.chat.retrying import Retrying
from rewriter.errors import ConfigurationError

__all__ = ["MISSING", "connect", "guarded"]

MISSING = 'to ask a model, more has to be installed: pip install ".[model]" in the checkout'


def connect(settings: ModelSettings, environment: Mapping[str, str]) -> Chat:
    """Give a model that is ready to be asked; nothing is sent yet. Keep it: limits and breaker live in it.

    `environment` holds the provider's key. Raises ConfigurationError where text may not go to the address, the key is
    missing, or the libraries for it are not installed.
    """
    refuse_open(settings)
    key = key_for(settings, environment)
    try:
        # It takes seconds to load, and is not there for those who use the rules alone.
        from rewriter.chat.langchain_chat import LangChainChat  # noqa: PLC0415
    except ImportError as error:
        raise ConfigurationError(MISSING) from error
    return guarded(LangChainChat(settings, key), settings)


def guarded(chat: Chat, settings: ModelSettings) -> Chat:
    """Put around a chat what the settings ask for.

    The time limit of one attempt stands within the breaker, so that a model that hangs counts as down; a pause before
    another attempt holds no place of those who may ask at once.
    """
    chat = Deadline(chat, settings.one_attempt)
    chat = Limits(chat, settings.concurrency, settings.waiting, settings.requests_per_minute)
    if settings.breaker_failures:
        chat = Breaker(chat, settings.breaker_failures, settings.breaker_pause)
    if settings.retries:
        chat = Retrying(chat, settings.retries, settings.timeout)
    chat = Deadline(chat, settings.timeout)
    return Cached(chat, settings.cache_seconds) if settings.cache_seconds else chat
