"""Turns responsibility round, as the guidance's own example does.

The goal names who causes the harm and who is protected, the person causing it gets the objective, and what the
person harmed may have is offered, never demanded.

Source: 002 Halton, the domestic violence example and the paragraph that follows it.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from rewriter.answer import Change
from rewriter.drafting.groups import Group, held
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Ask, Piece
from rewriter.harm.harms import harmed_phrase, source_phrase
from rewriter.people import Harm
from rewriter.plan import Act, Due, Reading
from rewriter.text import joined, words_of

__all__ = ["protective_goal", "turned_round"]

_REASONS = {
    "responsibility_on_victim": "It asked the person harmed to answer for what another does.",
    "responsibility_unassigned": "The harm was to end and nobody was responsible for ending it.",
    "hides_information": "It rewarded silence about the harm.",
    "mutualises": "It gave one person's harm to both.",
    "minimises": "The words made the harm smaller than it is.",
}
# People whom no plan can give a task: not known, or known only as a crowd.
_CANNOT_BE_ASKED = frozenset(
    "unknown unidentified identified unnamed someone others strangers people adults men women males females boys "
    "girls lads youths teens teenagers guys blokes elders gang group crowd network dealers groomers punters".split()
)
_CHILDREN = frozenset(
    "child children kid kids boy boys girl girls baby twins son sons daughter daughters brothers sisters".split()
)
_FAMILY = frozenset("father mother son daughter brother sister uncle aunt grandfather grandmother".split())
_AS_NAMES = frozenset("mum dad mam nan gran grandad grandma".split())
_BARE = frozenset("older night day other men boys lads".split())
_LETTING = frozenset(("allow", "let", "have", "invite", "permit"))
_HIM = frozenset(("him", "her", "them"))
_PLACES = frozenset("in into inside to near at round around".split())
_AFTER_PLACES = frozenset(
    (",", ".", ";", "and", "or", "while", "when", "if", "so", "until", "as", "because", "(", "\n")
)
_ENDINGS = frozenset("by until till for within over between from to before".split())
_TAKEN_UP = frozenset(
    "attend complete work with engage with engage access meet see join do finish start go".split()
) | frozenset(("work with", "engage with", "take part"))


def protective_goal(harms: Sequence[Harm], reading: Reading, groups: Sequence[Group]) -> Piece:
    """The goal of a plan where there is abuse: who is to be safe, and from whom.

    Children of whom the words turned round speak are to be safe too: a child who sees or hears abuse is harmed.
    """
    if _is_each_way(harms):
        pairs = [_sides([harm], reading) for harm in harms]
        return Piece(f"For {joined(f'{to} to be safe from harm by {by}' for to, by, _ in pairs)}.", (), ())
    harmed, source, asks = _sides(harms, reading)
    known = {person.name.lower() for person in reading.context.people if person.role.lower() in ("child", "baby")}
    sides = [_plainly(phrase) for harm in harms for phrase in (harm.to, harm.by)]
    spoken = any(set(side.split()) & (_CHILDREN | known) for side in sides)
    children = [
        words
        for group in groups
        for party in held(reading.parties, group)
        if party.role in ("child", "baby") and not party.names
        and (words := reading.text[party.start : party.end].lower()) in _CHILDREN
    ]  # fmt: skip
    named = list(dict.fromkeys(_called(harmed_phrase(h), _names_of_roles(reading)) for h in harms if h.to)) or [harmed]
    whole = joined([*named, *(f"the {words}" for words in children[:1] if not spoken)])
    return Piece(f"For {whole} to be safe from harm by {source}.", (), asks)


def _plainly(phrase: str) -> str:
    return phrase.lower().replace("'", " ")


def _is_each_way(harms: Sequence[Harm]) -> bool:
    """Whether each harms the other; then each owns what they do, and nobody owns it together."""
    pairs = {(harm.to, harm.by) for harm in harms if harm.to and harm.by}
    return any((by, to) in pairs for to, by in pairs)


def turned_round(
    reading: Reading, harms: Sequence[Harm], replaced: Sequence[tuple[str, str]], group: Group | None
) -> tuple[Piece, ...]:
    """Give the objectives that take the place of those that put responsibility on the wrong person or on nobody.

    `replaced` pairs the user's words with the rule that found them; they are declared as changes of the first
    piece. `group` is the stretch replaced, so that support already named there is kept and offered.
    """
    apart = [[harm] for harm in harms] if _is_each_way(harms) else [harms]
    ending = [_ending_the_harm(each, reading, group) for each in apart]
    first = ending[0]
    changes = tuple(Change(words, first.text, _REASONS[rule], rule) for words, rule in replaced)
    return (first._replace(changes=changes), *ending[1:], _offer(reading, harms, group))


def _ending_the_harm(harms: Sequence[Harm], reading: Reading, group: Group | None) -> Piece:
    """The objective of the person causing the harm, or of a named worker where that person cannot be asked."""
    _, source, asks = _sides(harms, reading)
    until = _until(reading, group)
    date = () if until != "until [date]" else (ask_about("date"),)
    if source.startswith("[") or not all(harm.by for harm in harms) or _CANNOT_BE_ASKED & set(source.lower().split()):
        act = Ask("[what will be done to stop the harm]", "What will be done to find and stop whoever causes the harm?")
        worker = Ask("[Named worker]", ask_about("worker").question)
        text = f"[Named worker] to {act.bracket}, checked [how often] {until}."
        return Piece(text, ("[Named worker]",), (act, worker, ask_about("often"), *date), (), act.bracket)
    act = Ask(
        f"[what {source} will do]" if len(source.split()) <= 5 else "[what the person causing the harm will do]",
        f"What will {source} do, that can be checked, so that the harm ends?",
    )
    away = _stays_away(reading, group, harms)
    does = away or act.bracket
    text = f"{_capital(source)} to {does}, checked by [named worker] [how often] {until}."
    own = (act, ask_about("worker"), ask_about("often"), *date, *asks)
    return Piece(text, (source,), own, (), does)


def _until(reading: Reading, group: Group | None) -> str:
    """The end that the words turned round set, where they set one."""
    due, time = reading.timescale
    if due is not Due.DATED or time is None or group is None or not group.start <= time.start < group.end:
        return "until [date]"
    words = reading.text[time.start : time.end]
    head = words.split(" ", 1)[0].lower()
    if head not in _ENDINGS:
        return "until [date]"
    return f"{'until' if head == 'to' else head}{words[len(head) :]}"


def _stays_away(reading: Reading, group: Group | None, harms: Sequence[Harm]) -> str:
    """What "not to allow Darren into the property" asks of Darren: "to stay out of the property"."""
    if group is None:
        return ""
    sources = {word.key for harm in harms for word in words_of(harm.by)}
    first = bisect_left(reading.words, group.start, key=lambda word: word.start)
    for act in reading.acts_from(first):
        if reading.words[act.verb].start >= group.end:
            break
        if act.lemma not in _LETTING or not act.negated:
            continue
        words = reading.words[act.verb : act.last]
        at = next((n for n, word in enumerate(words) if word.key in sources | _HIM), -1)
        if at < 1 or at + 2 >= len(words) or words[at + 1].key not in _PLACES:
            continue
        stop = next((n for n in range(at + 2, len(words)) if words[n].key in _AFTER_PLACES), len(words))
        place = reading.written(act.verb + at + 2, act.verb + stop)
        if place and stop - at <= 6:
            return f"stay {'out of' if words[at + 1].key in ('in', 'into', 'inside') else 'away from'} {place}"
    return ""


def _offer(reading: Reading, harms: Sequence[Harm], group: Group | None) -> Piece:
    """What the person harmed is offered: refusing it, or telling about the harm, costs nothing."""
    harmed, _, asks = _sides(harms, reading)
    offered = _support_named(reading, group) or "[support and a safety plan]"
    text = f"[Named worker] to offer {harmed} {offered} by [date]; whether to take it up is for {harmed} to choose."
    questions = (
        Ask("[Named worker]", "Which named worker will offer it?"),
        ask_about("support"),
        Ask("[date]", "By which date will it have been offered?"),
        *(ask for ask in asks if ask.bracket in harmed),
    )
    return Piece(text, ("[Named worker]",), questions, (), f"offer {harmed} {offered}")


def _support_named(reading: Reading, group: Group | None) -> str:
    """The support that the user's own words already name ("the Freedom Programme"), to be offered."""
    if group is None:
        return ""
    for act in group.acts:
        if act.lemma in _TAKEN_UP and not act.negated:
            first, last = act.verb + len(act.lemma.split()), _object_end(reading, act)
            words = reading.words[first:last]
            if words and any(word.text[:1].isupper() for word in words):
                return reading.written(first, last)
    return ""


def _object_end(reading: Reading, act: Act) -> int:
    stops = [time.first for time in reading.times_in(act.verb + 1, act.last)]
    stops += [clause.first for clause in reading.clauses_in(act.verb + 1, act.last)]
    stops += [
        n for n in range(act.verb + 1, act.last)
        if reading.words[n].key in ("to", ",", "so", "and", "as", "by", "or", "on", "weekly", ".", "-", "(", "if")
    ]  # fmt: skip
    return min([*stops, act.last])


def _sides(harms: Sequence[Harm], reading: Reading) -> tuple[str, str, tuple[Ask, ...]]:
    """The harmed and the source as words fit to stand in a sentence, with a gap for whichever is not known."""
    names = _names_of_roles(reading)
    harmed = joined(dict.fromkeys(_called(harmed_phrase(harm), names) for harm in harms if harm.to))
    source = joined(dict.fromkeys(_called(source_phrase(harm), names) for harm in harms if harm.by))
    asks: list[Ask] = []
    if not source:
        asks.append(ask_about("harmer"))
    if not harmed:
        asks.append(ask_about("harmed"))
    return harmed or "[the person harmed]", source or "[the person causing the harm]", tuple(asks)


def _names_of_roles(reading: Reading) -> dict[str, str]:
    """Names that were told for a role that one person holds and that stand in the text."""
    held: dict[str, list[str]] = {}
    for person in reading.context.people:
        held.setdefault(person.role.lower(), []).append(person.name)
    text = reading.text.lower()
    return {role: names[0] for role, names in held.items() if len(names) == 1 and names[0].lower() in text}


def _called(phrase: str, names: Mapping[str, str]) -> str:
    """A role by the name told for it; a bare role with its article: "Father" becomes "the father"."""
    if phrase.lower() in names:
        return names[phrase.lower()]
    if ", " in phrase:  # "her neighbour, Mr Crane", "Marc, her ex"
        phrase = next((part for part in phrase.split(", ") if part[:1].isupper()), phrase.split(", ", 1)[0])
    head = phrase.split(" ", 1)[0].lower()
    if " " not in phrase and head in _FAMILY:
        return f"the {head}"
    crowd = head in _BARE and phrase.islower()
    return f"the {phrase}" if crowd or (phrase.islower() and " " not in phrase and head not in _AS_NAMES) else phrase


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
