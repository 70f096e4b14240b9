"""Drafts an objective for a theme, a state of mind, a bare fragment or something not wanted.

Nobody can be seen to do a theme, so somebody gets one thing to do that can be seen, for the aim in the user's words.
"""

from collections.abc import Sequence

from rewriter.answer import Change
from rewriter.asking import is_theme, names_countable_area
from rewriter.drafting.doers import Named, asks_who, doer_in_group, thing_of
from rewriter.drafting.groups import Group, held
from rewriter.drafting.kept_away import banned, kept_away
from rewriter.drafting.phrases import act_of, ask_about, inside_a_sentence
from rewriter.drafting.pieces import Faults, Piece
from rewriter.drafting.saying import said
from rewriter.evidence.doers import fragment_doers
from rewriter.plan import Act, Due, Reading, Setting
from rewriter.sentences.grammar import verb_at
from rewriter.timing.reader import TimeKind

__all__ = ["is_kept_out", "is_theme_only", "one_thing"]

_REASONS = {
    "cliche_or_universal": "The words would be true of any child or adult.",
    "infinitive_mental_verb": "Nobody can see a state of mind; they can see what is said or done.",
    "negative_outcome": "It said what is not wanted; an objective says what is.",
    "vague_verb": "It named a theme, not something anyone could be seen to do.",
}
_GONE = ("cliche_or_universal", "infinitive_mental_verb")  # faults of an aim that cannot be kept in the objective
_STOPPING = frozenset(("stop", "avoid", "refrain", "refrain from", "cease", "quit", "prevent"))
_DONE_ONCE = frozenset(("sort", "sort out", "get sorted", "deal with", "put in place", "implement", "put"))
_CARING = frozenset("meet promote provide respect celebrate".split())  # "to promote Ebo's identity & cultural needs"
_YOUNG = ("child", "baby")
_NONE = frozenset("no any further more".split())


def is_theme_only(reading: Reading, group: Group, found: Faults) -> bool:
    """Whether a group holds no act that could be kept: only themes, states of mind, or what is not wanted."""
    if not group.acts:
        listed = held(reading.lasting(fragment_doers), group)
        if any(party.end - party.start + 2 < group.end - group.start for party in listed):
            return False
        counted = any(amount.value is not None and _holds(group, amount.start) for amount in reading.amounts)
        return _unwanted(reading, group) or not counted
    lead = group.acts[0]
    if "negative_outcome" in found and (lead.negated or lead.lemma in _STOPPING):
        return True
    if found.touching("not_in_actor_control", group.start, group.end):
        return True  # what lies with somebody else can be the aim, not the act
    if any(_means(reading, act) is not None and "vague" in act.classes for act in group.acts):
        return True
    if names_countable_area(reading, group.acts):
        return False
    if not lead.actors and not lead.passive and lead.verb > lead.subject_first and _is_theme(reading, lead):
        return not any(amount.value is not None for amount in reading.amounts_in(lead.verb, group.acts[-1].last))
    return all(_is_theme(reading, act) for act in group.acts)


def _is_theme(reading: Reading, act: Act) -> bool:
    return is_theme(act, reading)


def _holds(group: Group, start: int) -> bool:
    return group.start <= start < group.end


def _unwanted(reading: Reading, group: Group) -> bool:
    """Whether a group without an act opens with what is not wanted: "No further self harm"."""
    first = next((word for word in reading.words if word.start >= group.start), None)
    return first is not None and first.key == "no"


def is_kept_out(found: Faults, start: int, end: int) -> bool:
    """Whether a stretch holds an aim that cannot stand in an objective: of mind, or true of anybody."""
    return any(found.touching(rule, start, end) for rule in _GONE)


def one_thing(reading: Reading, group: Group, found: Faults, goal: str = "") -> Piece:
    """Give the objective: who, one thing that can be seen, how often and until when, and for which aim.

    Words that stand in the goal already are not said again: what is left to agree is what will be done.
    """
    named = doer_in_group(reading, group)
    if group.acts and _is_childrens_state(group.acts[0]):
        named = Named("", "", ())  # "children to be safe, happy": no child sees to that
    means = _means(reading, group.acts[0]) if group.acts else None
    if means is not None:
        return _by_its_means(reading, group, named, means, found)
    when, dated = _when(reading, group)
    todo = act_of(named.short)
    if not group.acts and not named.words and not _unwanted(reading, group):
        return _beside(reading, group, found, when, dated=dated)
    aim, dropped = _aim(reading, group, found)
    who = named.words or "[Who]"
    away = kept_away(reading, group) if named.words else ""
    if away:
        text = f"{who[:1].upper()}{who[1:]} not to {away}, checked by [named worker] [how often]{when}."
        checked = (*named.asks, ask_about("worker"), ask_about("often"), *(() if dated else (ask_about("date"),)))
        return Piece(text, (who,), checked, _open_time(reading, when), f"not to {away}")
    if named.words and group.acts and group.acts[0].lemma == "be supported":
        return _supported(reading, group, named, when, dated=dated)
    review = found.touching("review_as_measure", group.start, group.end) is not None
    ban = banned(reading, group) if named.words and not review else ""
    if ban:
        instead = act_of(named.short, " instead")
        text = f"{who[:1].upper()}{who[1:]} {ban} ({instead.bracket}){when}."
        asked = (*asks_who(named), instead, *(() if dated else (ask_about("date"),)))
        return Piece(text, (who,), asked, _open_time(reading, when), ban)
    typed = _as_typed(reading, group, found, named)
    if "([date])" in when and found.touching("cliche_or_universal", group.start, group.end):
        typed = ""  # two things asked of words that say so little
    if typed and typed not in goal:
        once = group.acts[0].lemma in _DONE_ONCE
        when = _by(when) if once else f" [how often]{when}"
        text = f"{who[:1].upper()}{who[1:]} to {typed} ({todo.bracket}){when}."
        often = () if once else (ask_about("often"),)
        meant = (*asks_who(named), todo, *often, *(() if dated else (ask_about("date"),)))
        return Piece(text, (who,), meant, _open_time(reading, when), typed)
    how_often, counted = ("", ", measured by [what will be counted]") if review else (" [how often]", "")
    text = f"{who[:1].upper()}{who[1:]} to {todo.bracket}{how_often}{when}{counted}{aim}."
    asks = (
        *asks_who(named),
        todo,
        ask_about("counts") if review else ask_about("often"),
        *(() if dated else (ask_about("date"),)),
    )
    changes = [Change(words, text, _REASONS[rule], rule) for words, rule in dropped]
    return Piece(text, (who,), asks, (*changes, *_open_time(reading, when)), todo.bracket)


def _is_childrens_state(act: Act) -> bool:
    young = bool(act.actors) and all(party.role in _YOUNG and not party.names for party in act.actors)
    return young and act.lemma.split()[0] in ("be", "feel", "stay", "live")


def _supported(reading: Reading, group: Group, named: Named, when: str, *, dated: bool) -> Piece:
    """Who is to be supported keeps no task: who supports them, and with what, is asked."""
    verb = reading.words[group.acts[0].verb + (reading.keys[group.acts[0].verb] == "be")]
    how = said(reading, verb.end, group.end)
    who = f"{named.words[:1].upper()}{named.words[1:]}"
    text = f"{who} to be {verb.text} by [who] {how} ([what they will do]) [how often]{when}."
    asks = (ask_about("who"), act_of(""), ask_about("often"), *(() if dated else (ask_about("date"),)))
    return Piece(text, ("[who]",), asks, _open_time(reading, when), f"{verb.text} {how}")


def _as_typed(reading: Reading, group: Group, found: Faults, named: Named) -> str:
    """What somebody named is to do, loosely, in their words: "help w/ lifts"; "" where it cannot stand so."""
    unnamed = not named.words and reading.keys[0] == "to" and len(group.acts) == 1
    if not group.acts or not (named.words or unnamed) or found.touching("review_as_measure", group.start, group.end):
        return ""
    said_so: list[str] = []
    for run in _runs(group.acts):
        act = run[0]
        if (
            act.negated
            or act.passive
            or act.lemma in _STOPPING
            or not (act.actors or unnamed)
            or act.setting is not Setting.MAIN
        ):
            return ""
        start = reading.words[act.verb].start
        end = reading.words[act.last - 1].end if len(group.acts) > 1 else _end_of_aim(reading, act, group, found)
        if (
            act.lemma == "be supported"
            or (named.words.startswith("[named") and act.lemma.split()[0] == "be")  # "MH to be stable" is a state
            or (found.touching("infinitive_mental_verb", start, end) and act.lemma.split()[0] not in _CARING)
            or found.touching("negative_outcome", start, end)
            or ("guarantee" in act.classes and found.touching("cliche_or_universal", start, end))
        ):
            return ""
        if found.touching("not_in_actor_control", start, end) or reading.words[act.verb].key != act.lemma.split()[0]:
            return ""
        said_so.append(said(reading, start, end))
    return " and ".join(words for words in said_so if words)


def _open_time(reading: Reading, when: str) -> tuple[Change, ...]:
    due, time = reading.timescale
    if due not in (Due.OPEN_ENDED, Due.OPEN_ENDED_HABIT) or time is None:
        return ()
    words = reading.text[time.start : time.end]
    return (Change(words, when.strip(), "The words about time set no date.", "ongoing_or_asap"),)


def _beside(reading: Reading, group: Group, found: Faults, when: str, *, dated: bool) -> Piece:
    """A theme that nobody is named for, kept as the heading of what is to be done: "Life story work: [who] to ..."."""
    words = said(reading, group.start, group.end)
    when = " by [date]" if when == " until [date]" else when
    text = f"{words[:1].upper()}{words[1:]}: [who] to [what they will do]{when}."
    asks = (ask_about("who"), act_of(""), *(() if dated else (ask_about("date"),)))
    gone = next((rule for rule in _GONE if found.touching(rule, group.start, group.end)), "")
    if gone:
        text = f"[Who] to [what they will do] [how often]{_until(when)}."
        changes = (Change(reading.text[group.start : group.end], text, _REASONS[gone], gone),)
        asks = (ask_about("Who"), act_of(""), ask_about("often"), *asks[2:])
        return Piece(text, ("[Who]",), asks, (*changes, *_open_time(reading, _until(when))), "[what they will do]")
    return Piece(text, ("[who]",), asks, _open_time(reading, when), "[what they will do]")


def _by(when: str) -> str:
    return when.replace(" until [date]", " by [date]")


def _until(when: str) -> str:
    return when.replace(" by [date]", " until [date]")


def _means(reading: Reading, act: Act) -> int | None:
    """Where the means to an aim begin: the verb of "by increasing their attendance at meetings"."""
    words = reading.words
    for index in range(act.verb + 1, act.last - 1):
        verb = verb_at(words, index + 1, act.last)
        if words[index].key == "by" and verb is not None and verb.form == "ing":
            return index + 1
    return None


def _by_its_means(reading: Reading, group: Group, named: Named, at: int, found: Faults) -> Piece:
    """The means as the objective, for the aim in the user's words (002 Halton, Example 2)."""
    act = group.acts[0]
    verb = verb_at(reading.words, at, len(reading.words))
    stops = [time.first for time in reading.times_in(at + 1, act.last)] + [act.last]
    lemma, length = (verb.lemma, verb.length) if verb is not None else (reading.words[at].key, 1)
    rest = said(reading, reading.words[at + length - 1].end, reading.words[min(stops) - 1].end)
    when, dated = _when(reading, group)
    changing = verb is not None and "change" in verb.classes
    measure = " from [level now] to [target level]" if changing else " [how often]"
    asks = (
        *((ask_about("level_now"), ask_about("target")) if changing else (ask_about("often"),)),
        *asks_who(named),
        *(() if dated else (ask_about("date"),)),
    )
    who = named.words or "[Who]"
    aim = said(reading, reading.words[act.verb].start, reading.words[at - 2].end)
    gone = is_kept_out(found, group.start, group.end)
    link = f", so as to {aim}" if not gone and "improve" not in act.lemma and len(aim.split()) > 1 else ""
    text = f"{who[:1].upper()}{who[1:]} to {lemma} {rest}{measure}{when}{link}."
    return Piece(text, (who,), asks, _open_time(reading, when), f"{lemma} {rest}")


def _aim(reading: Reading, group: Group, found: Faults) -> tuple[str, list[tuple[str, str]]]:
    """The aims in the user's words, as they follow in the sentence; and the words that a fault keeps out, with it."""
    if not group.acts:
        return _instead_of(reading, group)
    phrases: list[str] = []
    dropped: list[tuple[str, str]] = []
    runs = _runs(group.acts)
    for number, run in enumerate(runs):
        act = run[0]
        start = group.start if number == 0 else reading.words[act.subject_first].start
        end = _end_of_aim(reading, act, group, found)
        if number + 1 < len(runs):
            end = min(end, reading.words[runs[number + 1][0].subject_first].start)
        gone = next((rule for rule in _GONE if found.touching(rule, start, end)), "")
        if gone:
            words = reading.text[start:end].strip().rstrip(",;&+|").strip().removesuffix(" and")
            dropped.append((words, gone))
        elif end > reading.words[act.verb].start:
            phrases.append(_for_the_sake_of(reading, act, end))
    return "".join(f", {phrase}" for phrase in phrases if phrase), dropped


def _runs(acts: Sequence[Act]) -> list[list[Act]]:
    """Acts that are denied in one breath belong together: "not to shout or be aggressive"."""
    runs: list[list[Act]] = []
    for act in acts:
        if runs and act.inherited and runs[-1][0].negated and act.sentence == runs[-1][0].sentence:
            runs[-1].append(act)
        else:
            runs.append([act])
    return runs


def _end_of_aim(reading: Reading, act: Act, group: Group, found: Faults) -> int:
    """Where an aim ends at the latest: with its cell of a table, or before the review that is to measure it."""
    end = group.end
    bar = reading.text.find("|", reading.words[act.verb].start, end)
    end = bar if bar >= 0 else end
    review = found.get("review_as_measure")
    if review is not None and reading.words[act.verb].start < review.start < end:
        end = review.start
    return end


def _for_the_sake_of(reading: Reading, act: Act, end: int) -> str:
    """One aim: "so as to sort the damp", "rather than shout", "for incidents to reduce"."""
    words = reading.words
    verb = words[act.verb]
    lemma = act.lemma.split()
    rest = said(reading, words[min(act.verb + len(lemma), len(words)) - 1].end, end)
    plainly = f"{act.lemma} {rest}".strip()
    if [word.key for word in words[act.verb : act.verb + len(lemma)]] == lemma:
        plainly = said(reading, verb.start, end)  # as it was typed: "co-ordinate"
    if verb.text.istitle():
        plainly = f"{plainly[:1].lower()}{plainly[1:]}"  # it opened the user's sentence
    if act.negated:
        return f"rather than {plainly}"
    if act.lemma in _STOPPING and rest:
        return f"instead of {rest.removeprefix('from ')}"
    if (not act.actors and act.verb > act.subject_first) or act.passive:
        subject = inside_a_sentence(thing_of(reading, act))
        if subject and act.passive and "carrier" in act.classes:
            return f"so as to support {subject} to {plainly}"
        done = f"be {said(reading, verb.start, end)}" if act.passive else plainly
        return f"for {subject} to {done}" if subject else ""
    if verb.key.endswith("ing") and not act.lemma.endswith("ing"):
        return f"so as to be {said(reading, verb.start, end)}"
    return f"so as to {plainly}"


def _instead_of(reading: Reading, group: Group) -> tuple[str, list[tuple[str, str]]]:
    """What is not wanted, as what something else is to take the place of; nobody was read to act in it."""
    words = [word for word in reading.words if group.start <= word.start < group.end]
    at = next((n for n, word in enumerate(words) if word.key not in _NONE), len(words))
    if at == 0 or at >= len(words):
        return f", about {inside_a_sentence(said(reading, group.start, group.end))}", []
    return f", instead of {said(reading, words[at].start, group.end)}", []


def _when(reading: Reading, group: Group) -> tuple[str, bool]:
    time = reading.timescale.time
    written = reading.text[time.start : time.end] if time is not None else ""
    if reading.timescale.due is Due.DATED and time is not None:
        bare = time.kind is TimeKind.DATE and (written[:1].isdigit() or written[:1].isupper())
        return f" {'by ' if bare else ''}{_small(written)}", True
    if reading.timescale.due is Due.UNDATED_EVENT and time is not None and group.start <= time.start < group.end:
        return f" {_small(written)} ([date])", False
    return " until [date]", False


def _small(time: str) -> str:
    """A phrase of time inside a sentence: "By 30 November" loses its capital, "Friday" does not."""
    head, _, rest = time.partition(" ")
    small = head.lower() in (
        "by",
        "within",
        "before",
        "until",
        "over",
        "for",
        "from",
        "at",
        "in",
        "this",
        "next",
        "the",
    )
    return f"{head.lower()} {rest}" if small and rest else time
