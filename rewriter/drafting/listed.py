"""A part of some notes in which somebody stands beside words without "to": their duty, or what it is asked to be."""

from rewriter.drafting.bidding import gives, is_bare_task, is_deed, is_told_to
from rewriter.drafting.doers import ANYBODY, name_there
from rewriter.drafting.pace import is_dated
from rewriter.drafting.phrases import act_of, ask_about
from rewriter.drafting.pieces import Ask, Piece
from rewriter.drafting.saying import said
from rewriter.drafting.somebody import Somebody, closing, opening, somebody_at
from rewriter.people import PartyKind
from rewriter.plan import Due, Reading
from rewriter.reading import read
from rewriter.sentences.grammar import verb_at

_ON_TIME = tuple((where, by) for where in ("up", "home", "in", "back") for by in ("by", "at", "before"))
__all__ = ["duty_in_other_words", "listed_for", "opened_up", "parted"]


def opened_up(part: Reading) -> Reading | None:
    """Give a part with "to" put in where somebody stands right before a verb: "mum stop giving him cash".

    None where no verb follows, or where it stands in a form that says a duty by itself ("dad picks him up").
    """
    somebody = opening(part)
    if somebody is None or somebody.after >= len(part.words):
        return None
    verb = verb_at(part.words, somebody.after, len(part.words))
    if part.keys[somebody.after : somebody.after + 2] == ("rest", "of"):
        return None  # "mum rest of wk"
    errand = is_bare_task(part.words, somebody.after, len(part.words))
    if verb is None or verb.form == "past" or not (errand or gives(verb.lemma, verb.classes) or is_told_to(part)):
        return None  # "Mr Jones falls", "brother hits him" are no duties
    if verb.form == "third" and any(act.verb == somebody.after for act in part.asks):
        return None
    head = part.text[: part.words[somebody.after - 1].end]
    rest = part.text[part.words[somebody.after + verb.length - 1].end :]
    return read(f"{head} to {verb.lemma}{rest}", part.context)


def parted(part: Reading) -> tuple[str, Reading] | None:
    """Give what a part tells of somebody and the task joined to it: "Marcia has a key + rings him Sundays".

    None where it tells nothing first, or asks nothing after.
    """
    told, *rest = part.asks
    if not rest or not told.actors or part.keys[told.verb] not in ("has", "have") or not rest[0].inherited:
        return None
    task = rest[0]
    verb = verb_at(part.words, task.verb, len(part.words))
    if verb is None or not gives(verb.lemma, verb.classes):
        return None
    name = part.written(told.actors[0].first, told.actors[-1].last)
    duty = f"{name} to {verb.lemma}{part.text[part.words[task.verb + verb.length - 1].end :]}"
    return said(part, 0, part.words[told.last - 1].end, timed=True), read(duty, part.context)


def listed_for(part: Reading) -> Piece | None:
    """Give the objective for words that somebody only stands beside: "OT re bathroom", "heating on - parents".

    None where nobody does.
    """
    before = opening(part)
    named = before is not None and _is_called_more(part, before)
    if before is not None and (named or is_deed(part.words[before.after])):
        before = before._replace(after=before.after + named)  # "aunty bev walks them"
        words = said(part, 0, len(part.text), timed=True)
        dated = is_dated(part)
        text = f"{words[:1].upper()}{words[1:]}{'' if dated else ' until [date]'}."
        return Piece(text, (part.written(0, before.after),), () if dated else (ask_about("date"),), (), words)
    if before is not None:
        return _for(part, before, part.words[before.after].start, len(part.text))
    behind = closing(part)
    return _for(part, behind, 0, part.words[behind.first].start) if behind is not None else None


def _is_called_more(part: Reading, somebody: Somebody) -> bool:
    """Whether the word after a role is a name typed small, since what they do follows it."""
    at = somebody.after + 1
    verb = verb_at(part.words, at, len(part.words)) if at < len(part.words) else None
    return verb is not None and verb.form == "third" and verb_at(part.words, at - 1, len(part.words)) is None


def duty_in_other_words(part: Reading) -> Piece | None:
    """Give the objective where somebody is "to" do what no list of verbs has: "mum & dad to back each other up"."""
    people = {party.first: party for party in part.parties}
    party, after = somebody_at(part.words, people, 0, len(part.words))
    if party is None or party.kind is PartyKind.AGENCY or after + 1 >= len(part.words) or part.keys[after] != "to":
        return None
    name = part.written(0, after)
    words = said(part, 0, len(part.text), timed=True)
    todo = act_of(name)
    dated = is_dated(part)
    text = f"{words[:1].upper()}{words[1:]} ({todo.bracket}){'' if dated else ' [how often] until [date]'}."
    asks = (todo, *(() if dated else (ask_about("often"), ask_about("date"))))
    return Piece(text, (name,), asks, (), words)


def _for(part: Reading, somebody: Somebody, start: int, end: int) -> Piece:
    party = somebody.party
    name = part.written(somebody.first, somebody.after)
    there: tuple[Ask, ...] = (Ask("[named person]", "Who there, by name, will do this?"),)
    if party.kind is PartyKind.AGENCY:
        name = name_there(party, part)
    elif part.keys[somebody.after - 1] in ANYBODY:
        name = f"[named person] from {name}"
    else:
        there = ()
    words = said(part, start, end, timed=True).rstrip("( ")
    if start and not there and part.keys[somebody.after : somebody.after + 2] in _ON_TIME:
        text = f"{name[:1].upper()}{name[1:]} to be {words}{'' if is_dated(part) else ' until [date]'}."
        return Piece(text, (name,), () if is_dated(part) else (ask_about("date"),), (), words)  # "mum up by 7"
    passive = next((act for act in part.asks if act.passive), None)
    if passive is not None and start == 0 and not there:  # "CAMHS ref to be chased (SW)"
        dated = is_dated(part)
        text = f"{name[:1].upper()}{name[1:]} - {words}{'' if dated else ' by [date]'}."
        return Piece(text, (name,), () if dated else (ask_about("date"),), (), words)
    todo = act_of("" if there or part.keys[somebody.first] == "both" else name)
    paced = part.timescale.due in (Due.NO_END, Due.OPEN_ENDED_HABIT)
    dated = is_dated(part)
    ending = "" if dated else " until [date]" if paced else " [how often] until [date]"
    often = () if dated or paced else (ask_about("often"),)
    date = () if dated else (ask_about("date"),)
    text = f"{name[:1].upper()}{name[1:]} - {words} ({todo.bracket}){ending}."
    return Piece(text, (name,), (*there, todo, *often, *date), (), words)
