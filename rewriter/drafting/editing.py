"""Drafts an objective by editing the user's own words: what is given stays, what is missing stands in brackets."""

import re
from bisect import bisect_left

from rewriter.amounts.reader import AmountKind
from rewriter.answer import Change
from rewriter.asking import names_countable_area
from rewriter.drafting.dates import close_others, put_dates
from rewriter.drafting.doers import actor_words, said_by
from rewriter.drafting.groups import Group, held, is_one_breath
from rewriter.drafting.marked import Draft
from rewriter.drafting.naming_doers import name_the_doer
from rewriter.drafting.pace import is_called_by_its_day, is_done_once, says_when
from rewriter.drafting.phrases import ask_about, opened
from rewriter.drafting.pieces import Ask, Edit, Faults, Piece, apply_edits
from rewriter.drafting.saying import is_how_much
from rewriter.evidence.doers import fragment_doers
from rewriter.people import PartyKind
from rewriter.plan import Act, Counted, Reading
from rewriter.reading import read
from rewriter.sentences.grammar import verb_at
from rewriter.smart import Finding
from rewriter.timing.reader import TimeKind

__all__ = ["edited"]

_PLEA = re.compile(r"\s+(?:pls|plz|please)(?=[.!]?$)", re.IGNORECASE)
_SET_OFF = re.compile(r"\. (?=(?:by|before|until|within)\s)")  # "dad's side TBC. by mid Feb"
_OWN = frozenset("her his their its the a".split())
_ABOUT = frozenset("around round on about re for and &".split())
_PACES = (["every"], ["each"])
_MOST_IN_A_STEP = 3  # words
_BEHIND = frozenset("in off round by into over back".split())
_WITH = frozenset(("w", "w/", "with", "it", "this"))
_STATED = frozenset("now currently atm was at-the-moment presently".split())
_TOWARDS = frozenset(("by", "before", "until", "til"))
_AFTER_IN = frozenset("this next by on before".split())
_PARTS = frozenset((",", ";", ".", "|", "\n", "-", "\u2013", "\u2014", "(", ")"))


def edited(reading: Reading, group: Group, found: Faults) -> Piece:
    """Draft one objective from a group of asks.

    Takes the reading, the group and the faults found by rule id; gives a piece whose text is the user's words with
    gaps put in and faults replaced, each replacement declared.
    """
    draft = Draft(reading, group, found)
    _say_to(draft)
    name_the_doer(draft)
    _set_the_level(draft)
    _count(draft)
    put_dates(draft)
    close_others(draft)
    _replace_found_words(draft)
    text = apply_edits(reading.text, group.start, group.end, draft.edits).strip().rstrip(".,;") + draft.tail
    text = _as_sentence(text + draft.last)
    responsible = _responsible(reading, group)
    return Piece(text, responsible, tuple(dict.fromkeys(draft.asks)), tuple(draft.changes), _action(reading, group))


def _say_to(draft: Draft) -> None:
    """ "mum 2 b there": what was typed for "to" and "be" is said so."""
    words = draft.reading.words
    for act in draft.group.acts:
        before = words[act.verb - 1]
        if act.verb and before.key == "2" and before.start >= draft.group.start:
            be = words[act.verb].key == "b"
            draft.edits.append(Edit(before.start, words[act.verb].end if be else before.end, "to be" if be else "to"))


def _responsible(reading: Reading, group: Group) -> tuple[str, ...]:
    first = next((act for act in group.acts if act.actors and not act.passive and act.has_single_holder), None)
    if first is not None and len(first.actors) == 1:
        return (actor_words(reading, first),)
    named = [
        party for act in group.acts if not act.passive for party in act.actors if party.kind is not PartyKind.PRONOUN
    ]
    if not named:
        named = list(held(reading.lasting(fragment_doers), group))
    if named and all(party.kind is PartyKind.AGENCY for party in named):
        return tuple(f"[named person] at {name}" for name in said_by(named, reading))
    return said_by([party for party in named if party.kind is not PartyKind.AGENCY] or named, reading) or ("[who]",)


def _action(reading: Reading, group: Group) -> str:
    if not group.acts:
        return reading.text[group.start : group.end]
    act = group.acts[0]
    return reading.text[reading.words[act.verb].start : reading.words[act.last - 1].end]


def _set_the_level(draft: Draft) -> None:
    jump, beyond, baseline = (draft.found.get(rule) for rule in ("target_jump", "beyond_good_enough", "no_baseline"))
    if beyond is not None and draft.inside(beyond.start, beyond.end):
        draft.replace(
            beyond.start, beyond.end, *_good_enough(draft.reading, beyond),
            "It asked for more than a reasonable parent or carer would do.", "beyond_good_enough",
        )  # fmt: skip
    elif jump is not None and draft.inside(jump.start, jump.end):
        leapt = draft.reading.text[jump.start : jump.end]
        paced = leapt.split()[:1] in _PACES and len(leapt.split()) <= _MOST_IN_A_STEP and "[" not in leapt
        step = f"[a first step towards {leapt}]" if paced else "[a first step]"
        draft.replace(
            jump.start, jump.end, step, Ask(step, ask_about("first_step").question),
            "It leapt from the starting point to the end without a step between.", "target_jump",
        )  # fmt: skip
    elif baseline is not None and draft.inside(baseline.start, baseline.end) and not _says_how_it_is(draft.own):
        draft.insert(_end_of_part(draft, baseline.end), " (now: [level now])", ask_about("level_now"))


def _says_how_it_is(own: Reading) -> bool:
    """Whether words say how things are: "(8 cans a night atm)"; "from now until May" does not."""
    return any(
        key in _STATED and own.keys[n - 1] not in ("from", "between", "starting") for n, key in enumerate(own.keys) if n
    )


def _good_enough(reading: Reading, beyond: Finding) -> tuple[str, Ask]:
    """A bracket that fits where the words of too much stood: an amount, something to do, or how something is."""
    first = bisect_left(reading.words, beyond.start, key=lambda word: word.start)
    words = [word for word in reading.words[first : first + 12] if word.start < beyond.end]
    counted = any(beyond.start <= a.start < beyond.end and (a.value or 0) > 0 for a in reading.amounts)
    verb = verb_at(reading.words, first, first + len(words))
    article = first > 0 and reading.words[first - 1].key in ("a", "an", "the")
    if counted:
        bracket = "[a good-enough amount]"
    elif verb is not None and verb.form == "base" and len(words) > verb.length:
        bracket = "[what is good enough]"
    elif len(words) == 1:
        bracket = "[good-enough]"
    else:
        bracket = "[good-enough standard]" if article else "[a good-enough standard]"
    return bracket, Ask(bracket, ask_about("reach").question)


def _end_of_part(draft: Draft, at: int) -> int:
    """Where the part of the sentence that holds an offset ends: before its comma, full stop, dash or bar."""
    words = draft.reading.words
    depth = draft.reading.text.count("(", draft.group.start, at) - draft.reading.text.count(")", draft.group.start, at)
    end = at
    for word in words[bisect_left(words, at, key=lambda word: word.start) :]:
        if word.start >= draft.group.end:
            break
        if depth <= 0 and word.key in _PARTS:
            break
        depth += (word.key == "(") - (word.key == ")")
        end = word.end
    return end


def _count(draft: Draft) -> None:
    reading, group = draft.reading, draft.group
    more = any(amount.kind is AmountKind.COMPARISON and amount.value is None for amount in draft.own.amounts)
    if (draft.own.measure.counted is Counted.FULLY and not _is_only_more(draft)) or (
        reading.measure.counted is Counted.FULLY and not more
    ):
        return
    if not group.acts:
        if not any(amount.value is not None for amount in draft.own.amounts):
            draft.append("([what counts as done])", ask_about("count_as_done"))
        return
    act = group.acts[0]
    further = next((other for other in group.acts[1:2] if is_one_breath(reading, act, other)), act)
    end = reading.words[_before_time(reading, further) - 1].end
    counted = bool(reading.amounts_in(act.verb + 1, act.last))
    times = reading.times_in(act.verb + 1, act.last)
    paced = any(time.kind in (TimeKind.FREQUENCY, TimeKind.CLOCK) for time in times)
    if names_countable_area(reading, [act]) or (act.actors and _is_change_without_an_end(reading, act)):
        draft.insert(end, " from [level now] to [target level]", ask_about("target"))
        draft.asks.append(ask_about("level_now"))
    elif "habit" in act.classes and "once" not in act.classes and not act.negated:
        once = is_done_once(reading, act) or says_when(reading.text, group.start, group.end)
        once = once or any(time.kind is TimeKind.WEEKDAY_DEADLINE for time in times)
        if not counted and not paced and not once and (act.actors or act.lemma != "go"):  # a request goes in once
            draft.insert(end, " [how often]", ask_about("often"))
    elif paced:
        return  # an act at a stated pace is kept or it is not
    elif _is_replaced(draft):
        return  # what will be seen is asked where the words were
    elif "once" in act.classes:
        draft.insert(end, " ([what counts as done])", ask_about("count_as_done"))
    else:
        draft.insert(end, " ([what will be seen])", ask_about("seen"))


def _is_only_more(draft: Draft) -> bool:
    """Whether there is to be more of something and nothing says how much: "to school on time more"."""
    amounts = draft.own.amounts
    paced = any(time.kind in (TimeKind.FREQUENCY, TimeKind.CLOCK) for time in draft.own.times)
    compared = any(amount.kind is AmountKind.COMPARISON for amount in amounts)
    return compared and not paced and all(amount.value is None for amount in amounts)


def _is_replaced(draft: Draft) -> bool:
    cliche = draft.found.get("cliche_or_universal")
    return cliche is not None and draft.inside(cliche.start, cliche.end)


def _is_change_without_an_end(reading: Reading, act: Act) -> bool:
    """Whether something is to go up or down and nothing says how far: "dad to reduce drinking"."""
    if "change" not in act.classes or reading.amounts_in(act.verb + 1, act.last):
        return False
    follows = reading.keys[act.verb + 1 : act.last]
    if not follows or not follows[0][0].isalpha() or follows[0] in _BEHIND or (follows[0] in _WITH):
        return False  # "HV to drop in", "foster carer to drop, gran to bring back"
    return not {"to", "only", "by"}.intersection(follows)


def _before_time(reading: Reading, act: Act) -> int:
    """The word index at which the act's own words end: before its phrase of time, its condition or its purpose."""
    times = [
        time
        for time in reading.times_in(act.verb + 1, act.last)
        if not (is_how_much(reading, time) or is_called_by_its_day(reading, time))
    ]
    stops = [time.first for time in times]
    stops += [clause.first for clause in reading.clauses_in(act.verb + 1, act.last)]
    stops += [n for n in range(act.verb + 1, act.last) if reading.words[n].key in ("|", "\n", ".", "(", ";")]
    stop = min([*stops, act.last])
    if stop + 1 < act.last and reading.words[stop].key == "in" and reading.words[stop + 1].key in _AFTER_IN:
        return stop + 1  # "to shelter drop in this Thursday", "to go in by March": the "in" is not of the time
    lead = next((n for n in range(stop - 1, max(stop - 4, act.verb), -1) if reading.keys[n] in _TOWARDS), stop)
    stop = lead if any(time.first == stop for time in reading.times_in(stop, stop + 1)) else stop
    if stop == act.last and reading.keys[stop - 1] == "in" and reading.keys[stop : stop + 1] != ("order",):
        return stop  # "to let cleaners in"
    while stop - 1 > act.verb and (not reading.words[stop - 1].key[0].isalnum() or _opens_purpose(reading, stop)):
        stop -= 1
    return stop


def _opens_purpose(reading: Reading, stop: int) -> bool:
    keys = [word.key for word in reading.words[max(0, stop - 2) : stop]]
    return keys[-1:] == ["in"] or keys in (["in", "order"], ["so", "as"])


def _replace_found_words(draft: Draft) -> None:
    for told in draft.found.every("narrative"):
        if draft.inside(told.start, told.end) and not _asks_a_deed(told.text):
            draft.edits.append(Edit(told.start, told.end, ""))
            reason = "History belongs in the assessment, not in the plan."
            draft.changes.append(Change(told.text, "", reason, "narrative"))
    review = draft.found.get("review_as_measure")
    if review is not None and draft.inside(review.start, review.end):
        _measure(draft, review)
    cliche = draft.found.get("cliche_or_universal")
    if cliche is not None and draft.inside(cliche.start, cliche.end) and _goes_on(draft, cliche):
        draft.append("([what will be seen])", ask_about("seen"))
    elif cliche is not None and draft.inside(cliche.start, cliche.end):
        draft.replace(
            cliche.start, cliche.end, "[what will be seen]", ask_about("seen"),
            "The words would be true of any child or adult.", "cliche_or_universal",
        )  # fmt: skip


def _asks_a_deed(words: str) -> bool:
    """Whether what reads as history asks something as well: "landlord told twice, env health to inspect"."""
    return any(act.classes & {"once", "habit"} for act in read(words).asks)


def _goes_on(draft: Draft, cliche: Finding) -> bool:
    """Whether the words found stand within a phrase: "put the childrens needs before hers", "work around X and Y"."""
    words = draft.reading.words
    at = bisect_left(words, cliche.end, key=lambda word: word.start)
    before = bisect_left(words, cliche.start, key=lambda word: word.start) - 1
    if before >= 0 and words[before].key in _ABOUT:
        return True
    return at < len(words) and words[at].start < draft.group.end and words[at].key in _OWN


def _measure(draft: Draft, review: Finding) -> None:
    """What will be counted, put where the review stands as the measure: after its label, or beside it."""
    text = draft.reading.text
    label = text.find(":", review.start, review.end)
    if label < 0 and text[: review.start].rstrip().endswith(":"):
        label = text.rindex(":", 0, review.start)
    if label >= 0:
        draft.insert(label + 1, " [what will be counted],", ask_about("counts"))
    else:
        draft.append("(measured by [what will be counted])", ask_about("counts"))


def _as_sentence(text: str) -> str:
    cleaned = " ".join(text.split(" ")).strip(" ,;:-|")
    cleaned = _PLEA.sub("", _SET_OFF.sub(", ", cleaned))
    cleaned = cleaned.lstrip(".!? ")
    head = opened(cleaned)
    return head if head.endswith((".", "!", "?")) else head + "."
