"""Drafts an objective for a theme, a state of mind, a bare fragment or something not wanted.

Nobody can be seen to do a theme, so somebody gets one thing to do that can be seen, for the aim in the user's words.
"""

from rewriter.answer import Change
from rewriter.asking import is_theme, names_countable_area
from rewriter.drafting.editing import actor_words, said_by
from rewriter.drafting.groups import Group
from rewriter.drafting.phrases import act_of, ask_about
from rewriter.drafting.pieces import Ask, Faults, Piece
from rewriter.evidence.doers import fragment_doers
from rewriter.plan import Act, Due, Reading
from rewriter.sentences.grammar import verb_at

__all__ = ["is_theme_only", "one_thing"]

_REASONS = {
    "negative_outcome": "It said what is not wanted; an objective says what is.",
    "infinitive_mental_verb": "Nobody can see a state of mind; they can see what is said or done.",
    "cliche_or_universal": "The words would be true of any child or adult.",
    "vague_verb": "It named a theme, not something anyone could be seen to do.",
}
_SPOILERS = ("negative_outcome", "cliche_or_universal", "infinitive_mental_verb")
_TELLING = 3  # words that may hold an ask


def is_theme_only(reading: Reading, group: Group, found: Faults) -> bool:
    """Whether a group holds no act that could be kept: only themes, states of mind, or what is not wanted."""
    if not group.acts:
        return "negative_outcome" in found or not any(amount.value is not None for amount in reading.amounts)
    if "negative_outcome" in found and all(act.negated or "negative" in act.classes for act in group.acts):
        return True
    if found.touching("not_in_actor_control", group.start, group.end):
        return True  # what lies with somebody else can be the aim, not the act
    if any(_means(reading, act) is not None and "vague" in act.classes for act in group.acts):
        return True
    return all(is_theme(act, reading) and not names_countable_area(reading, [act]) for act in group.acts)


def one_thing(reading: Reading, group: Group, found: Faults) -> Piece:
    """Give the objective: who, one thing that can be seen, for which aim, how often and until when."""
    act = next(iter(group.acts), None)
    who = actor_words(reading, act) if act is not None and not act.passive else ""
    who = who or " and ".join(said_by(fragment_doers(reading)[:3], reading))
    means = _means(reading, act) if act is not None else None
    if means is not None and act is not None:
        return _by_its_means(reading, group, who, means)
    todo = act_of(who)
    when, dated = _when(reading, group)
    aim = _aim(reading, group, act, found)
    text = f"{who[:1].upper()}{who[1:]}" if who else "[Who]"
    text += f" to {todo.bracket} [how often]{when}{aim}."
    asks: list[Ask] = [
        *(() if who else (ask_about("Who"),)),
        todo,
        ask_about("often"),
        *(() if dated else (ask_about("date"),)),
    ]
    words = reading.text[group.start : group.end]
    kept = bool(aim)
    rule = next((rule for rule in _REASONS if found.touching(rule, group.start, group.end)), "")
    changes = [Change(words, text, _REASONS[rule], rule)] if rule and not kept else []
    due, time = reading.timescale
    if due in (Due.OPEN_ENDED, Due.OPEN_ENDED_HABIT) and time is not None:
        changes.append(
            Change(
                reading.text[time.start : time.end],
                when.strip(),
                "The words about time set no date.",
                "ongoing_or_asap",
            )
        )
    return Piece(text, (who or "[Who]",), tuple(asks), tuple(changes), todo.bracket)


def _means(reading: Reading, act: Act) -> int | None:
    """Where the means to an aim begin: the verb of "by increasing their attendance at meetings"."""
    words = reading.words
    for index in range(act.verb + 1, act.last - 1):
        verb = verb_at(words, index + 1, act.last)
        if words[index].key == "by" and verb is not None and verb.form == "ing":
            return index + 1
    return None


def _by_its_means(reading: Reading, group: Group, who: str, at: int) -> Piece:
    """The means as the objective, where the aim goes to the goal (002 Halton, Example 2)."""
    verb = verb_at(reading.words, at, len(reading.words))
    stops = [time.first for time in reading.times_in(at + 1, group.acts[0].last)] + [group.acts[0].last]
    lemma, length = (verb.lemma, verb.length) if verb is not None else (reading.words[at].key, 1)
    rest = _plain(reading.written(at + length, min(stops)))
    when, dated = _when(reading, group)
    changing = verb is not None and "change" in verb.classes
    measure = " from [level now] to [target level]" if changing else " [how often]"
    asks = (
        *((ask_about("level_now"), ask_about("target")) if changing else (ask_about("often"),)),
        *(() if who else (ask_about("Who"),)),
        *(() if dated else (ask_about("date"),)),
    )
    doer = f"{who[:1].upper()}{who[1:]}" if who else "[Who]"
    text = f"{doer} to {lemma} {rest}{measure}{when}."
    return Piece(text, (who or "[Who]",), asks, (), f"{lemma} {rest}")


def _aim(reading: Reading, group: Group, act: Act | None, found: Faults) -> str:
    """The aim in the user's own words, unless a fault lies in them."""
    if any(found.touching(rule, group.start, group.end) for rule in _SPOILERS):
        return ""
    if act is None:
        return f", about {_plain(reading.text[group.start : group.end])}"
    end = act.last
    if "guarantee" in act.classes:  # what is vouched for belongs to the aim
        end = next(
            (n for n in range(act.verb, len(reading.words)) if reading.words[n].start >= group.end), len(reading.words)
        )
    last = min([end, *(time.first for time in reading.times_in(act.verb + 1, end))])
    words = _plain(reading.written(act.verb, last))
    if act.passive and act.lemma:
        return ""
    if len(words.split()) > 1 and not act.negated and words.split()[0].islower():
        return f", so as to {words}"
    # What stands before an act of one word was read as nobody's act: it is kept, so that no ask is lost unseen.
    unread = _plain(reading.text[group.start : reading.words[act.subject_first].start])
    return f", about {unread}" if len(unread.split()) >= _TELLING else ""


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(" ,.;:-|")


def _when(reading: Reading, group: Group) -> tuple[str, bool]:
    time = reading.timescale.time
    if reading.timescale.due is Due.DATED and time is not None:
        return f" {reading.text[time.start : time.end]}", True
    if reading.timescale.due is Due.UNDATED_EVENT and time is not None and group.start <= time.start < group.end:
        return f" {reading.text[time.start : time.end]}, on [date]", False
    return " until [date]", False
