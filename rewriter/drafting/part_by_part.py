"""Drafts a text in which somebody is harmed, clause by clause.

What those who are not harmed are to do stays as it was typed. What was put on the person harmed is turned round to the
person causing the harm, what she or he may want is offered by a worker and never demanded, and only the words that
were turned round are declared as changed. Whoever causes harm has a task, or a worker has one about them.

Source: 002 Halton, the domestic violence example and the paragraph that follows it.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from rewriter.answer import Change, Critique
from rewriter.drafting.beside_tasks import with_told
from rewriter.drafting.clauses_of_harm import Clause, Fate, clauses_of
from rewriter.drafting.doers import actor_words
from rewriter.drafting.kept_clauses import KeptClauses
from rewriter.drafting.lines_without_asks import order_on_the_source
from rewriter.drafting.named_in_clauses import (
    also_called,
    answering,
    children_spoken_of,
    guarded_against,
    helper,
    source_has_a_task,
)
from rewriter.drafting.offers import help_demanded
from rewriter.drafting.pairs import called, doubted_pair, pairs_of
from rewriter.drafting.phrases import inside_a_sentence
from rewriter.drafting.pieces import Piece
from rewriter.drafting.planned import is_blaming
from rewriter.drafting.saying import said
from rewriter.drafting.turned_words import asked_of_source, harm_to_stop
from rewriter.drafting.turning import (
    SOMEBODY,
    declared,
    declared_offer,
    ending_the_harm,
    offered,
    protective_goal,
    seen_by_a_worker,
    set_until,
)
from rewriter.guarding.alike import is_small
from rewriter.harm.cast import HARMED_SIDES, Cast, Duty, Side
from rewriter.harm.doubted import Doubt
from rewriter.harm.harms import cast_of
from rewriter.plan import Reading
from rewriter.reading import read
from rewriter.settings import Settings
from rewriter.text import joined, words_of

__all__ = ["all_turned", "drafted_by_clause"]

_OVERSEEING = frozenset(("supervise", "monitor", "watch", "oversee"))
_LEAVING_OFF = frozenset("stay keep stop refrain cease leave".split())
_ASKED = "who_harms_whom"  # the rule by which it is asked who harms whom, and by which words wait on the answer
_NEAR = 4  # words after what help is called
_ENDS_OF_HELP = frozenset(", . ; ( & + and or as so because being to for asap if".split())
_OR_ELSE = frozenset("or otherwise else -".split())
_GOING_ON = frozenset("keeps keep still has is".split())
_STEM = 3  # letters by which a word is known in another form: "hits", "hitting"
_BETWEEN = " ,;.&+|/-\n"


def drafted_by_clause(
    critique: Critique,
    reading: Reading,
    settings: Settings,
    *,
    telling: bool = True,
    apart: Collection[int] = (),
    parted: bool = False,
    doubt: Doubt | None = None,
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
    """Give the goal and the objectives of a text in which somebody is harmed; None where nothing has to be done.

    Where what the text tells of the harm cannot stand beside the rest, it is left out without `telling`. The clauses
    that begin at the offsets `apart` cannot stand either, and are turned round. With `parted`, a text of several
    clauses is drafted so although nothing has to be done. With `doubt`, who harms whom was not told: both are asked.
    """
    return _Drafter(critique, reading, settings, telling=telling, apart=apart, doubt=doubt).drafted(parted=parted)


def all_turned(critique: Critique, reading: Reading) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Give the draft of last resort, where the user's own words cannot be kept without a fault: all is turned round."""
    labels = critique.responsibility
    pairs = pairs_of(cast_of(reading), labels.harms)
    ending = [ending_the_harm(pair) for pair in pairs]
    rule = next((finding.rule for finding in labels.findings), "responsibility_unassigned")
    changes = (declared(critique.objective.strip(), ending[0].text, rule),)
    first = ending[0]._replace(changes=changes)
    offers = [offered(SOMEBODY, pair.harmed, asks=pair.asks) for pair in pairs]
    return (protective_goal(pairs),), (first, *ending[1:], *offers)


class _Drafter:
    """Goes through the clauses of one text, in order."""

    def __init__(
        self,
        critique: Critique,
        reading: Reading,
        settings: Settings,
        *,
        telling: bool,
        apart: Collection[int],
        doubt: Doubt | None,
    ) -> None:
        self._critique, self._reading, self._settings, self._telling = critique, reading, settings, telling
        labels = critique.responsibility
        self._cast: Cast = cast_of(reading)
        told = replace(reading.context, harms=reading.context.harms or labels.harms)
        self._clauses = tuple(
            clause._replace(fate=Fate.TURNED) if clause.start in apart else clause
            for clause in clauses_of(self._cast, labels.findings, told)
        )
        if doubt is not None:
            self._clauses = tuple(_held_back(clause, doubt) for clause in self._clauses)
        known = any(harm.by for harm in labels.harms)
        self._suspected = also_called(self._cast) if known else guarded_against(self._cast, self._clauses)
        self._pairs = pairs_of(
            self._cast, labels.harms, answering(self._cast, self._clauses, self._suspected), self._suspected
        )
        if doubt is not None:
            self._pairs = (doubted_pair(doubt),)
        self._goal = protective_goal(self._pairs, children_spoken_of(self._cast, self._clauses, self._pairs))
        self._asked = source_has_a_task(self._cast, self._clauses, self._pairs, self._suspected)
        self._keeper = KeptClauses(self._cast, critique, settings, self._pairs)
        self._ending: dict[str, Piece] = {}  # what ends the harm, by what is done
        self._kept: list[Piece] = []
        self._offers: list[Piece] = []
        self._changes: list[Change] = []

    def drafted(self, *, parted: bool) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
        """Give the goal and the objectives; None where all may stay as it is, or with `parted` is one clause."""
        fates = {clause.fate for clause in self._clauses}
        blaming = is_blaming(self._critique.responsibility)
        several = parted and len(self._clauses) > 1
        stays = fates <= {Fate.KEPT, Fate.OWN} and not blaming
        if stays and ((self._asked and not several) or not self._harm_is_spoken_of()):
            return None
        turned = [clause for clause in self._clauses if clause.fate is Fate.TURNED]
        ends = [(clause, self._turn(clause)) for clause in turned]
        if not self._ending and not any(self._is_kept_off(clause) for clause in self._clauses):
            self._end_the_harm(needed=not self._asked)
        for clause in self._clauses:
            if clause.fate in (Fate.KEPT, Fate.OWN):
                self._kept += self._keeper.made(clause)
        sources = {pair.source for pair in self._pairs}
        theirs = (piece for piece in self._kept if not sources.isdisjoint(piece.responsible))
        first = next(iter(self._ending.values()), next(theirs, None))
        self._declare([(clause, piece or first) for clause, piece in ends])
        self._offer([clause for clause in self._clauses if clause.fate is Fate.OFFERED])
        if not self._offers and (turned or not fates & {Fate.KEPT, Fate.OWN}):
            whom = joined(dict.fromkeys(pair.harmed for pair in self._pairs))
            worker, asks = helper(self._cast, self._clauses), self._pairs[0].asks
            self._offers.append(offered(worker, whom, self._place_named(turned), asks=asks))
        goals = tuple(self._keeper.goal(clause) for clause in self._clauses if clause.fate is Fate.GOAL)
        self._report([clause for clause in self._clauses if clause.fate is Fate.REPORTED])
        for clause in self._clauses:
            if clause.fate is Fate.TOLD and self._telling:
                self._tell(clause)
        beyond = len(self._reading.text)
        pieces = [
            *(piece._replace(at=-1) for piece in self._ending.values()),
            *self._kept,
            *(piece._replace(at=beyond) for piece in self._offers),
        ]
        pieces[0] = pieces[0]._replace(changes=(*self._changes, *pieces[0].changes))
        if any(finding.rule == _ASKED for finding in self._critique.findings):
            pieces = [p._replace(changes=tuple(declared(c.from_, c.to, _ASKED) for c in p.changes)) for p in pieces]
        return (self._goal, *goals), tuple(p._replace(text=f"{p.text[:1].upper()}{p.text[1:]}") for p in pieces)

    def _is_kept_off(self, clause: Clause) -> bool:
        """Whether the source is asked already to leave off or to keep away."""
        duty = clause.duty
        asked = clause.fate is Fate.KEPT and duty is not None and (duty.side is Side.SOURCE or self._is_suspect(duty))
        return asked and duty is not None and (duty.act.negated or duty.act.lemma.split(" ")[0] in _LEAVING_OFF)

    def _is_suspect(self, duty: Duty) -> bool:
        suspected = {mention.figure for mention in self._suspected}
        doers = (self._cast.figures.at.get(party.first) for party in duty.act.actors)
        return any(doer is not None and doer.figure in suspected for doer in doers)

    def _place_named(self, turned: Sequence[Clause]) -> str:
        """The help that stands among words turned round: "refuge place being looked for"."""
        for clause in turned:
            term = self._cast.marks.first("harmed_programme", clause.first, clause.last)
            if term is not None and "not" not in self._reading.keys[max(0, term.first - 2) : term.first]:
                keys = self._reading.keys[term.first : min(clause.last, term.last + _NEAR)]
                ends = next((n for n, key in enumerate(keys) if key in _ENDS_OF_HELP and n), len(keys))
                return f"help with {self._reading.written(term.first, term.first + ends)}"
        return ""

    def _harm_is_spoken_of(self) -> bool:
        """Whether the text itself speaks of the harm or of its source, and not only what was told beside it."""
        end = len(self._reading.words)
        spoken = self._cast.named((Side.SOURCE,), 0, end) is not None or bool(self._cast.told_at)
        return spoken or self._cast.marks.first("abuse", 0, end) is not None

    # -- what is turned round ------------------------------------------------------------------

    def _turn(self, clause: Clause) -> Piece | None:
        """What a clause asks of the source, or of a worker in the place of whoever was to oversee the source."""
        until = set_until(read(self._reading.text[clause.start : clause.end], self._reading.context))
        duty = clause.duty
        if duty is not None and self._oversees(duty, clause):
            further = [act.subject_first for act in self._reading.acts_from(duty.verb + 1) if act.inherited]
            last = min([self._end_of(clause, duty.verb), *further])
            words = said(self._reading, self._reading.words[duty.verb].start, self._reading.words[last - 1].end)
            return self._ending.setdefault(words, seen_by_a_worker(words, until)._replace(at=clause.start))
        if len(self._pairs) > 1 or not self._pairs[0].askable:
            return None
        course = self._cast.marks.first("source_programme", clause.first, clause.last)
        if duty is not None and duty.side is Side.BOTH and course is not None:
            does = f"to {self._reading.written(duty.verb, course.last)}"
            return self._ending.setdefault(does, ending_the_harm(self._pairs[0], does, until)._replace(at=clause.start))
        left = inside_a_sentence(actor_words(self._reading, duty.act)) if duty is not None else ""
        stretch = (clause.first, clause.last)
        does = asked_of_source(self._cast, stretch, self._suspected, left or self._pairs[0].harmed)
        does = does or harm_to_stop(self._cast, *stretch)
        if not does:
            return None
        return self._ending.setdefault(does, ending_the_harm(self._pairs[0], does, until)._replace(at=clause.start))

    def _oversees(self, duty: Duty, clause: Clause) -> bool:
        overseeing = duty.act.lemma in _OVERSEEING and not duty.act.negated
        return overseeing and self._cast.named((Side.SOURCE,), duty.verb, clause.last) is not None

    def _end_of(self, clause: Clause, verb: int) -> int:
        """Where what is asked ends: before the reason that is given for it."""
        return min([clause.last, *(c.first for c in self._reading.clauses_in(verb + 1, clause.last))])

    def _end_the_harm(self, *, needed: bool) -> None:
        """The task of each source, where no clause gives one: to stop what is told, or (if `needed`) to be agreed."""
        for number, pair in enumerate(self._pairs):
            does = ""
            if len(self._pairs) == 1 and pair.askable:
                told = [clause for clause in self._clauses if clause.fate is not Fate.KEPT]
                stops = (harm_to_stop(self._cast, clause.first, clause.last) for clause in told)
                orders = (order_on_the_source(self._cast, clause.first, clause.last) for clause in told)
                bound = (f"to keep to the {order}" for order in orders if order)
                does = next((words for words in (*stops, *bound) if words), "")
            if does or needed:
                self._ending[does or f"[{number}]"] = ending_the_harm(pair, does, "" if does else self._end_set())

    def _end_set(self) -> str:
        """The end that the first of the clauses turned round sets, which would be lost with it."""
        turned = (clause for clause in self._clauses if clause.fate is Fate.TURNED)
        ends = (set_until(read(self._reading.text[c.start : c.end], self._reading.context)) for c in turned)
        return next((end for end in ends if end), "")

    def _declare(self, turned: Sequence[tuple[Clause, Piece | None]]) -> None:
        """What was turned round as changes; clauses that stand side by side and became the same are one."""
        text = self._reading.text
        runs: list[tuple[int, int, str, str]] = []
        for clause, piece in turned:
            to = piece.text if piece is not None else ""
            theirs = clause.duty is not None and clause.duty.side in HARMED_SIDES
            rule = next(iter(clause.rules), "responsibility_on_victim" if theirs else "responsibility_unassigned")
            if runs and runs[-1][2] == to and text[runs[-1][1] : clause.start].strip(_BETWEEN) in ("", "and"):
                runs[-1] = (runs[-1][0], clause.end, to, runs[-1][3])
            else:
                runs.append((clause.start, clause.end, to, rule))
        self._changes += [declared(text[start:end], to, rule) for start, end, to, rule in runs]

    # -- what is offered, reported, kept and told ----------------------------------------------

    def _offer(self, clauses: Sequence[Clause]) -> None:
        for clause in clauses:
            pair, duty = self._pairs[0], clause.duty
            whom = actor_words(self._reading, duty.act) if duty is not None and not duty.act.passive else ""
            whom = called(whom) if whom else pair.harmed
            end = min(self._end_of(clause, duty.verb), duty.act.last) if duty is not None else clause.last
            what, when, timed = help_demanded(self._cast, clause, end)
            piece = offered(helper(self._cast, self._clauses), whom, what, when, pair.asks, timed=timed)
            self._offers.append(piece)
            words = self._reading.text[clause.start : clause.end]
            self._changes.append(
                declared(words, piece.text, clause.rules[0]) if clause.rules else declared_offer(words, piece.text)
            )

    def _report(self, clauses: Sequence[Clause]) -> None:
        """What somebody harmed was to tell: theirs still, beside what is offered, and not demanded.

        To report harm is never to answer for it (see the responsibility standard, 3).
        """
        for clause in clauses:
            duty = clause.duty
            beside = self._offers or self._kept
            who = actor_words(self._reading, duty.act) if duty is not None else ""
            if duty is None or not beside or not who:
                self._kept += self._keeper.made(clause)
                continue
            last = self._reading.words[self._end_of_report(clause, duty.verb) - 1].end
            words = said(self._reading, self._reading.words[duty.verb].start, last, timed=True)
            verb = self._reading.keys[duty.verb]
            if verb != duty.act.lemma and verb == f"{duty.act.lemma}s":
                words = f"{duty.act.lemma}{words[len(verb) :]}"
            told = self._keeper.plainly(Piece(f"{who[:1].upper()}{who[1:]} can {words}.", (), ()), clause)
            text = f"{beside[-1].text} {told.text}"
            beside[-1] = beside[-1]._replace(text=text, asks=(*beside[-1].asks, *told.asks))

    def _end_of_report(self, clause: Clause, verb: int) -> int:
        """Where what may be told ends: before what is threatened where it is not."""
        keys = self._reading.keys
        stops = [n for n in range(verb + 1, clause.last) if clause.rules and keys[n] in _OR_ELSE]
        return min([clause.last, *stops])

    def _tell(self, clause: Clause) -> None:
        """What is told of the harm, beside the task of whoever is to end it."""
        words = said(clause.note.part, 0, len(clause.note.part.text), timed=True).rstrip(".!")
        sources = {each.lower() for pair in self._pairs for each in pair.source.split(" and ")}
        pieces = [*self._ending.values(), *self._kept, *self._offers]
        home = next((p for p in pieces if sources & {name.lower() for name in p.responsible}), pieces[0])
        if _is_said_in(words, home.text):
            return
        told = self._keeper.plainly(with_told(home, words), clause)
        self._ending = {key: told if piece is home else piece for key, piece in self._ending.items()}
        self._kept = [told if piece is home else piece for piece in self._kept]
        self._offers = [told if piece is home else piece for piece in self._offers]


def _held_back(clause: Clause, doubt: Doubt) -> Clause:
    """A clause turned round where it would put the harm on whoever may be harmed; a ban on the other stands."""
    side = clause.duty.side if clause.duty is not None else Side.UNKNOWN
    if side is Side.SOURCE and not doubt.places and clause.fate is Fate.TURNED:
        return clause._replace(fate=Fate.KEPT)
    hangs = any(first < clause.last and clause.first < last for first, last in doubt.places)
    theirs = side in HARMED_SIDES and clause.fate in (Fate.KEPT, Fate.OWN)
    return clause._replace(fate=Fate.TURNED) if hangs and theirs else clause


def _is_said_in(words: str, text: str) -> bool:
    """Whether a draft says already all that is told: "Josh to stop threatening his sister with a knife"."""
    said_keys = {word.key[:_STEM] for word in words_of(text)}
    matter = [word.key for word in words_of(words) if not (is_small(word.key) or word.key in _GOING_ON)]
    return all(key[:_STEM] in said_keys for key in matter)
