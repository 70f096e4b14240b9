"""The one place that knows which parts are used: from a model's settings to a service that has it behind it."""

from collections.abc import Mapping

from rewriter.chat.addresses import must_mask
from rewriter.chat.connect import connect
from rewriter.chat.model_settings import ModelSettings
from rewriter.chat.port import Chat
from rewriter.service import Service
from rewriter.settings import Settings

__all__ = ["service_over", "service_with"]


def service_with(model: ModelSettings, environment: Mapping[str, str], settings: Settings | None = None) -> Service:
    """Give a service with a model, which masks names wherever the model's address asks for it. Keep it.

    `environment` holds the provider's key. Raises what `connect` does.
    """
    return service_over(connect(model, environment), model, settings)


def service_over(
    chat: Chat, model: ModelSettings, settings: Settings | None = None, *, seconds: float | None = None
) -> Service:
    """Give a service with a model that is connected already, which masks names as `service_with` has it.

    `seconds` are for one whole answer, where they are not to be the model's own time limit.
    """
    limit = model.timeout if seconds is None else seconds
    return Service(chat, settings, seconds=limit, masked=must_mask(model), strict=model.strict)
