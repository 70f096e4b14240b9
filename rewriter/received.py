"""What Python hands over is what it has to be, or one clear error: a text, what stands beside it, settings, answers.

Nothing is turned into what it might have meant, and no message repeats what was given.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import TypeVar

from rewriter.answer import Rewrite
from rewriter.errors import ConfigurationError, EmptyInput, InputError, NotText, TooLong
from rewriter.people import Harm, Person
from rewriter.plan import Context
from rewriter.rules import RULES
from rewriter.settings import DEFAULT_LABELS, Settings

__all__ = ["answers_received", "context_received", "listed", "settings_received", "text_received"]

_Thing = TypeVar("_Thing")


def text_received(text: str, settings: Settings, field: str = "") -> str:
    """Give the text as received. Raises NotText, EmptyInput, and TooLong with the limit; `field` says for which."""
    wanted = "a rewrite" if field == "rewrite" else "an objective"
    if not isinstance(text, str):
        raise NotText(f"{wanted} has to be given as text", field=field)
    if not text.strip():
        raise EmptyInput(f"there is nothing to read: please give {wanted} as text", field=field)
    if len(text) > settings.max_characters:
        limit = f"{settings.max_characters:,}"
        raise TooLong(f"the {field or 'text'} has {len(text):,} characters; the limit is {limit}", field=field)
    return text


def context_received(context: Context | None) -> Context:
    """Give what was told beside a text, none of it where nothing was. Raises InputError, naming the part."""
    if context is None:
        return Context()
    if not isinstance(context, Context):
        raise InputError("the context has to be a rewriter.Context")
    for name, words in (("need", context.need), ("baseline", context.baseline)):
        if not isinstance(words, str):
            raise InputError(f"context.{name}: must be text")
    days: dict[str, object] = {"today": context.today, "review_date": context.review_date}
    for name, day in days.items():
        if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
            raise InputError(f"context.{name}: must be a datetime.date")
    listed(context.names, str, "context.names", "a text")
    for person in listed(context.people, Person, "context.people", "a rewriter.Person"):
        _texts((person.name, person.role), "context.people: a name and a role")
    for harm in listed(context.harms, Harm, "context.harms", "a rewriter.Harm"):
        _texts((harm.to, harm.by, harm.what), "context.harms: who, by whom and what")
    return context


def settings_received(settings: Settings | None) -> Settings:
    """Give the settings, the usual ones for none. Raises ConfigurationError, naming the one that cannot stand."""
    if settings is None:
        return Settings()
    if not isinstance(settings, Settings):
        raise ConfigurationError("the settings have to be a rewriter.Settings")
    most: object = settings.max_characters
    if not isinstance(most, int) or isinstance(most, bool) or most < 1:
        raise ConfigurationError("max_characters: must be a whole number above 0")
    labels: object = settings.labels
    if not isinstance(labels, Mapping) or not DEFAULT_LABELS.keys() <= labels.keys():
        raise ConfigurationError("labels: must have a name for each of the five criteria")
    if not isinstance(settings.rules_off, (set, frozenset)):
        raise ConfigurationError('rules_off: must be a set of the names of rules, such as frozenset({"jargon"})')
    for name in (*settings.rules_off, *(entry.rule for entry in settings.ignore)):
        _refuse_unknown_rule(name)
    return settings


def answers_received(rewrite: object, answers: object) -> None:
    """See that a draft is one, and that what is said of its places is text. Raises InputError."""
    if not isinstance(rewrite, Rewrite):
        raise InputError("the draft has to be a rewriter.Rewrite, as rewriter.rewrite gives it")
    if not isinstance(answers, Mapping) or not all(
        isinstance(word, str) for entry in answers.items() for word in entry
    ):
        raise InputError('what is answered has to be given as texts by place, such as {"q1": "every Tuesday"}')


def listed(entries: object, kind: type[_Thing], name: str, wanted: str) -> list[_Thing]:
    """Give several things that are all of one kind. Raises InputError, saying by name what is wanted."""
    if isinstance(entries, (str, bytes)) or not isinstance(entries, Sequence):
        raise InputError(f"{name}: must be several, as in ({wanted}, )")
    found = [entry for entry in entries if isinstance(entry, kind)]
    if len(found) < len(entries):
        raise InputError(f"{name}: each must be {wanted}")
    return found


def _texts(words: tuple[object, ...], what: str) -> None:
    if not all(isinstance(word, str) for word in words):
        raise InputError(f"{what} must be text")


def _refuse_unknown_rule(name: object) -> None:
    ids = [rule.id for rule in RULES]
    if name not in ids:
        near = get_close_matches(name, ids, n=1) if isinstance(name, str) else []
        raise ConfigurationError(f"there is no such rule{f'; did you mean {near[0]}?' if near else ''}")
