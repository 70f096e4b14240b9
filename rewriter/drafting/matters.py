"""A visit, a referral, sessions or the like beside the worker whose they are: "HV ref to paeds", "SW review 6wks".

"OT ref" and "GP letter" are to or from somebody, and it is nobody's yet. Source: practice judgement.
"""

import re
from itertools import pairwise

from rewriter.drafting.commas import MATTERS, ONCE, PUT_IN, asks_for
from rewriter.drafting.doers import name_there
from rewriter.drafting.happenings import is_still_to_do
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Ask, Piece
from rewriter.drafting.saying import said
from rewriter.people import Party, PartyKind
from rewriter.plan import Due, Reading
from rewriter.sentences.grammar import TELLING

__all__ = ["is_theirs", "is_to_arrange", "seen_to", "their_matter"]

_REFERRALS = frozenset("ref referral reff refs referrals".split())
_ARRANGED = frozenset("appt appointment mtg meeting conference assessment assesment".split())
_TOLD = frozenset("needed required wanted overdue said says".split())
_TO_COME = frozenset("mca conference checklist mtg meeting visit assessment assesment".split())
_HEADS = frozenset("actions mins minutes notes action overdue".split())
_WEEKS = re.compile(r"\d{1,2}(?:wks?|weeks?)")
_MOST_BETWEEN = 4  # words


def is_theirs(part: Reading) -> bool:
    """Say whether a part names a worker and, without a verb, what they see to."""
    return _place(part) > 0


def _place(part: Reading) -> int:
    """The word index of the matter, or 0 where it is nobody's."""
    party = _opens(part)
    if party is None or asks_for(part.words) or not (_TOLD | TELLING).isdisjoint(part.keys):
        return 0
    at = next((n for n in range(party.after, len(part.keys)) if part.keys[n] in MATTERS), 0)
    if not at or at - party.after > _MOST_BETWEEN:
        return 0
    if part.keys[at] not in _REFERRALS and any(act.actors for act in part.asks):
        return 0  # "HV checks red book": what they do
    if at == party.after and part.keys[at] in ONCE:
        return at if "to" in part.keys[at + 1 : at + 3] else 0  # "OT ref" is to an OT
    return at


def _opens(part: Reading) -> Party | None:
    first = next(iter(part.parties), None)
    workers = (PartyKind.PROFESSIONAL, PartyKind.AGENCY)
    return first if first is not None and first.first == 0 and first.kind in workers and not first.owning else None


def their_matter(part: Reading) -> Piece | None:
    """Give the objective for what a worker sees to; None where it is nobody's."""
    at, party = _place(part), _opens(part)
    if not at or party is None:
        return None
    words = said(part, 0, len(part.text), timed=True)
    name = part.written(0, party.last)
    asks: tuple[Ask, ...] = ()
    if party.kind is PartyKind.AGENCY:
        who = name_there(party, part)
        words = f"{who} to do the{words[len(name) :]}" if part.keys[at] in ONCE else f"{who}{words[len(name) :]}"
        name, asks = who, (Ask("[named person]", "Who there, by name, will do this?"),)
    if part.keys[at] in _REFERRALS:
        matter = said(part, part.words[party.after].start, len(part.text), timed=True)
        words = f"{name} to send the {matter}"
    dated = part.timescale.due is Due.DATED or any(_WEEKS.fullmatch(key) for key in part.keys)
    more: tuple[Ask, ...]
    if part.keys[at] in ONCE or dated:
        ending, more = "" if dated else " by [date]", () if dated else (ask_about("date"),)
    elif part.timescale.due in (Due.NO_END, Due.OPEN_ENDED_HABIT):
        ending, more = " until [date]", (ask_about("date"),)
    else:
        ending, more = " [how often] until [date]", (ask_about("often"), ask_about("date"))
    return Piece(f"{words[:1].upper()}{words[1:]}{ending}.", (name,), (*asks, *more), (), words)


def is_to_arrange(part: Reading) -> bool:
    """Say whether a part is about a meeting or an assessment that is to come: "mca re residence"."""
    keys = part.keys
    headed = any(one in _TO_COME and two == "-" for one, two in pairwise(keys))  # "review meeting - ..."
    return not (_TO_COME.isdisjoint(keys) or headed or part.acts) and _HEADS.isdisjoint(keys)


def seen_to(part: Reading) -> str:
    """Give what is to be done about a matter that is nobody's yet, or "" where that is to be asked."""
    keys = part.keys
    if is_still_to_do(part) or keys[-1] in PUT_IN | {"supervised"}:
        return "see to it"
    if not _REFERRALS.isdisjoint(keys):
        return "send the referral"
    if not _ARRANGED.isdisjoint(keys) and not any(key[0].isdigit() for key in keys):
        return "book it"
    return ""
