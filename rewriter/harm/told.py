"""What was told beside a text about who harms whom: harms given by the user, or stated in the need or baseline."""

from collections.abc import Sequence
from typing import NamedTuple

from rewriter.harm.figures import find_figures
from rewriter.harm.mentions import Figures
from rewriter.harm.relations import Surroundings, is_abuse
from rewriter.harm.signs import shows_harm
from rewriter.harm.stated import stated_harm
from rewriter.harm.words import marks_of
from rewriter.people import PartyKind, Person
from rewriter.plan import Reading
from rewriter.remembered import remembered
from rewriter.sentences.acts import find_acts
from rewriter.sentences.naming import find_parties, role_of
from rewriter.text import Word, sentences, words_of

__all__ = ["SOMEBODY", "Told", "name_of", "same_told", "told_harms"]

SOMEBODY = frozenset(
    "unknown unidentified men women adults people males females gang others someone persons associates lads "
    "lasses".split()
)
_LOOSE_ROLES = frozenset("adult neighbour relative professional source".split())
_TITLES = frozenset("mr mrs ms miss mx".split())
_NO_NAMES = frozenset("the unknown both unidentified two people men women residents".split())
# Where the words of somebody told of end and what is said about them begins: "the owner | of the nail bar".
_ENDS_PHRASE = frozenset("of from in at on who that which with whose".split())
# Words of a phrase that do not tell one person from another.
_PLAIN = frozenset(
    "the a an his her their its my our your and or some other another older younger two three several unknown new old "
    "adult adults people person persons man men woman women boy boys girl girls associate associates male males "
    "female females group someone somebody one ones unidentified local three four five".split()
)


class Told(NamedTuple):
    """One side of a harm as it was told: names and roles, and whether it speaks of several or of nobody known."""

    phrase: str
    names: frozenset[str]
    roles: frozenset[str]
    title: str
    owner: str
    vague: bool
    young: bool
    words: frozenset[str]  # the words that tell this one from others: "foreman", "night", "staff", "carol"


def told_harms(reading: Reading) -> tuple[tuple[Told, Told], ...]:
    """Give the harms told beside a text, each as (person harmed, source): those given, else those of the need."""
    people = reading.context.people
    if reading.context.harms:
        return tuple((_told(harm.to, people), _told(harm.by, people)) for harm in reading.context.harms)
    background = f"{reading.context.need}. {reading.context.baseline}".strip(". ")
    return tuple((_told(to, people), _told(by, people)) for to, by in _read_background(background))


@remembered
def _read_background(text: str) -> tuple[tuple[str, str], ...]:
    """Who harms whom by the need or baseline told beside the text."""
    if not text:
        return ()
    words = words_of(text)
    marks = marks_of([word.key for word in words])
    if not shows_harm(words, marks):
        return ()
    cuts = sentences(words)
    parties = find_parties(words, ())
    acts, _ = find_acts(words, cuts, parties)
    figures = find_figures(words, parties, acts, frozenset())
    found = [
        (name_of(figures, relation.harmed, words, text), name_of(figures, relation.source, words, text))
        for relation in stated_harm(Surroundings(words, cuts, figures, acts, marks))
    ]
    if not found and any(is_abuse(words, term) for term in marks.all("abuse")):
        found.append(("", ""))
    return tuple(dict.fromkeys(found))


def name_of(figures: Figures, number: int, words: Sequence[Word], text: str) -> str:
    """The first words by which a text names a figure; "" where there are none but a pronoun."""
    if number < 0:
        return ""
    mention = figures.named.get(number)
    if mention is None:
        return ""
    phrase = text[words[mention.first].start : words[mention.last - 1].end]
    if mention.owning and words[mention.last - 1].possessive:
        phrase = phrase.removesuffix("'s").removesuffix("\u2019s").rstrip("'\u2019")
    figure = figures.figures[number]
    aside = ", ".join(name.title() for name in sorted(figure.names) if name not in phrase.lower())
    return f"{phrase} ({aside})" if aside else phrase


@remembered
def _told(phrase: str, people: Sequence[Person]) -> Told:
    names: set[str] = set()
    roles: set[str] = set()
    role_words: set[str] = set()
    title = owner = ""
    main, _, aside = phrase.partition("(")
    words = words_of(main)
    for party in find_parties(words, people):
        if party.owning:
            owner = party.names[-1] if party.names else party.role
            continue
        names.update(party.names)
        if party.role:
            roles.add(party.role)
            role_words.update(word.key for word in words[party.first : party.last])
        title = title or (
            words[party.first].key if words[party.first].key in _TITLES and party.role != "parents" else ""
        )
    if aside:
        inside = words_of(aside)
        for party in find_parties(inside, people):
            plain = party.first == 0 or inside[party.first - 1].key in (",", "and", "&")
            if (
                plain
                and not party.owning
                and party.kind is PartyKind.PERSON
                and (
                    party.last >= len(inside) - 1
                    or inside[party.last].key in (",", ")", "and", "&")
                    or inside[party.last].key.isdecimal()
                )
            ):
                names.update(party.names)
                if party.role and not roles:
                    roles.add(party.role)
    own = _own_words(words)
    if not names:
        # a first name that is an ordinary word too ("Frank", "his daughter Carol", "Dawn, home carer")
        names.update(
            word.key
            for number, word in enumerate(own)
            if word.text[:1].isupper()
            and (len(word.key) > 2 or (len(word.key) > 1 and word.text.isupper()))
            and word.key.isalpha()
            and word.key not in _NO_NAMES
            and word.key not in _TITLES
            and word.key not in role_words
            and not (number == 0 and len(own) > 1 and own[1].text.islower() and own[1].key not in (",", "and", "&"))
        )
    if not names and not roles:
        names.update(word.key for word in own if word.key not in _PLAIN and len(word.key) > 2 and word.key.isalpha())
    for person in people:
        keys = {word.key for word in words_of(person.name)}
        role = role_of(person.role) if person.role else ""
        if names & keys and role:
            roles.add(role)
        elif role and role in roles and not names and role not in _LOOSE_ROLES:
            names.update(key for key in keys if len(key) > 1)
    vague = (
        not names
        and not roles - {"adult", "source", "neighbour", "professional", "agency"}
        and (not phrase.strip() or any(word.key in SOMEBODY for word in words))
    )
    young = any(
        word.key.isdecimal() and len(word.key) < 3 and int(word.key) < 18
        for word in (*words_of(aside)[:4], *(words[-1:] if len(words) > 1 and words[-2].key == "," else ()))
    ) and not any(word.key.startswith("20") for word in words_of(aside))
    telling = frozenset(word.key for word in own if word.key not in _PLAIN and word.key.isalpha())
    return Told(phrase.strip(), frozenset(names), frozenset(roles), title, owner, vague, young, telling)


def _own_words(words: Sequence[Word]) -> list[Word]:
    """The words of a phrase that name somebody, without their owner or what is said about them."""
    own: list[Word] = []
    for word in words:
        if word.key in _ENDS_PHRASE:
            break
        if not word.possessive:
            own.append(word)
    return own


def same_told(one: Told, other: Told) -> bool:
    """Whether two tellings may mean the same person: by name and title, else by role."""
    if one.names and other.names:
        return bool(one.names & other.names) and not (one.title and other.title and one.title != other.title)
    return bool(one.roles & other.roles)
