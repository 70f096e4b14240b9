"""The service that flags, the environment and a file of settings come to, for the faces that keep one."""

import os
from collections.abc import Mapping
from pathlib import Path

from rewriter.chat.configuring import configured
from rewriter.chat.model_settings import Engine, ModelSettings
from rewriter.faces.options import settings_from
from rewriter.service import Service
from rewriter.wiring import service_with

__all__ = ["service_told"]


def service_told(flags: Mapping[str, object], file: Path | None) -> tuple[Service, ModelSettings | None]:
    """Give the service, and the model behind it if there is one. Raises ConfigurationError."""
    settings = settings_from(file)
    told = configured(flags, os.environ, file)
    if told.engine is Engine.RULES or told.model is None:
        return Service(None, settings), None
    return service_with(told.model, os.environ, settings), told.model
