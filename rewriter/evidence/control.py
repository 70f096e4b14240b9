"""Whether a result lies in the hands of the one named: what a court decides, what another adult does or believes.

Source: 000 spotlight, "Achievable" (actions must be in the control or influence of the people named); 002 Halton,
"domestic violence" example ("It would ultimately depend on whether the perpetrator was signed-up to the plan").
The lists are practice judgement.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from rewriter.evidence.places import between
from rewriter.harm.cast import HARMED_SIDES
from rewriter.harm.harms import cast_of
from rewriter.inflection import forms
from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Mood, Reading, Setting
from rewriter.sentences.grammar import verb_at

__all__ = ["asked_of_the_harmed", "beyond_control"]

# A purpose further from its act than this many words belongs to another.
_REACH = 80
_CAUSING = frozenset("make get persuade convince have force bring".split())
_DECIDING = (
    "decide grant award approve agree accept allow believe admit change drop withdraw offer allocate give renew "
    "release overturn rule find stop let return know understand realise like love trust want forgive respect give "
    "move leave drink".split()
)
_BODIES = frozenset(
    "court judge tribunal magistrates office dwp council housing landlord parole police cps embassy panel camhs "
    "ofsted insurer bank "
    "employer governors immigration authority department board hospital consultant school college".split()
)
_PRESSING = frozenset("make persuade convince force".split())
_GROWN_UP = frozenset(
    "mother father parents parent partner ex_partner stepmother stepfather grandmother grandfather grandparents "
    "aunt uncle husband wife".split()
)
_WINNING = frozenset(
    "get gets secure secures obtain obtains win wins gain gains find finds achieve achieves be granted be awarded "
    "be given be allocated land lands".split()
)
_GRANTED = frozenset(
    "tenancy flat house bungalow bed bedroom 2bed 3bed placement funding visa residency custody diagnosis ehcp "
    "pip esa bail parole citizenship "
    "leave award compensation verdict conviction order acquittal property accommodation".split()
)
_SCARCE = frozenset(
    "council 3 2 4 three two four new bed permanent school special residential secure full indefinite".split()
)
_BRINGING = frozenset("get bring keep reduce cut lower stop prevent end".split())
_LOWERED = frozenset("down under below reduce cut lower to fewer".split())
_OF_THE_BODY = frozenset(
    "seizures seizure fits fit relapses admissions infections infection attacks episodes hallucinations voices tremor "
    "pain migraines symptoms fever pressure".split()
)
_SILENT = frozenset(
    "discuss mention tell report ring call disclose talk say phone contact speak involve share raise complain".split()
)

_SUFFERED = frozenset("see hear witness experience suffer feel be have live".split())
_NOT = frozenset("not no never stop dont doesnt wont cant".split())


@cache
def _deciding() -> frozenset[str]:
    return frozenset(form for verb in _DECIDING for form in forms(verb)[:3])


def beyond_control(reading: Reading) -> tuple[int, int] | None:
    """Give the words (end exclusive) of a result that the named actor cannot make happen, or None."""
    for act in reading.asks:
        if not act.actors or act.mood is not Mood.ASKED or (act.passive and act.lemma not in ("grant", "award")):
            continue
        other = _brought_to(reading, act)
        if other is not None:
            return act.verb, min(act.last, other + 1)
        keys = reading.keys[act.verb : act.last]
        if (act.lemma in _WINNING or "guarantee" in act.classes) and _grants(keys):
            return act.verb, act.last
        if act.lemma in _BRINGING and set(keys) & _OF_THE_BODY and set(keys) & _LOWERED:
            return act.verb, act.last  # "get her fits down to 1 a month": what a body does, nobody does for it
    return asked_of_the_harmed(reading)


def _brought_to(reading: Reading, act: Act) -> int | None:
    """The verb to which somebody else is to be brought: "make the court agree", "make sure the Home Office decides"."""
    words = reading.words
    if act.lemma not in _CAUSING and "guarantee" not in act.classes:
        return None
    begin = act.verb + len(act.lemma.split())
    party = next((p for p in between(reading.parties, begin, begin + 5) if not p.owning), None)
    body = next((n for n in range(begin, min(begin + 4, act.last)) if words[n].key in _BODIES), None)
    if (party is None or not _decides_freely(party, act)) and body is None:
        return None
    start = body + 1 if body is not None else party.after if party is not None else begin
    if party is not None and body is not None and party.first <= body < party.after:
        start = party.after
    end = reading.sentences[act.sentence][1]
    pressed = party is not None and party.role in _GROWN_UP and (act.lemma in _PRESSING or _is_finite(reading, start))
    for index in range(start, min(start + 5, end)):
        if words[index].key in (",", "and", "by", "if", "so", "when"):
            return None
        others = party is not None and party.kind is PartyKind.AGENCY and "guarantee" in act.classes
        if (
            words[index].key in _deciding()
            or (others and _is_finite(reading, index))
            or (pressed and words[index].key != "to")
        ):
            return index
    return None


def _is_finite(reading: Reading, index: int) -> bool:
    """ "... that father engages": what another adult is to do follows at once."""
    verb = verb_at(reading.words, index, len(reading.words)) if index < len(reading.words) else None
    return verb is not None and verb.form == "third"


def _decides_freely(party: Party, act: Act) -> bool:
    """Whether another adult or a body is meant, and not a child in the doer's care or the doers themselves."""
    if party.kind in (PartyKind.PRONOUN, PartyKind.OURSELVES) or any(
        party.names and party.names == doer.names for doer in act.actors
    ):
        return False
    return party.kind is PartyKind.AGENCY or party.role not in ("child", "son", "daughter", "baby")


def _grants(keys: Sequence[str]) -> bool:
    """Whether what is to be won is somebody else's to give: a tenancy, a visa, a diagnosis."""
    at = next((n for n, key in enumerate(keys) if key in _GRANTED), None)
    if at is None:
        return False
    if keys[at] in ("house", "flat", "property", "bed", "bedroom", "accommodation", "order", "leave", "placement"):
        return bool(set(keys[max(0, at - 3) : at]) & _SCARCE) or (keys[at] == "leave" and "to" in keys[at : at + 2])
    return not {"form", "forms", "apply", "application", "papers", "advice", "letter"} & set(keys)


def asked_of_the_harmed(reading: Reading) -> tuple[int, int] | None:
    """What somebody harmed is to stop, prevent or manage, though it lies with the one who harms."""
    acts = [act for act in reading.asks if act.actors and _could_manage_harm(reading, act)]
    if not acts:
        return None  # who harms whom is read only where it could matter
    cast = cast_of(reading)
    if not cast.in_play:
        return None
    act = next((act for act in acts if cast.side_of_actors(act) in HARMED_SIDES), None)
    return None if act is None else (act.subject_first, act.last)


def _could_manage_harm(reading: Reading, act: Act) -> bool:
    """Whether an act has the form of stopping, preventing or managing something."""
    if act.passive or act.lemma in _SUFFERED or (act.negated and act.lemma in _SILENT):
        return False
    if (
        act.negated
        or act.classes & {"guarantee", "negative"}
        or act.lemma in ("stop", "keep safe", "stay safe", "protect", "safeguard")
    ):
        return True
    last = min(reading.sentences[act.sentence][1], act.verb + _REACH)
    later = bisect_right(reading.acts, act.verb, key=attrgetter("verb"))
    for other in reading.acts[later:]:
        if other.verb >= last:
            break
        if other.setting is Setting.PURPOSE and "negative" in other.classes:
            return True
    following = reading.keys[act.verb : last]
    if "so" in following:
        so = following.index("so")
        if any(key in _NOT or key.endswith("n't") for key in following[so : so + 8]):
            return True  # "so things don't kick off": success is the conduct of the one who harms
    keys = reading.keys[act.verb : act.last]
    return (act.lemma == "keep" and ("calm" in keys or "within" in keys)) or ("issues" in keys and "within" in keys)
