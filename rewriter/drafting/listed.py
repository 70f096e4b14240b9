"""A part of some notes in which somebody stands beside words without "to": their duty, or what it is asked to be."""

from rewriter.drafting.doers import ANYBODY, name_there
from rewriter.drafting.parting import Somebody, closing, gives, opening
from rewriter.drafting.phrases import act_of, ask_about
from rewriter.drafting.pieces import Ask, Piece
from rewriter.drafting.saying import said
from rewriter.people import PartyKind
from rewriter.plan import Due, Reading
from rewriter.reading import read
from rewriter.sentences.grammar import verb_at

__all__ = ["listed_for", "opened_up"]


def opened_up(part: Reading) -> Reading | None:
    """Give a part with "to" put in where somebody stands right before a verb: "mum stop giving him cash".

    None where no verb follows, or where it stands in a form that says a duty by itself ("dad picks him up").
    """
    somebody = opening(part)
    if somebody is None or somebody.after >= len(part.words):
        return None
    verb = verb_at(part.words, somebody.after, len(part.words))
    if verb is None or verb.form == "past" or not gives(verb.lemma, verb.classes):
        return None  # "Mr Jones falls", "brother hits him" are no duties
    if verb.form == "third" and any(act.verb == somebody.after for act in part.asks):
        return None
    head = part.text[: part.words[somebody.after - 1].end]
    rest = part.text[part.words[somebody.after + verb.length - 1].end :]
    return read(f"{head} to {verb.lemma}{rest}", part.context)


def listed_for(part: Reading) -> Piece | None:
    """Give the objective for words that somebody only stands beside: "OT re bathroom", "heating on - parents".

    None where nobody does.
    """
    before = opening(part)
    if before is not None:
        return _for(part, before, part.words[before.after].start, len(part.text))
    behind = closing(part)
    return _for(part, behind, 0, part.words[behind.first].start) if behind is not None else None


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
    todo = act_of("" if there else name)
    paced = part.timescale.due in (Due.NO_END, Due.OPEN_ENDED_HABIT)
    dated = part.timescale.due is Due.DATED
    ending = "" if dated else " until [date]" if paced else " [how often] until [date]"
    often = () if dated or paced else (ask_about("often"),)
    date = () if dated else (ask_about("date"),)
    text = f"{name[:1].upper()}{name[1:]}: {words} ({todo.bracket}){ending}."
    return Piece(text, (name,), (*there, todo, *often, *date), (), words)
