"""Whether a text makes it pay to keep abuse from agencies: section 5 of the responsibility standard.

Three shapes: telling is *counted* and is to be less; telling *triggers* a step against the family; somebody is to
*keep quiet*, or to go elsewhere first.
"""

from collections.abc import Iterator

from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Fault, Side
from rewriter.harm.harms import cast_of
from rewriter.harm.penalising import penalised
from rewriter.harm.telling import counted, triggered
from rewriter.plan import Mood, Reading

__all__ = ["hers_to_keep", "silence_faults"]

_TELLING = frozenset(
    "tell telling discuss discussing disclose disclosing mention mentioning report reporting ring ringing "
    "call calling phone phoning contact contacting involve involving talk talking speak speaking share "
    "sharing raise raising involves contacts phones dials informs mentions discloses shares tells seeks "
    "logging recording writing go goes going say saying complain complaining approach approaching inform "
    "informing bother bothering dial dialling text texting describe describing repeat repeating bring "
    "bringing talks speaks rings calls reports seek seeking need needing use using run running".split()
)
_ABOUT = frozenset(
    "it what about incident incidents this happened things matters anything problems home him her them why how".split()
)
_QUIETLY = frozenset(
    "discuss discussing mention mentioning disclose disclosing describe describing repeat repeating share talk "
    "talking tell telling report reporting raise raising say saying bring speak speaking".split()
)
_NOT = frozenset(
    "not never avoid avoids avoiding refrain refrains stop stops stopped stopping don't cease ceases ceased quit quits "
    "quitting without w no discourage less hold holds "
    "discouraged doesn't isn't".split()
)
_OFFERED = frozenset("need needed afraid worry hesitate have made pressed asked expected be required pressure".split())
_LOSSES = frozenset(
    "removed removal remove close closed closes withdrawn withdraw ended ends end evict evicted eviction lose "
    "loses tenancy discharged foster stay accommodated sanctioned place funding".split()
)
_FILES = frozenset("books record records radar file files system log notes agencies authorities outsiders".split())
_SENT_OFF = frozenset("go goes live lives move moves sent stay stays taken placed".split())
_SETTLED = frozenset(
    "keep keeps kept keeping sort sorts sorted sorting deal dealt resolve resolved stay stays settle settled "
    "handle handled remain remains issues matters matter quiet talk discuss manage managed".split()
)
_SPEAKS = frozenset(
    "to will raises makes reports has must - : not no discloses should keeps tells does doesn't is mentions".split()
) | {"–"}
_WITHDRAWING = frozenset("withdraw withdraws retract retracts drop drops withdrawing dropping".split())
_WITH_PRESSURE = frozenset("not never pressure no if".split())
# Settled between two by a third who is there: no secret, whatever else it is.
_BROUGHT = frozenset("sit mediate mediator mediation meeting meet facilitate restorative elder elders".split())
_CHARGES = frozenset("statement allegation allegations complaint charges charge".split())
_GOING = frozenset("go goes going need use run running text seek contact bring".split())
_SENDING = frozenset("take bring to talk go raise tell".split())
_LEAVING_OUT = frozenset("leave leaves leaving left keep keeps keeping kept".split())
_OUTSIDERS = frozenset("us me anyone anybody others family".split())
_GOING_ROUND = frozenset(
    "talk speak bring tell go raise try calm cool sort ask discuss come wait think check contact give chance "
    "settle take first let sorts talks speaks goes asks waits tells settles tries checks deals deal".split()
)


def silence_faults(cast: Cast) -> tuple[Fault, ...]:
    """Give every place that counts or punishes telling, or asks somebody to keep quiet, in the order of the text."""
    return cast.reading.once(_silence_faults) if cast.in_play else ()


def _silence_faults(reading: Reading) -> tuple[Fault, ...]:
    cast = cast_of(reading)
    found: dict[int, Fault] = {}
    for first, last in cast.reading.sentences:
        fault = (
            next(iter(counted(cast, first, last)), None)
            or triggered(cast, first, last)
            or next(iter(_kept_quiet(cast, first, last)), None)
            or next(penalised(cast, first, last), None)
        )
        if fault is not None:
            found[first] = fault
    return tuple(found.values())


def hers_to_keep(cast: Cast, fault: Fault) -> bool:
    """Whether the silence is asked of the person harmed, or the loss falls on her: then it is put on her as well."""
    words = cast.reading.words
    for duty in cast.duties:
        if fault.first <= duty.verb < max(fault.last, fault.first + 1) and duty.act.mood is not Mood.ALLOWED:
            if duty.side in HARMED_SIDES and not (duty.act.passive and fault.kind == "trigger"):
                return True
            if duty.side in WORKING_SIDES or duty.side in (Side.OTHER, Side.SOURCE):
                return False
    if fault.kind == "trigger":
        return _loses(cast, fault)
    speaker = next((m for m in cast.figures.between(max(0, fault.first - 3), fault.first + 2)), None)
    if speaker is None or speaker.owning or cast.side_at(speaker) not in HARMED_SIDES - {Side.BOTH}:
        return False
    at = speaker.last
    if at < len(words) and words[at].key == "(":
        at = next((n + 1 for n in range(at, min(at + 8, len(words))) if words[n].key == ")"), at)
    several = cast.figures.figures[speaker.figure].plural
    return at < len(words) and (words[at].key in _SPEAKS or words[at].key.endswith("s") or several)


def _kept_off_file(cast: Cast, n: int, first: int, last: int) -> bool:
    """ "to keep the matter off the agency's books"."""
    words = cast.reading.words
    filed = any(words[x].key in _FILES for x in range(n + 1, min(n + 4, last)))
    return filed and any(words[x].key in _SETTLED for x in range(first, n))


def _loses(cast: Cast, fault: Fault) -> bool:
    """Whether the step that a report brings is a loss of the person harmed: the children, the home, the place."""
    words = cast.reading.words
    end = cast.sentence_at(fault.first)[1]
    begin = fault.last if fault.last < end else fault.first
    if cast.named((Side.SOURCE,), begin, end) is not None:
        return False
    if any(words[n].key in ("placed", "elsewhere", "fostered") for n in range(fault.first, end)):
        return cast.named((Side.CHILD, Side.HARMED), begin, end) is not None
    lost = any(words[n].key in _LOSSES for n in range(fault.first, end))
    if lost and cast.marks.first("sanction", fault.first, end) is not None:
        return True
    return any(
        cast.side_at(mention) is Side.CHILD
        and any(words[n].key in _SENT_OFF for n in range(mention.last, min(mention.last + 3, end)))
        for mention in cast.figures.between(begin, end)
    )


def _kept_quiet(cast: Cast, first: int, last: int) -> Iterator[Fault]:
    """ "not to tell school", "sort it within the family", "before she goes to the police"."""
    words, marks = cast.reading.words, cast.marks
    for n in range(first, last):
        key = words[n].key
        if key in _NOT:
            found = _not_telling(cast, n, first, last)
            if found is not None:
                yield found
        elif key in _WITHDRAWING:
            dropped = any(words[x].key in _CHARGES for x in range(n, min(n + 5, last)))
            if dropped and not any(
                words[x].key in ("pressure", "not", "if", "pressured") for x in range(max(first, n - 5), n)
            ):
                yield Fault("quiet", first, last)
        elif (
            (key == "out" and _left_out(cast, n, first, last))
            or (key in ("before", "instead", "rather") and _goes_round(cast, n, first, last))
            or (key in ("off", "from") and _kept_off_file(cast, n, first, last))
        ):
            yield Fault("quiet", first, last)
    quiet = marks.first("quiet", first, last)
    if (
        quiet is not None
        and not marks.first("property", first, last)
        and any(words[n].key in _SETTLED for n in range(first, quiet.first))
    ) and not (
        any(words[n].key in _WITH_PRESSURE for n in range(first, quiet.first))
        or (words[quiet.first].key == "between" and any(words[n].key in _BROUGHT for n in range(first, quiet.first)))
    ):
        yield Fault("quiet", first, last)


def _not_telling(cast: Cast, n: int, first: int, last: int) -> Fault | None:
    words = cast.reading.words
    subject = next((m for m in reversed(cast.figures.between(max(first, n - 15), n)) if not m.owning), None)
    if subject is not None and cast.side_at(subject) is Side.SOURCE:
        return None
    if n > first and words[n - 1].key in _OFFERED:
        return None  # "she need not talk to the police"
    begin = subject.first if subject is not None else first
    if (
        words[n].key == "no"
        and n + 2 < last
        and words[n + 1].key in ("need", "reason")
        and cast.marks.first("police", n + 2, min(n + 7, last))
    ):
        return Fault("quiet", begin, last)
    if (
        (
            n > first
            and words[n - 1].key == ","
            and (cast.marks.first("police", n + 1, min(n + 5, last)) or words[min(n + 1, last - 1)].key in _OUTSIDERS)
            and any(words[x].key in _SENDING or words[x].key.removesuffix("s") in _SENDING for x in range(first, n))
        )
        and words[n].key == "not"
        and not _opens_verb(cast, n + 1, last)
    ):
        return Fault("quiet", first, last)
    for m in range(n + 1, min(n + 4, last)):
        key = words[m].key
        if key in _OFFERED:
            return None
        if key in _TELLING:
            if cast.named((Side.SOURCE,), m + 1, min(m + 3, last), owning=False) is not None:
                return None
            outside = cast.marks.first("police", m + 1, min(m + 8, last))
            about = any(words[x].key in _ABOUT for x in range(m + 1, min(m + 6, last)))
            if key in ("go", "going") and m + 1 < last and words[m + 1].key in ("over", "into", "through"):
                return Fault("quiet", begin, last) if outside is not None else None
            if key in _GOING:
                return (
                    Fault("quiet", begin, last)
                    if outside is not None
                    and outside.first <= m + 3
                    and words[outside.first].key not in ("school", "hospital", "court")
                    else None
                )
            if outside is not None or (
                key in _QUIETLY
                and about
                and not any(words[x].key in ("court", "parents") for x in range(m, min(m + 4, last)))
            ):
                return Fault("quiet", begin, last)
            return None
    return None


def _opens_verb(cast: Cast, n: int, last: int) -> bool:
    """Whether "to ring ..." or "be ..." follows, and not a place ("to the council")."""
    words = cast.reading.words
    if n >= last or words[n].key not in ("to", "be"):
        return False
    return not (n + 1 < last and (words[n + 1].key == "the" or cast.marks.begins("police", n + 1)))


def _left_out(cast: Cast, n: int, first: int, last: int) -> bool:
    """ "leave the police out of it", "keep social care out of this": the words before "out"."""
    words = cast.reading.words
    if not (n + 2 < last and words[n + 1].key == "of" and words[n + 2].key in ("it", "this", "things", "the", "our")):
        return False
    agency = next((m for m in cast.figures.between(max(first, n - 5), n) if cast.side_at(m) in WORKING_SIDES), None)
    if agency is None:
        return False
    return any(words[x].key in _LEAVING_OUT for x in range(max(first, agency.first - 4), agency.first))


def _goes_round(cast: Cast, n: int, first: int, last: int) -> bool:
    """ "to Mum first, before speaking to school": somebody stands between the telling and the agency."""
    words = cast.reading.words
    talked = any(words[x].key in _TELLING for x in range(n + 1, min(n + 5, last))) or words[n].key in (
        "instead",
        "rather",
    )
    outside = cast.marks.first("police", n + 1, min(n + 8, last))
    if not talked or outside is None or cast.named(frozenset(Side) - WORKING_SIDES, first, n) is None:
        return False
    asked = any(words[x].key in _GOING_ROUND for x in range(first, n))
    through = _told_first(cast, first, n)
    return asked and through not in WORKING_SIDES


def _told_first(cast: Cast, first: int, last: int) -> Side | None:
    for mention in cast.figures.between(first, last):
        if mention.first and cast.reading.words[mention.first - 1].key in ("to", "with", "the"):
            return cast.side_at(mention)
    return None
