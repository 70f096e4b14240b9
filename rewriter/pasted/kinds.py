"""What a pasted text is: an objective, a goal or a plan, or something that cannot be judged as one.

Each sentence becomes one letter (`a` an ask, `q` a question, `i` told to the tool, `n` a record of what happened ...),
and the kind is read from the letters and from how the text opens and ends. In doubt it is an objective: refusing a
real one costs more than judging a stray note. Source: practice judgement.
"""

import re
from collections.abc import Sequence

from rewriter.lexicon import Term
from rewriter.pasted.language import language_or_noise
from rewriter.pasted.utterances import Utterance, craft, letter, utterances
from rewriter.people import PartyKind
from rewriter.plan import Counted, Due, PlanKind, Reading
from rewriter.smart import InputKind
from rewriter.timing.reader import Time, TimeKind

__all__ = ["input_kind", "kind_reply"]

_REPLIES = {
    InputKind.QUESTION: "This looks like a question; paste the objective it is about, as it stands in the plan or as "
    "you would first write it, and it will be looked at.",
    InputKind.CASE_NOTE: "This looks like a case note of what has happened; paste the objective that follows from it "
    "instead: who is to do what, how much and by when.",
    InputKind.MESSAGE: "This looks like a message to somebody rather than part of a plan; paste only the objective "
    "that it is about.",
    InputKind.INSTRUCTION: "This looks like an instruction to the tool, which only judges and redrafts objectives; "
    "paste the objective itself, in the words of the plan.",
    InputKind.OTHER_LANGUAGE: "This looks like a language other than English, and only English can be judged here; "
    "paste the objective in English, and ask an interpreter or translator where the family needs both.",
    InputKind.UNREADABLE: "This could not be read as words, perhaps because of how it was copied or scanned; paste or "
    "type the objective again as plain text.",
}
_MARKS = frozenset({":", "|", "=", "-", "\u2013", "\u2014"})
_BULLETS = frozenset({"-", "*", ">", "\u2022", "\u2013", "\u2014", "\u25cf", "\u25aa", "\u2023", "\u00b7"})
_PLANNING = frozenset("aohgf")
_WHEN = re.compile(r"\d[/.:]\d|\d[ap]m$")
_AIMS = frozenset("reduce improve increase develop build promote maintain".split())
_PAUSES = frozenset((",", ".", ";", "\n", "|"))
_VISITS = frozenset("visit visits referral ref review appt appointment".split())
_ABOUT = frozenset("re for about to".split())


def input_kind(reading: Reading) -> InputKind:
    """Give the kind of a text that was read. Raises nothing; in doubt the answer is `objective`.

    Where the text can be judged and the user offered it as a goal or a plan (`reading.kind`), it is that.
    """
    kind = language_or_noise(reading.words, reading.text)
    if kind is not None:
        return kind
    sentences = utterances(reading)
    kind = _not_part_of_a_plan(reading, sentences)
    if kind is not None:
        return kind
    if reading.kind is not PlanKind.OBJECTIVE:
        return InputKind(reading.kind.value)
    return _judged(reading, sentences)


def kind_reply(kind: InputKind) -> str:
    """Give one sentence that says what a text seems to be and what to paste instead; "" for what can be judged."""
    return _REPLIES.get(kind, "")


def _not_part_of_a_plan(reading: Reading, sentences: Sequence[Utterance]) -> InputKind | None:
    """Read instruction, message, question or case note from the sentences; None where the text can be judged."""
    letters = "".join([letter(sentence) for sentence in sentences])
    if _PLANNING.issuperset(letters) and not any(sentence.seen for sentence in sentences):
        return None  # the common case: nothing speaks for any of them
    asked, noted = letters.count("a") + letters.count("h"), letters.count("n") + letters.count("s")
    labelled = any(_heading(sentence, ("goal", "plan", "field")) for sentence in sentences)
    greeted = bool(sentences) and _is_greeted(reading.text, sentences[0])
    signed = len(reading.words) > 4 and any(_signs_off(sentence) for sentence in sentences[-2:])
    points = sum(len(sentence.seen.get("chat", ())) for sentence in sentences) + 2 * greeted + 2 * signed
    likely = not asked and ("t" in letters or (points < 2 and "u" in letters))
    if likely or letters.count("i") >= max(1, asked):
        return InputKind.INSTRUCTION
    if points > 1 + 2 * labelled and points > asked + labelled:
        chat = points - 2 * greeted - 2 * signed
        only_asks = "q" in letters and not letters.strip("qf") and (not chat or (chat < 2 and _queries(sentences)))
        return InputKind.QUESTION if only_asks and not (greeted and signed) else InputKind.MESSAGE
    if labelled:
        return None
    stamped = any(_is_stamped(sentence) for sentence in sentences[:2])
    if stamped and noted and (noted > asked or not asked):
        return InputKind.CASE_NOTE
    # "Mum keeps cancelling. What would a realistic target look like?": somebody asks how to plan
    about_planning = letters[-1:] == "q" and "a" not in letters and _is_about_planning(sentences[-1])
    if "q" in letters and (not asked or about_planning) and not _opens_with_an_aim(reading):
        return InputKind.QUESTION
    planned = not set("aog").isdisjoint(letters) or noted <= letters.count("h")
    if not planned and noted > ("n" not in letters) and 2 * noted >= letters.count("f") and not _has_tasks(reading):
        return InputKind.CASE_NOTE
    return None


def _opens_with_an_aim(reading: Reading) -> bool:
    """Whether an aim and what goes with it end in one thing left open: "Reduce isolation - lunch club, lessons?"."""
    return reading.keys[0] in _AIMS and "," in reading.keys and "me" not in reading.keys


def _has_tasks(reading: Reading) -> bool:
    """Whether a sentence opens with whose task it is: "OT visit re grab rails", "Refuge: if they ring again, ...".

    So it has where it opens with "try", or where a stretch without a verb says how often: ", GA Mon nights St Lukes".
    """
    opening = {first for first, _ in reading.sentences}
    if any(reading.keys[first] == "try" for first in opening) or any(_is_planned(reading, t) for t in reading.times):
        return True
    return any(
        party.first in opening
        and party.kind in (PartyKind.PROFESSIONAL, PartyKind.AGENCY)
        and _is_task(reading.keys[party.last : party.last + 2])
        for party in reading.parties
    )


def _is_planned(reading: Reading, time: Time) -> bool:
    """Whether a rhythm stands in a stretch between commas that has no verb."""
    if time.kind is not TimeKind.FREQUENCY:
        return False
    keys, first, last = reading.keys, time.first, time.last
    while first and keys[first - 1] not in _PAUSES:
        first -= 1
    while last < len(keys) and keys[last] not in _PAUSES:
        last += 1
    return first > 0 and keys[first - 1] == "," and not any(first <= act.verb < last for act in reading.acts)


def _is_task(keys: Sequence[str]) -> bool:
    return len(keys) > 1 and (tuple(keys) == (":", "if") or (keys[0] in _VISITS and keys[1] in _ABOUT))


def _queries(sentences: Sequence[Utterance]) -> bool:
    return any("query" in sentence.seen for sentence in sentences)


def _is_about_planning(sentence: Utterance) -> bool:
    words = sentence.words[sentence.first : sentence.last]
    return any(word.key in ("i", "we") for word in words) or bool(craft().find(words))


def _heading(sentence: Utterance, tags: tuple[str, ...]) -> Term | None:
    """The longest heading that opens the sentence and is set off as one, by a mark or by standing alone."""
    best: Term | None = None
    for term in [term for tag in tags for term in sentence.seen.get(tag, ()) if term.first == sentence.head]:
        mark = sentence.words[term.last] if term.last < sentence.last else None
        spaced = mark is not None and mark.key in _MARKS and mark.start > sentence.words[term.last - 1].end
        if (mark is None or spaced or mark.key in (":", "|", "=")) and (best is None or term.last > best.last):
            best = term
    return best


def _is_greeted(text: str, sentence: Utterance) -> bool:
    """Whether the text opens as a message: "Hi", "Folasade hi -", "Dear Ms Campbell,"."""
    for start in sentence.starts("greeting"):
        end = sentence.words[start].end
        if start - sentence.head < 2 and start != sentence.ask and text[end : end + 1] != "-":
            addressed = any(sentence.key(at) in (",", "") for at in range(start + 2, start + 6))
            return addressed or sentence.key(start) != "dear"
    return False


def _signs_off(sentence: Utterance) -> bool:
    """Whether a sign-off ends the text, with no more after it than a name."""
    words = sentence.words
    ends = [term.last for term in sentence.seen.get("sign_off", ()) if words[term.first].text != "TA"]
    ends = [end for end in ends if len(words) - end < 4]
    return any(not any(word.text.islower() and len(word.key) > 1 for word in words[end:]) for end in ends)


def _is_stamped(sentence: Utterance) -> bool:
    """Whether a visit, call or other contact heads the text as a record: "T/C from Dad", "HV 3/9 2pm"."""
    key, following = sentence.key(sentence.head), sentence.key(sentence.head + 1)
    if key in ("hv", "tc", "pc", "visit", "call") and _WHEN.search(following):
        return True
    stamps = sentence.seen.get("stamp", ())
    return any(term.first - sentence.first < 6 and not 0 <= sentence.ask <= term.last for term in stamps)


def _judged(reading: Reading, sentences: Sequence[Utterance]) -> InputKind:
    if not sentences:
        return InputKind.OBJECTIVE
    opening = sentences[0]
    doers = _line_openers(reading, sentences)
    several = len({doer for doer in doers if doer}) > 1
    plan, goal = _heading(opening, ("plan",)), _heading(opening, ("goal",))
    headed_plan = plan is not None and len(sentences) > 1 + (plan.last >= opening.last)
    if several or headed_plan or (len(doers) > 1 and goal):
        return InputKind.PLAN
    if goal:
        row = any(_heading(sentence, ("field",)) for sentence in sentences[1:])
        return InputKind.OBJECTIVE if row else InputKind.GOAL
    dated = reading.timescale.due is Due.DATED or reading.measure.counted is Counted.FULLY
    wished = opening.key(opening.head) == "for" and "to" in reading.keys
    return InputKind.GOAL if wished and not dated and len(sentences) == 1 else InputKind.OBJECTIVE


def _line_openers(reading: Reading, sentences: Sequence[Utterance]) -> list[str]:
    """Whoever is asked for something at the head of each bulleted or numbered line ("" where nobody is)."""
    words = reading.words
    starting = {party.first: party for party in reading.parties}
    found: list[str] = []
    for sentence in sentences:
        first = sentence.first
        before = words[first - 1].key if first else "\n"
        numbered = words[first].key.isdigit() and sentence.key(first + 1) in (".", ")", ":")
        if before == "\u2022" or (before == "\n" and (words[first].key in _BULLETS or numbered)):
            party = starting.get(sentence.head) if sentence.ask >= 0 else None
            found.append("" if party is None else reading.written(party.first, party.last).lower())
        elif sentence.key(first) == "for" and sentence.key(sentence.last - 1) == ":":
            found.append(reading.written(first, sentence.last))  # "For Mr Novak:" over a list of his own
    return found
