"""Compiles the rules of time to patterns over tags, each when a text first needs it."""

import re
from collections.abc import Mapping
from functools import cache

from rewriter.timing.macros import MACROS
from rewriter.timing.rules import RULES
from rewriter.timing.words import CHARS, Rule

__all__ = ["starting_with"]


@cache
def _written() -> tuple[tuple[str, frozenset[str]], ...]:
    """Give each rule's pattern over tag characters, and the characters it can begin with."""

    def put_in(names: Mapping[str, str], source: str) -> str:
        return re.sub("[A-Z]+", lambda found: names.get(found[0], found[0]), source)

    macros = {name: f"(?:{body})" for name, body in MACROS.items()}
    sources = []
    for rule in RULES:
        source = rule.pattern
        for _ in range(4):  # macros stand in macros, at most this deep
            source = put_in(macros, source)
        source = put_in(CHARS, source).replace(" ", "").replace("-", r"\.")
        sources.append((source, _openings(source)))
    return tuple(sources)


@cache
def starting_with(tag: str) -> tuple[re.Pattern[str], tuple[Rule, ...]] | None:
    """Give the pattern of the rules that can begin with a tag; the group that matched is the rule's place, from 1.

    None if no rule begins so. Patterns are compiled when first needed, which keeps a cold start short.
    """
    return _compiled(tuple(place for place, (_, openings) in enumerate(_written()) if tag in openings))


@cache
def _compiled(places: tuple[int, ...]) -> tuple[re.Pattern[str], tuple[Rule, ...]] | None:
    if not places:
        return None
    written = _written()
    return re.compile("|".join(f"({written[place][0]})" for place in places)), tuple(RULES[place] for place in places)


def _openings(source: str) -> frozenset[str]:
    """Give the characters that a pattern can begin with; knows as much of the syntax as the rules use."""

    def choice(at: int) -> tuple[set[str], bool, int]:
        chars, empty, at = run(at)
        while source[at : at + 1] == "|":
            more, also_empty, at = run(at + 1)
            chars, empty = chars | more, empty or also_empty
        return chars, empty, at

    def run(at: int) -> tuple[set[str], bool, int]:
        chars: set[str] = set()
        empty = True
        while at < len(source) and source[at] not in "|)":
            more, also_empty, at = piece(at)
            if empty:
                chars |= more
            empty = empty and also_empty
        return chars, empty, at

    def piece(at: int) -> tuple[set[str], bool, int]:
        if source.startswith("(?:", at):
            chars, empty, at = choice(at + 3)
            at += 1
        elif source[at] == "(":  # a look ahead or behind takes no room
            _, _, at = choice(at + (4 if source[at + 2] == "<" else 3))
            chars, empty, at = set(), True, at + 1
        else:
            step = 2 if source[at] == "\\" else 1
            chars, empty, at = {source[at + step - 1]}, source[at] == "$", at + step
        if source[at : at + 1] == "{":
            empty = empty or source[at + 1] == "0"
            at = source.index("}", at) + 1
        while source[at : at + 1] == "?":
            empty, at = empty or source[at - 1] != "}", at + 1
        return chars, empty, at

    return frozenset(choice(0)[0])
