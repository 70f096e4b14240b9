"""The one place that knows which parts are used: from a model's settings to a service that has it behind it."""

from collections.abc import Mapping

from rewriter.chat.addresses import must_mask
from rewriter.chat.connect import connect
from rewriter.chat.model_settings import ModelSettings
from rewriter.service import Service
from rewriter.settings import Settings

__all__ = ["service_with"]


def service_with(model: ModelSettings, environment: Mapping[str, str], settings: Settings | None = None) -> Service:
    """Give a service with a model, which masks names wherever the model's address asks for it. Keep it.

    `environment` holds the provider's key. Raises what `connect` does.
    """
    return Service(
        connect(model, environment),
        settings,
        seconds=model.timeout,
        masked=must_mask(model),
        strict=model.strict,
    )
