"""How it could be told whether it was done: what the amounts, times and verbs of a text amount to for criterion M.

Source: 002 Halton ("Measurable": how many, how often, how will we know); 000 spotlight ("Measurable"); 003 outcomes
and 004 LIAP (observation and soft indicators are measures too). The order of the cases is practice judgement.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from rewriter.amounts.reader import Amount, AmountKind
from rewriter.evidence.deeds import NUMBERS, ZEROS, compares_over_time, judge_deed
from rewriter.evidence.done import STATES
from rewriter.evidence.levels import RECORDING, has_baseline, level_of
from rewriter.evidence.listed import is_list
from rewriter.evidence.places import between, condition_end, sentence_of, words_in
from rewriter.evidence.reviews import review_as_method
from rewriter.evidence.separate import is_minding
from rewriter.evidence.targets import absence_of_use, full_levels
from rewriter.plan import Act, Counted, Doer, Due, Measure, Mood, Reading, Setting
from rewriter.sentences.grammar import verb_at
from rewriter.timing.reader import Time, TimeKind

__all__ = ["counted_in", "measure_of", "narrative_places"]

_ASKING = frozenset("to will must should shall needs need agrees not".split())
_UP_TO = frozenset("until till til to".split())
_ASKED = frozenset("what who how which where".split())
_SAYS = frozenset("says shows sets gives lists of about on".split())
_AIMS = frozenset("target aim goal".split())
_RECORDS = frozenset(
    "copies copy tally chart record records diary log list register sheet score count note notes book".split()
)


def measure_of(reading: Reading) -> Measure:
    """Judge how far a reading could be measured, and whether it sets a level that needs a starting point."""
    due = reading.timescale.due
    due = Due.DATED if due is Due.PAST else due  # a date that has gone by could still be checked
    places = words_in(narrative_places(reading))
    amounts = [amount for amount in reading.amounts if amount.first not in places]
    review = reading.lasting(review_as_method)
    watched = (review.first, review.last) if review is not None else (0, 0)
    everything = reading.asks
    asks = [
        act
        for act in everything
        if act.mood is Mood.ASKED
        and not watched[0] <= act.verb < watched[1]
        and not _is_opinion(reading, act, everything)
        and not _is_their_choice(reading, act)
    ]
    asks = asks or list(everything)
    loose = _fragment_scores(reading, amounts, due)
    judged = [(act, counted_in(reading, act, amounts, due)) for act in asks]
    scores: list[Counted] = []
    supports: list[Counted] = []
    known = Counter([*loose, *(score for _, score in judged)])
    for act, score in judged:
        others = {each for each, count in known.items() if count > (each is score)}
        (supports if _is_beside(reading, act, score, others, due) else scores).append(score)
    scores.extend(loose)
    trigger = Counted.NOT if reading.trigger.whole else Counted.FULLY
    rhythm = Counted.NOT not in scores and any(time.kind is TimeKind.FREQUENCY for time in reading.times)
    counted = _together(scores or supports, amounts, due, trigger, rhythm=rhythm)
    return Measure(counted, level_of(reading, amounts), has_baseline(reading), _any_change(reading, amounts, due))


def narrative_places(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Give the word ranges whose numbers are not what is aimed at: conditions, consequences and history."""
    clauses = [
        (clause.first, condition_end(reading, clause))
        for clause in reading.clauses
        if clause.setting in (Setting.CONDITION, Setting.CONSEQUENCE, Setting.REASON)
    ]
    told = [
        (act.subject_first, act.last)
        for act in reading.acts
        if act.mood is Mood.TOLD
        and act.setting is Setting.MAIN
        and act.actors
        and _AIMS.isdisjoint(reading.keys[act.subject_first : act.verb])
    ]
    asked = [(first, last) for first, last in reading.sentences if reading.words[last - 1].key == "?"]
    return tuple(clauses + told + asked)


def counted_in(reading: Reading, act: Act, amounts: Sequence[Amount], due: Due) -> Counted:
    """Judge one ask by itself: how far it could be told whether it was done."""
    end = _end_of_ask(reading, act)
    inside = [a for a in between(amounts, act.subject_first, end) if not _is_means(reading, a)]
    times = between(reading.times, act.subject_first, act.last)
    due = Due.NOTHING if due is Due.DATED and _is_anothers(reading, act, times) else due
    return judge_deed(reading, act, inside, times, due)


def _is_anothers(reading: Reading, act: Act, times: Sequence[Time]) -> bool:
    """Whether the one day is for what somebody else does: "Sam to use his inhaler, nurse to check in 2 weeks"."""
    time = reading.timescale.time
    if times or time is None or not act.actors or "once" in act.classes or reading.keys[time.first] in _UP_TO:
        return False
    own = {key for party in act.actors for key in (*party.names, party.role)}
    return any(
        other.subject_first < time.first < other.last
        and other.sentence == act.sentence
        and other.subject_first > act.verb
        and other.actors
        and not own & {key for party in other.actors for key in (*party.names, party.role)}
        for other in reading.asks
    )


def _end_of_ask(reading: Reading, act: Act) -> int:
    """Where what an act holds or tells begins ("a plan that says what each worker will do")."""
    keys = reading.keys
    return next((n for n in range(act.verb + 2, act.last) if keys[n] in _ASKED and keys[n - 1] in _SAYS), act.last)


def _is_opinion(reading: Reading, act: Act, asks: Sequence[Act]) -> bool:
    """Whether a verb of the mind tells what somebody thinks ("Family feel let down") and asks nothing."""
    if "mental" not in act.classes or len(asks) == 1:
        return False
    return _ASKING.isdisjoint(reading.keys[max(0, act.verb - 3) : act.verb])


def _is_their_choice(reading: Reading, act: Act) -> bool:
    """Whether an act stands in what is left to somebody: "; whether to take it up is for Mum to choose"."""
    first = reading.sentences[act.sentence][0]
    before = reading.keys[first : act.verb]
    begins = next((n for n in range(len(before) - 1, 0, -1) if before[n] == "whether" and before[n - 1] == ";"), 0)
    return bool(begins or before[:1] == ("whether",)) and "for" in reading.keys[first + begins : act.last]


def _is_beside(reading: Reading, act: Act, score: Counted, others: AbstractSet[Counted], due: Due) -> bool:
    """Whether an ask only says how another is done or recorded: "Maureen writes it down"."""
    if not others:
        return False
    if is_minding(reading, act):
        return True
    targets = any(amount.kind in NUMBERS for amount in between(reading.amounts, act.verb + 1, act.last))
    if score is Counted.FULLY and (targets or others == {Counted.NOT}):
        return False  # "Mum ticks the chart, 12 ticks out of 14": the record carries the target
    if act.lemma in RECORDING or (act.lemma == "keep" and not _RECORDS.isdisjoint(reading.keys[act.verb : act.last])):
        return True
    helps = "habit" in act.classes and (act.lemma not in STATES or (act.lemma == "use" and Counted.FULLY in others))
    leads = act is reading.asks[0] and due is Due.DATED and _is_anothers(reading, act, ())
    return score is Counted.NOT and due is Due.DATED and helps and Counted.FULLY in others and not leads


def _fragment_scores(reading: Reading, amounts: list[Amount], due: Due) -> list[Counted]:
    """Judge what stands without a verb: "Kyan's bed changed on Saturdays", "1:1 interventions x3 pw"."""
    covered = words_in(_covered(reading, act) for act in reading.acts)
    loose = [amount for amount in amounts if amount.first not in covered and not _is_means(reading, amount)]
    free = [time for time in reading.times if time.first not in covered and time.kind is TimeKind.FREQUENCY]
    if any(amount.kind in NUMBERS and amount.value is not None for amount in loose):
        ended = due is Due.DATED or not all(
            amount.kind is AmountKind.RATE for amount in loose if amount.kind in NUMBERS
        )
        return [Counted.FULLY if ended else Counted.IN_PART]
    if free:
        return [Counted.FULLY if due is Due.DATED else Counted.IN_PART]
    uses = [term for term in (*absence_of_use(reading), *full_levels(reading)) if term.first not in covered]
    if uses:
        return [Counted.FULLY]
    if any(amount.kind is AmountKind.ZERO for amount in loose):
        spelt = any(amount.kind is AmountKind.ZERO and reading.words[amount.first].key in ZEROS for amount in loose)
        return [Counted.FULLY if spelt else Counted.IN_PART]
    if due is Due.DATED and _is_booked(reading, covered):
        return [Counted.FULLY]
    if not reading.asks:
        if due is Due.DATED and any(time.kind is TimeKind.DATE for time in reading.times):
            return [Counted.FULLY]  # "Dental check, Smile Clinic, Thurs 24/9/26": done or not done on the day
        if due is Due.DATED and _names_an_act(reading):
            return [Counted.FULLY]
        if due is Due.UNDATED_EVENT and reading.doers.doer is Doer.SINGLE and not _FITTED.isdisjoint(reading.keys):
            return [Counted.FULLY]  # "grab rail by bath | Jean, OT | before she comes home": there or not
        return [Counted.IN_PART if _names_a_thing_done(reading) and not is_list(reading) else Counted.NOT]
    return []


def _covered(reading: Reading, act: Act) -> tuple[int, int]:
    """The words whose amounts are an act's own: none where it names the target, in a condition up to its comma."""
    words = reading.words
    if act.mood is Mood.TOLD and not _AIMS.isdisjoint(reading.keys[act.subject_first : act.verb]):
        return act.verb, act.verb
    if act.setting is not Setting.CONDITION:
        return act.subject_first, act.last
    return act.subject_first, next((n for n in range(act.verb, act.last) if words[n].key == ","), act.last)


def _is_means(reading: Reading, amount: Amount) -> bool:
    """Whether a number belongs to a tool: "using 3 houses"."""
    return amount.first > 0 and reading.words[amount.first - 1].key in ("using", "via")


def _is_booked(reading: Reading, covered: frozenset[int]) -> bool:
    """ "Bronwen - appt Dr Achebe 22/9/26": something fixed for a day, outside any act."""
    for time in reading.times:
        if time.kind is TimeKind.DATE and time.first not in covered:
            first = reading.sentences[sentence_of(reading, time.first)][0]
            if not _BOOKED.isdisjoint(reading.keys[first : time.last]):
                return True
    return False


_BOOKED = frozenset(
    "appt appointment check visit assessment clinic meeting hearing session interview scan test jab review mot "
    "viewing".split()
)


# Things that are plainly there or not.
_FITTED = frozenset(
    "rail rails ramp lock locks alarm alarms gate gates bed beds hoist chair commode boiler cooker fridge cot "
    "stairlift "
    "key safe pendant stool mattress blinds sensor form passport card".split()
)


def _names_an_act(reading: Reading) -> bool:
    """ "Denzil: post blue badge form": after a name and a colon, a word that may be a verb is one."""
    words = reading.words
    ends = {party.after for party in reading.parties}
    for n, word in enumerate(words[:-1]):
        if word.key == ":" and n in ends:
            verb = verb_at(words, n + 1, len(words))
            return verb is not None and verb.form == "base" and "once" in verb.classes
    return False


def _names_a_thing_done(reading: Reading) -> bool:
    return not _DEEDS.isdisjoint(reading.keys)


_DEEDS = frozenset(
    "referral referrals referal assessment application appointment appt check visit course poc package fgc".split()
)


def _together(scores: list[Counted], amounts: list[Amount], due: Due, trigger: Counted, *, rhythm: bool) -> Counted:
    if not scores:
        return Counted.NOT
    if trigger is Counted.NOT:
        return Counted.NOT
    if all(score is Counted.FULLY for score in scores):
        return Counted.FULLY
    if all(score is Counted.NOT for score in scores):
        return Counted.NOT
    if Counted.FULLY in scores and due is Due.DATED and (rhythm or any(amount.kind in NUMBERS for amount in amounts)):
        return Counted.FULLY
    return Counted.IN_PART


def _any_change(reading: Reading, amounts: list[Amount], due: Due) -> bool:
    return (
        due in (Due.DATED, Due.UNDATED_EVENT)
        and not any(a.kind in NUMBERS for a in amounts)
        and any(compares_over_time(reading, act) for act in reading.asks)
    )
