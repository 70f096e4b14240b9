"""Whether it is the person harmed who is watched: visits, phone checks, and looking for what they do.

Section 3.6 of the responsibility standard, whoever is to do the watching: a worker, a carer, a neighbour.
"""

from collections.abc import Iterator

from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Duty, Fault, Side
from rewriter.harm.mentions import Mention
from rewriter.plan import Mood

__all__ = ["watch_faults"]

_PRIVATE = frozenset(
    "flat home house phone phones room wardrobe car messages texts emails bins post bathroom place mobile tablet "
    "laptop diary bag bags accounts account statements snapchat whatsapp instagram tiktok history receipts "
    "location photos purse drawers cupboards calls bank internet socials devices device ipad call phonebook clothes "
    "pockets dms inbox chats chat belongings things stuff letters mail friends contacts followers apps cards handbag "
    "rucksack locker feed handset".split()
)
# Going through somebody's things, by the first word and the one after it.
_THROUGH = frozenset("go goes going gone look looks looking looked scroll scrolls read reads flick sift".split())
_THROUGHOUT = frozenset("through thru over down in into".split())
_SEARCHING = frozenset("inspect inspects inspecting inspected search searches searching searched trawl trawls".split())
# These are watching only where they say for what, how often or for whom: "to check she has not".
_SOFT = frozenset(
    "see sees seeing view views review reviews reviewing look looks looking read reads check checks checking checked "
    "monitor monitors monitoring monitored scan scans spot vet vets".split()
)
_SEEN = frozenset("see sees seeing view views review reviews reviewing look looks looking read reads".split())
_OFTEN = frozenset(
    "each every daily weekly nightly regularly random randomly unannounced monthly fortnightly night nights x2 x3 "
    "twice".split()
)
_FOR_THEM = frozenset(
    "evidence trace traced consent permission wants wishes wanted asked likes she'd he'd statement download "
    "screenshots repair fix virus blocked tracker trackers spyware bugs cameras copy "
    "copied".split()
)
_REFUSED = frozenset("not never stop stops no without nobody longer".split())
_SEEING = frozenset("know knows see sees check checks sure certain tell confirm confirms verify monitor ensure".split())
_LINKS = frozenset("if whether that for what when where who how no".split())
_AUXILIARIES = frozenset(
    "is isn't has hasn't does doesn't have had not been be still again never also was wasn't won't will really "
    "actually secretly".split()
)
# What is had, felt or undergone: nothing that is done.
_UNDERGONE = frozenset(
    "being feeling coping getting having heard got had received felt understood understands knows know feels wants "
    "seen sees eating sleeping managing doing okay ok safe well fine settled happy hurt frightened scared able ready "
    "going living finding needs likes has is thinks think would might can could hopes says enjoys gets".split()
)
_WHERE = frozenset("at in on with for from to by about and or as than within".split())
_APART = frozenset(
    "separated apart ended left back contact seeing over split let allowed allowing together visiting meeting calling "
    "messaging texting talking living staying hiding".split()
)
# After "she's" these are what she has done, and nothing done to her.
_HAS_DONE = frozenset("gone come run met left let sent spoken written".split())
_SHOWING = frozenset("send share text video facetime show message whatsapp call ring photograph".split())
_SHOWN = frozenset(
    "photo photos picture pictures pic pics selfie selfies location video facetime screenshot screenshots".split()
)
_REACH = 6


def watch_faults(cast: Cast) -> Iterator[Fault]:
    """Give every place where the person harmed is watched, or what is theirs is gone through."""
    yield from _listed(cast)
    for duty in cast.duties:
        if _shows_daily(cast, duty):
            yield Fault("watched", duty.first, cast.sentence_at(duty.verb)[1])
    for mention in cast.figures.mentions:
        if cast.side_at(mention) not in HARMED_SIDES - {Side.BOTH}:
            continue
        if _is_gone_through(cast, mention) if mention.owning else _is_looked_for(cast, mention):
            yield Fault("watched", *cast.sentence_at(mention.first))


def _listed(cast: Cast) -> Iterator[Fault]:
    """Visits, photos and phone checks aimed at the person harmed, by the words for them."""
    for term in cast.marks.all("watch"):
        first, last = cast.sentence_at(term.first)
        near = cast.figures.between(term.first + 1, min(term.last + 8, last))
        near = [m for m in near if m.first >= term.last or cast.side_at(m) is not Side.OTHER]  # "find my"
        target = next((cast.side_at(m) for m in near if cast.side_at(m) not in WORKING_SIDES), None)
        if target is None:
            owners = cast.figures.between(first, term.first)
            target = next((cast.side_at(m) for m in owners if cast.side_at(m) not in WORKING_SIDES), None)
        if target in HARMED_SIDES or (target is None and cast.source_known):
            yield Fault("watched", first, last)


def _shows_daily(cast: Cast, duty: Duty) -> bool:
    """ "to send a photo from college every morning so that we know ...": the one harmed is to show where they are."""
    if duty.side not in (Side.HARMED, Side.CHILD) or duty.act.mood is not Mood.ASKED or duty.act.negated:
        return False
    keys, last = cast.reading.keys, cast.sentence_at(duty.verb)[1]
    if duty.act.lemma.split(" ")[0] not in _SHOWING or _SHOWN.isdisjoint(keys[duty.verb : duty.end]):
        return False
    often = not _OFTEN.isdisjoint(keys[duty.verb : last]) or bool(cast.reading.times_in(duty.verb, last))
    seen = next((n for n in range(duty.verb + 2, last) if keys[n] in _SEEING or keys[n] in ("prove", "show")), -1)
    return often and seen > 0 and any(keys[n] in ("so", "to") for n in range(max(duty.verb, seen - 5), seen))


def _is_gone_through(cast: Cast, owner: Mention) -> bool:
    """ "go through Mateo's tablet each night", "check Ines's flat for any sign of Paulo", "her room to be searched"."""
    words = cast.reading.words
    first, last = cast.sentence_at(owner.first)
    at = _past_aside(cast, owner, last)
    if not any(words[n].key in _PRIVATE for n in range(at, min(at + 2, last))):
        return False
    verb = next((n for n in range(owner.first - 1, max(first, owner.first - _REACH) - 1, -1) if _looks(cast, n)), -1)
    if verb < 0 and any(words[n].key == "be" for n in range(at, min(at + 4, last))):
        verb = next((n for n in range(at, min(at + _REACH, last - 1)) if _looks(cast, n)), -1)
    if verb < 0 or any(words[n].key in _REFUSED for n in range(max(first, verb - 3), owner.first)):
        return False
    if any(words[n].key in _FOR_THEM for n in range(verb, last)) or _seer(cast, first, verb) is None:
        return False
    if words[verb].key in _SEARCHING or words[verb + 1].key in _THROUGHOUT:
        return not any(words[n].key in ("with", "w") and n + 1 in cast.figures.at for n in range(at, last - 1))
    said = _says_for_what(cast, at, last)
    if words[verb].key in _SEEN:
        return said
    often = any(words[n].key in _OFTEN for n in range(first, last))
    return said or often or cast.named((Side.SOURCE,), at, last) is not None


def _looks(cast: Cast, n: int) -> bool:
    words = cast.reading.words
    key = words[n].key
    return key in _SEARCHING or key in _SOFT or (key in _THROUGH and words[n + 1].key in _THROUGHOUT)


def _seer(cast: Cast, first: int, verb: int) -> Side | None:
    """The side of whoever looks; None where it is the source or the person harmed. Without a doer it is the plan's."""
    doer = next((m for m in reversed(cast.figures.between(first, verb)) if not m.owning), None)
    side = cast.side_at(doer) if doer is not None else Side.AGENCY
    return None if side in HARMED_SIDES or side is Side.SOURCE else side


def _says_for_what(cast: Cast, first: int, last: int) -> bool:
    """ "... to check he's not been giving Stacey cash": what is looked for is what the person harmed does."""
    return any(
        _is_looked_for(cast, mention)
        for mention in cast.figures.between(first, last)
        if not mention.owning and cast.side_at(mention) in HARMED_SIDES
    )


def _is_looked_for(cast: Cast, seen: Mention) -> bool:
    """ "so that we know she isn't visiting him": whatever is done, it is to see what the person harmed does."""
    words = cast.reading.words
    first, last = cast.sentence_at(seen.first)
    at = seen.first - 1
    at -= at >= first and words[at].key in _LINKS
    if at <= first or words[at].key not in _SEEING or _seer(cast, first, at) is None:
        return False
    n, passive = seen.last, words[seen.last - 1].possessive
    while n < last and words[n].key in _AUXILIARIES:
        passive, n = passive or words[n].key in ("is", "been", "isn't", "was", "be"), n + 1
    if n >= last:
        return False
    verb = words[n].key
    told = n > seen.last or words[seen.last - 1].possessive or verb.endswith(("s", "ed"))
    done = verb.endswith("ing") or (told and (not passive or verb in _HAS_DONE) and verb not in _WHERE)
    if verb in _UNDERGONE and verb not in _APART:
        return False
    apart = any(words[x].key in _APART for x in range(seen.last, last))
    return (done or apart) and cast.named((Side.SOURCE,), seen.last, last) is not None


def _past_aside(cast: Cast, mention: Mention, last: int) -> int:
    words, at = cast.reading.words, mention.last
    if at < last and words[at].key == "(":
        at = next((n + 1 for n in range(at, min(at + _REACH, last)) if words[n].key == ")"), at)
    return at
