"""What words put on somebody else, or what is told of the harm, asks of the person who causes it, in the user's words.

"Mum to ensure Dad does not come to the house" asks of Dad not to come to the house; "Sam hits Mum" asks of Sam to stop
hitting Mum. Source: 002 Halton, the domestic violence example: the person causing the harm is the one to change.
"""

from collections.abc import Iterator, Sequence

from rewriter.harm.cast import Cast, Side
from rewriter.harm.mentions import Mention
from rewriter.harm.words import hurting_words
from rewriter.inflection import forms
from rewriter.plan import Act, Reading
from rewriter.sentences.grammar import verb_at

__all__ = ["asked_of_source", "harm_going_on", "harm_to_stop"]

_LETTING = frozenset("let allow have invite permit letting allowing having".split())
_STOPPING = frozenset("stop prevent stopping preventing".split())
_KEEPING = frozenset("keep keeping".split())
_NOT = frozenset("not no never don't dont nor without refuse".split())
_PLACES = frozenset("in into inside to near at round around".split())
_AWAY = frozenset("away out off".split())
_APART = frozenset("avoid block away out distance leave end clear".split())
_MEETING = frozenset("contact see meet speak talk text ring call phone reply respond message visit communicate".split())
_ENDS = frozenset(", . ; \n | ( and or while when whenever if so until as because after but & twice again once every + "
                  "most daily cos bc".split(" "))  # fmt: skip
_GOING_ON = frozenset("keeps keep kept is was has been still continues continue".split())
_SEEING_TO = frozenset("ensure sure see check guarantee get ensuring".split())
_DOING_HARM = frozenset("shouting withholding threatening controlling bullying grooming stalking hitting".split())
_SAYING = frozenset("say feel think tell admit deny decline agree want remain stay live move".split())
_HAVING = frozenset("have has had be admit admits plead get".split())
_FOR = frozenset("of for by to from admitted admits denies".split())
_LEAVING_OFF = frozenset("stop quit".split())
_DENIED = frozenset("doesn't doesnt don't dont won't wont can't cant cannot isn't isnt".split())
_BEING = frozenset("is are keep keeps have has been".split())
_SAFE = frozenset("safe protected away out off calm".split())
_HANDING = frozenset("hand give handing giving".split())
_MOST = 12  # words
_THING = 5  # words


def asked_of_source(cast: Cast, stretch: tuple[int, int], suspected: Sequence[Mention], harmed: str) -> str:
    """Give what a stretch (word indices, end exclusive) asks of the source of harm: "not to come ..."; "" if nothing.

    `suspected` are those taken for the source where none is known; `harmed` is what those are called who are to be left
    alone.
    """
    reading, (first, last) = cast.reading, stretch
    sources = [m for m in cast.figures.between(first, last) if cast.side_at(m) is Side.SOURCE or m in suspected]
    for mention in (_with_aside(reading, each, last) for each in sources):
        before = reading.keys[max(first, mention.first - 3) : mention.first]
        found = (
            _stopped(reading, mention, before, last)
            or _kept_away(reading, mention, before, last)
            or _kept_from(reading, mention, first)
            or _not_let(reading, mention, first, last)
            or _made_sure_of(cast, mention, last)
            or _aimed_at(cast, mention, first, last)
            or _going_on(reading, mention, last)
        )
        if found:
            return found
    if not sources:
        return ""
    apart = _no_contact(cast, first, last)
    if apart:
        return apart
    keys = reading.keys[first : sources[0].first]
    if not _APART.isdisjoint(keys):
        return f"to stay away from {harmed}"
    if not _NOT.isdisjoint(keys) and not _MEETING.isdisjoint(keys):
        return f"not to contact {harmed}"
    return ""


def _no_contact(cast: Cast, first: int, last: int) -> str:
    """ "no contact between Mr Hussain and the children" is for him to have none with them."""
    keys = cast.reading.keys
    at = next((n for n in range(first, last - 1) if keys[n : n + 2] == ("contact", "between")), -1)
    others = [m for m in cast.figures.between(at, last) if cast.side_at(m) is not Side.SOURCE] if at > 0 else []
    none = at > 0 and not _NOT.isdisjoint(keys[max(first, at - 3) : at])
    if not others or not none:
        return ""
    begins = others[0].first - (keys[others[0].first - 1] == "the")
    return f"to have no contact with {cast.reading.written(begins, others[-1].last)}"


def _with_aside(reading: Reading, mention: Mention, last: int) -> Mention:
    """Somebody with what stands in brackets after them: "dad (Darren)" doesn't come."""
    if mention.last >= last or reading.keys[mention.last] != "(":
        return mention
    closed = next((n + 1 for n in range(mention.last, min(mention.last + 5, last)) if reading.keys[n] == ")"), 0)
    return mention._replace(last=closed) if closed else mention


def _stopped(reading: Reading, mention: Mention, before: tuple[str, ...], last: int) -> str:
    """ "stop Connor hitting Mum", "prevent Raj from taking her pension"."""
    at = mention.last + (mention.last < last and reading.keys[mention.last] == "from")
    if reading.keys[at - 1] == ")" or (at < last and reading.keys[at] == "("):
        at = next((n + 1 for n in range(at, min(at + 4, last)) if reading.keys[n] == ")"), at)
    if _STOPPING.isdisjoint(before) or at >= last or not reading.keys[at].endswith("ing"):
        return ""
    return f"to stop {_up_to_its_end(reading, at, last, joined=True)}"


def _kept_away(reading: Reading, mention: Mention, before: tuple[str, ...], last: int) -> str:
    """ "keep Lee away from the school gates"."""
    if _KEEPING.isdisjoint(before) or mention.last >= last or reading.keys[mention.last] not in _AWAY:
        return ""
    return f"to stay {_up_to_its_end(reading, mention.last, last)}"


def _kept_from(reading: Reading, mention: Mention, first: int) -> str:
    """ "to keep her PIN from son Marek" is for him to leave alone; "not hand wages over to" him, not to take."""
    keys = reading.keys
    link = mention.first - 1 - (keys[mention.first - 1] in ("her", "his", "their", "the"))
    verb = next((n for n in range(link - 1, first - 1, -1) if keys[n] in _KEEPING | _HANDING), -1)
    if verb < 0 or keys[link] not in ("from", "to") or not 0 < link - verb - 1 <= _THING:
        return ""
    if not _SAFE.isdisjoint(keys[verb:link]):
        return ""
    over = keys[link - 1] in ("over", "out", "in")
    thing = reading.written(verb + 1, link - over)
    if keys[verb] in _KEEPING:
        return f"to leave {thing} alone" if keys[link] == "from" and keys[link - 1] not in _AWAY else ""
    return f"not to take {thing}" if thing and keys[link] == "to" and not _NOT.isdisjoint(keys[first:verb]) else ""


def _not_let(reading: Reading, mention: Mention, first: int, last: int) -> str:
    """ "not to allow Darren into the property", "must not let Kyle see the kids"."""
    keys = reading.keys
    at = next((n for n in range(mention.first - 1, max(first, mention.first - 4) - 1, -1) if keys[n] in _LETTING), -1)
    if at < 0 or _NOT.isdisjoint(keys[first:at]) or mention.last + 1 >= last:
        return ""
    follows = mention.last
    if keys[follows] in _PLACES and follows + 1 < last and verb_at(reading.words, follows + 1, last) is None:
        place = _up_to_its_end(reading, follows + 1, last)
        return (
            f"to stay {'out of' if keys[follows] in ('in', 'into', 'inside') else 'away from'} {place}" if place else ""
        )
    if keys[follows] in ("back", "round", "over"):
        rest = _up_to_its_end(reading, follows, last)
        return f"not to come {rest}"
    follows += keys[follows] == "to"
    verb = verb_at(reading.words, follows, last)
    if verb is None or verb.form != "base":
        return ""
    return f"not to {_up_to_its_end(reading, follows, last)}"


def _made_sure_of(cast: Cast, mention: Mention, last: int) -> str:
    """ "ensure Dad does not come to the house", "make sure he attends his group"."""
    reading = cast.reading
    seeing_to = not _SEEING_TO.isdisjoint(reading.keys[max(0, mention.first - 4) : mention.first])
    if seeing_to and mention.last + 1 < last and reading.keys[mention.last] == "not":
        be = "" if reading.keys[mention.last + 1] == "to" else "to be "  # "make sure uncle not left alone w/ her"
        return f"not {be}{_up_to_its_end(reading, mention.last + 1, last)}"
    for act in reading.acts_from(mention.last):
        if act.verb >= last:
            return ""
        if act.subject_first > mention.first or not any(party.first == mention.first for party in act.actors):
            continue
        if act.verb <= mention.first or reading.keys[act.verb].endswith("ing"):
            continue
        if not act.negated and not seeing_to:
            return ""
        rest = _up_to_its_end(reading, act.verb + len(act.lemma.split()), last)
        lemma = "be" if act.lemma in ("is", "are") else act.lemma
        return f"{'not ' if act.negated else ''}to {lemma} {rest}".strip()
    return ""


def _aimed_at(cast: Cast, mention: Mention, first: int, last: int) -> str:
    """ "so dad doesnt hit her"; "so he stops hitting her"; "her bank card safe so grandson cant take it"."""
    reading = cast.reading
    keys, at = reading.keys, mention.last
    if mention.owning or at + 1 >= last:
        return ""
    if keys[at] in ("stops", "stop") and keys[at + 1].endswith("ing"):
        return f"to stop {_up_to_its_end(reading, at + 1, last, joined=True)}"
    at += keys[at : at + 2] in (("does", "not"), ("do", "not"), ("will", "not"), ("can", "not"))
    verb = verb_at(reading.words, at + 1, last) if keys[at] in _DENIED or at > mention.last else None
    if verb is None or verb.form != "base":
        return ""
    does = _up_to_its_end(reading, at + 1, last, joined=True)
    thing = cast.marks.first("property", first, mention.first)
    if thing is not None and does.endswith(" it"):
        does = f"{does.removesuffix(' it')} the {reading.written(thing.first, thing.last)}"
    return f"not to {does}"


def _going_on(reading: Reading, mention: Mention, last: int) -> str:
    """ "his 'mates' who are using his flat and benefits"."""
    keys = reading.keys
    at = next((n for n in range(mention.last, min(mention.last + 2, last)) if keys[n] == "who"), -1)
    if at < 0:
        return ""
    begins = at + 1
    while begins < last and keys[begins] in _BEING:
        begins += 1
    if begins == at + 1 or begins >= last or not keys[begins].endswith("ing"):
        return ""
    return f"to stop {_up_to_its_end(reading, begins, last, joined=True)}"


def harm_to_stop(cast: Cast, first: int, last: int) -> str:
    """Give what the source is told to do between two word indices as what they are to stop: "to stop hitting Mum"."""
    found = [words for act in _harmful(cast, first, last) if (words := _ing(cast, act, last))]
    at = harm_going_on(cast, first, last)
    if not found and at >= 0:
        found = [_up_to_its_end(cast.reading, at, last, joined=True)]
    return f"to stop {' and '.join(dict.fromkeys(found))}" if found else ""


def harm_going_on(cast: Cast, first: int, last: int) -> int:
    """Give the index of what somebody who opens some words goes on doing: "Preeti shouting"; -1 if there is nothing."""
    keys = cast.reading.keys
    head = next((m for m in cast.figures.between(first, min(first + 4, last)) if not m.owning), None)
    if head is None or head.last >= last or any(keys[n] == "to" for n in range(first, head.last)):
        return -1
    at = head.last + (keys[head.last] in ("is", "keeps", "still"))
    harming = at < last and keys[at].endswith("ing") and (keys[at] in hurting_words() or keys[at] in _DOING_HARM)
    return at if harming and cast.marks.first("minimising", at, last) is None else -1


def _harmful(cast: Cast, first: int, last: int) -> Iterator[Act]:
    reading = cast.reading
    known = False
    for act in reading.acts_from(first):
        if act.verb >= last:
            return
        asked = "to" in reading.keys[max(act.subject_first, act.verb - 2) : act.verb] or act.lemma in _SAYING
        if act.negated or asked or cast.side_of_actors(act) is not Side.SOURCE:
            continue
        known = any(act.verb <= at < last for at in cast.told_at) or (known and act.inherited)
        if known:
            yield act


def _ing(cast: Cast, act: Act, last: int) -> str:
    reading = cast.reading
    at = act.verb
    while at + 1 < last and reading.keys[at] in _GOING_ON and reading.keys[at + 1].endswith("ing"):
        at += 1
    ends = next((n for n in range(at + 1, last) if reading.keys[n] in _ENDS), last)
    if cast.marks.first("minimising", at, ends) is not None:
        return ""
    if act.lemma in _LEAVING_OFF and at + 1 < last and reading.keys[at + 1].endswith("ing"):
        at += 1  # "so he stops hitting her"
    if act.passive or act.lemma in _HAVING:
        named = (n for n in range(at + 1, last) if reading.keys[n].endswith("ing") and reading.keys[n - 1] in _FOR)
        at = next(named, -1)
        if at < 0:
            return ""
    if reading.keys[at].endswith("ing"):
        return _up_to_its_end(reading, at, last)
    doing = next((form for form in forms(_base(act.lemma)) if form.split()[0].endswith("ing")), "")
    rest = _up_to_its_end(reading, at + len(act.lemma.split()), last)
    return f"{doing} {rest}".strip() if doing else ""


def _base(lemma: str) -> str:
    """A verb that no list has, without the ending of the past: "strangled" is to strangle."""
    return lemma.removesuffix("d") if lemma.endswith("led") else lemma


def _up_to_its_end(reading: Reading, first: int, last: int, *, joined: bool = False) -> str:
    """The words from an index up to where another clause, a time or a mark begins; `joined` goes on past "and"."""
    ends = _ENDS - {"and", "&", "+"} if joined else _ENDS
    stop = next(
        (n for n in range(first, min(last, first + _MOST)) if reading.keys[n] in ends), min(last, first + _MOST)
    )
    stops = [time.first for time in reading.times_in(first, stop)]
    stops += [clause.first for clause in reading.clauses_in(first, stop)]
    return reading.written(first, min([*stops, stop]))
