"""Judges a care-plan objective against SMART, says who is made responsible for harm, and drafts a better one.

    >>> import rewriter
    >>> answer = rewriter.critique("Sarah to improve her school attendance this year")
    >>> [(judgement.criterion.value, judgement.verdict.value) for judgement in answer.judgements][0]
    ('specific', 'met')

Everything public is named here and loaded when first asked for, so that `import rewriter` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rewriter.answer import Change, Concern, Critique, Guarded, Rewrite
    from rewriter.errors import (
        AssetError,
        ConfigurationError,
        EmptyInput,
        InputError,
        LooksUnmasked,
        ModelError,
        NotText,
        RewriterError,
        TooLong,
    )
    from rewriter.masking.masking import Masked
    from rewriter.people import Harm, Person
    from rewriter.pipeline import check, critique, fill, guard, mask, reword, rewrite, take_back
    from rewriter.plan import Context
    from rewriter.service import Service
    from rewriter.settings import Settings
    from rewriter.smart import Responsibility
    from rewriter.streaming import stream

__all__ = [
    "AssetError",
    "Change",
    "Concern",
    "ConfigurationError",
    "Context",
    "Critique",
    "EmptyInput",
    "Guarded",
    "Harm",
    "InputError",
    "LooksUnmasked",
    "Masked",
    "ModelError",
    "NotText",
    "Person",
    "Responsibility",
    "Rewrite",
    "RewriterError",
    "Service",
    "Settings",
    "TooLong",
    "check",
    "critique",
    "fill",
    "guard",
    "mask",
    "reword",
    "rewrite",
    "stream",
    "take_back",
]

_HOMES = {
    "rewriter.answer": "Change Concern Critique Guarded Rewrite",
    "rewriter.errors": (
        "AssetError ConfigurationError EmptyInput InputError LooksUnmasked ModelError NotText RewriterError TooLong"
    ),
    "rewriter.masking.masking": "Masked",
    "rewriter.people": "Harm Person",
    "rewriter.pipeline": "check critique fill guard mask reword rewrite take_back",
    "rewriter.plan": "Context",
    "rewriter.service": "Service",
    "rewriter.settings": "Settings",
    "rewriter.smart": "Responsibility",
    "rewriter.streaming": "stream",
}


def __getattr__(name: str) -> object:
    """Load a public name from the module it lives in. Raises AttributeError for any other name."""
    for home, names in _HOMES.items():
        if name in names.split():
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'rewriter' has no attribute '{name}'")


def __dir__() -> list[str]:
    """List what is public."""
    return [*__all__]
