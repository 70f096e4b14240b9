"""Whether the person harmed is asked to live more narrowly, or in step with the person causing the harm.

Section 3.2 to 3.4 of the responsibility standard, as defaults: once it is known who harms whom, whatever the person
harmed is asked to give up, keep out of or fit round the source is asked of the wrong person. Fine are telling,
support, safety measures and the law's orders, and ordinary life with nothing of the harm tied to it.
"""

from collections.abc import Iterator

from rewriter.harm.asked import REPORTING, names_abuse
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Duty, Fault, Side
from rewriter.harm.mentions import Mention
from rewriter.harm.policing import brings_help
from rewriter.plan import Mood, PlanKind, Setting

__all__ = [
    "curtailed",
    "gives_up",
    "keeps_hours",
    "losses",
    "negated_habits",
    "threats",
    "tied_to_source",
    "unspoken_asks",
]

_TIES = frozenset("so then otherwise or unless until till til once which while whenever before because".split())
_TENSE = frozenset(
    "end ends ending start starts kicks loses gets turns blows snaps sees does finds goes hits comes lashes makes "
    "forces wants drinks is has can't won't doesn't cannot".split()
)
# What is asked of somebody without a verb: "Finlay off Discord", "in by 7", "no trips out".
_WITHOUT_VERB = frozenset("off out in away indoors home back not no curfew inside".split())
_MOVED = frozenset(
    {("over", "to"), ("down", "to"), ("up", "to"), ("through", "to"), ("on", "half"), ("on", "reduced"), ("on", "part")}
    | {("on", "curfew"), ("on", "report"), ("on", "lates"), ("on", "earlies"), ("under", "curfew"), ("to", "another")}
)
_INDOORS = frozenset("in home back indoors inside doorstep house door room bed upstairs flat unit".split())
_BEFORE_A_TASK = frozenset("is are isn't aren't has have not never also agreed ought".split())
_DUSK = frozenset("dark dusk tea bedtime midnight nightfall ten nine eight seven six".split())
_FREE = frozenset("more further longer pressure cost charge blame need worries violence abuse threats".split())
_LOST = frozenset("bed tenancy home flat place placement children kids child baby funding service benefits job".split())
_LOSING = frozenset(
    "end ends ended lose loses lost removed withdrawn goes go stop stops stopped close closes closed evicted moved "
    "accommodated taken".split()
)
_CONDITIONS = frozenset("if unless until once when".split())
_SPARED = frozenset("have need want get".split())
# Told not to be in a state, to miss or to be refused something: no giving up.
_STATES = frozenset(
    "be have get feel live need miss forget lose see hear suffer worry wait pay experience face fear witness "
    "go without blame".split()
)
_STOPPING = frozenset("stop end cease wait reduce drop finish be shorten move change go".split())
_HURTS = frozenset(
    "fear injuries injury bruises pain distress exploitation abuse harm worry suffering isolation nightmares "
    "debts debt missing risk".split()
)
_MODALS = frozenset(
    "will may would could can 'll we'll they'll goes go stay stays lose loses is are face faces".split()
)
_UNDERGOES = frozenset("was feels wants needs wishes likes chooses decides asks sees hears suffers".split())
_SENT = frozenset(
    "stay live go foster care carers court proceedings plo conference escalate legal refuse refused sanction".split()
)
_LABELS = frozenset("plan goal aim outcome target task tasks actions action objective what".split())


def tied_to_source(cast: Cast, duty: Duty) -> bool:
    """ "... so she quits punching him", "..., Bev gets frazzled": the act is to suit what the source does or feels."""
    if duty.act.mood is Mood.ALLOWED or duty.act.lemma in REPORTING or duty.side is Side.BOTH:
        return False
    end = cast.sentence_at(duty.verb)[1]
    for mention in cast.figures.between(duty.verb + 1, end):
        if mention.owning or cast.side_at(mention) is not Side.SOURCE or mention.last >= end:
            continue
        tie = _tie_before(cast, duty, mention)
        if not tie or brings_help(cast, duty, mention.first) or cast.marks.first("legal", duty.verb, mention.first):
            continue
        if _says_of(cast, mention, end) and cast.marks.first("harmed_programme", duty.verb, mention.first) is None:
            return True
    return False


def keeps_hours(cast: Cast, duty: Duty) -> bool:
    """ "on the doorstep by 9pm": a time to be indoors for somebody who is exploited."""
    if not cast.exploited or duty.act.mood is Mood.ALLOWED:
        return False
    words = cast.reading.words
    for n in range(duty.verb, min(duty.verb + 7, duty.own_end - 1)):
        if words[n].key in ("by", "before") and (words[n + 1].key[0].isdigit() or words[n + 1].key in _DUSK):
            return any(words[x].key in _INDOORS for x in range(duty.verb, n))
    return False


def gives_up(cast: Cast, duty: Duty) -> bool:
    """ "Zeb will not carry any more parcels": whatever the person harmed is told not to do narrows the wrong life."""
    act = duty.act
    if not act.negated or act.passive or act.mood is not Mood.ASKED or duty.side is Side.BOTH or act.lemma in _STATES:
        return False
    if duty.side is Side.CHILD and not cast.exploited and not _harm_in(cast, duty.verb, duty.end):
        return False
    return bool(act.actors) and not names_abuse(cast, duty.verb, duty.verb + 1)


def _tie_before(cast: Cast, duty: Duty, mention: Mention) -> bool:
    """Whether a linking word, or a bare comma, stands right before the source as the subject of a clause."""
    words = cast.reading.words
    at = mention.first - 1
    while at > duty.verb and words[at].key in ("that", "the", "and", "her", "his", "when", "if"):
        at -= 1
    key = words[at].key
    return key in _TIES or (key == "," and at > duty.verb + 1 and words[mention.first - 1].key != "and")


def _says_of(cast: Cast, mention: Mention, end: int) -> bool:
    """Whether what follows tells what the source does or feels, and is no duty of theirs."""
    words = cast.reading.words
    if words[mention.last].key in ("to", "will", "must", "should", "shall", "needs", "agrees"):
        return False
    at = mention.last
    while at < end and words[at].key in _BEFORE_A_TASK:
        at += 1
    if at < end and words[at].key == "to":
        return False  # "..., Dad is not to shout at her": a task of his beside hers, and no more than a comma between
    near = range(mention.last, min(mention.last + 3, end))
    return any(words[n].key in _TENSE or (words[n].key.endswith("s") and words[n].key.isalpha()) for n in near)


def unspoken_asks(cast: Cast) -> Iterator[Fault]:
    """ "Finlay off Discord by tonight", "1. in by 7 every night" under his name: asks that have no verb."""
    words = cast.reading.words
    heading = Side.UNKNOWN
    for first, last in cast.reading.sentences:
        begin = first
        while begin < last and (not words[begin].key[0].isalpha() or words[begin].key in _LABELS):
            begin += 1
        mention = cast.figures.at.get(begin)
        if words[last - 1].key == ":" and mention is not None:
            heading = cast.side_at(mention)
            continue
        at = begin
        side = heading if begin > first else Side.UNKNOWN
        if mention is not None and not mention.owning:
            side, at = cast.side_at(mention), _past_aside(cast, mention, last)
        moved = at + 1 < last and (words[at].key, words[at + 1].key) in _MOVED
        if (
            begin < last
            and words[begin].key == "curfew"
            and cast.exploited
            and cast.named((Side.SOURCE,), first, last) is None
        ):
            yield Fault("change", begin, last)
            continue
        if side not in HARMED_SIDES or at >= last or not (words[at].key in _WITHOUT_VERB or moved):
            continue
        if words[at].key in ("no", "not") and at + 1 < last:
            following = words[at + 1].key
            if following in _FREE or words[at].key == "not" or names_abuse(cast, at + 1, min(at + 4, last)):
                continue
        if side is Side.CHILD and not (cast.exploited or _harm_in(cast, at, last)):
            continue
        yield Fault("change", begin, last)


def _past_aside(cast: Cast, mention: Mention, last: int) -> int:
    """The index after a person and what stands about them in brackets or after a colon."""
    words = cast.reading.words
    at = mention.last
    if at < last and words[at].key == "(":
        at = next((n + 1 for n in range(at, min(at + 8, last)) if words[n].key == ")"), at)
    return at + 1 if at < last and words[at].key in (":", "-", "\u2013") else at


def _harm_in(cast: Cast, first: int, last: int) -> bool:
    return names_abuse(cast, first, last) or cast.named((Side.SOURCE,), first, last) is not None


def losses(cast: Cast) -> Iterator[Fault]:
    """ "Terry's tenancy ends unless the dealers are out": the person harmed loses by what the source does (3.4)."""
    words = cast.reading.words
    for first, last in cast.reading.sentences:
        turn = next((n for n in range(first, last) if words[n].key in _CONDITIONS), -1)
        if turn < 0:
            continue
        opens = turn == first or words[turn - 1].key in (":", "-", "\u2013")
        comma = _end_of_condition(cast, turn, last) if opens else last
        condition = (turn, comma) if opens else (turn, last)
        main = (comma, last) if opens else (first, turn)
        subject = cast.named((Side.SOURCE,), condition[0], min(condition[0] + 6, condition[1]))
        told = _is_told(cast, condition[0], condition[1])
        hers = cast.named((Side.HARMED, Side.CHILD), condition[0], min(condition[0] + 3, condition[1]), owning=False)
        verb = words[min(hers.last, last - 1)].key if hers is not None else ""
        if verb in ("is", "has", "does", "doesn't") or (verb.endswith("s") and verb not in _UNDERGOES):
            subject = subject or hers
        if (subject is None and not told) or cast.named((Side.SOURCE,), *main) is not None:
            continue
        lost = any(words[n].key in _LOST for n in range(*main)) and any(words[n].key in _LOSING for n in range(*main))
        if lost and not any(
            d.side in WORKING_SIDES and d.act.lemma and main[0] <= d.verb < main[1] for d in cast.duties
        ):
            yield Fault("or_else", first, last)


def _end_of_condition(cast: Cast, turn: int, last: int) -> int:
    """Where a clause that opens with "if" ends: at a comma, or where its subject is followed by another."""
    words = cast.reading.words
    comma = next((n for n in range(turn, last) if words[n].key == ","), last)
    subjects = [m for m in cast.figures.between(turn, comma) if words[m.last - 1].key.endswith(("'ll", "'d"))]
    return subjects[-1].first if subjects else comma


def _is_told(cast: Cast, first: int, last: int) -> bool:
    """Whether a condition is that somebody tells of the harm: "if neighbours report shouting again"."""
    told = cast.marks.first("report", first, last) is not None
    return told and not any(
        cast.reading.words[n].key in ("not", "fails", "failure", "doesn't") for n in range(first, last)
    )


def curtailed(cast: Cast) -> Iterator[Fault]:
    """ "Lorna's evenings at choir to stop": what belongs to the life of the person harmed is to end."""
    for act in cast.reading.acts:
        if act.actors or act.setting is not Setting.MAIN or act.mood is not Mood.ASKED or act.lemma not in _STOPPING:
            continue
        owner = cast.named(HARMED_SIDES, act.subject_first, min(act.subject_first + 3, act.verb))
        if owner is None or not owner.owning or cast.reading.words[owner.last].key == "to":
            continue  # "hers to stop"
        if names_abuse(cast, owner.last, act.verb):
            continue
        end = cast.sentence_at(act.verb)[1]
        ties = any(cast.reading.words[n].key in _TIES for n in range(act.verb, end))
        if cast.side_at(owner) is Side.HARMED and (ties or act.lemma in ("stop", "end", "cease")):
            plain = not any(cast.reading.words[n].key in _HURTS for n in range(owner.last, act.verb))
            if plain:
                yield Fault("change", owner.first, end)


def threats(cast: Cast) -> Iterator[Fault]:
    """ "... or the girls will stay with foster carers": a duty of the person harmed with a loss behind it (3.4)."""
    words = cast.reading.words
    for duty in cast.duties:
        if duty.side is not Side.HARMED or duty.act.mood is Mood.ALLOWED:
            continue
        end = cast.sentence_at(duty.verb)[1]
        turn = next((n for n in range(duty.verb + 1, end) if words[n].key in ("or", "otherwise", "else")), -1)
        if turn < 0:
            continue
        subject = next(iter(cast.figures.between(turn + 1, min(turn + 5, end))), None)
        if subject is not None and cast.side_at(subject) is Side.SOURCE:
            continue
        clause = [words[n].key for n in range(turn + 1, end)]
        if any(key in _MODALS for key in clause[:6]) and any(
            key in _LOST or key in _LOSING or key in _SENT for key in clause
        ):
            yield Fault("or_else", duty.first, end)


def negated_habits(cast: Cast) -> Iterator[Fault]:
    """ "Joy doesn't leave the twins with Vern": a habit of not doing, asked of the person harmed as a plain statement.

    Only in an objective, where the present says what is to be; in a goal or plan it may describe how things are.
    """
    if cast.reading.kind is not PlanKind.OBJECTIVE:
        return
    words = cast.reading.words
    for mention in cast.figures.mentions:
        at = mention.last
        last = cast.sentence_at(mention.first)[1]
        if mention.owning or cast.side_at(mention) is not Side.HARMED or at + 1 >= last:
            continue
        negated = words[at].key in ("doesn't", "don't") or (
            words[at].key in ("does", "do") and words[at + 1].key == "not"
        )
        negated = negated or _is_not_with(cast, at, last)
        source = cast.named((Side.SOURCE,), at, last)
        begin = cast.sentence_at(mention.first)[0]
        opens = mention.first - begin <= 2 or words[mention.first - 1].key == "that"
        if negated and source is not None and opens and words[at + 1].key not in _SPARED:
            yield Fault("police", mention.first, source.last)


def _is_not_with(cast: Cast, at: int, last: int) -> bool:
    """ "Joy is not home alone with Vern", "isn't in touch with him": not to be where the one who harms is."""
    words = cast.reading.words
    after = at + 2 if words[at].key == "is" and words[min(at + 1, last - 1)].key in ("not", "never") else at + 1
    if after == at + 1 and words[at].key != "isn't":
        return False
    near = [words[n].key for n in range(after, min(after + 5, last))]
    return "with" in near and not {"happy", "safe", "asked", "left"} & set(near)
