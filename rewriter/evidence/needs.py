"""Whether an ask answers the need: criterion R.

Unclear unless a need is stated beside the text or in it. Source: 002 Halton, "Relevant" (an ask that fits neglect may
not fit physical abuse); 003 outcomes ("Weed out any need or action that will not address the key risk or need");
004 LIAP, "R = Relevant". Which words speak to which need is practice judgement, and data in words/topics.toml.
"""

from collections.abc import Mapping, Sequence

from rewriter.evidence.control import asked_of_the_harmed
from rewriter.evidence.places import between
from rewriter.evidence.topics import bridged, marks, rare_words, weights
from rewriter.evidence.vagueness import vague_verbs
from rewriter.harm.harms import cast_of
from rewriter.harm.silence import silence_faults
from rewriter.lexicon import phrases
from rewriter.plan import Act, Counted, Mood, Reading, Setting
from rewriter.smart import Verdict
from rewriter.text import Word, words_of

__all__ = ["relevance_of"]


def relevance_of(reading: Reading) -> Verdict:
    """Give the verdict on R for a reading, with the need of its context or its own."""
    need = reading.context.need
    if not need:
        return _own_need(reading)
    return _answers(reading, words_of(need))


# -- a need told beside the text ------------------------------------------------------------------------

# Where one of these is the need, an ask about anything else does not answer it (002 Halton, "Relevant").
_SAFETY = frozenset({"abuse", "sexual", "exploitation", "financial_abuse"})
_ENOUGH = 0.3
_SHARED = 0.4
_PLAIN = 0.9
_WATCHING = frozenset("monitor watch observe review track".split())
_HOLDING_BACK = frozenset(
    "alert alerts notification notifications enquiries ppn ppns report reports reported disclose disclosures "
    "disclosure mention discuss callouts outs tell ring ringing 101 "
    "999 police within quiet "
    "private calls referrals involve privately".split()
)


def _answers(reading: Reading, need: Sequence[Word]) -> Verdict:
    """Judge an ask against the words of a need."""
    asked = _asking_words(reading)
    wanted, offered = weights(need, "need"), weights(asked, "act")
    told = {term.tag for term in marks().find(need)}
    safety = {topic: weight for topic, weight in wanted.items() if topic in _SAFETY} if "hard" in told else {}
    wanted = safety or wanted
    shared = sum(min(weight, offered[topic]) for topic, weight in wanted.items() if topic in offered)
    if shared < _ENOUGH and not safety:
        shared += bridged(wanted, offered)
        shared += _SHARED * len(rare_words(need, asked, _names(reading))) if shared < _ENOUGH else 0.0
    if safety and _holds_back(reading):
        return Verdict.PARTLY if _has_other_asks(reading) else Verdict.NOT_MET
    apart = shared < _ENOUGH and (bool(safety) or _speaks(wanted)) and _speaks(offered)
    if apart and reading.once(asked_of_the_harmed) is not None:
        return Verdict.PARTLY  # the wrong person is asked, but about the harm
    if apart and not safety and _is_theme_only(reading):
        return Verdict.PARTLY  # so loosely worded that it cannot be said to be about something else
    if apart and not (offered.keys() & _SAFETY and cast_of(reading).in_play):
        return Verdict.NOT_MET  # both are plain, and they are about different things
    if "alone" in told and "supervision" not in offered:
        return Verdict.PARTLY  # what led to a child being left alone is not yet somebody to be with the child
    return Verdict.PARTLY if _is_hidden(reading) else Verdict.MET


def _is_theme_only(reading: Reading) -> bool:
    """Whether every ask is a vague verb, so that nothing plain is asked."""
    vague = {first for first, _ in reading.once(vague_verbs)}
    return bool(reading.asks) and all(act.verb in vague for act in reading.asks)


def _speaks(topics: Mapping[str, float]) -> bool:
    """Whether words say plainly enough what they are about."""
    return sum(topics.values()) >= _PLAIN


def _asking_words(reading: Reading) -> Sequence[Word]:
    """The words of a text without the sentences that only tell a history and the titles of those who act."""
    asked = {act.sentence for act in reading.asks}
    told = {act.sentence for act in reading.acts if act.mood is Mood.TOLD} - asked
    roles = {
        n
        for act in reading.asks
        for party in act.actors
        if party.role == "professional"
        for n in range(party.first, party.after)
    }
    if not roles and (not told or not asked):
        return reading.words
    return [
        reading.words[n]
        for number, (first, last) in enumerate(reading.sentences)
        if number not in told or not asked
        for n in range(first, last)
        if n not in roles  # what somebody is called ("care coordinator") is not what is asked
    ]


def _names(reading: Reading) -> frozenset[str]:
    told = (word.key for person in reading.context.people for word in words_of(person.name))
    return frozenset((*(name for party in reading.parties for name in party.names), *told))


def _is_hidden(reading: Reading) -> bool:
    """Whether a service, watching, a state of mind or a condition stands between the ask and the need."""
    if reading.trigger.whole or reading.once(asked_of_the_harmed) is not None:
        return True
    asks = [act for act in reading.asks if act.mood is Mood.ASKED]
    if not asks:
        return reading.measure.counted is not Counted.FULLY and any(
            term.tag == "service" for term in reading.terms(marks())
        )
    return all(_hides(reading, act) for act in asks)


def _hides(reading: Reading, act: Act) -> bool:
    if "mental" in act.classes or act.lemma in _WATCHING or act.lemma in _EMPTY:
        return all(amount.value is None for amount in between(reading.amounts, act.verb, act.last))
    return act.lemma in _SERVING or any(
        term.tag == "service" and act.verb <= term.first <= act.verb + 4 for term in reading.terms(marks())
    )


_EMPTY = frozenset(
    phrases(
        """
        support, consider, liaise, look at, look into, feed in, explore, address, coordinate, co ordinate, oversee,
        signpost, think about, raise awareness, touch base, link in, be firmer, acknowledge, step up
        """
    )
)
_SERVING = frozenset(("refer", "chase", "chase up", "assess", "reassess", "follow up"))


def _holds_back(reading: Reading) -> bool:
    """Whether the ask is that less is told to those who could help; less telling is not less harm."""
    if _HOLDING_BACK.isdisjoint(reading.keys):
        return False
    return bool(silence_faults(cast_of(reading)))


def _has_other_asks(reading: Reading) -> bool:
    """Whether somebody at work is also asked for something."""
    return any(party.role == "professional" for act in reading.asks for party in act.actors)


# -- a need in the text itself -----------------------------------------------------------------------------


def _own_need(reading: Reading) -> Verdict:
    """Judge a text by the need it states itself: a wish or a person's own purpose, a told fact, or only a label."""
    if not reading.asks and not reading.sentences:
        return Verdict.UNCLEAR
    told = _told_need(reading)
    if _has_wish(reading) or _has_own_purpose(reading):
        return Verdict.MET
    if told:
        wanted = weights(told, "need")
        rest = weights([word for word in reading.words if word not in told], "act")
        if sum(min(weight, rest[topic]) for topic, weight in wanted.items() if topic in rest) >= 2 * _ENOUGH:
            return Verdict.MET
    if told and any(reading.words[first].key == "so" and number for number, (first, _) in enumerate(reading.sentences)):
        return Verdict.MET  # "You told us ... So ...": the ask is said to follow from what is told
    labels = [term for term in reading.terms(marks()) if term.tag in ("label", "heading")]
    if any(term.tag == "label" for term in labels):
        return Verdict.PARTLY
    if any(term.tag == "heading" and _heads(reading, term.last) for term in labels):
        return Verdict.PARTLY
    return Verdict.UNCLEAR


def _heads(reading: Reading, index: int) -> bool:
    """Whether "Need:", "Background:" stands as the heading of a cell or line with something in it."""
    return (
        index + 1 < len(reading.words)
        and reading.words[index].key in (":", "=")
        and reading.words[index + 1].key not in ("|", "\n")
    )


_WISHING = frozenset("wants asks wishes would".split())


def _has_wish(reading: Reading) -> bool:
    """ "Senait wants to see her little brother": the person's own wish, in a sentence of its own."""
    words = reading.words
    if _WISHING.isdisjoint(reading.keys):
        return False
    return any(
        word.key in ("wants", "asks", "wishes")
        or (word.key == "would" and n + 1 < len(words) and words[n + 1].key in ("like", "love"))
        for first, last in reading.sentences
        for n, word in enumerate(words[first : min(last, first + 6)], first)
        if n + 1 < len(words) and words[n + 1].key in ("to", "like", "love", "a", "his", "her", "their", "for")
    )


def _has_own_purpose(reading: Reading) -> bool:
    """ "... so she can claim for Bilqis": what it is for, for this person; "so that they are safe" is for everyone."""
    words = reading.words
    return any(
        clause.setting is Setting.PURPOSE
        and words[clause.first].key == "so"
        and any(key in ("can", "could") for key in reading.keys[clause.first : clause.first + 5])
        for clause in reading.clauses
    )


def _told_need(reading: Reading) -> Sequence[Word]:
    """The words that tell how things are: sentences and reasons in which nothing is asked."""
    found: list[Word] = []
    asked = {act.sentence for act in reading.asks}
    told = {act.sentence for act in reading.acts if act.mood is Mood.TOLD}
    for number, (first, last) in enumerate(reading.sentences):
        if number in told and number not in asked:
            found.extend(reading.words[first:last])
    for clause in reading.clauses:
        if clause.setting is Setting.REASON:
            found.extend(reading.words[clause.first : clause.last])
    return found or _told_in_passing(reading)


def _told_in_passing(reading: Reading) -> Sequence[Word]:
    """ "..., kids keep getting chest infections": a trouble told after a comma."""
    words = reading.words
    for n in range(len(words) - 1):
        if words[n].key in ("keep", "keeps", "kept") and words[n + 1].key in (
            "getting",
            "having",
            "being",
            "falling",
            "missing",
            "losing",
            "coming",
        ):
            return words[n : n + 6]
    return ()
