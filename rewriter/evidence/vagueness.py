"""The verbs of an ask that nobody could watch being done, and what makes such a verb good again.

Source: 004 LIAP, "S = Specific" ("use 'strong' verbs which imply action"); 001 SMART planning, "S - Specific". The
lists and what counts as a plain act after the verb are practice judgement.
"""

from collections.abc import Sequence
from functools import cache

from rewriter.amounts.reader import AmountKind
from rewriter.evidence.asides import outside_ask, sentence_end
from rewriter.evidence.separate import tracks
from rewriter.inflection import forms
from rewriter.lexicon import Lexicon, Term, phrases
from rewriter.plan import Act, Counted, Due, Reading
from rewriter.sentences.grammar import verb_at
from rewriter.timing.reader import TimeKind

__all__ = ["vague_verbs"]

# Hardly ever a noun or an adjective: found wherever they stand in an ask.
_ALWAYS = """
    ensure, make sure, see to it that, engage, engage with, liaise, facilitate, promote, enhance, prioritise,
    prioritize, implement, oversee, coordinate, co ordinate, cooperate, co operate, strengthen, empower, enable,
    encourage, explore, safeguard, nurture, maximise, optimise, mitigate, stabilise, sustain, deal with, look at,
    look into, look to, keep an eye, keep an eye on, take responsibility, take ownership, take steps, take action,
    feed in, feed into, link in, touch base, get a grip, get on top of, stay on top of, keep on top of, sort out,
    raise awareness, be mindful, be proactive, reflect on, accept responsibility, accept more responsibility,
    be open and honest, be accountable, provide support, offer support, give support, get support, receive support,
    access support, evidence change, demonstrate change, show change, build on, put in place, commit to, share info,
    share information, share intelligence, be involved, get involved, participate, consider, give consideration to,
    give thought to, consideration to be given, consideration given, keep under review, stay in touch, try harder,
    do better, do more, step in, pull together, join up, respond appropriately, behave appropriately,
    act appropriately, intervene, champion, embed, demonstrate commitment, be consistent, be supportive,
    take more responsibility, take some responsibility, turn things around, make an effort, make progress,
    make changes, get better, get on better, do well, feed back, communicate better, communicate more, communicate well,
    communicate effectively, communicate openly, be nicer, be kinder, do the right thing
"""
# As often nouns, or verbs of plain acts in another sense: found where they are the verb of an ask.
_AS_VERBS = """
    improve, support, address, manage, monitor, help, sort, develop, assist, handle, tackle, maintain, progress,
    process, scope, disrupt, input, motivate, boost, target, foster, focus on, focus, concentrate on, cope,
    cope with, action, guide, balance, control, regulate, evaluate, parent, bond, work on, work with, work together,
    work towards, work alongside, work in partnership, work closely, work openly, work honestly, work well,
    work positively, work jointly, work collaboratively
"""
# Verbs that remain vague however often they are done.
_NEVER_EXCUSED = (
    "monitor",
    "consider",
    "liais",
    "explor",
    "oversee",
    "promot",
    "keep",
    "look",
    "coordinat",
    "co",
    "address",
)
_DOCUMENTS = frozenset(
    "plan plans timetable chart list menu budget book scrapbook diary leaflet letter rota calendar script "
    "profile passport agreement card sheet log story poster contract checklist photo photos file form "
    "minutes notes tally jar board".split()
)
_NUMBERS = frozenset(
    {
        AmountKind.COUNT,
        AmountKind.RATE,
        AmountKind.PERCENTAGE,
        AmountKind.SCORE,
        AmountKind.SHARE,
        AmountKind.MEASURE_UNIT,
        AmountKind.CLOCK_LEVEL,
    }
)
_NOUN_OPENERS = frozenset(
    "early self no any more some the a an his her their its of for with from in needs need accept accepts "
    "access seek get receive family".split()
)
_PROVING = frozenset(
    "build builds grow increase raise evidence evidences demonstrate demonstrates show shows sustain "
    "maintain make".split()
)
_PROVED = frozenset(
    "resilience confidence esteem trust rapport relationship relationships self-esteem understanding "
    "change changes commitment progress improvement improvements willingness motivation capacity ability "
    "engagement".split()
)
# What is given, and cannot be seen to be given.
_GIVING = frozenset("offer give provide receive get have access maintain establish create set make".split())
_GIVEN = frozenset(
    "guidance advice encouragement reassurance strategies boundaries consistency structure stability opportunities "
    "input stimulation warmth choices".split()
)
# What goes up or down, and cannot be counted as it stands.
_CHANGING = frozenset("build boost grow develop raise widen gain".split())
_THEMES = frozenset(
    "isolation confidence anxiety independence resilience wellbeing stress risk risks loneliness skills esteem "
    "awareness aspirations vulnerability dependence motivation mood conflict tension understanding safety".split()
)
_SOFT_MEANS = frozenset("choices progress changes efforts engagement effort".split())
_NAMED_ALREADY = frozenset("it them both these this".split())
_CUTS = frozenset(", . ; and by to so with for when if at on".split())
_MODALS = frozenset("to will must should shall be being and & also not jointly actively".split())
_DETERMINERS = frozenset("a the his her their of for some".split())
_BEFORE_PARTICIPLES = frozenset("be being get is are and been".split())
_GERUNDS = frozenset("managing improving addressing monitoring".split())
_BARE = frozenset("monitor improve address manage sort".split())
_DASHES = frozenset({"-", "\u2013", "\u2014", ":", "|", "\n"})
_MAKING = ("develop", "build", "look", "work", "go", "feed", "help")
_VOUCHING = ("ensur", "mak", "see", "engag", "work")
_RHYTHMS = frozenset({TimeKind.FREQUENCY, TimeKind.CLOCK, TimeKind.RUN})


@cache
def _lexicon() -> Lexicon:
    return Lexicon(
        {
            "always": tuple(form for verb in phrases(_ALWAYS) for form in forms(verb)),
            "verb": tuple(form for verb in phrases(_AS_VERBS) for form in forms(verb)),
        }
    )


def vague_verbs(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Give the word ranges (end exclusive) of the vague verbs of the ask that no plain act or amount makes good.

    Verbs in conditions, purposes, reasons, histories and bracketed gaps are left out.
    """
    terms = _longest(reading.terms(_lexicon()))
    asks = reading.asks
    hits = {term.first for term in terms}
    terms.extend(_framed(reading, asks, hits))
    if not terms:
        return ()
    outside = outside_ask(reading)
    verbs = {act.verb for act in reading.acts}
    end = _end_of_lead(reading, asks)
    found = [
        (term.first, term.last)
        for term in terms
        if term.first not in outside
        and term.first < end
        and _is_verb(reading, term, verbs)
        and not _is_made_good(reading, term, hits, alone=len(asks) < 2)
    ]
    return tuple(sorted(found))


def _end_of_lead(reading: Reading, asks: Sequence[Act]) -> int:
    """Where the first ask ends, if it is dated and counted: "Jo looks in and helps" after it is part of how."""
    settled = reading.timescale.due is Due.DATED and reading.measure.counted is Counted.FULLY
    if settled and len(asks) > 1 and "vague" not in asks[0].classes and len(reading.once(tracks)) < 2:
        return asks[0].last
    return len(reading.words)


def _longest(terms: Sequence[Term]) -> list[Term]:
    kept: dict[int, Term] = {}
    for term in terms:
        known = kept.get(term.first)
        if known is None or term.last > known.last:
            kept[term.first] = term
    return list(kept.values())


def _framed(reading: Reading, asks: Sequence[Act], hits: set[int]) -> list[Term]:
    """Find verbs of proof with nothing to be seen after them: "evidence sustained change", "show real commitment"."""
    words = reading.words
    found: list[Term] = []
    for act in asks:
        if act.verb in hits:
            continue
        soft = _soft_object(reading, act)
        if soft:
            found.append(Term("always", act.verb, soft))
        elif words[act.verb].key in _PROVING:
            end = next((n for n in range(act.verb + 1, min(act.verb + 5, act.last)) if words[n].key in _PROVED), None)
            if end is not None:
                found.append(Term("always", act.verb, end + 1))
    return found


def _soft_object(reading: Reading, act: Act) -> int:
    """Where the words end that make a plain verb say nothing ("offer guidance", "put strategies in place"), or 0."""
    keys = reading.keys[act.verb : min(act.last, act.verb + 7)]
    if act.lemma == "act":
        return act.verb + 1 if "as" not in keys[1:2] else 0
    if act.lemma.split()[0] in ("put", "set", "have") and "place" in keys[2:] and keys[keys.index("place") - 1] == "in":
        end = keys.index("place")
        return act.verb + end + 1 if not set(keys[1:end]) & _DOCUMENTS else 0
    if act.lemma == "keep" and "safe" in keys[1:]:
        return act.verb + keys.index("safe", 1) + 1
    if act.lemma == "keep" and "minimum" in keys[1:]:
        return act.verb + keys.index("minimum", 1) + 1
    wanted = _GIVEN if act.lemma in _GIVING else _THEMES if act.classes & {"change"} or act.lemma in _CHANGING else ()
    at = next((n for n in range(1, len(keys)) if keys[n] in wanted), 0)
    if not at or any(key in _CUTS for key in keys[1:at]):
        return 0
    return act.verb + at + 1 if at + 1 >= len(keys) or keys[at + 1] not in _DOCUMENTS else 0


def _is_verb(reading: Reading, term: Term, verbs: set[int]) -> bool:
    words = reading.words
    key = words[term.first].key
    before = words[term.first - 1].key if term.first else ""
    if before in _NOUN_OPENERS and term.last - term.first == 1 and not (before == "in" and key in _GERUNDS):
        return False  # "early help", "needs her support"
    if key == "safeguarding":
        return False  # "a safeguarding enquiry"
    if term.tag == "always":
        if before in _DETERMINERS:
            return False  # "a promoted post", "for engaging"
        return not key.endswith("ed") or before in _BEFORE_PARTICIPLES
    if key.endswith("ing") and term.first not in verbs:
        return before not in _DETERMINERS and before != "to" and key in _GERUNDS
    if key.endswith("ed"):
        return before in ("be", "being", "get") or (before == "and" and term.first in verbs)
    if term.first in verbs:
        return before in _MODALS or before in (",", "") or key.endswith("s") or _opens(reading, term.first)
    opens = before in _DASHES or any(first == term.first for first, _ in reading.sentences)
    return key in _BARE and opens and term.last < len(words) and words[term.last].key[0].isalpha()


def _opens(reading: Reading, index: int) -> bool:
    """Whether the act of this verb stands for itself (not joined to another by "and")."""
    return any(act.verb == index and not act.inherited for act in reading.acts)


def _is_made_good(reading: Reading, term: Term, hits: set[int], *, alone: bool) -> bool:
    """Whether an amount, a rhythm or a plain act says what the vague verb leaves open."""
    words = reading.words
    key = words[term.first].key
    last = sentence_end(reading, term.first)
    ahead = reading.keys[term.last : min(term.last + 5, last)]
    if key.startswith(_MAKING) and any(word in _DOCUMENTS for word in ahead):
        return True
    if not alone and key.startswith("look") and ahead[:1] and ahead[0] in _NAMED_ALREADY:
        return True  # "ticks the diary and looks at it every Friday": what is looked at has been named
    if not key.startswith(_NEVER_EXCUSED) and _is_counted(reading, term.first, last, vouched=key.startswith(_VOUCHING)):
        return True
    return _has_plain_act(reading, term, last, hits)


def _is_counted(reading: Reading, first: int, last: int, *, vouched: bool) -> bool:
    """Whether a number that is no date follows, or, after "make sure", a rhythm."""
    dates = [time for time in reading.times if time.kind not in _RHYTHMS]
    if any(
        first < amount.first < last
        and amount.kind in _NUMBERS
        and not (vouched and amount.value == 1 and amount.kind is AmountKind.COUNT)
        and not any(time.first <= amount.first < time.last for time in dates)
        for amount in reading.amounts
    ):
        return True
    return vouched and any(first < time.first < last and time.kind is TimeKind.FREQUENCY for time in reading.times)


def _has_plain_act(reading: Reading, term: Term, last: int, hits: set[int]) -> bool:
    """Whether an act that can be seen follows: "to fill in the form", "by walking round the block"."""
    words = reading.words
    for n in range(term.last, last - 1):
        key, following = words[n].key, words[n + 1].key
        if n + 1 in hits:
            continue
        if key == "to" and n - term.last <= 4:
            verb = verb_at(words, n + 1, last)
            plain = (
                verb is not None and verb.form == "base" and "mental" not in verb.classes and verb.classes != {"vague"}
            )
            if plain and verb is not None and verb.lemma not in ("live", "be", "have"):
                return not words[term.first].key.startswith(("ensur", "consider"))
        if (
            key == "by"
            and following.endswith("ing")
            and (following in ("being", "having") or verb_at(words, n + 1, last))
            and _SOFT_MEANS.isdisjoint(reading.keys[n + 2 : min(n + 5, last)])
        ):
            return True
    return False
