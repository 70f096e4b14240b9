"""Whether a child whose care is left undone is asked to see to it: to be fed, washed and sent to school by themself.

Sections 3.1 and 3.3 of the responsibility standard: the one who leaves the care undone is the one to do it.
"""

from rewriter.harm.cast import Cast, Duty, Side
from rewriter.lexicon import phrases
from rewriter.plan import Mood

__all__ = ["fends_for_themself"]

_SEEING_TO = frozenset(
    phrases(
        "make, cook, do, get, set, wash, dress, feed, iron, buy, prepare, fix, clean, have, wake, get up, bath, brush, "
        "collect, take, look after, mind, sort, change, pack, keep, be"
    )
)
_CARE = frozenset(
    "breakfast lunch lunches tea dinner dinners cereal meal meals toast sandwich sandwiches packed food uniform "
    "clothes washing laundry alarm alarms up dressed fed himself herself themself themselves shower bath wash teeth "
    "hair dentist doctor gp sister brother siblings baby twins clean washed insulin inhaler bed nappies".split()
)
_WANT = frozenset("hungry unfed dirty smelly unwashed filthy soiled cold late starving thirsty smelling".split())
_SO = frozenset("so then that".split())


def fends_for_themself(cast: Cast, duty: Duty) -> bool:
    """ "Theo (9) to get himself up and fed, as Dad leaves nothing in", "to do his own cereal so he isn't hungry"."""
    if duty.side is not Side.CHILD or duty.shared or duty.act.passive or duty.act.mood is not Mood.ASKED:
        return False
    if duty.act.negated or duty.act.lemma not in _SEEING_TO:
        return False
    keys = cast.reading.keys
    care = any(keys[n] in _CARE for n in range(duty.verb + 1, min(duty.own_end, duty.verb + 12)))
    return care and (cast.neglected or _ends_want(cast, duty))


def _ends_want(cast: Cast, duty: Duty) -> bool:
    """Whether the care is to end a want that the one who harms leaves: "so he's not coming to school hungry"."""
    keys, end = cast.reading.keys, cast.sentence_at(duty.verb)[1]
    so = next((n for n in range(duty.verb, end) if keys[n] in _SO), end)
    return cast.source_known and any(keys[n] in _WANT for n in range(so, end))
