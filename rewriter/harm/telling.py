"""Whether a text counts telling down, or makes a report bring the next step against the family.

Section 5 of the responsibility standard.
"""

from collections.abc import Iterator

from rewriter.harm.cast import HARMED_SIDES, Cast, Fault, Side
from rewriter.lexicon import Term

__all__ = ["counted", "triggered"]

_IF = frozenset("if when once provided".split())
_SAYING = frozenset("reported said raised heard disclosed mentioned told logged recorded".split())
_CLOSING = frozenset(
    "end ended step close closed closes closing closure end ends step stepped discharge discharged nfa".split()
)
_FEWER = frozenset(
    "no zero fewer less nil none 0 reduce reduces reduced reducing reduction decrease decreased decreasing "
    "lower lowered drop drops halve halved limit limited cap capped max maximum only stop stops cease without bring "
    "rest quieter fewest minimum cut cuts cutting trim halving".split()
)
_FALLING = frozenset(
    "down fall falls fallen falling drop drops dropped dropping reduce reduced reduces reducing decrease "
    "decreased decreases decreasing lower lowered halve halved halves cease stop stops stopped zero nil none "
    "under below fewer less lessen dry tail tops max maximum most quieter rest halve limit cap single".split()
)
_RISING = frozenset(
    "up rise rises increase increases more welcome welcomed thanked believed encouraged answered followed "
    "acted responded keep".split()
)
_VERBAL = frozenset("report call disclose discloses reporting reported".split())
_DETERMINERS = frozenset(
    "no any further fewer zero 0 a another second third police new such each every more single repeat one".split()
)
_ESCALATING = frozenset(
    "trigger triggers triggered convene convened issue issued consider considers considered escalate escalates "
    "escalated escalation steps step = means mean leads lead results result".split()
)
_RINGING = frozenset(
    "ring rings ringing call calls calling phone phones phoning contact contacts contacting dial dials "
    "dialling involve involves".split()
)
_NEGATIONS = frozenset("not never doesn't isn't no hasn't haven't hadn't won't didn't don't aren't".split())
_PASSIVE_TELLING = frozenset("mentioned mention raised reported disclosed discussed".split())
_LESS = frozenset("reduce cut fewer less decrease lower limit down".split())
_CHECKS = frozenset("stopped checked hears report reports visit sees".split())
_WIDE_WORDS = frozenset("concerns statements calls logged cause".split())
_TO_AGENCY = frozenset(
    "raise raises raised raising reported report received school police logged express expresses voices 999 "
    "101 agency agencies from line helpline".split()
)
_BEFORE_REPORTS = frozenset(
    "stalking of missing police her his their the safeguarding reduce crime incident fewer".split()
) | {""}
_COUNT_ENDS = frozenset("will who if when that = and".split())
_DOWN_TO = frozenset("down zero nil none fewer".split())
_TRIGGERS = frozenset(
    "if should any further another second third more each every two three 2 3 one repeat a when once".split()
)
_AGAIN = frozenset("further another again more repeat any next new second third".split())
_HAPPENED = frozenset("incident incidents occurrence occurrences episode happens dv violence abuse".split())
# What joins a trigger to its step: "3+ calls = back to conference".
_MEANING = frozenset(
    "= means mean equals lead leads leading trigger triggers triggering result results \u2192 > brings".split()
)
# A step that helps, or that lands on the source, is no reason to keep quiet.
_HELPING = frozenset(
    "support help visit visits visited safe safety idva advocate believed thanked welcome welcomed alarm order arrest "
    "arrested refuge review ring rings call calls response respond responds attend attends marac".split()
)
_PAPERS = frozenset(
    "form forms sheet sheets entry entries note notes chart charts map maps log logs paperwork slip slips "
    "record records email emails flag flags tick ticks contacts query queries visits calls alert alerts "
    "referral referrals".split()
)
_ALERTS = frozenset("alerts alert maps flags referrals notifications".split())
_ABOUT = frozenset("about re regarding of for on over".split())
_MARKS = frozenset("marks mark hitting bleeding wounds".split())
_OF_HARM = frozenset(
    "safeguarding incident concern concerns injury injuries body bruise bruises bruising welfare police abuse crime "
    "accident alert bullying emergency protection da dv cp worry whistleblowing complaint".split()
)
_UNTOLD = frozenset("not fails failure unreported without non doesn't".split())
_CLAUSE_ENDS = frozenset("will = then - and we the triggers trigger :".split()) | {",", "–", "→"}
_SAID = frozenset("thing things word words story stories remark remarks comment tale".split())
_MOVED = frozenset("placed elsewhere moved accommodated fostered removed taken".split())
_STEPS = frozenset("meeting panel conference proceedings options lpm plo legal gateway review position icpc".split())
_WEAK_REPORTS = frozenset("concerns referral statements call cause".split())


def counted(cast: Cast, first: int, last: int) -> Iterator[Fault]:
    """ "call-outs down from 6 to 0", "no further disclosures", "0 mentions", "it does not come up at school"."""
    words, marks = cast.reading.words, cast.marks
    yield from _closed_on_silence(cast, first, last)
    for term in (*marks.all("report"), *_papers(cast, first, last)):
        if (
            first <= term.first < last
            and term.last <= last
            and _is_noun(cast, term, first, last)
            and _shrinks(cast, term, first, last)
        ):
            subject = next((m for m in cast.figures.between(first, term.first) if not m.owning), None)
            yield Fault(
                "count", subject.first if subject is not None else max(first, term.first - 2), min(last, term.last + 8)
            )
    for n in range(first + 2, last):
        if words[n].key in ("999", "101", "police"):
            near = [words[x].key for x in range(max(first, n - 9), n)]
            if any(key in _RINGING for key in near[-4:]) and any(key in _LESS for key in near) and "up" not in near:
                yield Fault("count", first, min(last, n + 1))
    for n in range(first, last - 1):
        if words[n].key in _NEGATIONS and (
            words[n + 1].key in _PASSIVE_TELLING
            or (
                words[n + 1].key in ("come", "comes", "coming", "brought") and n + 2 < last and words[n + 2].key == "up"
            )
        ):
            if words[n + 1].key in ("reported", "disclosed", "raised") and any(
                words[x].key in ("if", "failure", "where", "when") for x in range(first, n)
            ):
                continue
            if not _one_of_several(cast, first, last):
                yield Fault("count", n, min(last, n + 5))


def _closed_on_silence(cast: Cast, first: int, last: int) -> Iterator[Fault]:
    """ "SW to close in 4 wks if no further disclosures": the step that ends the plan waits on nobody telling."""
    keys = cast.reading.keys
    for n in range(first + 1, last - 1):
        if keys[n] in _IF and keys[n + 1] in ("no", "zero") and not _CLOSING.isdisjoint(keys[first:n]):
            told = cast.marks.first("report", n + 2, min(n + 4, last))
            if told is not None:
                yield Fault("count", n, told.last)
        elif keys[n] in ("nothing", "no") and not _CLOSING.isdisjoint(keys[first:n]):
            near = keys[n + 1 : min(n + 6, last)]
            said = keys[n] == "nothing" and not _SAYING.isdisjoint(near)
            if said or (keys[n] == "no" and "word" in near[:2] and "from" in near):
                yield Fault("count", n, min(n + 6, last))


def _papers(cast: Cast, first: int, last: int) -> Iterator[Term]:
    """ "safeguarding forms", "injury charts": what staff write when they see harm."""
    words = cast.reading.words
    for n in range(first + 1, last):
        if words[n].key in _PAPERS and words[n - 1].key in _OF_HARM:
            yield Term("report", n - 1, n + 1)
    for n in range(first, last - 2):
        if words[n].key in _ALERTS and words[n + 1].key in _ABOUT:
            end = min(n + 7, last)
            if any(words[x].key in _OF_HARM | _MARKS for x in range(n + 2, end)) or cast.named(HARMED_SIDES, n, end):
                yield Term("report", n, n + 1)


def _one_of_several(cast: Cast, first: int, last: int) -> bool:
    """Whether not hearing of it is only one check among others on what the source does."""
    words = cast.reading.words
    checks = sum(words[n].key in (",", ";") for n in range(first, last))
    return checks >= 2 and any(words[n].key in _CHECKS for n in range(first, last))


def _is_noun(cast: Cast, term: Term, first: int, last: int) -> bool:
    """Whether a word of telling is the thing counted, not an act ("Mum to report ...")."""
    words = cast.reading.words
    key = words[term.last - 1].key
    if key == "mentioned" or (
        key in ("discloses", "disclose", "reporting", "reported") and term.last - term.first == 1
    ):
        return False
    if key in _WIDE_WORDS:
        near = [words[n].key for n in range(max(first, term.first - 5), min(last, term.last + 8))]
        told = any(k in _TO_AGENCY for k in near)
        return told and not (key == "statements" and "bank" in near)
    if key in _VERBAL or (term.last - term.first == 1 and key in ("reports", "mentions")):
        before = words[term.first - 1].key if term.first > first else ""
        return (
            before in _DETERMINERS
            or (key == "reports" and (before in _BEFORE_REPORTS or not cast.figures.at.get(term.first - 1)))
            or before == "'"
        )
    return True


def _shrinks(cast: Cast, term: Term, first: int, last: int) -> bool:
    words = cast.reading.words
    before = [words[n].key for n in range(max(first, term.first - 6), term.first)]
    after = [words[n].key for n in range(term.last, min(last, term.last + 16))]
    capped = any(
        near[n] in ("no", "not") and near[n + 1] == "more" for near in (before, after) for n in range(len(near) - 1)
    )
    if capped:
        return True
    if any(key in _RISING for key in (*before[-4:], *after)) and not any(key in _DOWN_TO for key in after):
        return False
    if "if" in before or "unless" in before:
        return False
    if any(key in _FEWER for key in before):
        return True
    for n, key in enumerate(after):
        following = after[n + 1] if n + 1 < len(after) else ""
        if key in _FALLING or key == "0":
            return True
        if key == "from" and following[:1].isdigit():
            return True
        if key in _COUNT_ENDS and key != "will":
            return False
    return False


def triggered(cast: Cast, first: int, last: int) -> Fault | None:
    """ "if a further incident is reported, legal planning", "three reports will trigger", "a second report = ..."."""
    words = cast.reading.words
    cut = next((n for n in range(first, last) if words[n].key in _TRIGGERS), -1)
    equated = _equated(cast, first, last) or _one_more(cast, first, last)
    if cut < 0 or equated is not None:
        return equated
    end = last
    step = _step(cast, cut, last) or _step(cast, first, cut)
    if step is None:
        return None
    for n in range(cut, last):
        if words[n].key not in _TRIGGERS:
            continue
        clause = next(
            (x for x in range(n + 2, min(end, n + 14)) if words[x].key in _CLAUSE_ENDS and x > n + 2),
            min(end, n + 12),
        )
        told = _told_in(cast, n, clause)
        keys = {words[x].key for x in range(n, clause)}
        again = keys & _AGAIN
        happened = keys & _HAPPENED
        if not (told or (again and happened)) or keys & _UNTOLD:
            continue
        begin = step.first if told and step.first >= clause else (first if not told else n)
        if cast.named((Side.SOURCE,), begin, last):
            return None
        if step.first >= n or step.last <= n:
            return Fault("trigger", n, clause)
    return None


def _equated(cast: Cast, first: int, last: int) -> Fault | None:
    """ "3+ calls to 101 = back to conference", "one more body map means the placement ends"."""
    words = cast.reading.words
    joint = next((n for n in range(first + 1, last - 1) if words[n].key in _MEANING), -1)
    if joint < 0 or not _told_in(cast, first, joint) or any(words[n].key in _UNTOLD for n in range(first, joint)):
        return None
    after = [words[n].key for n in range(joint + 1, last)]
    if any(key in _HELPING for key in after) and cast.marks.first("sanction", joint, last) is None:
        return None
    return None if cast.named((Side.SOURCE,), joint, last) else Fault("trigger", first, joint)


def _one_more(cast: Cast, first: int, last: int) -> Fault | None:
    """ "one more thing from Ruby and the case steps up", "another call and the boys go to carers"."""
    words = cast.reading.words
    for n in range(first, last - 3):
        if words[n + 1].key not in _AGAIN and words[n].key not in ("another", "further"):
            continue
        joint = next((x for x in range(n + 2, last - 1) if words[x].key in ("and", "then")), -1)
        if joint < 0:
            return None
        told = _told_in(cast, n, joint) or _comes_from(cast, n, joint)
        if not told or any(words[x].key in _UNTOLD for x in range(n, joint)):
            return None
        if cast.named((Side.SOURCE,), joint, last) or not (_step(cast, joint, last) or _loses_home(cast, joint, last)):
            return None
        return Fault("trigger", n, joint)
    return None


def _comes_from(cast: Cast, first: int, last: int) -> bool:
    """ "one more thing from Ruby", "another word from him": something said by a person harmed."""
    words = cast.reading.words
    said = next((n for n in range(first, min(first + 5, last)) if words[n].key in _SAID), -1)
    return said >= 0 and any(words[n].key in ("from", "by") for n in range(said, min(said + 3, last)))


def _loses_home(cast: Cast, first: int, last: int) -> bool:
    """Whether somebody is to be placed or moved elsewhere."""
    words = cast.reading.words
    moved = next((n for n in range(first, last) if words[n].key in _MOVED), -1)
    return moved >= 0 and cast.named((Side.CHILD, Side.HARMED), first, last) is not None


def _step(cast: Cast, first: int, last: int) -> Term | None:
    found = cast.marks.first("sanction", first, last)
    if found is not None:
        return found
    words = cast.reading.words
    n = next((n for n in range(first, last) if words[n].key in _ESCALATING), -1)
    return Term("sanction", n, n + 1) if n >= 0 and any(words[x].key in _STEPS for x in range(n, last)) else None


def _told_in(cast: Cast, first: int, last: int) -> bool:
    words = cast.reading.words
    return any(
        first <= term.first < last
        and not (words[term.first].key in _WEAK_REPORTS and not _is_sent(cast, term, last))
        and (
            words[term.last - 1].key not in ("report", "reports")
            or words[term.first - 1].key in _DETERMINERS
            or any(mention.last == term.first for mention in cast.figures.between(term.first - 4, term.first))
        )
        for term in cast.marks.all("report")
    )


def _is_sent(cast: Cast, term: Term, last: int) -> bool:
    """Whether what is a report only sometimes goes to an agency here: "calls to 101"."""
    return any(cast.reading.words[n].key in _TO_AGENCY for n in range(term.last, min(term.last + 5, last)))
