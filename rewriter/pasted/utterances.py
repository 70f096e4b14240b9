"""Each sentence of a pasted text as one letter: an ask, a question, told to the tool, a record of what happened ...

Source: practice judgement.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rewriter.lexicon import Lexicon, Term
from rewriter.people import PartyKind
from rewriter.plan import Mood, Reading, Setting
from rewriter.text import Word
from rewriter.words import word_lists

__all__ = ["Utterance", "craft", "letter", "listed_words", "utterances"]

_MARKS = frozenset({":", "|", "=", "-", "\u2013", "\u2014"})
_PRONOUNS = frozenset("i we he she they it who".split())
_SPEAKING = frozenset({PartyKind.PRONOUN, PartyKind.OURSELVES})


@cache
def telling_phrases() -> Lexicon:
    """The phrases that matter wherever they stand."""
    lists = word_lists("kinds")
    tags = {tag: lists[group][tag] for group in ("message", "case_note", "heading") for tag in lists[group]}
    return Lexicon({**tags, "query": lists["question"]["query"], "certain": lists["instruction"]["certain"]})


@cache
def _texts() -> Lexicon:
    """What a request to the tool is about; looked for only after a verb of such a request."""
    lists = word_lists("kinds")["instruction"]
    return Lexicon({tag: lists[tag] for tag in ("object", "favour")})


@cache
def craft() -> Lexicon:
    """Words about how to write an objective: a question that holds them is about the craft, not about a family."""
    return Lexicon({"craft": word_lists("kinds")["question"]["craft"]})


@cache
def listed_words(name: str) -> frozenset[str]:
    """A list of single words from `[opening]` or `[instruction]`."""
    lists = word_lists("kinds")
    return frozenset(lists["opening"].get(name) or lists["instruction"][name])


class Utterance(NamedTuple):
    """A sentence, as word indices: `head` is its first word after bullets, `ask` the verb it asks for (-1: none)."""

    words: Sequence[Word]
    first: int
    head: int
    last: int
    ask: int
    own: bool  # only the writer or the reader is asked: "I'll send it", "ring me"
    subjects: frozenset[int]  # where somebody named ends, so that a verb may follow
    seen: dict[str, list[Term]]

    def key(self, index: int) -> str:
        """The key of one word, "" outside the sentence."""
        return self.words[index].key if self.first <= index < self.last else ""

    def after(self, leading: frozenset[str]) -> int:
        """The first word that is neither a mark nor in a list of leading words."""
        at = self.head
        while at < self.last and (self.words[at].key in leading or not self.words[at].key[0].isalnum()):
            at += 1
        return at

    def holds(self, name: str, first: int, last: int) -> bool:
        """Whether a word of a list stands in a range."""
        return not listed_words(name).isdisjoint([word.key for word in self.words[first:last]])

    def is_marked(self, first: int) -> bool:
        """Whether a colon, a bar or a dash sets something off, as in a label or a row."""
        return not _MARKS.isdisjoint([word.key for word in self.words[first : self.last]])

    def starts(self, tag: str) -> list[int]:
        """Where the phrases of a tag begin."""
        return [term.first for term in self.seen.get(tag, ())]

    def follows_somebody(self, index: int) -> bool:
        """Whether a person, named or not, stands right before a word."""
        before = self.words[index - 1] if index > self.first else None
        return before is not None and not before.possessive and (index in self.subjects or before.key in _PRONOUNS)


def utterances(reading: Reading) -> list[Utterance]:
    """Give the sentences of a reading with what each asks and the telling phrases in it."""
    words = reading.words
    terms = reading.terms(telling_phrases())
    # "says" asks nothing, and neither does the noun in "call from" or "unable to gain access"
    idle = [t for t in terms if t.tag == "says" or (t.tag == "stamp" and t.last - t.first > 1)]
    reporting = {at for term in idle for at in range(term.first, term.last)}
    asks: dict[int, tuple[int, bool]] = {}
    for act in reading.acts:
        if act.setting is not Setting.MAIN or act.mood is Mood.TOLD or act.verb in reporting:
            continue
        own = all(p.kind in _SPEAKING and words[p.first].key in listed_words("speaker") for p in act.actors)
        if own and not act.actors:  # an imperative, with no more than "please" before it
            led = words[act.subject_first : act.verb]
            own = not act.passive and all(word.key in listed_words("polite") for word in led)
        if asks.get(act.sentence, (0, True))[1]:
            asks[act.sentence] = (act.verb, own)
    subjects = frozenset(party.last for party in reading.parties)
    found: list[Utterance] = []
    position = 0
    for number, (first, last) in enumerate(reading.sentences):
        seen: dict[str, list[Term]] = {}
        while position < len(terms) and terms[position].first < last:
            seen.setdefault(terms[position].tag, []).append(terms[position])
            position += 1
        head = first
        while head < last - 1 and not words[head].key[0].isalpha():
            head += 1
        found.append(Utterance(words, first, head, last, *asks.get(number, (-1, False)), subjects, seen))
    return found


def letter(sentence: Utterance) -> str:
    """Say what a sentence is by one letter.

    `i` told to the tool for certain, `t` likely, `u` perhaps; `q` a question; `n` a record, `s` what somebody says;
    `a` an ask, `o` one of the writer or the reader, `h` how somebody always does it; `g` a fragment with a time;
    `f` any other fragment.
    """
    if "certain" in sentence.seen:
        return "i"
    told = _told_to_tool(sentence)
    if told:
        return told
    if _is_question(sentence):
        return "q"
    if _is_record(sentence):
        return "n"
    ask = sentence.ask
    if any(sentence.follows_somebody(at) and not 0 <= ask < at for at in sentence.starts("says")):
        return "s"
    if sentence.key(sentence.head) in listed_words("asking"):
        return "a"
    if ask >= 0:
        modal = ask == sentence.head or sentence.holds("modal", max(sentence.first, ask - 4), ask)
        return "o" if sentence.own else "a" if modal else "h"
    return "g" if sentence.holds("timed", sentence.first, sentence.last) else "f"


def _told_to_tool(sentence: Utterance) -> str:
    """Find an imperative about a text or its form, asked of nobody in the plan: "put this in a table"."""
    at = sentence.after(listed_words("polite"))
    key, following = sentence.key(at), sentence.key(at + 1)
    if key not in listed_words("verb") or (sentence.ask >= 0 and not sentence.own and sentence.ask != at):
        return ""
    found = _texts().find(sentence.words[at : sentence.last])
    objects = [term.first for term in found if term.tag == "object"]
    if sentence.holds("timed", at, sentence.last) or sentence.is_marked(at):  # as a rule a task with its time or doer
        return "t" if 1 in objects or (objects and following in ("this", "these", "me")) else ""
    if any(objects):
        return "t"
    only = key in listed_words("only") or (key == "draft" and following == "an")
    reworked = key in listed_words("rework") and sentence.key(at + 1 + (following == "on")) in ("this", "it", "these")
    return "u" if only or reworked or any(term.first == 1 for term in found) else ""


def _is_question(sentence: Utterance) -> bool:
    at = sentence.after(listed_words("leading"))
    key, following = sentence.key(at), sentence.key(at + 1)
    if any(start - at < 4 and (sentence.ask < 0 or sentence.own or start <= at) for start in sentence.starts("query")):
        return True
    if sentence.key(sentence.last - 1) == "?":
        asks = key in listed_words("wh") or key in listed_words("auxiliary") or key in listed_words("any")
        asks = asks or (sentence.ask < 0 and sentence.holds("auxiliary", at, sentence.last))
        return asks and sentence.last - at > 3 - (key == "why")
    asks = key in listed_words("wh") or key in listed_words("auxiliary")
    if not asks or sentence.is_marked(at):
        return False  # "How will we know: the register": a label
    if key in listed_words("wh"):
        asks = (
            following in listed_words("auxiliary") or following in listed_words("how") or key in listed_words("clitic")
        )
        thing = key in ("which", "what") and sentence.key(at + 2) in listed_words("auxiliary")
        return asks or thing or sentence.words[at].possessive
    if following in listed_words("speaker"):
        return True
    timed = sentence.holds("timed", at, sentence.last)  # "Are home by nine": somebody is left out, nothing is asked
    named = not timed and (at + 2 in sentence.subjects or at + 3 in sentence.subjects)
    if key == "do":
        return named and not sentence.words[at + 1].possessive and following not in listed_words("subject")
    bare = sentence.key(at + 2) == "own" or (timed and key in ("does", "did"))
    return key in listed_words("plain_auxiliary") and (named or (following in listed_words("subject") and not bare))


def _is_record(sentence: Utterance) -> bool:
    """Whether something past is told before anything is asked."""
    past = sentence.starts("past")
    if past and _gives_way(sentence, past[0]):
        return False
    for start in past:
        if 0 <= sentence.ask < start:
            return False
        before = sentence.words[start - 1] if start > sentence.first else None
        if sentence.words[start].key == "told" and sentence.key(start + 1) in ("not", "to", ",", ";", ".", ""):
            continue  # "Uncle Bob told not to come": a duty, passed on
        if before is not None and before.key == "(":
            continue  # "(was 5 last term)": the starting point, beside the ask
        if start == sentence.head or sentence.follows_somebody(start):
            return True
        perfect = before is not None and (before.possessive or before.key in listed_words("perfect"))
        if sentence.words[start].key in listed_words("plainly_past") and not perfect:
            return True
    stamped = sentence.head in sentence.starts("stamp") and sentence.ask < 0
    return stamped and not sentence.holds("timed", sentence.first, sentence.last)


def _gives_way(sentence: Utterance, past: int) -> bool:
    """Whether a task follows what happened: "The tenancy was at risk: £40 off the arrears from 4 Sept"."""
    words = sentence.words
    mark = next((at for at in range(past, sentence.last) if words[at].key in _MARKS), sentence.last)
    number = sentence.key(mark) == ":" and any(word.key[0].isdigit() for word in words[mark : sentence.last])
    if number or sentence.holds("timed", mark, sentence.last) or sentence.ask > mark:
        return True
    led = sentence.key(sentence.ask - 1) in ("to", "will", "must") and not sentence.own
    return led and any(word.key == "," for word in words[past : sentence.ask])
