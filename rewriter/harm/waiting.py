"""Help, a place or a treat that is made to wait on what the person harmed does: section 3.4 of the standard.

Read from the joint itself ("once she", "so long as he", "on condition that"), whatever the help is called: what is
allowed to stand after it is her wish, her need and what happens to her.
"""

from collections.abc import Iterator

from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Fault, Side
from rewriter.harm.shaping import past_aside
from rewriter.plan import Mood

__all__ = ["waiting_faults"]

# What makes one thing the price of another, by its first word and the words after it.
_PRICES = {
    "as": ("soon as", "long as", "and when"),
    "if": ("",),
    "where": ("",),
    "when": ("",),
    "after": ("",),
    "so": ("long as",),
    "on": ("condition that", "the condition that", "condition"),
    "provided": ("that", ""),
    "providing": ("",),
    "only": ("if", "once", "when", "after"),
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
_OWN_TURN = frozenset("has is starts attends completes begins gets learns".split())
_IFS = frozenset(("if", "where", "when", "after"))
# Telling and asking for help are answered with help: no price.
_TELLS = frozenset(
    "rings calls tells texts reports discloses mentions presses phones messages raises speaks says".split()
)
# What is kept, joined or left because others say so.
_COMPLIES = frozenset(
    "attends engages keeps sticks leaves signs stays complies stops ends applies gives completes cooperates follows "
    "shows proves moves accepts agrees works joins goes opens takes".split()
)
_GRANTED = frozenset(
    "forward ahead starts start begins proceeds progressed considered looked released opened renewed continued "
    "continue continues given granted agreed paid kept funded extended allocated".split()
)
_STOPPING = frozenset("stop quit cease end leave back lay pack".split())
_DONE = frozenset(
    "made given named told signed agreed left ended stopped shown proved done engaged attended disclosed identified "
    "completed cooperated accepted admitted apologised provided broken cut proven said brought written spoken".split()
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
_EVIDENCING = frozenset(
    "bring give provide write name sign make show get produce prove supply collect keep gather list state put send "
    "tell".split()
) | {"write down"}
_PROOF = frozenset(
    "names name dates proof evidence statement photos photographs pictures list log account details screenshots when "
    "what every each writing messages written".split()
)
_MAY = frozenset("can will may could".split())


def waiting_faults(cast: Cast) -> Iterator[Fault]:
    """Give every sentence in which help waits on what the person harmed does."""
    yield from _until_proved(cast)
    keys = cast.reading.keys
    for first, last in cast.reading.sentences:
        for n in range(first, last - 1):
            price = _price_at(cast, n, last) if keys[n] in _PRICES else 0
            if not price:
                continue
            stops = _is_leaving_off(cast, first, n)
            if not _is_paid_by_harmed(cast, n, n + price, last, stops=stops):
                continue
            if stops:
                yield Fault("change", first, last)
                break
            if _is_for_help(cast, first, n, last):
                yield Fault("condition", first, last)
                break


def _until_proved(cast: Cast) -> Iterator[Fault]:
    """ "Shabnam to bring names and dates, the referral can then go in": nothing is done before the proof is hers."""
    keys = cast.reading.keys
    for duty in cast.duties:
        if duty.side not in (Side.HARMED, Side.CHILD) or duty.act.mood is not Mood.ASKED or duty.act.negated:
            continue
        last = cast.sentence_at(duty.verb)[1]
        then = next((n for n in range(duty.verb + 1, last) if keys[n] == "then"), -1)
        if then < 0 or duty.act.lemma not in _EVIDENCING:
            continue
        asked = any(keys[n] in _PROOF for n in range(duty.verb, then))
        helped = any(keys[n] in _MAY for n in range(max(duty.verb, then - 3), min(then + 5, last)))
        doer = cast.named((Side.SOURCE,), then, min(then + 3, last), owning=False)
        if asked and helped and (doer is None or doer.pronoun):
            yield Fault("condition", duty.first, last)


def _is_leaving_off(cast: Cast, first: int, n: int) -> bool:
    """ "Vic to stop running her down once she answers back": that the harm stops waits on the person harmed."""
    words = cast.reading.words
    if words[n].key in _IFS or words[n].key in ("while", "whilst", "unless", "in"):
        return False
    return any(
        duty.side is Side.SOURCE and first <= duty.verb < n and words[duty.verb].key in _STOPPING
        for duty in cast.duties
    )


def _price_at(cast: Cast, n: int, last: int) -> int:
    """How many words make one thing the price of another where they begin, or 0."""
    words = cast.reading.words
    for rest in _PRICES.get(words[n].key, ()):
        parts = rest.split()
        if [word.key for word in words[n + 1 : min(n + 1 + len(parts), last)]] == parts:
            return len(parts) + 1
    return 0


def _is_paid_by_harmed(cast: Cast, n: int, begin: int, last: int, *, stops: bool) -> bool:
    """Whether the person harmed is to do something after the joint, beyond wishing, needing or being."""
    words = cast.reading.words
    payer = next(iter(cast.figures.between(begin, min(begin + 3, last))), None)
    if payer is None or past_aside(cast, payer) >= last:
        return False
    after = past_aside(cast, payer)
    # "Vic to stop running her down once she answers back": of two it can only be the other who is to answer
    other = stops and payer.pronoun and cast.side_at(payer) is Side.SOURCE and words[after].key not in _OWN_TURN
    if cast.side_at(payer) not in HARMED_SIDES and not other:
        return False
    named = [words[x].key for x in range(after, min(after + 6, last))]
    if (words[payer.last - 1].possessive or words[payer.last - 1].key.endswith("'s")) and not payer.owning:
        done = bool(named) and (named[0].endswith(("ed", "en", "ne")) or named[0] in _DONE)
        named = ["has" if done else "is", *named]
    if payer.owning:
        return words[n].key in ("subject", "conditional", "dependent", "depends", "depending", "in")
    if words[n].key in _IFS:
        return _is_done(named)
    soon, loose = words[n].key in ("once", "as"), words[n].key in ("while", "whilst")
    if any(key in _OWN for key in named[:3]):
        return False
    if loose:
        return any(key in _APART for key in named[:4])
    if soon and words[begin - 1].key != "long" and named[0] in _COMES_ABOUT and words[begin - 2].key != "long":
        return any(key in _DONE for key in named[1:4])
    return named[0] not in ("was", "were")


def _is_done(named: list[str]) -> bool:
    """ "if she's opened an account", "where he keeps to it": something is done first, and nobody is told or asked."""
    if not named or any(key in _TELLS or key in _OWN for key in named[:2]):
        return False
    perfect = named[0] in ("has", "have") and any(
        key.endswith(("ed", "en", "t", "ne")) or key in _DONE for key in named[1:3]
    )
    return (perfect and "been" not in named[:3]) or named[0] in _COMPLIES or named[1:2] == ["attend"]


def _is_for_help(cast: Cast, first: int, n: int, last: int) -> bool:
    """Whether the rest of the sentence is help, and neither her own task nor the source's."""
    words = cast.reading.words
    comma = next((x for x in range(n, last) if words[x].key == ","), last)
    main = (first, n) if n > first + 1 or words[first].key in _GRANTED else (comma, last)
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
    if words[n].key in _IFS and words[n].key != "after" and not any(words[x].key in _GRANTED for x in range(*main)):
        return False
    worked = any(main[0] <= duty.verb < main[1] and duty.side in WORKING_SIDES for duty in cast.duties)
    return worked or any(words[x].key in _HELP for x in range(*main))
