"""Where or with whom somebody is not to be: what protects others is kept in the words typed."""

from rewriter.drafting.groups import Group
from rewriter.drafting.saying import said
from rewriter.plan import Reading

__all__ = ["banned", "kept_away"]

_STOPPING = frozenset(("stop", "avoid", "refrain", "refrain from", "cease", "quit", "prevent"))
_COMING = frozenset("come enter approach contact".split())
# Where somebody is not to be, by the verb before it: "not to be left alone with", "not to go near the nursery".
_PLACED = {
    "be": frozenset("alone near around round left unsupervised in at".split()),
    "go": frozenset("near to into inside round around back".split()),
    "come": frozenset("near to into inside round around back".split()),
}


def kept_away(reading: Reading, group: Group) -> str:
    """Give where or with whom somebody named is not to be, as it was typed; "" where a group does not say so."""
    if len(group.acts) != 1 or not group.acts[0].actors:
        return ""
    act = group.acts[0]
    follows = reading.keys[act.verb + 1 : act.verb + 2]
    near = act.lemma in _COMING or (bool(follows) and follows[0] in _PLACED.get(act.lemma, ()))
    return said(reading, reading.words[act.verb].start, group.end) if act.negated and near else ""


def banned(reading: Reading, group: Group) -> str:
    """Give what somebody named is not to do, or no more to give: "not to have ppl round", "stop his money"."""
    if len(group.acts) != 1 or not group.acts[0].actors or group.acts[0].passive:
        return ""
    act = group.acts[0]
    start, end = reading.words[act.verb].start, group.end
    if act.negated and act.lemma not in _STOPPING:
        return f"not to {said(reading, start, end)}"
    follows = reading.keys[act.verb + 1 : act.verb + 2]
    things = act.lemma == "stop" and bool(follows) and follows[0] in ("his", "her", "their", "the")
    return f"to {said(reading, start, end)}" if things else ""
