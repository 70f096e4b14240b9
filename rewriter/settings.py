"""What a council may set: local letters, rules switched off, single findings ignored with a reason, limits."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from rewriter.errors import ConfigurationError
from rewriter.smart import CRITERIA, Criterion

__all__ = ["DEFAULT_LABELS", "Ignore", "Settings", "table_from_file"]

DEFAULT_LABELS: Mapping[Criterion, str] = MappingProxyType(
    {
        Criterion.SPECIFIC: "Specific",
        Criterion.MEASURABLE: "Measurable",
        Criterion.ACHIEVABLE: "Achievable",
        Criterion.RELEVANT: "Relevant",
        Criterion.TIME_BOUND: "Time-bound",
    }
)


@dataclass(frozen=True, slots=True)
class Ignore:
    """One finding not to be shown as such: a rule, the words it rests on, and why."""

    rule: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings as data; `from_file` reads them from TOML, nothing is read from the environment here.

    `labels` are the local names of the five letters; `rules_off` the ids of rules not to run; `ignore` single
    findings; `max_characters` the longest text accepted (code points).
    """

    labels: Mapping[Criterion, str] = field(default_factory=lambda: DEFAULT_LABELS, hash=False)
    rules_off: frozenset[str] = frozenset()
    ignore: tuple[Ignore, ...] = ()
    max_characters: int = 10_000

    @classmethod
    def from_file(cls, path: Path) -> "Settings":
        """Read `rewriter.toml`: `[labels]`, `rules_off = [...]`, `[[ignore]]`, `max_characters`.

        Raises ConfigurationError, naming the key, where the file cannot be read or a value does not fit.
        """
        raw = table_from_file(path)
        raw.pop("model", None)  # a language model's settings, which are read where one is asked
        raw.pop("serve", None)  # the service's, likewise
        known = {"labels", "rules_off", "ignore", "max_characters"}
        unknown = sorted(set(raw) - known)
        if unknown:
            raise ConfigurationError(
                f"{path.name}: unknown setting {unknown[0]!r}; known are {', '.join(sorted(known))}"
            )
        return cls(
            labels=MappingProxyType({**DEFAULT_LABELS, **_labels(raw.get("labels", {}), path.name)}),
            rules_off=frozenset(_strings(raw.get("rules_off", []), "rules_off", path.name)),
            ignore=tuple(_ignore(entry, path.name) for entry in _tables(raw.get("ignore", []), path.name)),
            max_characters=_positive(raw.get("max_characters", 10_000), path.name),
        )


def table_from_file(path: Path) -> dict[str, object]:
    """Give all that a file of settings holds. Raises ConfigurationError where it cannot be read."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigurationError(f"the settings file {path.name} is not there") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"the settings file {path.name} cannot be read: {error}") from error


def _labels(raw: object, name: str) -> dict[Criterion, str]:
    if not isinstance(raw, dict):
        raise ConfigurationError(f"{name}: 'labels' must be a table such as achievable = \"Attainable\"")
    labels: dict[Criterion, str] = {}
    for key, label in raw.items():
        if key not in CRITERIA or not isinstance(label, str) or not label.strip():
            raise ConfigurationError(f"{name}: {f'labels.{key}'!r} must be one of {', '.join(CRITERIA)} and a word")
        labels[Criterion(key)] = label.strip()
    return labels


def _strings(raw: object, key: str, name: str) -> list[str]:
    if not isinstance(raw, list) or not all(isinstance(entry, str) for entry in raw):
        raise ConfigurationError(f"{name}: '{key}' must be a list of words")
    return [str(entry) for entry in raw]


def _tables(raw: object, name: str) -> list[dict[str, object]]:
    if not isinstance(raw, list) or not all(isinstance(entry, dict) for entry in raw):
        raise ConfigurationError(f"{name}: 'ignore' must be written as [[ignore]] tables")
    return [dict(entry) for entry in raw]


def _ignore(entry: dict[str, object], name: str) -> Ignore:
    if set(entry) != {"rule", "text", "reason"} or not all(isinstance(v, str) and v.strip() for v in entry.values()):
        raise ConfigurationError(f"{name}: an [[ignore]] needs rule, text and reason, each a word or sentence")
    return Ignore(str(entry["rule"]), str(entry["text"]), str(entry["reason"]))


def _positive(raw: object, name: str) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or raw < 1:
        raise ConfigurationError(f"{name}: 'max_characters' must be a whole number above 0")
    return raw
