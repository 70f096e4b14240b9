"""What a text asks of whom: its duties, with the side each is asked of, and whether one is a thing to do at all."""

from rewriter.harm.cast import WORKING_SIDES, Cast, Duty, Side
from rewriter.harm.doerless import rests_on_harmed
from rewriter.harm.mentions import Mention
from rewriter.harm.relations import is_abuse
from rewriter.harm.rows import content_of
from rewriter.lexicon import Term
from rewriter.plan import Act, Mood, Setting
from rewriter.vocabulary import is_common

__all__ = ["EXPERIENCE", "REPORTING", "duties_of", "is_chosen", "is_state", "names_abuse"]

# Telling somebody who can act, in any form.
REPORTING = frozenset(
    "report ring call phone telephone dial text email log record note write tell inform alert notify disclose jot "
    "forward mention raise photograph screenshot save name identify describe share say speak talk press apply "
    "seek use".split()
) | {
    "write down",
    "let",
    "let know",
    "speak to",
    "talk to",
    "talk about",
    "keep a diary",
    "keep a log",
    "give evidence",
    "contact",
    "go to",
    "discuss",
}
EXPERIENCE = frozenset(
    "be have live feel grow experience suffer witness see hear know enjoy sleep wake be_safe".split()
) | {
    "wake up",
    "be safe",
    "feel safe",
    "stay safe",
    "remain safe",
    "be free",
    "grow up",
    "live safely",
    "be protected",
    "be supported",
    "be exposed",
    "be able",
}
_JOBS = frozenset("job task tasks role part responsibility bit duty homework action target objective".split())
_BEING = frozenset(
    "home in back indoors quiet quieter ready calm calmer nice nicer good polite firm firmer patient careful out away "
    "up civil there discreet sensible careful less more better strict stricter kinder assertive obedient dressed "
    "inside asleep available upstairs".split()
)
_WISHING = frozenset("want wants wish wishes like likes choose chooses prefers prefer".split())
_OBJECT_WORDS = frozenset("the a his her targets target".split())
_BEFORE_NOUN = frozenset("the no more further any of for without or and".split())
# A task is read no further than this many words, so that a text without a full stop takes no longer for it.
_LONGEST = 80


def duties_of(cast: Cast) -> tuple[Duty, ...]:
    """Give what the text asks of anybody, with the side it is asked of; a row that names no doer has its owner's."""
    reading = cast.reading
    acts = reading.acts
    found: list[Duty] = []
    rows = cast.rows
    asked_at: dict[int, int] = {}  # where the first ask of a sentence begins
    for number, act in enumerate(acts):
        last = reading.sentences[act.sentence][1]
        if act.setting not in (Setting.MAIN, Setting.CONTENT) or act.mood is Mood.TOLD or act.verb in cast.quoted:
            continue
        if _is_forced(cast, act):
            continue
        following = next(
            (
                a
                for a in acts[number + 1 :]
                if a.sentence != act.sentence
                or (a.setting is Setting.MAIN and not a.inherited and (a.mood is not Mood.TOLD or a.actors))
            ),
            None,
        )
        end = following.subject_first if following is not None and following.sentence == act.sentence else last
        end = min(max(end, act.last), act.verb + _LONGEST)
        side = cast.side_of_actors(act)
        if (
            not act.actors
            and side in (Side.UNKNOWN, Side.OTHER)
            and not cast.figures.between(act.subject_first, act.verb)
        ):
            side = cast.side_at(rows[act.sentence]) if act.sentence in rows else side
        before = next((m for m in cast.figures.between(act.subject_first, act.verb) if m.last == act.verb - 1), None)
        if not act.actors and before is not None and cast.side_at(before) in WORKING_SIDES:
            side = cast.side_at(before)  # "..., YJS wkr to do 1:1"
        if side is Side.UNKNOWN and not act.actors and _is_unknown_name(cast, act):
            side = Side.HARMED
        if side is Side.UNKNOWN and rests_on_harmed(cast, act):
            side = Side.HARMED
        side = _whose_job(cast, act) or side
        worked = any(cast.side_of(party) in WORKING_SIDES for party in act.actors)
        asked_at.setdefault(act.sentence, act.subject_first)
        found.append(Duty(act, side, act.subject_first, act.verb, act.last, end, worked))
    bare = [_bare(cast, number, owner, asked_at.get(number, -1)) for number, owner in rows.items()]
    found.extend(duty for duty in bare if duty is not None)
    return tuple(sorted(found, key=_by_verb))


def _is_forced(cast: Cast, act: Act) -> bool:
    """ "as he holds her wages and she has to ask him for bus fare": what the harm makes somebody do, and no task."""
    keys, first = cast.reading.keys, act.subject_first
    if act.verb < 2 or keys[act.verb - 1] != "to" or keys[act.verb - 2] not in ("has", "have", "had"):
        return False
    begin = cast.reading.sentences[act.sentence][0]
    told = first > begin and keys[first - 1] == "and" and any(begin < at < first for at in cast.told_at)
    return keys[act.verb - 2] == "had" or told


def _whose_job(cast: Cast, act: Act) -> Side | None:
    """ "Zainab's job is to keep them from finding out": what is called somebody's job is asked of them."""
    if act.actors:
        return None
    words = cast.reading.words
    owner = next((m for m in cast.figures.between(act.subject_first, act.verb) if m.owning), None)
    if owner is None or owner.last >= act.verb or words[owner.last].key not in _JOBS:
        return None
    told = any(words[n].key in ("to", "is", "=", ":", "are") for n in range(owner.last + 1, act.verb))
    return cast.side_at(owner) if told else None


def _by_verb(duty: Duty) -> int:
    return duty.verb


def _bare(cast: Cast, number: int, owner: Mention, asked: int) -> Duty | None:
    """What a row without a verb asks of its owner: "Leanne: midwife at the hub", "Piotr: voice low"."""
    reading = cast.reading
    first, last = reading.sentences[number]
    begin = content_of(reading, number, owner)
    if 0 <= asked <= begin + 2 or begin >= last:
        return None
    last = asked if asked >= 0 else last
    if not any(word.key[0].isalpha() for word in reading.words[begin:last]):
        return None
    end = min(last, begin + _LONGEST)
    negated = reading.words[begin].key in ("no", "not", "never")
    act = Act(
        actors=(),
        subject_first=first,
        verb=begin,
        last=end,
        lemma="",
        classes=frozenset(),
        setting=Setting.MAIN,
        mood=Mood.ASKED,
        negated=negated,
        passive=False,
        carrier="",
        inherited=False,
        sentence=number,
    )
    return Duty(act, cast.side_at(owner), first, begin, end, end, shared=False)


def _is_unknown_name(cast: Cast, act: Act) -> bool:
    """Whether one small word opens the sentence as a name, and a pronoun after it is the person harmed ("duc ...")."""
    first = cast.reading.sentences[act.sentence][0]
    word = cast.reading.words[first]
    if act.subject_first > first or act.verb - first > 3 or not word.text.islower() or is_common(word.key):
        return False
    later = cast.named((Side.HARMED,), act.verb, act.last)
    return later is not None and later.pronoun and later.figure not in cast.figures.named


def is_chosen(cast: Cast, duty: Duty) -> bool:
    """Whether the words leave it to the person asked: "if she would like to", "whenever I want one"."""
    words = cast.reading.words
    for n in range(duty.verb, min(duty.end, len(words) - 2)):
        if words[n].key in ("if", "whenever", "where") and n + 2 < duty.end:
            after = words[n + 1 : n + 5]
            asked = cast.figures.at.get(n + 1)
            if asked is None or cast.side_at(asked) is Side.SOURCE:
                continue
            if any(word.key in _WISHING for word in after) and not any(word.key in ("not", "no") for word in after):
                return True
    return False


def names_abuse(cast: Cast, first: int, last: int, *, soft: bool = True) -> bool:
    """Whether words between two indices name the harm, plainly or (where harm is known) by a softer word."""
    marks = cast.marks
    for term in marks.all("abuse"):
        if first <= term.first < last and is_abuse(cast.reading.words, term):
            return True
    soft_term = marks.any(("soft", "minimising"), first, last) if soft else None
    if soft_term is not None:
        begins = soft_term.first == cast.sentence_at(soft_term.first)[0]
        if begins or not cast.reading.words[soft_term.first].text[:1].isupper():  # "Discord" is an app
            return True
    return any(first <= term.first < last and _as_noun(cast, term) for term in marks.all("hurting")) if soft else False


def _as_noun(cast: Cast, term: Term) -> bool:
    """Whether a verb of hurting has a person after it, or stands as a noun: "no more hitting", "the punches"."""
    words = cast.reading.words
    if cast.figures.between(term.last, term.last + 2) or (
        term.last < len(words) and words[term.last].key in ("one", "each")
    ):
        return True
    if term.last < len(words) and words[term.last].key in _OBJECT_WORDS:
        return False
    before = words[term.first - 1].key if term.first else ""
    return bool(cast.harms) and before in _BEFORE_NOUN and words[term.first].key.endswith(("ing", "s"))


def is_state(cast: Cast, duty: Duty) -> bool:
    """Whether the act is a state hoped for ("to be safe from Ryan", "to have no more threats"), not a thing to do."""
    act = duty.act
    words = cast.reading.words
    if act.passive and act.carrier != "be able":
        return True
    if act.lemma == "go" and words[min(duty.verb + 1, len(words) - 1)].key == "without":
        return True
    if any(words[n].key == "free" and words[n + 1].key in ("from", "of") for n in range(duty.verb, duty.own_end - 1)):
        return True
    if (
        act.lemma == "be"
        and duty.verb + 1 < duty.own_end
        and (
            words[duty.verb + 1].key in _BEING or words[duty.verb + 1].key in ("stronger", "tougher", "softer", "nicer")
        )
    ):
        return False  # "to be home before he is", "to be quieter": a thing to do
    if act.lemma not in EXPERIENCE and not (act.lemma == "no" or act.lemma in ("safe", "free")):
        return False
    if (
        act.lemma in ("see", "know")
        and cast.figures.between(duty.verb + 1, min(duty.verb + 5, duty.own_end))
        and not names_abuse(cast, duty.verb, min(duty.verb + 4, duty.own_end))
    ):
        return False
    if (
        act.lemma in ("see", "have", "hear", "know")
        and cast.named((Side.SOURCE,), duty.verb, duty.own_end)
        and not names_abuse(cast, duty.verb, duty.own_end)
    ):
        return False
    if (
        act.lemma == "have"
        and not cast.marks.first("ending", duty.verb, min(duty.verb + 3, duty.own_end))
        and words[min(duty.verb + 1, len(words) - 1)].key != "no"
    ):
        return False
    if act.lemma == "have" and any(words[n].key == "contact" for n in range(duty.verb, duty.own_end)):
        return False
    return not cast.marks.any(("change_self", "change_guarded"), duty.verb, duty.own_end)
