"""Help, a place or a treat that is made to wait on what the person harmed does: section 3.4 of the standard.

Read from the joint itself ("once she", "so long as he", "on condition that"), whatever the help is called: what is
allowed to stand after it is her wish, her need and what happens to her.
"""

from collections.abc import Iterator

from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Fault, Side

__all__ = ["waiting_faults"]

# What makes one thing the price of another, by its first word and the words after it.
_PRICES = {
    "as": ("soon as", "long as"),
    "so": ("long as",),
    "on": ("condition that", "the condition that", "condition"),
    "provided": ("that", ""),
    "providing": ("",),
    "only": ("if", "once", "when"),
    "once": ("",),
    "in": ("return for", "exchange for"),
    "subject": ("to",),
    "conditional": ("on",),
    "dependent": ("on",),
    "depends": ("on",),
    "depending": ("on",),
    "while": ("",),
    "whilst": ("",),
    "unless": ("",),
}
_OWN = frozenset(
    "want wants wish wishes wanted wished like likes choose chooses finds find useful feel feels ready asks ask asked "
    "needs need prefers helpful happy comfortable decides decide safe settled better unsafe danger frightened scared "
    "hurt harmed at home out waiting says agrees likes enjoys would might".split()
)
# What comes about by itself, or by others: no price that the person harmed pays.
_COMES_ABOUT = frozenset(
    "is was are were be been being turns gets arrives wakes moves has settles recovers starts leaves finishes "
    "returns comes goes lives sleeps".split()
)
_DONE = frozenset(
    "made given named told signed agreed left ended stopped shown proved done engaged attended disclosed identified "
    "completed cooperated accepted admitted apologised provided broken cut proven".split()
)
_APART = frozenset(
    "no contact away apart single separated sober clean quiet good keeps stays sticks does doesn't not".split()
)
_LOST = frozenset(
    "rehomed lost lose loses ended ends end withdrawn closed close closes stopped stops removed evicted refused given "
    "cancelled stopped moved no not nothing".split()
)
_HELP = frozenset(
    "place room bed therapy counselling referral enquiry support help funding visits visit sessions session breakfast "
    "laundry laptop phone trip trips tour activity activities holiday money payment payments housing tenancy grant "
    "course worker service services hers his theirs refuge hostel flat tutor club mentoring mentor contact camhs "
    "investigation plan review case allowance treat membership pass bus lifts lift school lessons group food parcel "
    "voucher vouchers advocate idva isva interpreter solicitor application move transfer carer carers package".split()
)


def waiting_faults(cast: Cast) -> Iterator[Fault]:
    """Give every sentence in which help waits on what the person harmed does."""
    for first, last in cast.reading.sentences:
        for n in range(first, last - 1):
            price = _price_at(cast, n, last)
            if price and _is_paid_by_harmed(cast, n, n + price, last) and _is_for_help(cast, first, n, last):
                yield Fault("condition", first, last)
                break


def _price_at(cast: Cast, n: int, last: int) -> int:
    """How many words make one thing the price of another where they begin, or 0."""
    words = cast.reading.words
    for rest in _PRICES.get(words[n].key, ()):
        parts = rest.split()
        if [word.key for word in words[n + 1 : min(n + 1 + len(parts), last)]] == parts:
            return len(parts) + 1
    return 0


def _is_paid_by_harmed(cast: Cast, n: int, begin: int, last: int) -> bool:
    """Whether the person harmed is to do something after the joint, beyond wishing, needing or being."""
    words = cast.reading.words
    payer = next(iter(cast.figures.between(begin, min(begin + 3, last))), None)
    if payer is None or cast.side_at(payer) not in HARMED_SIDES or payer.last >= last:
        return False
    named = [words[x].key for x in range(payer.last, min(payer.last + 6, last))]
    if words[payer.last - 1].key.endswith("'s") and not payer.owning:
        named = ["has" if named and named[0].endswith(("ed", "en", "ne")) else "is", *named]
    if payer.owning:
        return words[n].key in ("subject", "conditional", "dependent", "depends", "depending", "in")
    soon, loose = words[n].key in ("once", "as"), words[n].key in ("while", "whilst")
    if any(key in _OWN for key in named[:3]):
        return False
    if loose:
        return any(key in _APART for key in named[:4])
    if soon and words[begin - 1].key != "long" and named[0] in _COMES_ABOUT and words[begin - 2].key != "long":
        return any(key in _DONE for key in named[1:4])
    return named[0] not in ("was", "were")


def _is_for_help(cast: Cast, first: int, n: int, last: int) -> bool:
    """Whether the rest of the sentence is help, and neither her own task nor the source's."""
    words = cast.reading.words
    comma = next((x for x in range(n, last) if words[x].key == ","), last)
    main = (first, n) if n > first + 1 else (comma, last)
    if any(
        main[0] <= duty.verb < main[1]
        and duty.side in HARMED_SIDES | {Side.SOURCE}
        and duty.act.lemma
        and duty.act.actors
        for duty in cast.duties
    ):
        return False
    if words[n].key == "unless":
        return any(words[x].key in _LOST for x in range(*main))
    worked = any(main[0] <= duty.verb < main[1] and duty.side in WORKING_SIDES for duty in cast.duties)
    return worked or any(words[x].key in _HELP for x in range(*main))
