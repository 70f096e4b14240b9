"""Turns responsibility round, as the guidance's own example does.

The goal names who causes the harm and who is protected, the person causing it gets the objective, and what the
person harmed may have is offered, never demanded.

Source: 002 Halton, the domestic violence example and the paragraph that follows it.
"""

from collections.abc import Sequence

from rewriter.answer import Change
from rewriter.drafting.pairs import Pair
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Ask, Piece
from rewriter.plan import Due, Reading
from rewriter.text import joined

__all__ = [
    "SOMEBODY",
    "declared",
    "declared_offer",
    "ending_the_harm",
    "offered",
    "protective_goal",
    "seen_by_a_worker",
    "set_until",
]

SOMEBODY = "[Named worker]"
_REASONS = {
    "responsibility_on_victim": "It asked the person harmed to answer for what another does.",
    "responsibility_unassigned": "The harm was to end and nobody was responsible for ending it.",
    "hides_information": "It rewarded silence about the harm.",
    "mutualises": "It gave one person's harm to both.",
    "minimises": "The words made the harm smaller than it is.",
    "who_harms_whom": "Whose task this is hangs on who harms whom, which is not said: it is held back until it is.",
}
_BARE_OFFER = "responsibility_on_victim"  # the rule whose promise the offer keeps
_ENDINGS = frozenset("by until till within for over between from to before".split())


def declared(words: str, to: str, rule: str) -> Change:
    """Give the change of some of the user's words by a rule of responsibility."""
    return Change(words, to, _REASONS[rule], rule)


def protective_goal(pairs: Sequence[Pair], children: Sequence[str] = ()) -> Piece:
    """The goal of a plan where there is abuse: who is to be safe, and from whom.

    Children of whom the words turned round speak are to be safe too: a child who sees or hears abuse is harmed.
    """
    if len(pairs) > 1:
        return Piece(f"For {joined(f'{each.harmed} to be safe from harm by {each.source}' for each in pairs)}.", (), ())
    (pair,) = pairs
    whole = joined([*pair.harmed.split(" and "), *children]) if children else pair.harmed
    return Piece(f"For {whole} to be safe from harm by {pair.source}.", (), pair.asks)


def declared_offer(words: str, to: str) -> Change:
    """Give the change of a programme that stood as a task of somebody harmed, and was not pressed on them, to an offer.

    Bare, it puts nothing on them (see the responsibility standard, 3); what is offered may still be refused.
    """
    return Change(words, to, "Help for somebody harmed is offered, so that they may refuse it.", _BARE_OFFER)


def ending_the_harm(pair: Pair, does: str = "", until: str = "") -> Piece:
    """The objective of the person causing the harm, or of a named worker where that person cannot be asked.

    `does` is what the person is to do, in the user's words ("not to come to the house"); where it is "", that is asked.
    """
    when = until or "until [date]"
    date = () if until and "[date]" not in until else (ask_about("date"),)
    if not pair.askable:
        what = f"stop {pair.source}" if pair.source != ask_about("harmer").bracket else "find and stop them"
        act = Ask("[what will be done]", f"What will be done to {what}?")
        worker = Ask(SOMEBODY, ask_about("worker").question)
        known = f" to stop {pair.source}" if pair.source != ask_about("harmer").bracket else " to stop the harm"
        text = f"{SOMEBODY} to {act.bracket}{known}, checked [how often] {when}."
        own = (act, worker, ask_about("often"), *date, *pair.asks)
        return Piece(text, (SOMEBODY,), own, (), f"{act.bracket}{known}")
    who = pair.source.strip("[]")
    named = who != ask_about("harmer").bracket.strip("[]")
    who = who if named and len(who.split()) <= 5 and "[" not in who else "they"
    act = Ask(f"[what {who} will do]", f"What will {who} do, that can be checked, so that the harm ends?")
    done = does or f"to {act.bracket}"
    text = f"{_capital(pair.source)} {done}, checked by [named worker] [how often] {when}."
    own = (*(() if does else (act,)), ask_about("worker"), ask_about("often"), *date, *pair.asks)
    return Piece(text, (pair.source,), own, (), done.removeprefix("to "))


def seen_by_a_worker(words: str, until: str = "") -> Piece:
    """What the person harmed was to oversee, as the task of a worker: "to supervise all contact between ..."."""
    worker = Ask(SOMEBODY, ask_about("worker").question)
    asks = (worker, ask_about("often"), *(() if until else (ask_about("date"),)))
    return Piece(f"{SOMEBODY} to {words} [how often] {until or 'until [date]'}.", (SOMEBODY,), asks, (), words)


def set_until(part: Reading) -> str:
    """The end that the words turned round set, where they set one."""
    due, time = part.timescale
    if due not in (Due.DATED, Due.UNDATED_EVENT) or time is None:
        return ""
    words = part.text[time.start : time.end]
    head = words.split(" ", 1)[0].lower()
    if head not in _ENDINGS:
        return ""
    date = "" if due is Due.DATED else " ([date])"
    return f"{'until' if head == 'to' else head}{words[len(head) :]}{date}"


def offered(
    worker: str, whom: str, what: str = "", when: str = "", asks: Sequence[Ask] = (), *, timed: bool = False
) -> Piece:
    """What somebody harmed is offered, by a worker named or to be named: refusing it costs nothing.

    `timed` says that the help is told with its own time ("from 4 Feb"), so no date is asked.
    """
    help_ = what or ask_about("support").bracket
    said_when = f" {when}" if when else "" if timed else " by [date]"
    text = f"{worker} to offer {whom} {help_}{said_when}; whether to take it up is for {whom} to choose."
    questions = (
        *((Ask(SOMEBODY, "Which named worker will offer it?"),) if worker == SOMEBODY else ()),
        *(() if what else (ask_about("support"),)),
        *(
            ()
            if (when or timed) and "[date]" not in when
            else (Ask("[date]", "By which date will it have been offered?"),)
        ),
        *(ask for ask in asks if ask.bracket in whom),
    )
    return Piece(text, (worker,), questions, (), f"offer {whom} {help_}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
