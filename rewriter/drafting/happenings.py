"""How things are and what has happened, as hurried notes put it: "Kai cut himself again", "mum low mood", "NRM done".

What has happened is never itself an objective. Source: practice judgement.
"""

from rewriter.drafting.commas import is_over, matter_in
from rewriter.people import PartyKind
from rewriter.plan import Reading
from rewriter.sentences.grammar import ALLOWING, ASKING, verb_at

__all__ = ["has_happened", "is_needed"]

_BETWEEN = frozenset("is are was were been has have had just again also still now recently already both all".split())
_HAPPENED = frozenset("been lost had cut hurt hit went came fell broke ran got left told said gave took".split())
_SELF = frozenset("himself herself themselves themself self again wrist wrists arm arms leg legs".split())
_FEELING = frozenset(
    "low worried anxious upset desperate desparate exhausted knackered tired scared isolated stressed unwell ill "
    "poorly angry lonely depressed struggling behind late absent homeless pregnant frail confused breathless "
    "disagree poor worse tearful unhappy overwhelmed".split()
)
_BARE = frozenset(("cut", "hurt", "hit"))  # alike in the past
_NEEDS = frozenset(("needs", "need", "needing"))
_NEEDED = frozenset(("needed", "required", "wanted"))
_REFERRALS = frozenset("ref referral reff refs referrals".split())


def has_happened(part: Reading) -> bool:
    """Say whether a part tells what has happened to somebody or how they are, with nothing asked."""
    keys = part.keys
    if not (ASKING | ALLOWING).isdisjoint(keys) or "[" in keys:
        return False
    if is_over(part.words, 0, len(keys)) or "already" in keys:
        return True
    at = 0
    for party in part.parties:
        if party.first == at and not party.owning:
            at = party.after
        if at < len(keys) and keys[at] in ("&", "and", "+"):
            at += 1
    if not at:
        return False
    opens = at
    while at < len(keys) and keys[at] in _BETWEEN:
        at += 1
    if at >= len(keys):
        return at > opens
    if keys[at] in _FEELING or keys[at - 1] == "been":
        return True
    if keys[at] in _BARE:
        return keys[at + 1 : at + 2] != () and keys[at + 1] in _SELF
    verb = verb_at(part.words, at, len(keys))
    past = verb is not None and verb.form == "past"
    shaped = verb is None and keys[at].endswith("ed") and len(keys[at]) > 4
    return past or shaped or keys[at] in _HAPPENED


def is_needed(part: Reading) -> bool:
    """Say whether a part without a doer says what is needed: "OT ref", "needs camhs", "ramp needed"."""
    keys = [key for key in part.keys if key[0].isalnum()]
    if not keys or any(party.kind is PartyKind.PERSON and party.first == 0 for party in part.parties):
        return False
    if is_over(part.words, 0, len(part.words)):
        return False
    if keys[0] in _NEEDS:
        return "to" not in keys
    return keys[-1] in _NEEDED or (matter_in(part.words, 0, len(part.words)) and not _REFERRALS.isdisjoint(keys))
