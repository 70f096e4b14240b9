"""The objectives of a part of a text, read and judged by itself."""

from rewriter.critic import critique_of
from rewriter.drafting.editing import edited
from rewriter.drafting.groups import groups_of
from rewriter.drafting.pieces import Faults, Piece
from rewriter.drafting.themes import is_theme_only, one_thing
from rewriter.plan import Act, Reading
from rewriter.settings import Settings
from rewriter.smart import InputKind

__all__ = ["SEEN_TO", "faults_of", "own_objectives"]

_HELPING = (("w",), ("w/",), ("with",))
# Done by somebody who is asked for; other things done to people ("to be supported") are aims.
SEEN_TO = frozenset("review complete do arrange book hold send update write refer check order fix sign".split())


def own_objectives(part: Reading, settings: Settings, *, apart: bool = False, abuse: bool = False) -> list[Piece]:
    """Give the objectives of a part of a text, read and judged by itself.

    With `apart`, one for each thing asked; with `abuse`, what somebody is not to do stands as it is.
    """
    judged = faults_of(part, settings)
    found = judged if not abuse else Faults(f for f in judged.values() if f.rule != "negative_outcome")
    rules = {*found, "two_objectives_in_one"} if apart else found
    return [
        one_thing(part, group, found)
        if is_theme_only(part, group, found) and not any(_is_a_deed(part, act) for act in group.acts)
        else edited(part, group, found)
        for group in groups_of(part, rules)
    ]


def faults_of(part: Reading, settings: Settings) -> Faults:
    """Give the faults of a part, read as an objective of its own."""
    return Faults(critique_of(part.text, InputKind.OBJECTIVE, part.context, settings).findings)


def _is_a_deed(part: Reading, act: Act) -> bool:
    """Whether a vague verb is of a deed that is named with it: "nan helps w/ lifts", "PEP to be reviewed"."""
    if act.passive:
        return act.lemma in SEEN_TO or "by" in part.keys[act.verb : act.last]
    return (
        act.lemma == "help"
        and not act.negated
        and bool(part.times)
        and part.keys[act.verb + 1 : act.verb + 2] in _HELPING
    )
