"""Who acts in an objective being drafted: kept where the user named somebody, asked for where nobody is named."""

from bisect import bisect_left
from itertools import pairwise

from rewriter.drafting.doers import actor_words, called_from, name_there
from rewriter.drafting.groups import Group, held
from rewriter.drafting.marked import Draft
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Ask, Edit
from rewriter.evidence.doers import doers_of_act, fragment_doers
from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Doer, Reading
from rewriter.sentences.grammar import verb_at

__all__ = ["name_the_doer"]

_CARRIED = frozenset(("supported", "helped", "enabled", "encouraged", "assisted"))
_YOUNG = frozenset("child children baby babies infant toddler".split())
_PARTICLES = frozenset("up down out off away".split())
_NEEDS = {"need": "needs"}
_OWED = frozenset("should needs need must will".split())


def name_the_doer(draft: Draft) -> None:
    """Put in who is to act: a name asked for beside an agency, [who] where nobody is named."""
    reading, group = draft.reading, draft.group
    listed = held(reading.lasting(fragment_doers), group)
    act = next(iter(group.acts), None)
    if act is None:
        if listed and all(party.kind is PartyKind.AGENCY for party in listed):
            _name_one_of(draft, listed[0])
        elif not listed:
            draft.edits.append(Edit(group.start, group.start, "[Who] to [what will be done]: "))
            draft.asks += [ask_about("Who"), ask_about("done")]
        return
    doer = doers_of_act(act, reading)
    if act.inherited and act.actors and not act.passive:
        verb = reading.words[act.verb + len(act.lemma.split()) - 1]
        to = "not to" if act.negated else "to"
        lead = f"{actor_words(reading, act) or '[Who]'} {to} {act.lemma}"
        draft.edits.append(Edit(group.start, verb.end, lead))
    elif act.actors and _says_to(reading, act):
        before = reading.words[act.verb - 1]
        draft.edits.append(Edit(before.start, before.end, "to"))
    elif doer is Doer.AGENCY and not act.passive:
        _name_one_of(draft, next(p for p in act.actors if p.kind is not PartyKind.PERSON))
    elif act.lemma == "be" and act.actors and all(p.role in _YOUNG and not p.names for p in act.actors):
        draft.last = ", with [who] to see to it"  # "children to be clean & fed": no child sees to that
        draft.asks.append(ask_about("who"))
    elif doer is Doer.NOBODY and listed:
        if all(party.kind is PartyKind.AGENCY for party in listed):
            _name_one_of(draft, listed[0])
    elif doer is Doer.NOBODY and (draft.own.doers.doer is not Doer.SINGLE or _is_carried(reading, act)):
        _ask_who(draft, act)


def _is_carried(reading: Reading, act: Act) -> bool:
    """Whether somebody is to be helped to do it: "to be encouraged to eat and drink more"."""
    return act.passive and not _CARRIED.isdisjoint(reading.keys[act.subject_first : act.verb])


def _ask_who(draft: Draft, act: Act) -> None:
    reading, group = draft.reading, draft.group
    before = reading.keys[act.subject_first : act.verb]
    starts = not act.actors and all(key in ("to", "not", "please", "also") for key in before)
    if act.passive and ("contact", "to") in pairwise(before):
        draft.last = ", with [who] to see to it"  # "contact to be reduced by" somebody would be somebody's harm
        draft.asks.append(ask_about("who"))
    elif act.passive:
        carried = (n for n in range(act.subject_first, act.verb) if reading.words[n].key in _CARRIED)
        carrier = next(carried, None)
        end = _end_of_verb(reading, act) if carrier is None else reading.words[carrier].end
        draft.insert(end, " by [who]", ask_about("who"))
    elif not act.actors and before[:1] and before[0] in _OWED and act.subject_first == _first_of(reading, group):
        owed = reading.words[act.subject_first]
        draft.edits.append(
            Edit(group.start, owed.end, f"[Who] {_NEEDS.get(owed.key, owed.key)}")
        )  # "should be able to cook"
        draft.asks.append(ask_about("Who"))
    elif act.lemma == "contact" and act.verb == act.subject_first and reading.keys[act.verb + 1] in ("with", "w", "w/"):
        draft.last = ", with [who] to see to it"  # "contact with mum": what it is called
        draft.asks.append(ask_about("who"))
    elif starts and _is_called_so(reading, act):
        draft.last = ", with [who] to see to it"  # "setting up home allowance": what it is called
        draft.asks.append(ask_about("who"))
    elif starts and reading.words[act.verb].start <= group.start + 12:
        start = reading.words[act.verb].start
        lead = reading.text[group.start : start].lower().strip()
        begin = group.start if lead in ("to", "") else start
        word = reading.words[act.verb].text
        draft.edits.append(Edit(begin, reading.words[act.verb].end, f"[Who] to {word[:1].lower()}{word[1:]}"))
        draft.asks.append(ask_about("Who"))
    else:
        draft.last = ", with [who] to see to it"
        draft.asks.append(ask_about("who"))


def _first_of(reading: Reading, group: Group) -> int:
    return bisect_left(reading.words, group.start, key=lambda word: word.start)


def _says_to(reading: Reading, act: Act) -> bool:
    return act.verb > 0 and reading.words[act.verb - 1].text == "To"


def _is_called_so(reading: Reading, act: Act) -> bool:
    verb = verb_at(reading.words, act.verb, act.last)
    return verb is not None and verb.form == "ing" and act.verb == act.subject_first


def _name_one_of(draft: Draft, party: Party) -> None:
    """Put a person's name in the place of an agency's, or before it."""
    at = bisect_left(draft.reading.parties, party.first, key=lambda other: other.first)
    before = draft.reading.parties[at - 1] if at else party
    if before.last == party.first and not before.owning and before.kind is PartyKind.PERSON:
        draft.last = ", with [who] to see to it"  # "kids schools to stay the same": theirs, and nobody there acts
        draft.asks.append(ask_about("who"))
        return
    draft.edits.append(Edit(called_from(party, draft.reading), party.end, name_there(party, draft.reading)))
    draft.asks.append(Ask("[named person]", "Who there, by name, will do this?"))


def _end_of_verb(reading: Reading, act: Act) -> int:
    end = min(act.verb + len(act.lemma.split()), act.last)
    if reading.keys[end : end + 1] == ("to",) and reading.keys[end - 1] in ("spoke", "spoken", "talked"):
        end += 1  # "to be spoken to"
    if reading.keys[end : end + 1] == ("for",) and act.lemma == "apply":
        end += 1  # "a licence to be applied for"
    if reading.keys[end : end + 1] and reading.keys[end] in _PARTICLES and end < act.last:
        end += 1  # "rugs to be took up"
    return reading.words[end - 1].end
