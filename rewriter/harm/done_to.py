"""Reads harm from what the text tells of one person doing to another, when it is no act of help or company.

A plan tells of few acts between people: those that help, those of company and ordinary life, and the harm it is
written about. The first two are a closed list (`company` in `words/harm.toml`), so whatever else is told as going
on, or as having to stop, is read as harm, by whatever verb. Acts that may be either ("left her", "gave him") are
harm by what goes with them (`turned`). Practice judgement, after section 1 of the responsibility standard.
"""

from collections.abc import Iterator
from functools import cache

from rewriter.harm.mentions import Mention
from rewriter.harm.relations import Relation, Surroundings
from rewriter.inflection import forms
from rewriter.words import word_lists

__all__ = ["done_to_others"]

_BE = frozenset("be been being is are was were am isn't aren't wasn't weren't".split())
_GOING_ON = _BE | frozenset(
    "keeps kept keep stop stops stopped stopping quit quits cease ceased started starts continues carries "
    "carried".split()
)
_ADVERBS = frozenset(
    "again also always been constantly ever just nightly not never now often regularly repeatedly still no longer "
    "then there here once twice sometimes have has had and he's she's".split()
)
_DREADED = frozenset("can't cannot cant won't wont doesn't don't couldn't".split())
_RELATIVE = frozenset("who that which who've who's".split())
_ASKED = frozenset(
    "to will must should shall can could may might would needs wants agrees please let's help helps cannot "
    "can't".split()
)
_BETWEEN = frozenset("the a an at on over off about poor little young old his her their".split())
_TELLS = frozenset("been was goes went comes came gets got".split())
_FREELY = frozenset(
    "living staying visiting helping smiling laughing going coming talking singing eating walking during morning "
    "evening swimming nothing something everything anything being".split()
)
_REACH = 7
# What a number of people are called who go about together.
_INTO = frozenset("in into on onto over at through off from out down up with across all".split())
_FROM = frozenset("from of at in on next down across upstairs".split())
_FAR = 6
_FACE = frozenset("face mouth throat neck head nose eyes eye hair body chest legs nappy".split())
_TAKING = frozenset("take keep have hold use get spend sell check read hand cut".split())
# What a grown person would not leave to another, unasked.
_DEAR = frozenset(
    "passport papers phone card cards money pension wages benefits savings keys account medication tablets id visa pin "
    "dole purse wallet glasses hearing walking frame messages emails inheritance giro pip pay earnings rent".split()
)
_THINGS = frozenset(
    "things stuff belongings furniture drawings diary clothes toys teddy bed door room address photos pictures "
    "photo picture images nudes post food dog cat pet car tyres windows window house flat garden books shoes "
    "uniform wheelchair stick aids scarf turban hijab head tail work bike bag bedroom name number accent stammer "
    "weight looks skin religion faith body breasts bottom leg arm throat neck wages pension savings money phone "
    "laptop tablet".split()
)
# Their own past: "Cory set fire to ...".
_NO_THINGS = frozenset(
    "to for at in on with and or but when if as is was has will by first best turn place part way record time score "
    "lead attention eye advice example suggestion name age birthday day word behaviour".split()
)
_SAME = frozenset("set hit cut put let hurt shut beat read split spat spit have take make keep".split())
_CROWD = frozenset(
    "lot gang crew line group boys girls lads men women family pupils class year youths ones people".split()
)
_HARD = frozenset(
    "arms arm hands hand hair throat neck wrists wrist legs leg face head ears ear scarf hijab turban headscarf "
    "clothes stick frame glasses patka skirt bra underwear coat collar".split()
)
_NO_VERBS = frozenset(
    "evening morning during thing things something anything everything nothing being including regarding "
    "following ongoing meeting sibling housing building nursing training parenting contacts visits sessions needs "
    "his this is was has does plus yes us as always series news means perhaps others friends parents years weeks "
    "months days times hours minutes terms nights eves mornings afternoons red need hundred indeed seed bed speed "
    "feed agreed named called related based".split()
)


def done_to_others(around: Surroundings) -> Iterator[Relation]:
    """Give every harm told by an act of one person upon another that is not of help or company."""
    for mention in around.figures.mentions:
        if around.is_person(mention):
            yield from _upon(around, mention)
    for index in (n for n, key in enumerate(around.keys) if key == "by"):
        yield from _suffered(around, index)


def _suffered(around: Surroundings, by: int) -> Iterator[Relation]:
    """ "is no longer used by the Kingsley lot to drop packages": what is done by others who are no workers."""
    words, begin, end = around.words, around.begins[by], around.ends[by]
    verb = by - 1
    if by + 1 >= end or verb <= begin or not (words[verb].key.endswith("ed") or words[verb].key in _irregular()):
        return
    at = verb - 1
    while at > begin and (words[at].key in _ADVERBS or words[at].key.endswith("ly")):
        at -= 1
    base = _company().get(words[verb].key)
    if words[at].key not in _BE | {"get", "gets", "getting", "got"} or (base is not None and base != "use"):
        return
    source = around.person_at(by + 1)
    crowd = any(words[n].key in _CROWD for n in range(by + 1, min(by + 5, end)))
    harmed = around.subject_of(at, who=False)
    if harmed is None or not around.is_person(harmed) or (source is None and not crowd):
        return
    number = source.figure if source is not None else -1
    if number != harmed.figure:
        yield Relation(number, harmed.figure, verb, by + 1, stated=True, unknown=number < 0)


def _upon(around: Surroundings, harmed: Mention) -> Iterator[Relation]:
    words, begin = around.words, around.begins[harmed.first]
    if words[harmed.first].key.endswith(("self", "selves")):
        return
    if harmed.owning:
        yield from _upon_what_is_theirs(around, harmed)
    elif words[harmed.first - 1].key in ("on", "at", "over") and harmed.first - 3 > begin:
        yield from _with_something(around, harmed)
    if harmed.owning and not (harmed.last < len(words) and words[harmed.last].key in _HARD):
        return
    verb = harmed.first - 1
    at = False
    while verb > begin and words[verb].key in _BETWEEN and verb not in around.ending:
        at = at or words[verb].key in ("at", "on", "over", "off", "about")
        verb -= 1
    if verb <= begin - 1 or verb < 0 or (verb + 1) in around.ending:
        return
    key = words[verb].key
    if not key.isalpha() or len(key) < 3 or key in _NO_VERBS - {"has"} or not words[verb].text.islower():
        return
    doer = _told_doer(around, verb, harmed)
    if doer is None:
        return
    source = doer.figure if doer is not _NOBODY else -1
    base = _company().get(key)
    if base is None:
        if at and not harmed.owning and key.endswith("ing") is False and doer is _NOBODY:
            return
        dreaded = words[verb - 1].key in _DREADED
        if not (key.endswith(("ing", "ed", "s")) or key in _irregular() or dreaded):
            return
        worked = source >= 0 and not around.is_person(doer)
        if worked or (at and words[harmed.first - 1].key != "at" and not harmed.owning):
            return
        yield Relation(source, harmed.figure, verb, harmed.last, stated=True, unknown=source < 0)
        return
    end = min(harmed.last + _REACH, around.ends[verb])
    worked = doer is not _NOBODY and not around.is_person(doer)
    if not at and _goes_badly(around, base, harmed, end, worked=worked):
        yield Relation(source, harmed.figure, verb, harmed.last, stated=True, unknown=source < 0)


def _upon_what_is_theirs(around: Surroundings, owner: Mention) -> Iterator[Relation]:
    """ "threw her phone in the canal", "puts soap in Kit's mouth": told of what is another's, and no help with it."""
    words, begin, end = around.words, around.begins[owner.first], around.ends[owner.first]
    before = around.starting.get(owner.first - 1)
    last = owner.first - (2 if before is not None and before.owning else 1)  # "breaks his mum's things"
    for verb in range(last, max(begin, owner.first - 5), -1):
        key = words[verb].key
        if verb in around.starting or (verb + 1) in around.ending or key in (",", ";", ".", "to"):
            return
        verbal = key.endswith(("ing", "ed", "s")) or key in _irregular() or key in _SAME
        if not verbal or (key in _NO_VERBS | _BE and key != "has") or not words[verb].text.islower():
            continue
        doer = _told_doer(around, verb, owner)
        if doer is None or doer is _NOBODY or not around.is_person(doer) or doer.figure == owner.figure:
            continue
        at = _past_aside(around, owner)
        base, between = _company().get(key), [word.key for word in words[verb + 1 : last + 1]]
        thing = [word.key for word in words[at : min(at + 3, end)]]
        if thing[:1] == ["own"]:
            continue
        if base is None:
            near = not between or between[-1] in _INTO
            named = any(word in _HARD or word in _FACE or word in _DEAR or word in _THINGS for word in thing)
            # any act upon what is another's that is no help or company is harm, where nothing stands between
            plain = not between and bool(thing) and thing[0] not in _NO_THINGS and not (owner.pronoun and doer.pronoun)
            harm = near and (named or plain)
        else:
            adult = not around.figures.figures[owner.figure].is_child
            harm = (
                (base in _TAKING and adult and any(word in _DEAR for word in thing))
                or (base in ("put", "set", "hold") and bool(between) and any(word in _FACE for word in thing))
                or (base == "set" and "fire" in between)
                or (adult and base in ("go", "look") and between[-1:] == ["through"] and _is_no_parent(around, doer))
                or (base in ("put", "keep") and adult and between[-1:] == ["on"] and thing[:1] in (["phone"], ["car"]))
            )
        if harm:
            yield Relation(doer.figure, owner.figure, verb, owner.last + 1, stated=True)
            return


def _is_no_parent(around: Surroundings, doer: Mention) -> bool:
    """Whether one who goes through another's things is no parent or foster carer, whose task it may be with a child."""
    figure = around.figures.figures[doer.figure]
    return "foster" not in figure.keys and figure.roles.isdisjoint(("mother", "father", "parents", "carer"))


def _with_something(around: Surroundings, harmed: Mention) -> Iterator[Relation]:
    """ "stubs cigarettes out on him", "poured tea over her": something is put upon a person."""
    words, begin = around.words, around.begins[harmed.first]
    for verb in range(harmed.first - 3, max(begin, harmed.first - 6), -1):
        key = words[verb].key
        if verb in around.starting or (verb + 1) in around.ending or not key.isalpha() or key in _NO_VERBS | _BE:
            return
        if key.endswith(("ing", "ed", "s")) and (verb in around.ending or key not in _company()):
            doer = _told_doer(around, verb, harmed)
            plain = doer is None or doer is _NOBODY or not around.is_person(doer) or doer.figure == harmed.figure
            if not plain and doer is not None and key not in _company():
                yield Relation(doer.figure, harmed.figure, verb, harmed.last, stated=True)
                return


def _past_aside(around: Surroundings, mention: Mention) -> int:
    """The index after a person and what stands about them in brackets or between commas: "(8)", ", 6,"."""
    words, at = around.words, mention.last
    if at < len(words) and words[at].key == "(":
        return next((n + 1 for n in range(at, min(at + 6, len(words))) if words[n].key == ")"), at)
    if at + 2 < len(words) and words[at].key == words[at + 2].key == "," and words[at + 1].key.isdecimal():
        return at + 3
    return at


_NOBODY = Mention(-1, -1, -1, False, False)


def _told_doer(around: Surroundings, verb: int, harmed: Mention) -> Mention | None:
    """Who is told to do the act at a verb: a person, `_NOBODY` where none is named; None where nothing is told."""
    words, begin = around.words, around.begins[verb]
    key = words[verb].key
    at = verb - 1
    while at >= begin and (words[at].key in _ADVERBS or words[at].key.endswith("ly")) and at + 1 not in around.ending:
        at -= 1
    before = words[at].key if at >= begin else ""
    relative = before in _RELATIVE
    doer = around.subject_of(verb, who=True, but=harmed.figure)
    if at + 1 in around.ending and around.ending[at + 1].figure == harmed.figure and not around.ending[at + 1].owning:
        return None  # "she broke her wrist"
    if key.endswith("ing"):
        going_on = before in _GOING_ON or (verb > begin and words[verb - 1].key in _GOING_ON | {"been"})
        joined = words[verb - 1].key in ("and", "or", "then") and any(
            words[n].key.endswith("ing") for n in range(max(begin, verb - 7), verb - 1)
        )
        own = around.ending.get(at) if before in _GOING_ON else around.ending.get(verb - 1)
        if going_on and own is not None and own.figure == harmed.figure and not own.owning:
            return None  # "so he stops scratching his eczema"
        if doer is not None and not going_on and not joined:
            between = [word.key for word in words[doer.last : verb]]
            joined = any(key in _TELLS for key in between) and not any(key in _ASKED or key == "," for key in between)
        if not going_on and not joined and at + 1 not in around.ending:
            return None
        return doer if doer is not None else _NOBODY
    if before in _DREADED and doer is not None and around.is_person(doer):
        # "so her cousin can't march her to the cashpoint": told as what would be
        return doer if any(words[n].key in ("so", "until", "then") for n in range(max(begin, verb - 8), verb)) else None
    if before in _ASKED or before in _BE:
        return None
    near = (at + 1 in around.ending and not around.ending[at + 1].owning) or (
        doer is not None and _is_placed(around, doer, at + 1)
    )
    contracted = before.endswith(("'s", "'d", "'ve")) and at in around.starting
    if relative or near or contracted or (before == "and" and doer is not None and _told_before(around, doer, at)):
        several = doer is not None and around.figures.figures[doer.figure].plural
        if not key.endswith(("s", "ed")) and key not in _irregular() | _SAME and not relative and not several:
            return None
        if doer is not None and any(words[n].key in _ASKED for n in range(doer.last, verb)):
            return None
        return doer if doer is not None else _NOBODY
    return None


def _is_placed(around: Surroundings, doer: Mention, verb: int) -> bool:
    """Whether nothing but where they are from stands between somebody and a verb: "lads from the Heath make him"."""
    between = [word.key for word in around.words[doer.last : verb]]
    return 1 < len(between) < _FAR and between[0] in _FROM and not any(key in _ASKED or key == "," for key in between)


def _told_before(around: Surroundings, doer: Mention, conjunction: int) -> bool:
    """Whether another act of the same doer is told before "and": "no longer kicks and bites him"."""
    words = around.words
    several = around.figures.figures[doer.figure].plural
    told = several or any(words[n].key.endswith(("s", "ed")) for n in range(doer.last, conjunction))
    return told and not any(words[n].key in _ASKED for n in range(doer.last, conjunction))


def _goes_badly(around: Surroundings, base: str, harmed: Mention, end: int, *, worked: bool) -> bool:
    """Whether what goes with an act that may be either makes it harm: "left her hungry", "gave him a black eye"."""
    signs = _complements().get(base)
    if signs is None:
        return False
    words = around.words
    at = _past_aside(around, harmed)
    if at > harmed.last:
        end = min(at + _REACH, around.ends[harmed.first])
    if harmed.owning:
        return False
    near = [words[n].key for n in range(at, end)]
    if base == "have" and worked:
        return False  # "the youth worker has Reuben selling cakes"
    grown = not around.figures.figures[harmed.figure].is_child
    if base == "have" and grown and near and near[0].endswith("ing") and near[0] not in _FREELY:
        return True  # "has him kipping in the yard"
    if base == "have" and grown and near[:1] and near[0] in ("sign", "hand", "pay", "beg", "kneel", "sell"):
        return True
    if base == "call" and near[:1] in (["a"], ["an"], ["names"], ["every"], ["all"]):
        return True
    for n, key in enumerate(near):
        if (
            n
            and at + n in around.starting
            and words[at + n].key not in ("she'll", "he'll", "they'll", "she", "he", "her", "him")
        ):
            break
        if key in signs or (n + 1 < len(near) and f"{key} {near[n + 1]}" in signs):
            return True
    return False


@cache
def _company() -> dict[str, str]:
    """The forms of every act of help or company, with the verb each is a form of."""
    return {form: verb for verb in word_lists("harm")["company"]["acts"] for form in forms(verb) if " " not in form}


@cache
def _irregular() -> frozenset[str]:
    irregular = word_lists("irregular")["verbs"]
    return frozenset(form for several in irregular.values() for form in several)


@cache
def _complements() -> dict[str, frozenset[str]]:
    return {verb: frozenset(signs) for verb, signs in word_lists("harm")["turned"].items()}
