"""Every error the product raises on purpose, as one tree.

RewriterError                what a caller may catch to catch them all
├── InputError               the text or its context cannot be used; the message says what to do
│   ├── EmptyInput           nothing but white space
│   ├── TooLong              over the limit, which the message states
│   ├── NotText              binary, or not UTF-8
│   └── LooksUnmasked        strict masking found what looks as if it identified somebody
├── ConfigurationError       a setting, a rule's name or a file of settings is wrong
├── ModelError               a language model gave no answer that can be used; rules answer instead
└── AssetError               a shipped file (lexicon, worked example) is missing or malformed

No message ever repeats the text that was pasted.
"""

__all__ = [
    "AssetError",
    "ConfigurationError",
    "EmptyInput",
    "InputError",
    "LooksUnmasked",
    "ModelError",
    "NotText",
    "RewriterError",
    "TooLong",
]


class RewriterError(Exception):
    """Base of every error raised on purpose."""


class InputError(RewriterError):
    """The text or its context cannot be used. `field` says which text it is, where more than one was given."""

    def __init__(self, *args: object, field: str = "") -> None:
        super().__init__(*args)
        self.field = field


class EmptyInput(InputError):
    """There is nothing to read but white space."""


class TooLong(InputError):
    """The text is over the stated limit."""


class NotText(InputError):
    """The input is binary, or is not UTF-8."""


class LooksUnmasked(InputError):
    """A masked text still holds what looks as if it identified somebody, and was asked to be strict."""


class ConfigurationError(RewriterError):
    """A setting, a rule's name or a file of settings is wrong."""


class ModelError(RewriterError):
    """A language model gave no answer that can be used."""


class AssetError(RewriterError):
    """A file that ships with the product is missing or malformed."""
