"""What is presumed of a duty once it is known who is harmed and who causes the harm.

A duty of the person harmed that handles the other one, vouches for them, or gives up a place or a time, is presumed to
ask for what only the other can give (sections 3.2 and 3.3 of the responsibility standard); telling, seeking help and
keeping a record are not.
"""

from collections.abc import Iterator

from rewriter.harm.cast import WORKING_SIDES, Cast, Duty, Fault, Side
from rewriter.harm.mentions import Mention
from rewriter.harm.policing import FINE, tells_somebody
from rewriter.plan import Mood, Setting

__all__ = ["help_on_condition", "is_presumed_hers"]

# Between the verb and the one who causes the harm, these make them the subject of talk or of protection.
_ABOUT = frozenset("about against from regarding re over of because due after since by for than without".split())
_RECORDS = frozenset(
    "messages message texts text calls call emails letters voicemails behaviour visits behavior actions violence abuse "
    "name address threats contact posts whereabouts order".split()
)
_KEEPING_AWAY = frozenset(
    ("keep away", "stay away", "stay in", "come home", "keep out", "stay out", "keep off", "avoid")
)
_VOUCHING = frozenset("sign agree promise commit undertake guarantee".split())
_WATCHING = frozenset("check monitor track search watch supervise".split())
_OPENERS = frozenset("until unless once if".split())
_TENDING = frozenset(
    "wake feed remind calm settle mind rouse dress nurse comfort soothe clean undress bath".split()
) | {
    "look after",
    "care for",
    "check on",
    "clean up",
    "cook for",
    "sit with",
    "stay with",
    "wake up",
}
_ROUSED = frozenset("up out dressed going fed washed sober ready off home".split())
_STAYING_BY = frozenset("stay sit look clean watch check keep care wait cook".split())
_WILLING = frozenset("want feel wish choose decide like need ask agree be have say report ring tell call".split())
_WITHHELD = frozenset("no not cannot can't nothing only withdrawn closed refused end stop".split())


def is_presumed_hers(cast: Cast, duty: Duty) -> bool:
    """Whether a duty of somebody harmed handles, vouches for or makes way for the one who causes the harm."""
    if duty.act.mood is Mood.ALLOWED or duty.shared or not cast.source_known:
        return False
    if duty.side not in (Side.HARMED, Side.CHILD):
        return False
    if duty.act.lemma in _KEEPING_AWAY:
        return True
    source = next((m for m in cast.figures.between(duty.verb + 1, duty.end) if cast.side_at(m) is Side.SOURCE), None)
    if source is None:
        return False
    words = cast.reading.words
    if duty.act.lemma in _WATCHING and source.first <= duty.verb + 3:
        return True
    if _tends(cast, duty, source):
        return True
    if duty.act.lemma in _VOUCHING:
        rest = [word.key for word in words[source.last : min(source.last + 4, duty.end)]]
        return "not" in rest or "never" in rest or "won't" in rest
    if duty.act.lemma in FINE or tells_somebody(cast, duty) or source.first >= duty.own_end:
        return False
    between = [word.key for word in words[duty.verb + 1 : source.first]]
    if _ABOUT & set(between) or any(
        cast.side_at(m) in WORKING_SIDES for m in cast.figures.between(duty.verb, source.first)
    ):
        return False
    return not (source.owning and source.last < len(words) and words[source.last].key in _RECORDS)


def _tends(cast: Cast, duty: Duty, source: Mention) -> bool:
    """ "Nadia (12) gets Mum up", "stays near her if she's been drinking": a child looks after the one who harms."""
    if duty.side is not Side.CHILD or source.owning or source.first > duty.verb + 3:
        return False
    words = cast.reading.words
    up = source.last < len(words) and words[source.last].key in _ROUSED
    near = words[source.first - 1].key in ("near", "by", "beside", "after", "round", "with", "on", "for")
    return (
        (duty.act.lemma in _TENDING)
        or (duty.act.lemma in ("get", "help", "keep") and up)
        or (near and duty.act.lemma in _STAYING_BY)
    )


def help_on_condition(cast: Cast) -> Iterator[Fault]:
    """Help withheld until the person harmed acts: "until Nadia leaves Omar no funding can be agreed" (3.4)."""
    reading = cast.reading
    for clause in reading.clauses_in(0, len(reading.words)):
        if clause.setting is not Setting.CONDITION or reading.words[clause.first].key not in _OPENERS:
            continue
        act = next((act for act in reading.acts if clause.first <= act.verb < clause.last and act.actors), None)
        if act is None or act.lemma in _WILLING or cast.marks.begins("hurting", act.verb):
            continue  # "and end it if he hits her"
        if cast.side_of_actors(act) is not Side.HARMED or act.passive:
            continue
        first, last = cast.sentence_at(clause.first)
        rest = {reading.words[n].key for n in range(first, last) if not clause.first <= n <= act.verb}
        if _WITHHELD & rest:
            yield Fault("condition", first, last)
