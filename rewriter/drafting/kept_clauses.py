"""What stays as it was typed in a text in which somebody is harmed, with brackets for what it does not say.

What the source is to leave alone is checked by a worker, and words that make the harm smaller are asked for again.
"""

from collections.abc import Sequence

from rewriter.answer import Critique
from rewriter.drafting.as_typed import is_broken, kept_plainly, without_measures
from rewriter.drafting.beside_tasks import with_told
from rewriter.drafting.clauses_of_harm import Clause
from rewriter.drafting.doers import actor_words
from rewriter.drafting.noted import made_of
from rewriter.drafting.notes import NoteKind
from rewriter.drafting.one_part import own_objectives
from rewriter.drafting.pairs import Pair
from rewriter.drafting.phrases import act_of, ask_about
from rewriter.drafting.pieces import Ask, Piece
from rewriter.drafting.saying import said
from rewriter.drafting.sources_asked import makes_good, opening_ask
from rewriter.drafting.told_or_not import waiting_on_the_end
from rewriter.drafting.turning import declared, ending_the_harm, set_until
from rewriter.harm.cast import Cast, Side
from rewriter.plan import Due
from rewriter.reading import read
from rewriter.sentences.grammar import verb_at
from rewriter.settings import Settings
from rewriter.timing.reader import TimeKind

__all__ = ["KeptClauses"]

_LEAVING_ALONE = frozenset("stay keep stop refrain cease".split())
_FEWEST = 2  # words of a line: its colon and what is to be done
_PLAINLY = Ask("[what happens, in plain words]", "What happens, said plainly, so that anyone would know it?")
_WORK = Ask("[a programme on ending the harm]", "Which programme, for people who harm others, is it to be?")
_COURSE = Ask("[which course]", "Which course, and what for?")


class KeptClauses:
    """Drafts the clauses of one text that stay whose they are."""

    def __init__(self, cast: Cast, critique: Critique, settings: Settings, pairs: Sequence[Pair]) -> None:
        self._cast, self._critique, self._settings, self._pairs = cast, critique, settings, pairs
        self._reading = cast.reading

    def made(self, clause: Clause) -> list[Piece]:
        """A clause that stays as it was typed, with brackets for what it does not say."""
        if clause.duty is None and clause.last - clause.first == 1:
            return []  # a label, which is put back before what it heads
        headed = self._headed(clause)
        if headed:
            return headed
        kept_off = self._keeps_off(clause)
        if kept_off is not None:
            return [kept_off]
        alone = clause.start == clause.note.start and clause.end >= clause.note.end - 1
        regular = self._done_regularly(clause)
        if alone and not self._made_good(clause) and not regular:
            made = made_of(clause.note, self._reading, self._critique, self._settings)
        else:
            text = self._made_good(clause) or regular or self._reading.text[clause.start : clause.end]
            if clause.duty is not None and clause.duty.act.inherited:
                act = clause.duty.act
                verb = self._reading.words[act.verb].start
                who = actor_words(self._reading, act)
                text = f"{who} {'not to' if act.negated else 'to'} {self._reading.text[verb : clause.end]}"
            made = own_objectives(read(text, self._reading.context), self._settings, abuse=True)
        if len(made) == 1 and is_broken(made[0].text):
            made = [kept_plainly(made[0], read(self._reading.text[clause.start : clause.end], self._reading.context))]
        made = [without_measures(piece) for piece in made]
        return [self.plainly(piece._replace(at=clause.start), clause) for piece in made if piece.text[0] != ":"]

    def _made_good(self, clause: Clause) -> str:
        """What is to be made good, as a task: "Anders repays £1,450" is for him to do; "" where nothing is."""
        mention = makes_good(self._cast, clause.first, clause.last)
        if mention is None or clause.duty is not None:
            return ""
        begin = mention.first
        while any(
            m.last == begin and m.owning for m in self._cast.figures.between(max(clause.first, begin - 3), begin)
        ):
            begin = max(m.first for m in self._cast.figures.between(clause.first, begin) if m.last == begin)
        who = self._reading.written(begin, mention.last)
        verb = self._reading.keys[mention.last].removesuffix("s")
        return f"{who} to {verb} {self._reading.text[self._reading.words[mention.last].end : clause.end].strip()}"

    def _done_regularly(self, clause: Clause) -> str:
        """What somebody does regularly, as their task: "TA Mrs Nowak does check in daily" is hers to do."""
        if clause.note.kind is not NoteKind.TOLD or clause.duty is not None:
            return ""
        head = next(iter(self._cast.figures.between(clause.first, clause.last)), None)
        verb = verb_at(self._reading.words, head.last, clause.last) if head is not None else None
        having = head is not None and self._reading.keys[head.last : head.last + 1] == ("having",)
        lemma = "have" if having else verb.lemma if verb is not None else ""
        if head is None or not lemma:
            return ""
        who = self._reading.text[clause.start : self._reading.words[head.last - 1].end]
        return f"{who} to {lemma}{self._reading.text[self._reading.words[head.last].end : clause.end]}"

    def goal(self, clause: Clause) -> Piece:
        """A line that the user calls the goal, as it was typed."""
        words = said(self._reading, self._reading.words[clause.first + 1].start, clause.end)
        return Piece(f"{words[:1].upper()}{words[1:]}.", (), (), at=clause.start)

    def _headed(self, clause: Clause) -> list[Piece]:
        """A line headed by whoever it is for, as a task of theirs: "Ryan: 24 sessions of the Respect programme"."""
        keys, head = self._reading.keys, self._cast.figures.at.get(clause.first)
        if head is None or clause.duty is not None or clause.last - head.last < _FEWEST or keys[head.last] != ":":
            return []
        who = self._reading.written(head.first, head.last)
        rest = said(self._reading, self._reading.words[head.last + 1].start, clause.end, timed=True)
        part = read(rest, self._reading.context)
        dated = part.timescale.due is Due.DATED
        todo = act_of(who)
        what = "" if rest.lower() in ("none", "nil", "n/a", "nothing", "tbc") else f": {rest}"
        text = f"{who} to {todo.bracket}{what}{'' if dated else ' by [date]'}."
        asks = (todo, *(() if dated else (ask_about("date"),)))
        return [Piece(text, (who,), asks, (), rest, clause.start)]

    def _keeps_off(self, clause: Clause) -> Piece | None:
        """What the source is to leave alone, in the words typed and checked by a worker: "not to come to school"."""
        at = opening_ask(self._cast, clause.first, clause.last)
        if not at or len(self._pairs) > 1 or not self._pairs[0].askable:
            return None
        ends = self._told_beside(at, clause.last)
        words = self._reading.written(at, ends)
        head, _, rest = words.partition(" ")
        off = rest.startswith("not ") or head == "not" or rest.split(" ")[0].lower() in _LEAVING_ALONE
        bailed = self._reading.keys[at - 1] != "to" and not self._cast.figures.between(at - 1, at)
        part = read(words if bailed else self._reading.text[clause.start : clause.end], self._reading.context)
        denied = head == "not" or rest.startswith("not ")
        if not off or (part.amounts and not denied):
            return None
        until = set_until(part)
        time = part.timescale.time
        if time is not None:
            written = part.text[time.start : time.end]
            if not words.endswith(written) or not (until or time.kind is TimeKind.VAGUE):
                return None
            rest = rest.removesuffix(written).rstrip(" ,-")
        does = f"not to {rest.removeprefix('to ')}" if head == "not" else f"to {rest}"
        does = f"not to {rest.removeprefix('not ')}" if rest.startswith("not ") else does
        typed = self._reading.text[clause.start : self._reading.words[at - 1].end].rstrip(" ,-")
        made = ending_the_harm(self._pairs[0]._replace(source=typed), does, until)
        made = made._replace(at=clause.start, responsible=(self._pairs[0].source,))
        return with_told(made, self._reading.written(ends + 1, clause.last)) if ends < clause.last else made

    def _told_beside(self, at: int, last: int) -> int:
        """Where what is asked goes over into what has happened: "not to contact, charged with ..."."""
        keys = self._reading.keys
        for n in range(at + 1, last - 1):
            verb = verb_at(self._reading.words, n + 1, last) if keys[n] == "," else None
            if verb is not None and verb.form == "past":
                return n
        return last

    def plainly(self, piece: Piece, clause: Clause) -> Piece:
        """The same without words that make the harm smaller than it is: what happens is asked instead."""
        small = {finding.text: _PLAINLY for finding in clause.minimised}
        theirs = self._cast.named((Side.SOURCE,), clause.first, clause.last) is not None
        for term in self._cast.marks.all("anger_work") if small or theirs else ():
            if clause.first <= term.first < clause.last:
                small[self._reading.written(term.first, term.last)] = _WORK if theirs else _COURSE
        for words, bracket in small.items():
            if words in piece.text:
                text = piece.text.replace(words, bracket.bracket, 1)
                change = declared(words, bracket.bracket, "minimises")
                piece = piece._replace(text=text, asks=(*piece.asks, bracket), changes=(*piece.changes, change))
        return waiting_on_the_end(self._cast, piece, clause.first, clause.last)
