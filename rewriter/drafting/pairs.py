"""Who is harmed and by whom, as words fit to stand in the sentences of a draft.

The names and roles that the text uses come first; whoever is not known is asked for. Nothing is read from gender.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Ask
from rewriter.harm.cast import WORKING_SIDES, Cast, Side
from rewriter.harm.doubted import Doubt
from rewriter.harm.harms import harmed_phrase, source_phrase
from rewriter.harm.mentions import Mention
from rewriter.harm.unsure import unsure_sides
from rewriter.people import Harm, HarmBasis, PartyKind
from rewriter.plan import Reading
from rewriter.sentences.naming import role_of
from rewriter.text import joined

__all__ = ["Pair", "called", "doubted_pair", "pairs_of"]

# People whom no plan can give a task: not known, or known only as a crowd.
_CANNOT_BE_ASKED = frozenset(
    "unknown unidentified identified unnamed someone others strangers people adults men women males females boys "
    "girls lads youths teens teenagers guys blokes elders gang group crowd network dealers groomers punters scammers "
    "scammer dealer predator predators pupils classmates".split()
)
_TOO_YOUNG = 10  # years: under this age nobody answers for what they do
_FAMILY = frozenset("father mother son daughter brother sister uncle aunt grandfather grandmother".split())
_PLURALS = frozenset("kids children boys girls twins sisters brothers sons daughters parents carers baby child".split())
_AS_NAMES = frozenset("mum dad mam nan gran grandad grandma".split())
_TYPED_OWNING = {"dads": "dad", "mums": "mum", "stepdads": "stepdad", "stepmums": "stepmum"}
_BEFORE_NAMES = frozenset(
    "son daughter brother sister brothers sisters boyfriend girlfriend husband wife partner ex father mother dad mum "
    "stepdad stepmum stepfather stepmother bf gf nephew niece cousin carer neighbour friend ex-partner".split()
)
_WHO_THAT_IS = Ask("[who that is]", "Who is meant? Please put the name or role, or say that it is somebody else.")
_PERPETRATOR = frozenset(("perp", "perpetrator"))
_BARE = frozenset("older night day other men boys lads".split())
_CROWDS = frozenset("lads boys girls men males olders elders youths".split())
_OF_THEIRS = frozenset("her his their my the a an".split())
_JOINING = frozenset(("and", "&", "+"))
_PERSONS = (PartyKind.PERSON,)
# Courses that are typed straight after whoever is to go: "stepmum Triple P".
_COURSES = frozenset("triple incredible freedom caring strengthening solihull mellow respect drive".split())


_HOUSEHOLDS = frozenset(("the couple", "couple", "the family", "family"))  # in which one harms another
_NOBODY = frozenset(("adult", "trusted adult", "somebody", "someone"))
_NO_NAMES: Mapping[str, str] = {}


class Pair(NamedTuple):
    """Those harmed and whoever harms them, with the questions for whichever is not known.

    `askable` says that the source can be given a task: known, no crowd, and old enough to answer for it.
    """

    harmed: str
    source: str
    asks: tuple[Ask, ...]
    askable: bool


def pairs_of(
    cast: Cast, harms: Sequence[Harm], answering: Sequence[Mention] = (), suspected: Sequence[Mention] = ()
) -> tuple[Pair, ...]:
    """Give those harmed with whoever harms them: one pair, or one for each way where each harms the other.

    `answering` are those who were made to answer for the harm, who count as harmed by it where nobody else is named;
    `suspected` are those against whom they were to guard, who count as its source where nobody else is named.
    """
    if any(harm.to and harm.by and harm.basis is not HarmBasis.ASSUMED for harm in harms):
        harms = [harm for harm in harms if harm.basis is not HarmBasis.ASSUMED]
    ways = {(harm.to, harm.by) for harm in harms if harm.to and harm.by}
    each_way = any((by, to) in ways for to, by in ways)
    apart = [[harm] for harm in harms] if each_way else [list(harms)]
    return tuple(_pair(cast, each, answering, suspected) for each in apart)


def doubted_pair(doubt: Doubt) -> Pair:
    """Give both sides as gaps where the text does not say who harms whom: with a name where only one can be meant."""
    harmed, source = (called(name) if name else "" for name in (doubt.harmed, doubt.source))
    guess = f"Is it {source} who harms {harmed}? If not, who, or nobody?" if harmed and source else "Who, or nobody?"
    question = f"Who harms whom here? It is not said. {guess}"
    asks = (
        Ask(f"[{source or 'the person causing the harm'}]", question, source),
        Ask(f"[{harmed or 'the person harmed'}]", question, harmed),
    )
    askable = not _CANNOT_BE_ASKED & set(source.lower().split())
    return Pair(asks[1].bracket, asks[0].bracket, asks, askable)


def _pair(cast: Cast, harms: Sequence[Harm], answering: Sequence[Mention], suspected: Sequence[Mention]) -> Pair:
    reading = cast.reading
    names = _names_of_roles(reading)
    known = [phrase for harm in harms if harm.to and (phrase := harmed_phrase(harm)).lower() not in _NOBODY]
    harmed = list(dict.fromkeys(called(phrase, names) for phrase in known))
    sources = list(dict.fromkeys(called(_with_owner(cast, source_phrase(harm)), names) for harm in harms if harm.by))
    sources += [name for name in _beside_the_source(cast) if sources and name not in sources]
    unsure = unsure_sides(cast)
    harmed = [] if Side.HARMED in unsure else harmed
    sources = [] if Side.SOURCE in unsure else [name for name in sources if name not in _HOUSEHOLDS]
    if not sources and Side.SOURCE not in unsure:
        people = [each for each in suspected if cast.side_at(each) not in WORKING_SIDES]
        sources = list(dict.fromkeys(called(_written(reading, each), names) for each in people))[:1]
    if not harmed and Side.HARMED not in unsure:
        harmed = list(dict.fromkeys(called(_written(reading, each), names) for each in answering))
    asks: list[Ask] = []
    if not sources:
        asks.append(ask_about("harmer"))
    if not harmed:
        asks.append(ask_about("harmed"))
    sources = [name for name in sources if not _is_also(reading, name, sources)]
    called_so = next((name for name in sources if name.removeprefix("the ") in _PERPETRATOR), "")
    if called_so and len(sources) > 1:  # "the perp" and "dad": one person or two is for the user to say
        sources = [f"{called_so} ({_WHO_THAT_IS.bracket})"]
        asks.append(_WHO_THAT_IS)
    source = joined(sources)
    bare = source.lower() in ("the man", "the woman", "the male", "the female", "the adult", "the boy", "the girl")
    askable = bool(source) and not bare and not _CANNOT_BE_ASKED & set(source.lower().split()) and not _is_young(cast)
    used = cast.exploited or cast.described or bool(cast.marks.all("exploited"))
    at_home = not source and not used  # somebody of theirs, who can be asked
    return Pair(
        joined(harmed) or "[the person harmed]",
        source or "[the person causing the harm]",
        tuple(asks),
        askable or at_home,
    )


def _is_also(reading: Reading, name: str, others: Sequence[str]) -> bool:
    """Whether a source is called by another of the names too: "dad (Darren)"."""
    text = reading.text.lower()
    return any(
        other != name and (f"{name} ({other}" in text or f"{other}, {name}" in text or f"{other} ({name}" in text)
        for name, other in ((name.lower(), other.lower()) for other in others)
        if name in _FAMILY | _AS_NAMES or " " in name
    )


def _is_young(cast: Cast) -> bool:
    ages = [figure.age for figure, side in zip(cast.figures.figures, cast.sides, strict=True) if side is Side.SOURCE]
    return bool(ages) and all(0 <= age < _TOO_YOUNG for age in ages)


def _written(reading: Reading, mention: Mention) -> str:
    words = reading.written(mention.first, mention.last)
    return words.removesuffix("'s").removesuffix("\u2019s")


def _with_owner(cast: Cast, phrase: str) -> str:
    """A source known by a role alone, with whose they are where the text says so: "Mr Osei's daughter"."""
    reading = cast.reading
    for mention in cast.figures.mentions:
        if mention.pronoun or mention.owning or _written(reading, mention).lower() != phrase.lower() or " " in phrase:
            continue
        after = reading.words[mention.last] if mention.last < len(reading.words) else None
        if after is None or mention.last in cast.figures.at or after.key in _COURSES:
            continue
        if after.text.istitle() and after.text.isalpha():
            return after.text  # "stepdad Rob"
    if not phrase or (phrase[:1].isupper() and phrase.lower() not in _FAMILY | _BEFORE_NAMES | _PERPETRATOR):
        return phrase
    named = re.search(rf"\b{re.escape(phrase)} \(([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)\)", reading.text, re.IGNORECASE)
    if named is not None and named.group(1).istitle():
        return named.group(1)  # "Perp (Lee Dawes)"
    aside = re.search(rf"\b([A-Z][\w'-]+) \({re.escape(phrase)}\)", reading.text)
    if aside is not None and aside.group(1).istitle():
        return aside.group(1)  # "Nilesh (son)"
    parents = re.search(
        rf"\b(dad|mum|mam|nan|gran)['\u2019]?s (?:new |ex )?{re.escape(phrase)}\b", reading.text, re.IGNORECASE
    )
    if parents is not None:
        return f"{parents.group(1).lower()}'s {phrase}"  # "dads mother"
    # a full stop after anything but a title or an initial ends the sentence before: "by 4 May. Sarah's father"
    owner = re.search(
        rf"((?:(?:[A-Z]\w*|M[rsx]{{1,2}}\.|Dr\.|[A-Z]\.) ){{0,2}}[A-Z]\w*['\u2019]s) ((?:step-)?{re.escape(phrase)})\b",
        reading.text,
    )
    return f"{owner.group(1)} {owner.group(2)}" if owner else phrase


def _beside_the_source(cast: Cast) -> list[str]:
    """Whoever is told of in one breath with the source: "bullied by Josh and Tyler"."""
    reading, found = cast.reading, []
    for mention in cast.figures.mentions:
        after = mention.last
        if cast.side_at(mention) is not Side.SOURCE or after >= len(reading.keys) or mention.pronoun or mention.owning:
            continue
        if reading.keys[after] not in _JOINING or (mention.first and reading.keys[mention.first - 1] != "by"):
            continue
        other = cast.figures.at.get(after + 1)
        if other is not None and not other.owning and reading.words[other.first].text.istitle():
            figure = cast.figures.figures[other.figure]
            if figure.kind in _PERSONS and figure.names and cast.side_at(other) in (Side.OTHER, Side.UNKNOWN):
                found.append(_written(reading, other))
    return found


def _names_of_roles(reading: Reading) -> dict[str, str]:
    """Names that were told for a role that one person holds and that stand in the text."""
    held: dict[str, list[str]] = {}
    for person in reading.context.people:
        held.setdefault(person.role.lower(), []).append(person.name)
    text = reading.text.lower()
    return {role: names[0] for role, names in held.items() if len(names) == 1 and names[0].lower() in text}


def called(phrase: str, names: Mapping[str, str] = _NO_NAMES) -> str:
    """A role by the name told for it; a bare role with its article: "Father" becomes "the father"."""
    if phrase.lower() in names:
        return names[phrase.lower()]
    if ", " in phrase:  # "her neighbour, Mr Crane", "Marc, her ex"
        phrase = next((part for part in phrase.split(", ") if part[:1].isupper()), phrase.split(", ", 1)[0])
    phrase = _TYPED_OWNING.get(phrase.lower(), phrase)
    phrase = _by_name(phrase)
    head = phrase.split(" ", 1)[0].lower()
    if " " not in phrase and head in _FAMILY | (_BEFORE_NAMES - _AS_NAMES):
        return f"the {head}"
    if " " not in phrase and head in _PLURALS:
        return f"the {head}"
    if phrase.lower() in _CROWDS:
        phrase = phrase.lower()  # "Lads in Y10 sharing ..."
    crowd = head in _BARE and phrase.islower()
    bare = phrase.islower() and " " not in phrase and head not in _AS_NAMES and bool(role_of(head))
    return f"the {phrase}" if crowd or bare else phrase


def _by_name(phrase: str) -> str:
    """ "son Raj" is Raj, and "her ex Mark" Mark; a title stays: "uncle Ray"."""
    words = phrase.split()
    while len(words) > 1 and words[0].lower() in _OF_THEIRS | _BEFORE_NAMES and words[-1][:1].isupper():
        if words[0].lower() in _OF_THEIRS and not words[1][:1].isupper() and words[1].lower() not in _BEFORE_NAMES:
            break
        words = words[1:]
        if [word.lower() for word in words[:2]] == ["in", "law"]:
            words = words[2:]
    return " ".join(words)
