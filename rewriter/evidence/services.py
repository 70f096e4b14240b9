"""Services and processes given as the thing to achieve: referral, assessment, therapy, "work".

Source: 003 outcomes, "Specific" ("Do not describe needs in 'service terms'"). The list of services is practice
judgement.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from rewriter.amounts.reader import AmountKind
from rewriter.evidence.asides import outside_ask, sentence_end
from rewriter.lexicon import Lexicon, Term, phrases
from rewriter.plan import Act, Reading, Setting

__all__ = ["services_as_aims"]

_SERVICES = """
    referral, referrals, referal, assessment, assessments, assessmt, assessmnt, package of care, care package,
    support package, package of support, poc, counselling, therapy, talking therapy, play therapy, family therapy,
    art therapy, cbt, psychotherapy, treatment, rehab, detox, mediation, family group conference, fgc, fgdm, nrm,
    mst, mentoring, advocacy, respite, short breaks, parenting course, parenting programme, parenting class,
    anger management, reablement, befriending, input, salt input, ot input, psychology input, intervention,
    interventions, direct work, dw, keywork, key work, life story work, awareness work, relationship work, offence work,
    protective behaviours, wishes and feelings work, work to be undertaken, work to be done, work to be completed,
    work to be carried out, undertake work, keep safe work, work around, 1 1 work, one to one work, safety work,
    parenting work, parenting support, family support, specialist support, tier 3, ehcna, eha, early help,
    eh referral, floating support, tenancy support, domiciliary care, day service, day care, day centre place,
    home care, tutoring, tuition, mental health support, substance misuse support, emotional support,
    pastoral support, practical support, therapeutic support, bereavement support, behaviour support,
    transition support, quality first teaching, differentiated learning, screening, section 47, s47,
    care act assessment, mental capacity assessment, capacity assessment, mca, carers assessment,
    sensory assessment, risk assessment, family network meeting, edge of care support, outreach
"""
# "Bereavement work with Kofi", "Support with budgeting": work whose kind stands before it.
_WORK = frozenset("work sessions support".split())
_WORK_OPENERS = frozenset("with for on to re around about from by as - via".split())
_OTHER_WORK = frozenset("home school at to from class course his her their of in paid".split())
_SENDING = frozenset("refer assess reassess signpost".split())
_HAVING = frozenset(
    "have receive access get be offer provide need undergo commission source arrange complete start undertake put make "
    "request obtain accept deliver do send carry submit chase set follow apply secure".split()
) | {"chase up", "set up", "follow up", "co ordinate"}
_GOING = frozenset("attend go come take bring visit join walk drive collect finish see meet tell".split())
_GROUPS = frozenset("group groups session sessions".split())
# Before one of these the service only names a person, a day or a paper.
_NAMED_BY_IT = frozenset(
    "plan request requests form worker officer lead team appointment appointments meeting room budget oversight "
    "manager".split()
)
_COUNTED = frozenset({AmountKind.COUNT, AmountKind.RATE})
_MADE = frozenset(
    "made sent done completed submitted accepted agreed received already declined pending finished".split()
)
_MODALS = frozenset("to will must should".split())


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"service": phrases(_SERVICES)})


def services_as_aims(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Give the word ranges (end exclusive) of services that stand where the need should be, in order.

    A service somebody goes to, one already in hand and one whose purpose is stated are left out.
    """
    services = _named(reading)
    sending = [act for act in reading.asks if act.lemma in _SENDING]
    if not services and not sending:
        return ()
    if any(clause.setting is Setting.PURPOSE and not _opens_on(services, clause.first) for clause in reading.clauses):
        return ()
    outside = outside_ask(reading)
    found: list[tuple[int, int]] = []
    taken: set[int] = set()
    for act in sending:
        if act.verb not in outside and not _is_about_plan(reading, act.verb) and not _has_aim(reading, act):
            taken.update(range(act.verb, act.last))
            found.append(_short(reading, act))
    for term in services:
        if term.first in outside or term.first in taken or _is_in_hand(reading, term):
            continue
        act_around = next((act for act in reading.acts if act.verb <= term.first < act.last), None)
        if _stands_for_need(reading, term, act_around):
            found.append((term.first, term.last))
    return tuple(sorted(found))


def _named(reading: Reading) -> list[Term]:
    """The services named, longest first where they overlap, and "... work" where it is the whole of an item."""
    found = sorted(reading.terms(_lexicon()), key=lambda term: (term.first, -term.last))
    kept: list[Term] = []
    for term in found:
        if not kept or term.first >= kept[-1].last:
            kept.append(term)
    if not _WORK.isdisjoint(reading.keys):
        kept.extend(_kinds_of_work(reading))
    return kept


def _kinds_of_work(reading: Reading) -> Iterator[Term]:
    words = reading.words
    with_acts = {act.sentence for act in reading.acts}
    for number, (first, last) in enumerate(reading.sentences):
        if number in with_acts:
            continue
        for n in range(first + 1, last):
            ends = n + 1 >= last or words[n + 1].key in _WORK_OPENERS or not words[n + 1].key[0].isalnum()
            if words[n].key in _WORK and ends and words[n - 1].key.isalpha() and words[n - 1].key not in _OTHER_WORK:
                opens = n - first <= 3 and words[first].key[0].isalnum()
                yield Term("service", first if opens else n - 1, n + 1)


def _opens_on(services: Sequence[Term], first: int) -> bool:
    """Whether a purpose is itself a service or a process: "to complete an assessment"."""
    return any(0 <= term.first - first <= 5 for term in services)


def _has_aim(reading: Reading, act: Act) -> bool:
    """Whether the ask says what the service is to help with: "refer Ana to CAMHS for help with sleeping"."""
    words = reading.words
    last = min(act.last, len(words) - 2)
    return any(words[n].key in ("for", "to") and words[n + 1].key == "help" for n in range(act.verb, last))


def _stands_for_need(reading: Reading, term: Term, act: Act | None) -> bool:
    following = reading.words[term.last].key if term.last < len(reading.words) else ""
    if following in _NAMED_BY_IT or (following in _GROUPS and act is not None):
        return False
    if _is_about_plan(reading, term.last - 1):
        return False
    if act is None or act.verb == term.first:
        return not _somebody_goes(reading, term)
    if act.lemma in _GOING or act.setting not in (Setting.MAIN, Setting.CONTENT):
        return False
    return act.passive or "vague" in act.classes or act.lemma in _HAVING or act.carrier in _HAVING


def _somebody_goes(reading: Reading, term: Term) -> bool:
    """Whether somebody attends in the same sentence ("Dental check - Dad taking her"), or it is counted ("4 of 26")."""
    first, last = next(((first, last) for first, last in reading.sentences if first <= term.first < last), (0, 0))
    if any(first <= act.verb < last and act.lemma in _GOING for act in reading.asks):
        return True
    return any(
        amount.kind in _COUNTED and amount.value is not None and first <= amount.first < last
        for amount in reading.amounts
    )


def _is_in_hand(reading: Reading, term: Term) -> bool:
    """Whether the words that follow say that it has been made: "referral to young carers made on 4 May"."""
    words = reading.words
    end = sentence_end(reading, term.first)
    for n in range(term.last, min(term.last + 7, end)):
        if words[n].key in _MODALS and n + 1 < end and words[n + 1].key == "be":
            return False
        if words[n].key in _MADE:
            return True
    return False


def _is_about_plan(reading: Reading, index: int) -> bool:
    """Whether what is assessed is the plan ("an assessment of whether the plan is working")."""
    ahead = reading.keys[index + 1 : index + 6]
    return "whether" in ahead or ahead[:3] == ("of", "the", "plan")


def _short(reading: Reading, act: Act) -> tuple[int, int]:
    last = min(act.last, act.verb + 5)
    return act.verb, last - (reading.words[last - 1].key in ("for", "to", "by", "of") and last - 1 > act.verb)
