"""Turns responsibility round, as the guidance's own example does.

The goal names who causes the harm and who is protected, the person causing it gets the objective, and what the
person harmed may have is offered, never demanded.

Source: 002 Halton, the domestic violence example and the paragraph that follows it.
"""

from collections.abc import Sequence

from rewriter.answer import Change
from rewriter.drafting.groups import Group
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Ask, Piece
from rewriter.harm.harms import harmed_phrase, source_phrase
from rewriter.people import Harm
from rewriter.plan import Act, Reading
from rewriter.text import joined

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
_TAKEN_UP = frozenset(
    "attend complete work with engage with engage access meet see join do finish start go".split()
) | frozenset(("work with", "engage with", "take part"))


def protective_goal(harms: Sequence[Harm]) -> Piece:
    """The goal of a plan where there is abuse: who is to be safe, and from whom."""
    if _is_each_way(harms):
        pairs = [_sides([harm]) for harm in harms]
        return Piece(f"For {joined(f'{to} to be safe from harm by {by}' for to, by, _ in pairs)}.", (), ())
    harmed, source, asks = _sides(harms)
    return Piece(f"For {harmed} to be safe from harm by {source}.", (), asks)


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
    ending = [_ending_the_harm(each) for each in apart]
    first = ending[0]
    changes = tuple(Change(words, first.text, _REASONS[rule], rule) for words, rule in replaced)
    return (first._replace(changes=changes), *ending[1:], _offer(reading, harms, group))


def _ending_the_harm(harms: Sequence[Harm]) -> Piece:
    """The objective of the person causing the harm, or of a named worker where that person cannot be asked."""
    _, source, asks = _sides(harms)
    if source.startswith("[") or not all(harm.by for harm in harms) or _CANNOT_BE_ASKED & set(source.lower().split()):
        act = Ask("[what will be done to stop the harm]", "What will be done to find and stop whoever causes the harm?")
        worker = Ask("[Named worker]", ask_about("worker").question)
        text = f"[Named worker] to {act.bracket}, checked [how often] until [date]."
        return Piece(text, ("[Named worker]",), (act, worker, ask_about("often"), ask_about("date")), (), act.bracket)
    act = Ask(
        f"[what {source} will do]" if len(source.split()) <= 5 else "[what the person causing the harm will do]",
        f"What will {source} do, that can be checked, so that the harm ends?",
    )
    text = f"{_capital(source)} to {act.bracket}, checked by [named worker] [how often] until [date]."
    own = (act, ask_about("worker"), ask_about("often"), ask_about("date"), *asks)
    return Piece(text, (source,), own, (), act.bracket)


def _offer(reading: Reading, harms: Sequence[Harm], group: Group | None) -> Piece:
    """What the person harmed is offered: refusing it, or telling about the harm, costs nothing."""
    harmed, _, asks = _sides(harms)
    offered = _support_named(reading, group) or "[support and a safety plan]"
    text = f"[Named worker] to meet {harmed} by [date] with a free offer of {offered}."
    questions = (
        Ask("[Named worker]", "Which named worker will offer it?"),
        ask_about("support"),
        Ask("[date]", "By which date will it have been offered?"),
        *(ask for ask in asks if ask.bracket in harmed),
    )
    return Piece(text, ("[Named worker]",), questions, (), f"meet {harmed} with a free offer of {offered}")


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


def _sides(harms: Sequence[Harm]) -> tuple[str, str, tuple[Ask, ...]]:
    """The harmed and the source as words fit to stand in a sentence, with a gap for whichever is not known."""
    harmed = joined(dict.fromkeys(_article(harmed_phrase(harm)) for harm in harms if harm.to)) or "[the person harmed]"
    source = (
        joined(dict.fromkeys(_article(source_phrase(harm)) for harm in harms if harm.by))
        or "[the person causing the harm]"
    )
    asks: list[Ask] = []
    if source.startswith("["):
        asks.append(ask_about("harmer"))
    if harmed.startswith("["):
        asks.append(ask_about("harmed"))
    return harmed, source, tuple(asks)


def _article(phrase: str) -> str:
    """Give a bare role its article: "father" becomes "the father"; a name stays as it is."""
    alone = phrase.islower() and " " not in phrase and phrase not in ("mum", "dad", "nan", "gran")
    return f"the {phrase}" if alone else phrase


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
