"""Whether somebody named in a text is one of those told of beside it, under the same word or another."""

from collections.abc import Sequence

from rewriter.harm.mentions import Figure
from rewriter.harm.told import SOMEBODY, Told
from rewriter.people import PartyKind

__all__ = ["could_be", "means"]

_PARTNERED = frozenset("mother father stepmother stepfather partner ex_partner parents couple".split())
# Roles that many may have at once: one of the words must be shared.
_LOOSE_ROLES = frozenset("neighbour relative".split())


def could_be(figure: Figure, wanted: Sequence[Told]) -> bool:
    """Whether a figure may be one of those told of under another word: a role for a name, or "I"."""
    if figure.names and any(told.names for told in wanted):
        return False
    if (
        figure.kind is PartyKind.PERSON
        and not figure.names
        and any(told.roles & _PARTNERED for told in wanted)
        and not any(told.roles & figure.roles for told in wanted)
    ):
        return all(not told.roles - {"partner", "ex_partner"} for told in wanted)
    return (
        figure.kind is PartyKind.PRONOUN
        or bool(figure.roles & _PARTNERED)
        or (bool(figure.names) and any(told.roles and not told.names for told in wanted))
    )


def means(figure: Figure, told: Told) -> bool:
    """Whether a figure of the text is the one told of: by a name, a role, or a word in common."""
    if told.vague or (figure.is_group and not told.roles & {"parents", "couple", "family"}):
        return False
    if figure.names and told.names:
        initial = figure.title and any(name[0] in figure.names for name in told.names)
        return bool(initial or figure.names & told.names) and not (
            figure.title and told.title and figure.title != told.title
        )
    if figure.is_group:
        return bool(figure.roles & told.roles)
    if figure.kind in (PartyKind.PROFESSIONAL, PartyKind.AGENCY):
        # "SW" is not the harming "night carer", though both work: one of the words must be shared
        return bool(figure.keys & told.words)
    if told.roles & figure.roles:
        if (
            told.words
            and told.roles & figure.roles <= _LOOSE_ROLES
            and not figure.keys & told.words
            and figure.keys - SOMEBODY
        ):
            return False  # a landlord is not the harming "housemate Sean", though both live near
        return not (
            figure.owner
            and told.owner
            and figure.owner not in ("his", "her", "their", "my")
            and told.owner not in ("his", "her", "their", "my")
            and figure.owner != told.owner
        )
    if "parents" in told.roles and figure.roles & {"mother", "father"}:
        return True
    return bool("child" in told.roles and figure.is_child and not told.names)
