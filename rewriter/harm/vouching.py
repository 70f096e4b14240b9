"""Whether the person harmed is held to be able to keep the harm off: themselves, or whoever else is harmed.

Section 3.1 of the responsibility standard. Nobody can be expected to protect themselves from abuse, so no skill or
strength to do so can be what is reached ("is able to keep herself safe"), whoever is to teach it.
"""

from collections.abc import Iterator

from rewriter.harm.asked import names_abuse
from rewriter.harm.cast import HARMED_SIDES, Cast, Fault, Side
from rewriter.harm.mentions import Mention

__all__ = ["vouching_faults"]

_KEEPING = frozenset(
    "keep keeps keeping kept protect protects protecting guard guards guarding defend defends defending safeguard "
    "safeguards safeguarding shield shields shielding".split()
)
_SELF = ("self", "selves")
_SAFE = frozenset("safe safer from against better online out".split())
_ABLE = frozenset(
    "learned learnt learns knows able can could confident capable skills skill tools ability strategies "
    "confidence strength".split()
)
_KNOWING = frozenset("know knows learn learns learnt learned understand understands show shows demonstrate".split())
_STOPPING = frozenset(
    "stop prevent keep protect safeguard shield avoid resist refuse challenge block manage handle control deal spot "
    "recognise stand defend fend deter".split()
)
_SHOWN = frozenset("protects shields safeguards guards keeps protected shielded safeguarded".split())
_DENIED = frozenset("not never no cannot can't couldn't isn't nobody without expected".split())
_REACH = 12


def vouching_faults(cast: Cast) -> Iterator[Fault]:
    """Give every place where somebody harmed is to keep themselves, or another who is harmed, safe by what they can."""
    words = cast.reading.words
    for mention in cast.figures.mentions:
        if mention.owning or cast.side_at(mention) not in HARMED_SIDES - {Side.BOTH}:
            continue
        first, last = cast.sentence_at(mention.first)
        if words[mention.last - 1].key.endswith(_SELF):
            if _is_kept_safe(cast, mention, first, last):
                yield Fault("guarantor", first, last)
        elif _is_able(cast, mention, last) or _is_shown(cast, mention, last):
            yield Fault("guarantor", mention.first, last)


def _is_kept_safe(cast: Cast, oneself: Mention, first: int, last: int) -> bool:
    """ "so she can keep herself safe", "to protect himself from any more of it"."""
    words = cast.reading.words
    if words[oneself.first - 1].key not in _KEEPING:
        return False
    kept = words[oneself.first - 1].key.startswith("ke")
    if kept and not any(words[n].key in _SAFE for n in range(oneself.last, min(oneself.last + 2, last))):
        return False
    return not any(words[n].key in _DENIED for n in range(max(first, oneself.first - 7), oneself.first))


def _is_able(cast: Cast, mention: Mention, last: int) -> bool:
    """ "Bronwen is able to stop the adverts", "has the confidence to stand up to him"."""
    words, end = cast.reading.words, min(last, mention.last + _REACH)
    able = next((n for n in range(mention.last, min(end, mention.last + 5)) if words[n].key in _ABLE), -1)
    if able < 0 or any(words[n].key in _DENIED for n in range(mention.last, able + 1)):
        return False
    to = able + 1
    while to < end and words[to].key in ("to", "and", "the", "better", "for", "in", "how"):
        to += 1
    if to >= end or not (words[to].key in _STOPPING or words[to].key.removesuffix("ing") in _STOPPING):
        return False
    if words[to].key == "stand" and words[min(to + 1, last - 1)].key != "up":
        return False
    if words[to].key == "keep" and not any(words[n].key in ("safe", "out", "away", "off") for n in range(to, last)):
        return False
    return (
        names_abuse(cast, to, last)
        or cast.named((Side.SOURCE,), to, last) is not None
        or any(words[n].key in ("safe", "herself", "himself", "themselves") for n in range(to, min(last, to + 5)))
        or any(to <= at < last for at in cast.told_at)
    )


def _is_shown(cast: Cast, mention: Mention, last: int) -> bool:
    """ "can show the core group that he shields Mina": others are to see that somebody harmed protects."""
    words = cast.reading.words
    shown = next((n for n in range(mention.last, min(last, mention.last + 4)) if words[n].key in _KNOWING), -1)
    if shown < 0:
        return False
    for n in range(shown + 1, min(last, shown + _REACH)):
        if words[n].key in _SHOWN:
            doer = next((m for m in cast.figures.between(n - 2, n) if m.last == n), None)
            return doer is not None and doer.figure == mention.figure
    return False
