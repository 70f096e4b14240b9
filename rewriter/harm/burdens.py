"""All that a text puts on the person harmed, and harm that nobody is made to end: sections 3 and 4 of the standard."""

from collections.abc import Iterator, Sequence

from rewriter.harm.asked import is_state, names_abuse
from rewriter.harm.blame import blame_faults
from rewriter.harm.cast import WORKING_SIDES, Cast, Duty, Fault, Side
from rewriter.harm.causing import causing_faults
from rewriter.harm.conditions import alone_with_tasks, condition_faults
from rewriter.harm.duties import duty_faults
from rewriter.harm.presumed import help_on_condition
from rewriter.harm.relations import is_abuse
from rewriter.harm.rows import content_of
from rewriter.harm.shaping import shaping_faults
from rewriter.harm.sharing import mutual_faults
from rewriter.harm.silence import hers_to_keep, silence_faults
from rewriter.harm.waiting import waiting_faults
from rewriter.lexicon import Term
from rewriter.people import HarmBasis

__all__ = ["burdens", "ownerless"]

_TACKLING = frozenset(
    "arrest disrupt investigate prosecute charge interview protect remove stop pursue apply serve issue "
    "prevent seek trace evict exclude move suspend dismiss block freeze hold take".split()
)
_IDLE = frozenset("monitor review discuss see visit weigh assess refer consider record".split())
_NOT_NAMES = frozenset(
    "missing distress pressure chaos trauma fear frightened scared afraid unsafe behaviour shouting screaming "
    "intimidated losses".split()
)
_SERVICE_NOUNS = frozenset(
    "worker advocate caseworker clinic unit adviser advisor team group service services support course programme "
    "lead charity helpline reports report calls callouts call notifications referrals disclosures".split()
)
_BEFORE_NOUN = frozenset("the no more further of or any".split())
_OVER = frozenset("none nil stopped stop stops over ended end ends zero 0 gone ceased cease".split())
# What may end without anybody having harmed: absences, debts, and reports and worries about the harm.
_NO_HARM = frozenset(
    "absences absence lateness missed debt arrears waiting concerns concern reports calls referrals missing school "
    "attendance drinking smoking gaming plan support service contract welcome".split()
)
_DONE_BY_SERVICES = frozenset("discharge exclude charge refer assess move expect ask require see visit offer".split())
_THEIRS = (("his",), ("hers",), ("theirs",), ("yours",), ("mine",))
_WITHOUT = frozenset("without no not never free".split())
_BE = frozenset("be is been being are get was".split())
_RELATIVE = frozenset(("who",))
_ONES = frozenset("two three four five six ones one pupils boys girls lads people person men women account".split())
_PURSUING = frozenset("arrest disrupt prosecute investigate pursue interview".split())


def burdens(cast: Cast) -> tuple[Fault, ...]:
    """Give everything that makes the person harmed answer for the harm (3.1 to 3.9), in the order of the text."""
    if not cast.in_play:
        return ()
    found = [*duty_faults(cast), *condition_faults(cast), *blame_faults(cast), *mutual_faults(cast)]
    found.extend((*shaping_faults(cast), *waiting_faults(cast), *causing_faults(cast)))
    found.extend(Fault("quiet", fault.first, fault.last) for fault in silence_faults(cast) if hers_to_keep(cast, fault))
    found.extend(_listed(cast))
    found.extend(help_on_condition(cast))
    found = [fault for fault in found if not _is_absolved(cast, fault)]
    alone = alone_with_tasks(cast)
    if alone is not None and not found:
        found.append(alone)
    return tuple(sorted(found, key=lambda fault: (fault.first, fault.last)))


def _is_absolved(cast: Cast, fault: Fault) -> bool:
    """ "the threats are her father's doing, not hers for going out": it is said not to be theirs."""
    return cast.reading.keys[fault.first] == "not" and cast.reading.keys[fault.first + 1 : fault.first + 2] in _THEIRS


def _listed(cast: Cast) -> Iterator[Fault]:
    """An agentless line about the harm in the list of the person harmed ("For Mr Novak: ... no more hitting")."""
    words = cast.reading.words
    for number, owner in cast.rows.items():
        if cast.side_at(owner) not in (Side.HARMED, Side.CHILD):
            continue
        last = cast.reading.sentences[number][1]
        begin = content_of(cast.reading, number, owner)
        if begin < last and words[begin].key in ("no", "zero", "0", "nil") and names_abuse(cast, begin, last):
            yield Fault("listed", cast.reading.sentences[number][0], last)


def ownerless(cast: Cast) -> tuple[Fault, ...]:
    """Give the words that name a harm which nobody is named for and nobody is asked to end.

    Only for a text that puts nothing on the person harmed: the two labels never stand together.
    """
    if not cast.in_play:
        return ()
    if cast.described or _source_answers(cast) or _describes_somebody(cast):
        return ()
    duties = cast.duties
    hidden = tuple(silence_faults(cast))
    if any(_tackles(cast, duty) for duty in duties):
        return ()
    named = tuple(
        Fault("ownerless", term.first, term.last)
        for term in _names(cast)
        if not _is_told(cast, term, duties, hidden) and not _is_by(cast, term)
    )[:1]
    return named or tuple(_ended_by_nobody(cast, hidden))[:1]


def _describes_somebody(cast: Cast) -> bool:
    """ "to see the three who send them": those who harm are spoken of, though by no name."""
    keys = cast.reading.keys
    return any(
        keys[n] in _RELATIVE and keys[n - 1] in _ONES and keys[n - 2] in ("the", "those", "all", "any")
        for n in range(2, len(keys))
    )


def _is_by(cast: Cast, term: Term) -> bool:
    """Whether the words say by whom: "harm by men from the precinct", not "to stop by June"."""
    words, by = cast.reading.words, term.last
    if by >= len(words) or words[by].key != "by" or any(time.first == by for time in cast.reading.times):
        return False
    return by + 1 < len(words) and words[by + 1].key[0].isalpha()


def _ended_by_nobody(cast: Cast, hidden: Sequence[Fault]) -> Iterator[Fault]:
    """Harm told beside a text that only says something is to be over: "following and messaging to have stopped"."""
    if hidden or not any(harm.basis is HarmBasis.GIVEN for harm in cast.harms):
        return
    if any(duty.act.actors and not duty.act.passive for duty in cast.duties):
        return
    for duty in cast.duties:
        undone = duty.act.passive and duty.act.negated and duty.act.lemma not in _DONE_BY_SERVICES
        if undone and not duty.shared and duty.side in (Side.HARMED, Side.CHILD):
            yield Fault("ownerless", duty.first, duty.own_end)
    words = cast.reading.words
    for first, last in cast.reading.sentences:
        over = next((n for n in range(first + 1, last) if words[n].key in _OVER), -1)
        if over < 0 or any(words[n].key in _NO_HARM for n in range(first, last)):
            continue
        mention = cast.figures.at.get(_past_label(cast, first, last))
        if mention is None or mention.owning or cast.side_at(mention) not in (Side.PROFESSIONAL, Side.AGENCY):
            yield Fault("ownerless", first, over + 1)


def _past_label(cast: Cast, first: int, last: int) -> int:
    """Where a sentence begins after what it is called: "GP summary -", "Outcome sought:"."""
    words = cast.reading.words
    for n in range(min(first + 7, last) - 1, first, -1):
        if words[n].key == ":" or (words[n].key in ("-", "\u2013") and words[n].start > words[n - 1].end):
            return min(n + 1, last - 1)
    return first


def _source_answers(cast: Cast) -> bool:
    """Whether the person causing the harm acts in the text, owns what is named, or stands beside the harm."""
    if any(duty.side is Side.SOURCE for duty in cast.duties):
        return True
    places = [mention for mention in cast.figures.mentions if cast.side_at(mention) is Side.SOURCE]
    if not places:
        return False
    if any(act.actors and cast.side_of_actors(act) is Side.SOURCE for act in cast.reading.acts):
        return True
    for first, last in cast.reading.sentences:
        named = any(first <= mention.first < last for mention in places)
        if named and (names_abuse(cast, first, last) or cast.reading.words[last - 1].key != ":"):
            return True
    return False


def _names(cast: Cast) -> Iterator[Term]:
    marks, words = cast.marks, cast.reading.words
    for term in marks.all("abuse"):
        if is_abuse(words, term) and not (term.last < len(words) and words[term.last].key in _SERVICE_NOUNS):
            yield term
    if cast.harms:
        for tag in ("soft", "minimising"):
            for term in marks.all(tag):
                if words[term.first].key not in _NOT_NAMES:
                    yield term
        for term in marks.all("hurting"):
            if (
                term.first
                and words[term.first - 1].key in _BEFORE_NOUN
                and words[term.first].key.endswith(("ing", "s"))
                and words[min(term.last, len(words) - 1)].key not in ("the", "a", "his", "her")
            ) or (term.first and any(words[n].key in _BE for n in range(max(0, term.first - 3), term.first))):
                yield term
    for first, last in cast.unowned:
        yield Term("unowned", first, last)


def _tackles(cast: Cast, duty: Duty) -> bool:
    """Whether somebody other than the person harmed is given the job of ending or meeting the harm."""
    if duty.side not in (WORKING_SIDES | {Side.OTHER, Side.SOURCE}) or not duty.act.actors or is_state(cast, duty):
        return False
    if duty.act.lemma in _TACKLING and (duty.side is not Side.OTHER):
        return _near_abuse(cast, duty.verb, duty.end) or duty.act.lemma in _PURSUING
    return duty.act.lemma not in _IDLE and _near_abuse(cast, duty.verb, duty.end)


def _near_abuse(cast: Cast, first: int, last: int) -> bool:
    return any(
        first <= term.first < last and is_abuse(cast.reading.words, term) for term in cast.marks.all("abuse")
    ) or bool(cast.marks.any(("soft", "minimising"), first, last))


def _is_told(cast: Cast, term: Term, duties: Sequence[Duty], hidden: Sequence[Fault]) -> bool:
    """Whether the harm is only reported, counted in reports, or the subject of help: nobody is asked to end it."""
    for fault in hidden:
        first, last = cast.sentence_at(fault.first)
        if first <= term.first < last:
            return True
    for duty in duties:
        if duty.verb <= term.first < duty.end:
            if duty.side in (Side.HARMED, Side.CHILD) and not is_state(cast, duty) and not duty.act.passive:
                words = cast.reading.words
                if _ends_beside(cast, term, duty):
                    continue
                return not duty.act.negated and not any(words[n].key in _WITHOUT for n in range(duty.verb, term.first))
            if duty.side in WORKING_SIDES and duty.act.lemma in ("refer", "assess"):
                return False
    return False


def _ends_beside(cast: Cast, term: Term, duty: Duty) -> bool:
    """ "to be offered chess, and the bullying of him stopped by Xmas": the end of the harm stands beside the offer."""
    words = cast.reading.words
    beside = any(words[n].key in ("and", ";") for n in range(duty.verb, term.first))
    return beside and any(words[n].key in _OVER for n in range(term.last, min(term.last + 4, duty.end)))
