"""Conditions, proof and blame put on the person harmed: sections 3.4 and 3.5 of the responsibility standard."""

from collections.abc import Iterator

from rewriter.harm.allowed import is_outright
from rewriter.harm.asked import names_abuse
from rewriter.harm.blame import nearest, sentence_start
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Duty, Fault, Side
from rewriter.harm.narrowing import losses, threats
from rewriter.lexicon import Term
from rewriter.plan import Mood, PlanKind

__all__ = ["alone_with_tasks", "condition_faults"]

_CONDITIONS = frozenset("if unless until once when provided should only where after".split())
# "if she finds it useful", "if she cannot attend", "if she wants": her choice or a hitch, not a condition on her.
_OWN_CHOICE = frozenset(
    "want wants wish wishes wanted wished like likes choose chooses finds find useful cannot can can't feel "
    "feels ready asks ask asked agrees agree needs need prefers helpful happy comfortable decides decide "
    "unsafe danger threatened frightened scared".split()
)
_FAILURES = frozenset("failure failing non refusal".split())
_FUTURE = frozenset("new any every each future".split())
_ALL_FUTURE = frozenset("new any every each future before all".split())
_PROVING = frozenset("evidence demonstrate prove show satisfy convince assure reassure".split())
_PROTECTIVE_WORDS = frozenset(
    "can able ability capacity commitment will insight protective willing safe trusted changed serious "
    "understands separated ended over".split()
)
_WAITING = frozenset("until unless once only provided".split())
_HELP_WORDS = frozenset(
    "support help housing refuge service services allocated referral funding place act worker visit visits "
    "action offered considered".split()
)
# What help is made to wait for: telling on somebody, leaving them, proving something.
_PRICE = frozenset(
    "statement named names told tells disclosed discloses left leaves ended ends separated proved shown shows signed "
    "signs evidence charges charged prosecution cooperated cooperates broken accepted accepts admitted".split()
)
_SEEING = frozenset(
    "see show shows showing know sure satisfied satisfy confident convince convinced assure prove".split()
)
_JUDGES = frozenset(
    "conf conference panel us court we team board judge core group cp sw la worker professionals agencies icpc rcpc "
    "plo legal everyone school chair let tell".split()
)
_SHOWN_TO_BE = frozenset(
    "first protect protective protecting safe prioritise prioritising priority apart single separated distance left "
    "ended serious committed changed over finished understands boundaries ready".split()
)
_CONCLUDING = frozenset(
    "take treat assume conclude presume see read understand taken treated seen counted count counts put assumed".split()
)
# What is left undone, or done, by the person harmed, and then held against them.
_LAPSES = frozenset(
    "if any anything each every missing misses miss missed forgets leaves unless not doesn't fails failing one".split()
)
_BEING_READ = frozenset(
    "is are 're have has don't doesn't want wants prefer chose chosen do does would put puts".split()
)
_IS_HARMED = frozenset("hits is was has are".split())
_NOT_STATE = frozenset("not found seen still left ended agreed allowed allowing back".split())
_PROTECTIVE_PARTS = tuple(
    part.strip()
    for part in (
        "protect, priorit, first, safeguard, serious, collu, complicit, ended, over, separated, broken ties, cut "
        "ties, no longer together"
    ).split(",")
)
_SHOWN = frozenset("commitment cooperation protective change changed insight priority able safe".split())
_STATES = frozenset(part.strip() for part in ("be, be safe, feel safe, live, feel, safe").split(","))
_WISHES = frozenset("want wish prefer".split())  # "the new locks that Carmen wants" gives her nothing to do
_GOAL_WORDS = frozenset("goal aim outcome statement worried".split())


def condition_faults(cast: Cast) -> Iterator[Fault]:
    """Give every place where help depends on the person harmed, or she must leave, attend or prove "or else"."""
    for term in cast.marks.all("proof"):
        if _proof_is_hers(cast, term):
            yield Fault("proof", sentence_start(cast, term.first), term.last)
    for duty in cast.duties:
        if duty.side is Side.HARMED and _must_prove(cast, duty):
            yield Fault("proof", duty.first, duty.end)
    yield from _seen_to_protect(cast)
    yield from _vetting(cast)
    yield from _taken_against(cast)
    yield from losses(cast)
    yield from threats(cast)
    for term in cast.marks.all("depends"):
        first, last = cast.sentence_at(term.first)
        if term.first == 0 or cast.reading.words[term.first - 1].key != "for":
            subject = next(iter(cast.figures.between(term.last, min(term.last + 4, last))), None)
            chosen = subject is not None and any(
                cast.reading.words[n].key in _OWN_CHOICE for n in range(subject.last, min(subject.last + 2, last))
            )
            if subject is not None and not chosen and cast.side_at(subject) in HARMED_SIDES:
                yield Fault("condition", first, last)
    for number, (first, last) in enumerate(cast.reading.sentences):
        if (
            cast.marks.first("sanction", first, last) is not None
            or _support_waits(cast, first, last)
            or _worker_waits(cast, first, last)
        ):
            kind = _consequence(cast, number)
            if kind:
                yield Fault(kind, first, last)


def _seen_to_protect(cast: Cast) -> Iterator[Fault]:
    """ "that'll let conf see she is putting the kids first": what is hers to do is done so that others see it."""
    words = cast.reading.words
    for n, word in enumerate(words[:-3]):
        if word.key not in _SEEING:
            continue
        first, last = cast.sentence_at(n)
        seen = cast.named((Side.HARMED,), n + 1, min(n + 5, last), owning=False)
        if seen is None or not any(words[x].key in _JUDGES for x in range(max(first, n - 4), seen.first)):
            continue
        if any(words[x].key in _SHOWN_TO_BE for x in range(seen.last, min(seen.last + 8, last))):
            yield Fault("proof", first, last)


def _vetting(cast: Cast) -> Iterator[Fault]:
    """A check on every new partner that the person harmed must make, as if she could so prevent the next harm."""
    words = cast.reading.words
    vetting = next((term for term in cast.marks.all("legal") if words[term.first].key in ("clare", "dvds")), None)
    if vetting is None:
        return
    future = any(word.key in _ALL_FUTURE for word in words)
    for duty in cast.duties:
        asked = duty.side is Side.HARMED and duty.act.mood is not Mood.ALLOWED
        if asked and future and duty.first <= vetting.first < duty.end:
            yield Fault("guarantor", duty.first, duty.own_end)
    start = sentence_start(cast, vetting.first)
    asker = nearest(cast, start, vetting.first)
    coming = any(words[n].key in _FUTURE for n in range(start, vetting.first))
    if coming and asker is not None and cast.side_at(asker) is Side.HARMED:
        yield Fault("guarantor", start, vetting.last)


def _taken_against(cast: Cast) -> Iterator[Fault]:
    """ "I will take it that you are siding with him": what the person harmed does or leaves is read against them."""
    words = cast.reading.words
    for n, word in enumerate(words):
        if word.key not in _CONCLUDING:
            continue
        first, last = cast.sentence_at(n)
        if _counts_against(cast, n, first, last):
            yield Fault("or_else", first, last)
            continue
        stop = min(n + 6, last)
        judged = cast.named((Side.HARMED,), n + 1, stop, owning=False)
        asked = any(words[x].key in _CONDITIONS for x in range(first, n))
        if judged is None or not asked or judged.last >= last or words[judged.last].key not in _BEING_READ:
            continue
        if cast.named((Side.SOURCE,), n + 1, judged.first) is None:
            yield Fault("or_else", first, last)


def _counts_against(cast: Cast, n: int, first: int, last: int) -> bool:
    """ "any she leaves out we'll take as her wanting to see him", "will be treated as him working for them"."""
    keys = cast.reading.keys
    at = next((x for x in range(n + 1, min(n + 4, last)) if keys[x] == "as"), -1)
    judged = cast.figures.at.get(at + 1) if at > 0 else None
    if judged is None or judged.last >= last or cast.side_at(judged) not in HARMED_SIDES - {Side.BOTH}:
        return False
    refused = any(keys[x] in ("not", "never", "nothing", "no") for x in range(max(first, n - 4), n))
    return not refused and keys[judged.last].endswith("ing") and any(keys[x] in _LAPSES for x in range(first, n))


def _consequence(cast: Cast, number: int) -> str:
    """What a sentence with a sanction or with help that waits puts on the person harmed, or ""."""
    words, sentences = cast.reading.words, cast.reading.sentences
    first, last = sentences[number]
    sanction = cast.marks.first("sanction", first, last)
    for n in range(first, last):
        key = words[n].key
        if key in ("or", "otherwise", "else") and sanction is not None and sanction.first > n:
            begin = first if n > first or not number else sentences[number - 1][0]
            hers = cast.named(HARMED_SIDES, begin, max(first, n)) is not None
            his = cast.named((Side.SOURCE,), n, last) is not None
            if hers and not his and _asked_of_harmed(cast, first, n, number):
                return "or_else"
        elif key in _FAILURES and _failure_is_hers(cast, n, number):
            return "or_else"
        elif key in _CONDITIONS and _condition_is_hers(cast, n, first, last):
            return "condition"
    return ""


def _must_prove(cast: Cast, duty: Duty) -> bool:
    """Whether a person harmed is to evidence, show or prove that she protects, or puts the children first."""
    if duty.act.lemma not in _PROVING or duty.act.mood is Mood.ALLOWED:
        return False
    words = cast.reading.words
    return any(
        words[n].key in _PROTECTIVE_WORDS or words[n].key.startswith(("prior", "protect", "safeguard"))
        for n in range(duty.verb, duty.end)
    )


def _support_waits(cast: Cast, first: int, last: int) -> bool:
    """ "support / contact / housing ... once she leaves": help that waits on her."""
    words = cast.reading.words
    waits = any(words[n].key in _WAITING for n in range(first, last))
    return waits and any(words[n].key in _HELP_WORDS for n in range(first, last))


def _worker_waits(cast: Cast, first: int, last: int) -> bool:
    """ "IDVA to see Shona once she has made a statement": a worker's task that waits on what is hers to decide."""
    words = cast.reading.words
    wait = next((n for n in range(first, last) if words[n].key in _WAITING), -1)
    if wait < 0 or not any(words[n].key in _PRICE for n in range(wait, min(wait + 8, last))):
        return False
    return any(first <= duty.verb < last and duty.side in WORKING_SIDES for duty in cast.duties)


def _asked_of_harmed(cast: Cast, first: int, end: int, number: int) -> bool:
    for duty in cast.duties:
        if (
            duty.side in HARMED_SIDES
            and duty.act.mood is not Mood.ALLOWED
            and (first <= duty.verb < max(end, first + 1) or (end <= first and duty.act.sentence == number - 1))
        ):
            return True
    return False


def _failure_is_hers(cast: Cast, index: int, number: int) -> bool:
    """Whether "failure to do so" is the failure of the last person asked, and that is the person harmed."""
    named = cast.named(HARMED_SIDES | {Side.SOURCE}, index, min(index + 6, len(cast.reading.words)))
    if named is not None and named.first <= index + 2:
        return cast.side_at(named) in HARMED_SIDES
    asked = [duty for duty in cast.duties if duty.act.sentence <= number and duty.verb < index and duty.act.actors]
    return bool(asked) and asked[-1].side in HARMED_SIDES


def _condition_is_hers(cast: Cast, index: int, first: int, last: int) -> bool:
    """Whether a condition is about what the person harmed does, and not about her wishes or her safety."""
    words = cast.reading.words
    stop = next((n for n in range(index + 1, last) if words[n].key in (",", ";", "then")), last)
    if stop == last and index > first:
        stop = last
    subject = next((m for m in cast.figures.between(index + 1, min(index + 5, stop)) if not m.owning), None)
    if subject is None or cast.side_at(subject) not in HARMED_SIDES:
        return False
    if cast.marks.first("hurting", subject.last, min(subject.last + 5, stop)) is not None:
        return False  # "and end it if he hits her": whoever "he" is taken for, it is the harm
    verb = [words[n].key for n in range(subject.last, min(subject.last + 5, stop))]
    if any(key in _OWN_CHOICE for key in verb):
        return False
    if any(key in _IS_HARMED for key in verb[:1]) and not any(key in _NOT_STATE for key in verb):
        done = verb[0] == "has" and len(verb) > 1 and verb[1] != "been"  # "once he has given a full account"
        if not done:
            return False
    main = (first, index) if index > first else (stop, last)
    if index == first and stop == last:
        step = cast.marks.first("sanction", subject.last + 1, last)
        main = (step.first - 2 if step is not None else last, last)
    for duty in cast.duties:
        if main[0] <= duty.first < main[1] and duty.side is Side.SOURCE:
            return False
    sanction = cast.marks.first("sanction", main[0], main[1])
    if sanction is not None and not cast.named((Side.SOURCE,), main[0], main[1]):
        return True
    if words[index].key in _WAITING:
        return any(
            main[0] <= duty.verb < main[1] and duty.side in WORKING_SIDES for duty in cast.duties
        ) or _support_waits(cast, first, last)
    return False


def _proof_is_hers(cast: Cast, term: Term) -> bool:
    """Whether it is the person harmed who must prove or show that she protects."""
    words = cast.reading.words
    start = sentence_start(cast, term.first)
    if any(
        words[n].key in ("not", "never", "without", "isn't") and n >= term.first - 5 for n in range(start, term.first)
    ) and words[term.first].key not in ("failure", "failing", "fails", "failed"):
        return False
    phrase = " ".join(words[n].key for n in range(term.first, term.last))
    protective = any(part in phrase for part in _PROTECTIVE_PARTS)
    who = nearest(cast, start, term.first)
    inside = next((m for m in cast.figures.between(term.first, term.last + 2) if not m.owning), None)
    sides = [cast.side_at(m) for m in (inside, who) if m is not None]
    hers = any(side in (Side.HARMED, Side.BOTH) for side in sides) or (
        any(side is Side.CHILD for side in sides) and not protective
    )
    if not hers or (sides and sides[0] is Side.SOURCE):
        return False
    if protective:
        return True
    rest = min(term.last + 14, len(words))
    end = next((n for n in range(term.last, rest) if words[n].key in (".", "\n", ";")), rest)
    return (
        bool(cast.marks.any(("proof", "change_self", "change_gently"), term.last, end))
        or names_abuse(cast, term.last, end)
        or any(words[n].key in _SHOWN for n in range(term.last, end))
    )


def alone_with_tasks(cast: Cast) -> Fault | None:
    """In a plan: every task is the harmed person's, and neither the source nor any agency has one (3.9)."""
    reading = cast.reading
    if reading.kind is not PlanKind.PLAN or not cast.in_play:
        return None
    if any(word.key == "[" for word in reading.words):
        return None
    hers: list[Duty] = []
    for duty in cast.duties:
        if duty.side is Side.SOURCE and _is_telling(cast, duty):
            continue
        if duty.side in (Side.SOURCE, Side.PROFESSIONAL, Side.AGENCY, Side.OTHER) or duty.shared:
            return None
        if duty.side in HARMED_SIDES and duty.act.mood is not Mood.ALLOWED and not _is_aim(cast, duty):
            hers.append(duty)
    if not hers:
        return None
    first = next(begin for begin, end in reading.sentences if begin <= hers[0].first < end)
    last = next(end for begin, end in reading.sentences if begin <= hers[-1].verb < end)
    return Fault("alone", first, last)


def _is_telling(cast: Cast, duty: Duty) -> bool:
    """ "Re: Viktor following Laszlo home", "Dad shuts her out at night": the harm, and nobody's task."""
    if duty.verb in cast.told_at and cast.reading.words[duty.verb].key.endswith("ing"):
        return True
    first, last = cast.sentence_at(duty.verb)
    return any(first <= at < last for at in cast.told_at) and not is_outright(cast, duty)


def _is_aim(cast: Cast, duty: Duty) -> bool:
    """Whether the line is the goal and not a task: "Goal: for Hayley to be safe"."""
    words = cast.reading.words
    start = sentence_start(cast, duty.verb)
    labelled = any(words[n].key in _GOAL_WORDS for n in range(start, min(start + 4, duty.verb)))
    return labelled or duty.act.lemma in _STATES | _WISHES
